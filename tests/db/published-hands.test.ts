import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { acceptArticle } from '@/db/claims';
import { correctClaim, takeBackReading } from '@/db/correcting';
import type { Database } from '@/db/open';
import { articles, claims } from '@/db/schema';
import { ask } from '../app/public-routes';
import { article } from './intake-world';
import { taken } from './public-world';
import { type ServedRecord, servedRecord } from './served-record';
import { minutesLater } from './world';

const REASON = 'The mayor gave the very number.';
const HIDDEN = 'Nobody may read this yet.';

let record: ServedRecord;
let db: Database;
let anna: Actor;

beforeEach(async () => {
  record = await servedRecord();
  ({ db, anna } = record);
  const told = (outlet: string, text: string) => article({ externalId: outlet, outlet, text, publishedAt: '2024-05-04' });
  await addArticles(
    db,
    [
      told('Valley Post', 'The storm closed about 12 schools in the valley, officials said.'),
      told('Bay Herald', 'The port counted 47 barges.'),
    ],
    OWNER,
    minutesLater(1),
  );
});
afterEach(() => record.end());

async function page(path: string): Promise<string> {
  const answer = await ask(path);
  const to = answer.headers.get('location');
  return to ? page(to) : answer.text();
}
const claimOf = async (low: string) => (await db.read.select().from(claims)).find((row) => row.low === low)!;
const accept = async (name: string) => {
  const { id } = (await db.read.select().from(articles)).find(({ externalId }) => externalId === name)!;
  taken(await acceptArticle(db, { id }, anna, minutesLater(2)));
};

describe('a reading by hand on public pages', () => {
  it('says that a person read it, why and when, and shows what the machine had read; no name goes along', async () => {
    await accept('Valley Post');
    const { id } = await claimOf('12');
    const selected = { quote: '12 schools', place: null };
    taken(await correctClaim(db, { id, revision: 0, selected, reason: REASON }, anna, minutesLater(3)));
    const { measureId } = await claimOf('12');
    const told = await page(`/claims/${id}`);
    for (const words of ['Corrected by a reviewer', REASON, 'about 12 schools', 'as the machine read it']) expect(told).toContain(words);
    const twin = JSON.parse(await page(`/measures/${measureId}.json`));
    expect(twin.claims[0]).toMatchObject({
      figure: { hedge: 'exact' },
      byHand: {
        act: 'corrected',
        by: { role: 'reviewer' },
        reason: REASON,
        changed: ['figure'],
        machine: { hedge: 'about', text: 'about 12 schools' },
      },
    });
    expect(await page(`/measures/${measureId}.csv`)).toContain('corrected,about 12 schools');
    expect(await page('/feed.atom')).toContain('about 12 schools is read as 12 schools');
    expect(await page(`/measures/${measureId}`)).toContain('corrected by a person');
    for (const path of [`/claims/${id}`, `/measures/${measureId}.json`, `/measures/${measureId}`, '/feed.atom'])
      expect(await page(path)).not.toMatch(/Anna|"id":"people/);
    taken(await takeBackReading(db, { id, revision: 1 }, anna, minutesLater(4)));
    expect(await page(`/claims/${id}`)).not.toContain('Corrected by');
    expect(JSON.parse(await page(`/measures/${measureId}.json`)).claims[0]).toMatchObject({ figure: { hedge: 'about' }, byHand: null });
  });

  it('shows nothing of a reading that nobody accepted', async () => {
    await accept('Valley Post');
    const { id } = await claimOf('47');
    taken(await correctClaim(db, { id, revision: 0, selected: null, speaker: 'Rosa Lind', reason: HIDDEN }, anna, minutesLater(3)));
    for (const path of ['/', '/measures', '/feed.atom', '/search?q=Rosa', `/claims/${id}`])
      expect(await page(path)).not.toMatch(/Nobody may|barges/);
  });
});
