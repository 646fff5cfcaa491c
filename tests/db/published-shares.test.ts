import { eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { acceptArticle, rejectClaim } from '@/db/claims';
import { regroup } from '@/db/grouping';
import type { Database } from '@/db/open';
import { articles, cases, claims } from '@/db/schema';
import { ask } from '../app/public-routes';
import { article } from './intake-world';
import { taken } from './public-world';
import { type ServedRecord, servedRecord } from './served-record';
import { minutesLater, NOW } from './world';

let record: ServedRecord;
let db: Database;
let anna: Actor;

beforeAll(async () => {
  record = await servedRecord();
  ({ db, anna } = record);
});

afterAll(() => record.end());

it('a share of more than all is told beside a dismissed case and makes no case of its own', async () => {
  const told = [
    article({ text: 'Turnout in the vote in Lind was 120 percent, the clerk said.', outlet: 'Harbour Post', publishedAt: '2024-05-06' }),
    article({ text: 'Turnout in the vote in Lind was 61 percent, the clerk said.', outlet: 'Bay Herald', publishedAt: '2024-05-06' }),
  ];
  await addArticles(db, told, { kind: 'owner' }, NOW);
  const other = await db.read.select().from(claims).where(eq(claims.text, '61 percent')).get();
  taken(await rejectClaim(db, { id: other!.id, reason: 'The paper took it back.' }, anna, minutesLater(1)));
  await regroup(db, minutesLater(2));
  const [found] = await db.read.select().from(cases);
  expect(found).toMatchObject({ state: 'dismissed' });
  const before = await (await ask('/cases')).text();
  const { id } = (await db.read.select().from(articles).where(like(articles.text, '%120%')).get())!;
  taken(await acceptArticle(db, { id }, anna, minutesLater(3)));
  expect(await (await ask('/cases')).text()).toBe(before);
  expect((await ask(`/cases/${found!.id}`)).status).toBe(404);
  const page = await (await ask(`/measures/${found!.measureId}.json`)).json();
  expect(page).toMatchObject({ status: 'uncontested', positions: [] });
  expect(page.checks).toMatchObject([{ kind: 'impossible-share', verdict: 'fail' }]);
});
