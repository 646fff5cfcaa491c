import { eq } from 'drizzle-orm';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { publishCase, ruleCase } from '@/db/cases';
import { acceptArticle } from '@/db/claims';
import { exportState } from '@/db/export';
import type { Database } from '@/db/open';
import {
  articleRecord,
  caseList,
  caseMeasure,
  changedMeasures,
  claimRecord,
  correctedMeasures,
  foundRecords,
  listedSources,
  measureList,
  measureRecord,
  searchPublic,
  settledAndOpen,
} from '@/db/published';
import { articles, cases, claims } from '@/db/schema';
import { changesOf, measureCsv, measureJson, measurePage } from '@/lib/publication';
import { article } from './intake-world';
import { taken } from './public-world';
import { seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

/** Words that only the article of the Hill Courier has: in its headline, its byline, its address and beside its figure. */
export const SECRETS = ['zirconium', 'Quillon', 'hill-courier.example'];
export const SITE = { url: 'https://check.example', name: 'Countercheck' };
export const RULED = 'The school office lists twelve of them by name.';

/** Two papers count schools, 12 against 19; the case is ruled by Anna and published by Edda, who edits. */
export async function stormPublished(small?: number) {
  const db = await newRecord();
  const [anna, bela, edda] = [await seedPerson(db, 'Anna'), await seedPerson(db, 'Bela'), await seedPerson(db, 'Edda', 'editor')];
  const told = [
    article({ text: 'The storm closed 12 schools in the valley, officials said.', outlet: 'Valley Post', publishedAt: '2024-05-02' }),
    article({
      ...{ title: 'A zirconium storm', byline: 'Ada Quillon', url: 'https://hill-courier.example/storm' },
      text: 'Nobody slept. The storm closed 19 schools in the valley, officials said. A zirconium mine was shut as well.',
      ...{ outlet: 'Hill Courier', publishedAt: '2024-05-02' },
    }),
  ];
  for (const one of told) taken({ ok: true, value: await addArticles(db, [one], OWNER, NOW, { small }) });
  for (const { id } of await db.read.select().from(articles)) taken(await acceptArticle(db, { id }, anna, minutesLater(1), small));
  const claimOf = async (text: string) => (await db.read.select().from(claims).where(eq(claims.text, text)).get())!;
  const [post, courier] = [await claimOf('12 schools'), await claimOf('19 schools')];
  const theCase = async () => (await db.read.select().from(cases).get())!;
  const rule = async (accepted: string, at = 2, rationale = RULED) => {
    const { id, revision, positions } = await theCase();
    const place = positions.findIndex((position) => position.claims.includes(accepted));
    const ruling = {
      verdicts: positions.map((_, index) => (index === place ? ('supported' as const) : ('contradicted' as const))),
      ...{ accepted: place, reasonCode: 'source-error' as const, rationale, evidence: [], noEvidence: true },
    };
    taken(await ruleCase(db, { id, revision, ruling }, anna, minutesLater(at)));
  };
  const publish = async (at = 3, notice: string | null = null) => {
    const { id, revision } = await theCase();
    taken(await publishCase(db, { id, revision, notice }, edda, minutesLater(at)));
  };
  await rule(post.id);
  await publish();
  const measureId = (await claimOf('12 schools')).measureId!;
  return { ...{ db, anna, bela, edda, post, courier, measureId }, claimOf, theCase, rule, publish };
}

/** Everything the public could read of it, and what the operator exports, as one text. */
export async function everythingOut(db: Database, measureId: string, typed: readonly string[]): Promise<string> {
  const { read } = db;
  const record = await measureRecord(read, measureId);
  const page = record && measurePage(record);
  const some = await Promise.all((await read.select().from(claims)).map(({ id }) => claimRecord(read, id)));
  const texts = await Promise.all((await read.select().from(articles)).map(({ id }) => articleRecord(read, id)));
  const held = await read.select().from(cases);
  return JSON.stringify([
    ...[record, page, page && measureJson(page, SITE), page && measureCsv(page, SITE), record && changesOf(record)],
    ...[
      await measureList(read, { after: null }),
      await caseList(read, { after: null }),
      await settledAndOpen(read, 8),
      await changedMeasures(read, 50),
    ],
    ...[await listedSources(read), await correctedMeasures(read, 50), some, texts],
    await Promise.all(held.map(({ id }) => caseMeasure(read, id))),
    await Promise.all(typed.map(async (words) => foundRecords(read, await searchPublic(read, words)))),
    await exportState(db),
  ]);
}
