import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { acceptArticle } from '@/db/claims';
import { mergeNamed } from '@/db/naming';
import type { Database } from '@/db/open';
import type { Person } from '@/db/people';
import { listedSources, listedSpeakers, sourceRecord, sourceToday, speakerRecord, speakerToday } from '@/db/published';
import { renameNamed } from '@/db/renaming';
import { articles, sources, speakers } from '@/db/schema';
import { article } from './intake-world';
import { seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

let db: Database;
let anna: Person;
const later = minutesLater(3);
const TEXTS: [name: string, outlet: string, text: string][] = [
  ['full', 'Herald', 'Vice Foreign Minister Luo Zhaohui said on Monday that 83 harbours had been given aid.'],
  ['short', 'USA Today (AP)', 'Deputy minister Luo said on Tuesday that 85 harbours had been given aid.'],
  ['hidden', 'Post', 'Mayor Rosa Lind said on Monday that 12 lamps were out.'],
];
beforeEach(async () => {
  db = await newRecord();
  anna = await seedPerson(db, 'Anna');
  const inputs = TEXTS.map(([externalId, outlet, text]) => article({ externalId, outlet, text, publishedAt: '2024-05-02' }));
  await addArticles(db, inputs, OWNER, NOW);
});
const accept = async (externalId: string) => {
  const row = (await db.read.select().from(articles).where(eq(articles.externalId, externalId)).get())!;
  await acceptArticle(db, { id: row.id }, anna, later);
};
const speaker = async (name: string) => (await db.read.select().from(speakers).where(eq(speakers.name, name)).get())!;
const source = async (name: string) => (await db.read.select().from(sources).where(eq(sources.name, name)).get())!;

it('a speaker is public by what is accepted, and says no more than that', async () => {
  const luo = await speaker('Luo Zhaohui');
  expect([await speakerToday(db.read, luo.id), await speakerRecord(db.read, luo.id), (await listedSpeakers(db.read)).items]).toEqual([
    null,
    null,
    [],
  ]);
  await accept('full');
  expect(await speakerToday(db.read, luo.id)).toBe(luo.id);
  const record = (await speakerRecord(db.read, luo.id))!;
  expect(record).toMatchObject({ name: 'Luo Zhaohui', kind: 'person', total: 1, claims: [{ text: '83 harbours', speakerId: luo.id }] });
  expect(record.measures).toHaveLength(1);
  expect((await listedSpeakers(db.read)).items.map(({ name }) => name)).toEqual(['Luo Zhaohui']);
  expect(await speakerToday(db.read, (await speaker('Rosa Lind')).id)).toBeNull();
});

it('of a merged one only the standing one has a page, and an alias that nobody accepted is told nowhere', async () => {
  await accept('full');
  const [luo, short] = [await speaker('Luo Zhaohui'), await speaker('Luo')];
  await mergeNamed(db, 'speaker', { id: short.id, into: luo.id, revision: 0 }, anna, later);
  expect(await speakerToday(db.read, short.id)).toBe(luo.id);
  expect(JSON.stringify(await speakerRecord(db.read, luo.id))).not.toContain('Deputy');
  await accept('short');
  expect(await speakerRecord(db.read, luo.id)).toMatchObject({ total: 2, called: expect.arrayContaining(['Luo, Deputy minister']) });
});

it('a spelling that nobody accepted is not shown', async () => {
  await addArticles(
    db,
    [article({ externalId: 'loud', outlet: 'Post', text: 'Mayor LUO ZHAOHUI said on Monday that 7 boats sank.' })],
    OWNER,
    NOW,
  );
  await addArticles(
    db,
    [article({ externalId: 'b', outlet: 'Post', text: 'Mayor ROSA LIND said on Monday that 9 boats sank.' })],
    OWNER,
    NOW,
  );
  await accept('b');
  const lind = await speaker('Rosa Lind');
  const names = [(await speakerRecord(db.read, lind.id))!.name, ...(await listedSpeakers(db.read)).items.map(({ name }) => name)];
  expect(names).toEqual(['ROSA LIND', 'ROSA LIND']);
  await renameNamed(db, 'speaker', { id: lind.id, revision: 0, name: 'Rosa Lind of Otter', as: null }, anna, later);
  expect((await speakerRecord(db.read, lind.id))!.name).toBe('Rosa Lind of Otter');
});

it('an agency has what others print of it, and a merged outlet leads to the one that stands for it', async () => {
  await accept('short');
  const [ap, usa, herald] = [await source('AP'), await source('USA Today'), await source('Herald')];
  expect((await sourceRecord(db.read, ap.id))!.articles).toMatchObject([
    { article: { source: { name: 'USA Today' }, agency: { name: 'AP' } } },
  ]);
  expect((await listedSources(db.read)).map(({ name, articles: n }) => [name, n])).toEqual([
    ['AP', 1],
    ['USA Today', 1],
  ]);
  await accept('full');
  await mergeNamed(db, 'source', { id: usa.id, into: herald.id, revision: 0 }, anna, later);
  expect(await sourceToday(db.read, usa.id)).toBe(herald.id);
  const record = (await sourceRecord(db.read, herald.id))!;
  expect(record.articles.map(({ article: { source: one } }) => one)).toEqual([
    { id: herald.id, name: 'Herald' },
    { id: herald.id, name: 'Herald' },
  ]);
});
