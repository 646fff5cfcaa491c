import { readFile } from 'node:fs/promises';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as otherwise, POST as tools } from '@/app/api/mcp/route';
import { GET as openapi } from '@/app/api/openapi.json/route';
import { GET as manifest } from '@/app/manifest.webmanifest/route';
import { LOOKUPS } from '@/db/lookups';
import type { Database } from '@/db/open';
import { articles, cases, claims, measures, people, sources, speakers } from '@/db/schema';
import { call } from '../bin/command';
import { type ServedRecord, servedRecord } from '../db/served-record';
import { minutesLater, restoreEnv } from '../db/world';
import { type Answered, answeredBy, crawl } from './crawl';
import { fillDesk, marksOf } from './desk-secrets';
import { api } from './machine';
import { ask, publicRoutes } from './public-routes';

/** A record full of words that only the desk may read, and everything a stranger can ask for, by every way there is. */
const SITE = 'https://check.example';
const MOST = 6000;

let record: ServedRecord;
let db: Database;
const env: Record<string, string | undefined> = {};

/** Every id of every kind, whether readers may know it or not. */
async function allIds(): Promise<Record<string, string[]>> {
  const of = async (
    table: typeof measures | typeof claims | typeof cases | typeof articles | typeof sources | typeof speakers | typeof people,
  ) => (await db.read.select({ id: table.id }).from(table).orderBy(asc(table.id))).map(({ id }) => id);
  return {
    ...{ measures: await of(measures), claims: await of(claims), cases: await of(cases), articles: await of(articles) },
    ...{ sources: await of(sources), speakers: await of(speakers), people: await of(people) },
  };
}

const ENDINGS = ['', '.json', '.csv', '.xlsx', '.jsonld', '.md', '.svg', '.png', '.atom', '.rss', '.bib', '.ris'];
const WORDS = [
  'schools',
  'quokkalanterns',
  'quokkasuburban',
  'quokkagazette',
  'quokkaora',
  'quokkaheadline',
  'quokkaopening',
  '7,731,301',
  '7,731,303',
  '>= 7000000',
  'quokkarita',
  'quokkanote',
  'quokkaruled',
  'quokkaopinion',
  'quokkadraft',
  'quokkatopic',
];

/** Every public route of the tree and every lookup, with every id in each place for one; the files by name; searches and checks for the hidden words. */
async function starts(): Promise<string[]> {
  const ids = await allIds();
  const every = Object.values(ids).flat();
  const fitting = (pattern: string[], place: number) => ids[pattern[place - 1] ?? ''] ?? every;
  const routes = publicRoutes().flatMap(({ pattern }) => {
    let paths = [''];
    for (const [place, part] of pattern.entries()) {
      const values =
        part === '[id]'
          ? fitting(pattern, place)
          : part === '[number]'
            ? ['1', '2', '3']
            : part === '[pair]'
              ? ['1...2']
              : part.startsWith('[')
                ? ['quokkanothing']
                : [part];
      paths = paths.flatMap((path) => values.map((value) => `${path}/${value}`));
    }
    return paths;
  });
  const twins = Object.entries(ids).flatMap(([kind, list]) => list.flatMap((id) => ENDINGS.map((ending) => `/${kind}/${id}${ending}`)));
  const moments = ids.measures!.flatMap((id) =>
    ['?asof=2024-05-03', `?known=${minutesLater(20)}`].map((query) => `/measures/${id}.json${query}`),
  );
  const lookups = LOOKUPS.flatMap(({ path, by }) =>
    by === 'POST'
      ? []
      : path.includes('{id}')
        ? (ids[path.split('/')[0]!] ?? every).map((id) => `/api/v1/${path.replace('{id}', id)}`)
        : [`/api/v1/${path}`],
  );
  const searches = WORDS.flatMap((word) => {
    const q = encodeURIComponent(word);
    return [
      `/search?q=${q}`,
      `/search.atom?q=${q}`,
      `/search.json?q=${q}`,
      `/api/v1/search?q=${q}`,
      `/measures?q=${q}`,
      `/check?text=${encodeURIComponent(`The gale sank 7,731,303 ${word} in the harbour.`)}`,
    ];
  });
  const files = [
    '/',
    '/sitemap.xml',
    '/llms.txt',
    '/robots.txt',
    '/feed.atom',
    '/feed.json',
    '/manifest.webmanifest',
    '/api/openapi.json',
    '/api/v1/changes',
    '/api/v1/nothing/quokka',
    '/.well-known/security.txt',
    '/dump.zip',
  ];
  return [...files, ...routes, ...twins, ...moments, ...lookups, ...searches];
}

async function get(path: string): Promise<Answered> {
  const url = new URL(path, SITE);
  if (url.pathname.startsWith('/api/v1/')) return answeredBy(await api(`${url.pathname.slice('/api/v1/'.length)}${url.search}`));
  if (url.pathname === '/api/openapi.json') return answeredBy(await openapi(new Request(url), { params: Promise.resolve({}) }));
  if (url.pathname === '/manifest.webmanifest') return answeredBy(await manifest());
  return answeredBy(await ask(path));
}

/** Marks in an answer, without those that whoever asked had typed themselves. */
function marksIn(path: string, { headers, text }: Pick<Answered, 'headers' | 'text'>): string[] {
  const typed = marksOf(decodeURIComponent(path));
  return marksOf(`${headers}\n${text}`).filter((mark) => !typed.includes(mark));
}

beforeAll(async () => {
  const told = {
    RATE_LIMIT_READS: '1000000',
    RATE_LIMIT_CHECKS: '1000000',
    AUTH_SECRET: 'quokkasecretquokkasecretquokkasecretquokkasecretquokka',
    SMTP_URL: 'smtps://quokkauser:quokkapass@quokkamail.example',
  };
  for (const name of Object.keys(told)) env[name] = process.env[name];
  Object.assign(process.env, told);
  record = await servedRecord();
  db = record.db;
  await fillDesk(db);
}, 240_000);

afterAll(async () => {
  await record.end();
  restoreEnv(env);
});

describe('what only the desk may read', () => {
  it('is in the record, every word of it', async () => {
    const file = (process.env.DATABASE_URL as string).slice('file:'.length);
    const marks = marksOf((await Promise.all([file, `${file}-wal`].map((path) => readFile(path, 'latin1')))).join('\n'));
    // Texts lie packed in the file.
    marks.push(...marksOf(JSON.stringify(await db.read.select().from(articles))));
    for (const mark of [
      'quokkarita',
      'quokkadesk',
      'quokkaopening',
      'quokkaheadline',
      'quokkalanterns',
      'quokkamisread',
      'quokkaannex',
      'quokkapaired',
      'quokkacounts',
      'quokkatopic',
      'quokkaopinion',
      'quokkaruled',
      'quokkareturned',
      'quokkawaits',
      'quokkanote',
      'quokkaflag',
      'quokkadraft',
      'quokkaharbourmaster',
      'quokkalook',
      'quokkasnoozed',
      'quokkaview',
      'quokkainvited',
      'quokkakey',
      'quokkaevidence',
      'quokkawithdrawn',
    ])
      expect(marks, mark).toContain(mark);
  });

  it('is in no page, twin, feed, chart, frame, card, answer, search, check or error of any address', async () => {
    const found = await crawl(get, { site: SITE, starts: await starts(), most: MOST });
    const leaks = [...found].flatMap(([path, answer]) => {
      const marks = marksIn(path, answer);
      return marks.length > 0 ? [`${answer.status} ${path}: ${marks.join(' ')}`] : [];
    });
    expect(leaks).toEqual([]);
    const faults = [...found].flatMap(([path, { status }]) => (status >= 500 ? [`${status} ${path}`] : []));
    expect(faults).toEqual([]);
    // The crawl saw what it is about: pages of every kind, and refusals of what is hidden.
    const told = (status: number) => [...found.values()].filter((answer) => answer.status === status).length;
    expect(told(200)).toBeGreaterThan(200);
    expect(told(404)).toBeGreaterThan(100);
    expect(told(410)).toBeGreaterThan(0);
    expect(told(451)).toBeGreaterThan(0);
    expect([...found.values()].some(({ text }) => text.includes('12 schools'))).toBe(true);
  }, 600_000);

  it('is in nothing that the command shows or checks, and in no answer of the tools of assistants', async () => {
    const client = new Client({ name: 'a stranger', version: '1' });
    const through: typeof fetch = (input, init) => (init?.method === 'POST' ? tools : otherwise)(new Request(input as string, init));
    await client.connect(new StreamableHTTPClientTransport(new URL('http://localhost:3000/api/mcp'), { fetch: through }));
    const ids = await allIds();
    const text = 'The gale sank 7,731,303 lanterns in the harbour. The storm closed 12 schools in the valley.';
    const asked = LOOKUPS.flatMap(({ path, by, tool }) => {
      const fields = by === 'POST' ? [{ text }] : path === 'search' ? WORDS.map((q) => ({ q })) : [{}];
      const named = path.includes('{id}') ? (ids[path.split('/')[0]!] ?? []).map((id) => ({ id })) : fields;
      return named.map((input: Record<string, string>) => ({ path: path.replace('{id}', input.id ?? ''), by, tool, input }));
    });
    for (const { path, by, tool, input } of asked) {
      const { id: _, ...fields } = input;
      const words = by === 'POST' ? ['check', text] : ['show', path, ...Object.entries(fields).map(([name, value]) => `${name}=${value}`)];
      const { out, err } = await call([...words, '--db', process.env.DATABASE_URL as string]);
      expect(marksIn(words.join(' '), { headers: err, text: out }), words.join(' ')).toEqual([]);
      if (!tool) continue;
      const told = JSON.stringify(await client.callTool({ name: tool, arguments: input }));
      expect(marksIn(words.join(' '), { headers: '', text: told }), `${tool} ${words.join(' ')}`).toEqual([]);
    }
    await client.close();
  }, 600_000);
});
