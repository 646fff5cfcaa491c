import { and, eq, like } from 'drizzle-orm';
import type { Instant } from '@/lib/base';
import type { Actor } from '../actor';
import { addArticles } from '../articles';
import { auditCase, dismissCase, publishCase, ruleCase, takeCase } from '../cases';
import { acceptArticle } from '../claims';
import { regroup } from '../grouping';
import type { Database } from '../open';
import { articles, cases, claims } from '../schema';
import { ARTICLES, type DemoArticle, FERRY_LATER, inputOf } from './articles';
import { must } from './must';
import { addCast, type Cast, type DemoPerson } from './people';
import { type CaseName, type DemoRuling, DISMISSED, PUBLISHED } from './rulings';

/**
 * Fills an empty record: people, articles, accepted readings, rulings. Everything goes through the verbs that a newsroom uses, in the
 * name of the demo's people, and is a fact in the log like any other. Gives the passwords, which are kept nowhere.
 */
export async function seedDemo(db: Database, now: Instant): Promise<DemoPerson[]> {
  // The work of an hour, so that the history reads in its order.
  const ago = (minutes: number): Instant => new Date(Date.parse(now) - minutes * 60_000).toISOString();
  const { cast, people } = await addCast(db, ago(60));
  await addAccepted(db, ARTICLES, cast.one, ago(50));
  for (const [index, ruling] of PUBLISHED.entries()) await ruleAndPublish(db, ruling, cast, ago(40 - 5 * index), ago(38 - 5 * index));
  const dismissed = await caseNamed(db, DISMISSED);
  must(await dismissCase(db, { ...dismissed, reason: DISMISSED.reason }, cast.two, ago(20)));
  await addAccepted(db, [FERRY_LATER], cast.two, ago(10));
  return people;
}

async function addAccepted(db: Database, texts: DemoArticle[], by: Actor, now: Instant): Promise<void> {
  const { items } = await addArticles(db, texts.map(inputOf), by, now);
  for (const { articleId, claims, refusal, externalId } of items) {
    if (!articleId) throw new Error(`the demo's ${externalId} was refused: ${refusal?.code}`);
    if (claims > 0) must(await acceptArticle(db, { id: articleId }, by, now));
  }
  await regroup(db, now);
}

async function ruleAndPublish(
  db: Database,
  ruling: DemoRuling,
  { one, two, editor }: Cast,
  ruledAt: Instant,
  publishedAt: Instant,
): Promise<void> {
  const { id, revision, positions } = await caseNamed(db, ruling);
  const inAccepted = ruling.accepted === null ? [] : await claimsOf(db, ruling.accepted);
  const at = positions.findIndex((position) => position.claims.some((claim) => inAccepted.includes(claim)));
  const { reasonCode, rationale, second, evidence } = ruling;
  const verdicts = positions.map((_, index) => (index === at ? 'supported' : ruling.otherwise));
  const decision = { verdicts, accepted: at < 0 ? null : at, reasonCode, rationale, evidence, noEvidence: evidence.length === 0 };
  // Two look at it, and neither sees what the other thought: that they say the same is the ruling.
  const opinion = must(await ruleCase(db, { id, revision, ruling: { ...decision, rationale: second } }, two, ruledAt));
  const taken = must(await takeCase(db, { id, revision: opinion.revision }, one, ruledAt));
  const ruled = must(await ruleCase(db, { id, revision: taken.revision, ruling: decision }, one, ruledAt));
  // One in ten is drawn for an audit, and then the editor looks at both opinions first.
  const audited = await auditCase(db, { id, revision: ruled.revision }, editor, publishedAt);
  const { revision: last } = audited.ok ? audited.value : ruled;
  must(await publishCase(db, { id, revision: last, notice: null }, editor, publishedAt));
}

/** The case in whose measure the named claim stands. */
async function caseNamed(db: Database, { article, quote }: CaseName) {
  const found = await db.read
    .select({ id: cases.id, revision: cases.revision, positions: cases.positions })
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .innerJoin(cases, eq(cases.measureId, claims.measureId))
    .where(and(eq(articles.externalId, `demo/${article}`), like(claims.text, `%${quote}%`)))
    .get();
  if (!found) throw new Error(`the demo has no case about “${quote}” in ${article}`);
  return found;
}

async function claimsOf(db: Database, article: string): Promise<string[]> {
  const rows = await db.read
    .select({ id: claims.id })
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(eq(articles.externalId, `demo/${article}`));
  return rows.map(({ id }) => id);
}
