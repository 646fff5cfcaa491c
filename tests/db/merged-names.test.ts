import { beforeEach, describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { queuePage, readArticleSheet, readCaseSheet } from '@/db/desk';
import { mergeNamed } from '@/db/naming';
import type { Database } from '@/db/open';
import type { Person } from '@/db/people';
import { drawItem } from '@/db/queue/draw';
import type { QueueFilters } from '@/db/queue/places';
import { resolveFilters } from '@/db/queue/told';
import { articles, cases, sources, speakers } from '@/db/schema';
import { article } from './intake-world';
import { seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

let db: Database;
let anna: Person;

const bring = async (texts: Record<string, string>) => {
  const given = Object.entries(texts).map(([outlet, text]) => article({ externalId: outlet, outlet, text, publishedAt: '2024-05-04' }));
  await addArticles(db, given, OWNER, minutesLater(1));
};

beforeEach(async () => {
  db = await newRecord();
  anna = await seedPerson(db, 'Anna', 'editor');
  await bring({
    'Harbour Post': 'Norland has sent pumps to 63 towns, Mayor Rosa Lind said on Sunday.',
    'Harbour Telegraph': 'Norland has sent pumps to 66 towns, Rosa Lind said on Sunday.',
    'Bay Herald': 'The clinic in Lisby treated 12 divers on Sunday, Jon Aske said.',
    'Evening Mail': 'The clinic in Lisby treated 19 divers on Sunday, Jon Aske said.',
  });
});

const named = async (kind: 'source' | 'speaker', name: string) =>
  (kind === 'source' ? await db.read.select().from(sources) : await db.read.select().from(speakers)).find((row) => row.name === name)!;

async function merge(kind: 'source' | 'speaker', from: string, into: string): Promise<void> {
  const [one, other] = [await named(kind, from), await named(kind, into)];
  expect(await mergeNamed(db, kind, { id: one.id, revision: one.revision, into: other.id }, anna, minutesLater(2))).toMatchObject({
    ok: true,
  });
}

/** Ids of the rows that a part of the queue lists under such filters, and how many it says there are. */
async function found(split: 'conflicts' | 'articles', filters: QueueFilters): Promise<{ ids: string[]; found: number | null }> {
  const resolved = await resolveFilters(db.read, filters, anna.id);
  const page = await queuePage(db.read, { split, filters: resolved.filters, personId: anna.id, now: NOW });
  return { ids: page.lines.map(({ id }) => id).sort(), found: page.found };
}

describe('names that people merged', () => {
  it('are one outlet to the filters of the queue, whichever of them is typed, and each row stands there once', async () => {
    await merge('source', 'Harbour Post', 'Harbour Telegraph');
    const all = await db.read.select().from(articles);
    const both = all
      .filter(({ externalId }) => externalId?.includes('Harbour'))
      .map(({ id }) => id)
      .sort();
    for (const source of ['Harbour Post', 'Harbour Telegraph', 'the harbour post'])
      expect(await found('articles', { source })).toEqual({ ids: both, found: 2 });
    // The case has a claim of each of the two names.
    const conflict = (await found('conflicts', {})).ids;
    expect(conflict).toHaveLength(2);
    const [held] = (await found('conflicts', { source: 'Harbour Post' })).ids;
    expect(await found('conflicts', { source: 'Harbour Post' })).toEqual({ ids: [held], found: 1 });
    expect(await found('conflicts', { source: 'Harbour Post', who: 'nobody', age: undefined })).toEqual({ ids: [held], found: 1 });
    expect(await drawItem(db, { split: 'conflicts', filters: { source: 'Harbour Post' } }, anna, NOW)).toMatchObject({
      value: { id: held },
    });
    expect(await drawItem(db, { split: 'conflicts', filters: { source: 'Harbour Post' } }, anna, NOW)).toMatchObject({
      refusal: { code: 'NothingLeft' },
    });
    expect((await resolveFilters(db.read, { source: 'Nobody’s' }, anna.id)).unknown).toHaveLength(1);
  });

  it('are one speaker to them, too', async () => {
    const names = (await db.read.select().from(speakers)).map(({ name }) => name);
    expect(names).toContain('Jon Aske');
    const [rosa] = names.filter((name) => name.includes('Rosa'));
    await merge('speaker', rosa!, 'Jon Aske');
    expect((await found('conflicts', { speaker: 'Jon Aske' })).ids).toEqual((await found('conflicts', { speaker: rosa! })).ids);
    expect((await found('conflicts', { speaker: 'Jon Aske' })).ids).toHaveLength(2);
    expect((await found('conflicts', { speaker: 'Jon Aske', source: 'Bay Herald' })).ids).toHaveLength(1);
  });

  it('are one outlet on every page of the desk: new readings stand under the name that stands for it', async () => {
    await merge('source', 'Harbour Post', 'Harbour Telegraph');
    const old = (await db.read.select().from(articles)).find(({ externalId }) => externalId === 'Harbour Post')!;
    const { lines } = await queuePage(db.read, { split: 'articles', filters: {}, personId: anna.id, now: NOW });
    expect(lines.find(({ id }) => id === old.id)).toMatchObject({ source: 'Harbour Telegraph' });
    expect((await readArticleSheet(db.read, old.id))!.source).toBe('Harbour Telegraph');
    const shown = await Promise.all((await db.read.select().from(cases)).map(({ id }) => readCaseSheet(db.read, id, anna.id)));
    const outlets = shown.flatMap((sheet) => [...sheet!.claims.values()].map(({ source }) => source));
    expect(outlets).toContain('Harbour Telegraph');
    expect(outlets).not.toContain('Harbour Post');
  });
});
