import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetPages } from '@/app/_shell/public-cache';
import type { Actor } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { dismissCase, reopenCase, returnCase, ruleCase, takeCase } from '@/db/cases';
import { acceptArticle } from '@/db/claims';
import { addNote } from '@/db/notes';
import type { Database } from '@/db/open';
import { publicHead } from '@/db/published';
import { flagItem, snoozeItem } from '@/db/queue/acts';
import { articles, cases, claims, measures, sources } from '@/db/schema';
import { ask } from '../app/public-routes';
import { article } from './intake-world';
import { person, settle, taken } from './public-world';
import { type ServedRecord, servedRecord } from './served-record';
import { minutesLater, NOW } from './world';

/** Five questions: one settled, two open, one of them with a figure of an earlier day that fits both, one dismissed, one that nobody contests; all of it accepted. */
const TOLD = [
  ['Valley Post', 'The storm closed 12 schools in the valley, officials said.'],
  ['Hill Courier', 'The storm closed 19 schools in the valley, officials said.'],
  ['Valley Post', 'The flood destroyed 30 bridges in the county, engineers said.'],
  ['Hill Courier', 'The flood destroyed 44 bridges in the county, engineers said.'],
  ['Valley Post', 'The quake killed 51 sheep on the island, farmers said.'],
  ['Hill Courier', 'The quake killed 68 sheep on the island, farmers said.'],
  ['Valley Post', 'The fair sold 700 lanterns on its first evening.'],
  ['Valley Post', 'The gale in Brack killed 10 goats by Monday, farmers said.'],
  ['Valley Post', 'The gale in Brack killed 31 goats by Wednesday, farmers said.'],
  ['Hill Courier', 'The gale in Brack killed 37 goats by Wednesday, farmers said.'],
] as const;

/** What nobody accepts: a third figure for each, twice the rewording of every question, words and numbers found nowhere else. */
const UNREAD = [
  'The storm closed 7,331 schools in the valley, Zora Quagga said.',
  'The storm closed 7,332 zircon schools and nurseries in the valley, officials said.',
  'The flood destroyed 7,333 bridges in the county, engineers said.',
  'The flood destroyed 7,334 zircon bridges and fords in the county, engineers said.',
  'The quake killed 7,335 sheep on the island, farmers said.',
  'The gale in Brack killed 7,338 goats by Monday, farmers said.',
  'The fair sold 7,336 lanterns on its first evening.',
  'The fair sold 7,337 zircon lanterns and candles on its first evening.',
];
const TRACES = /73\s?3[1-8]|7,33|quagga|zircon|nurser|fords|candles|gazette xylo|unread headline/i;

let record: ServedRecord;
let db: Database;
let anna: Actor;
let bela: Actor;

async function bring(list: readonly (readonly [string, string])[], title: string, at: string) {
  const day = '2024-05-02';
  const inputs = list.map(([outlet, text]) => article({ text, outlet, title, byline: title, publishedAt: day }));
  return addArticles(db, inputs, { kind: 'owner' }, at);
}

const caseAbout = async (word: string) => {
  const titles = new Map((await db.read.select().from(measures)).map((row) => [row.id, row.title]));
  return (await db.read.select().from(cases)).find((row) => titles.get(row.measureId)?.includes(word))!;
};

/** Every address there is, public or not, and every search that could find what is hidden. */
async function addresses(): Promise<string[]> {
  const ids = async (table: typeof measures | typeof claims | typeof cases | typeof articles | typeof sources) =>
    (await db.read.select({ id: table.id }).from(table).orderBy(asc(table.id))).map(({ id }) => id);
  const words = ['schools', 'bridges', 'sheep', 'lanterns', '7,331', '7333', 'zircon', 'quagga', 'xylo', 'unread headline', 'nurseries'];
  return [
    ...['/', '/measures', '/cases', '/sources', '/feed.atom', '/method', '/nope/zircon-schools'],
    ...words.map((word) => `/search?q=${encodeURIComponent(word)}`),
    ...(await ids(measures)).flatMap((id) => [`/measures/${id}`, `/measures/${id}.json`, `/measures/${id}.csv`]),
    ...(await ids(cases)).map((id) => `/cases/${id}`),
    ...(await ids(claims)).map((id) => `/claims/${id}`),
    ...(await ids(articles)).map((id) => `/articles/${id}`),
    ...(await ids(sources)).map((id) => `/sources/${id}`),
  ];
}

/** Bytes by address, each made anew; an address that moved is followed, so that the slug counts too. */
async function everyPage(paths: string[]): Promise<Map<string, string>> {
  forgetPages();
  const pages = new Map<string, string>();
  for (const path of paths) {
    const answer = await ask(path);
    const to = answer.headers.get('location');
    pages.set(path, to ? `${answer.status} ${to} ${await (await ask(to)).text()}` : `${answer.status} ${await answer.text()}`);
  }
  return pages;
}

beforeAll(async () => {
  record = await servedRecord();
  ({ db, anna } = record);
  bela = await person(db, 'Bela', NOW);
  await bring(TOLD, 'A read headline', NOW);
  for (const { id } of await db.read.select({ id: articles.id }).from(articles))
    taken(await acceptArticle(db, { id }, anna, minutesLater(1)));
  const rationale = 'The school board lists nineteen closed schools by name.';
  const ruling = { verdicts: ['contradicted' as const, 'supported' as const], accepted: 1, rationale };
  await settle(db, await caseAbout('schools'), ruling, { rules: anna, publishes: bela, at: minutesLater(2) });
  const reason = 'One counts lambs and the other does not.';
  taken(await dismissCase(db, { ...(await caseAbout('sheep')), reason }, anna, minutesLater(3)));
});

afterAll(() => record.end());

describe('an article whose readings nobody accepted', () => {
  it('changes no byte that a reader sees, and leaves no word or figure anywhere', async () => {
    const paths = await addresses();
    const before = await everyPage(paths);
    expect(before.get('/cases')).toMatch(/Settled[\s\S]*Open|Open[\s\S]*Settled/);
    expect(before.get('/cases')).toContain('Not a conflict');

    const head = await publicHead(db.read);
    await bring(
      UNREAD.map((text) => ['Gazette Xylo', text] as const),
      'Unread headline',
      minutesLater(10),
    );
    const states = Object.fromEntries(
      await Promise.all(['schools', 'bridges', 'sheep'].map(async (word) => [word, (await caseAbout(word)).state])),
    );
    expect(states, 'the desk sees it').toEqual({ schools: 'reopened', bridges: 'open', sheep: 'reopened' });
    expect((await caseAbout('bridges')).positions.length).toBeGreaterThan(2);
    expect(
      (await caseAbout('goats')).positions.map(({ label }) => label),
      'what nobody contested before',
    ).toContain('10 goats');

    const after = await everyPage(await addresses());
    // What was typed into the search comes back in its own box.
    const seen = ([path, bytes]: [string, string]) =>
      path.startsWith('/search') ? bytes.replaceAll(decodeURIComponent(path.slice(10)), '') : bytes;
    for (const entry of after) expect(seen(entry), entry[0]).not.toMatch(TRACES);
    for (const [path, bytes] of before) expect(after.get(path), path).toBe(bytes);
    for (const [path, bytes] of after) if (!before.has(path)) expect(bytes.slice(0, 3), path).toBe('404');
    expect(head, 'nobody waits for pages that are what they were').toBe(await publicHead(db.read));
  });

  it('nor does what people do among themselves', async () => {
    const paths = await addresses();
    const [before, head] = [await everyPage(paths), await publicHead(db.read)];
    const bridges = await caseAbout('bridges');
    const { id } = bridges;
    taken(await flagItem(db, { id, flag: 'quagga' }, anna, minutesLater(11)));
    taken(await snoozeItem(db, { id, until: minutesLater(600), reason: 'zircon' }, anna, minutesLater(11)));
    taken(await addNote(db, { id, about: 'case', claimId: null, text: 'A zircon note.' }, bela, minutesLater(12)));
    taken(await takeCase(db, { id, revision: bridges.revision }, anna, minutesLater(12)));
    const positions = bridges.positions.map((_, at) => (at === 0 ? ('supported' as const) : ('contradicted' as const)));
    const ruling = {
      ...{ verdicts: positions, accepted: 0, reasonCode: 'source-error' as const, rationale: 'The quagga register lists thirty.' },
      ...{ evidence: [], noEvidence: true },
    };
    taken(await ruleCase(db, { id, revision: bridges.revision + 1, ruling }, anna, minutesLater(13)));
    taken(await returnCase(db, { id, revision: bridges.revision + 2, reason: 'A zircon objection.' }, bela, minutesLater(14)));
    expect((await caseAbout('bridges')).revision).toBe(bridges.revision + 3);
    const after = await everyPage(paths);
    for (const [path, bytes] of before) expect(after.get(path), path).toBe(bytes);
    expect(await publicHead(db.read)).toBe(head);
  });

  it('shows once it is accepted: the ruling stays under review, the open case has a third position', async () => {
    const unread = (await db.read.select().from(articles)).filter((row) => /7,331|7,333/.test(row.text));
    const head = await publicHead(db.read);
    for (const { id } of unread) taken(await acceptArticle(db, { id }, anna, minutesLater(20)));
    expect(await publicHead(db.read)).not.toBe(head);
    const json = async (word: string) => (await ask(`/measures/${(await caseAbout(word)).measureId}.json`)).json();
    const schools = await json('schools');
    expect([schools.status, schools.ruling.rationale]).toEqual(['reopened', 'The school board lists nineteen closed schools by name.']);
    const bridges = await json('bridges');
    expect(bridges.positions.map(({ label }: { label: string }) => label)).toEqual(['30 bridges', '44 bridges', '7,333 bridges']);
    const told = (page: { changes: { kind: string; at: string; title: string }[] }) =>
      page.changes.map(({ kind, at, title }) => [kind, at, title]);
    expect(told(bridges)).toContainEqual(['opened', minutesLater(1), 'New disagreement: 30 bridges / 44 bridges']);
    expect(told(bridges)).toContainEqual(['changed', minutesLater(20), 'Disagreement changed: 30 bridges / 44 bridges / 7,333 bridges']);
    expect(told(schools)).toContainEqual(['opened', minutesLater(1), 'New disagreement: 12 schools / 19 schools']);
    expect(schools.changes[0]).toMatchObject({ kind: 'reopened', at: minutesLater(20) });
    expect((await json('sheep')).status).toBe('dismissed');
  });

  it('a person who reopens a case acts in public, and that shows at once', async () => {
    const sheep = await caseAbout('sheep');
    expect(sheep.state).toBe('reopened');
    taken(
      await dismissCase(db, { id: sheep.id, revision: sheep.revision, reason: 'The third figure is a misprint.' }, anna, minutesLater(30)),
    );
    const revision = (await caseAbout('sheep')).revision;
    taken(await reopenCase(db, { id: sheep.id, revision, reason: 'The farmers counted the same flock.' }, bela, minutesLater(31)));
    const page = await (await ask(`/measures/${sheep.measureId}.json`)).json();
    expect(page.status).toBe('open');
    expect(page.changes[0]).toMatchObject({ kind: 'reopened', at: minutesLater(31) });
  });
});
