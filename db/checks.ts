import { type Check, MEASURE_KINDS, RECKONED_KINDS, reckonInSteps } from '@/lib/conflict';
import { newId } from './ids';
import { claimsAtHand } from './known-claims';
import type { Tx } from './open';
import { insertRows, rowsOf } from './rows';
import { checks } from './schema';
import { among, NOTHING, send, type Words, words } from './statement';
import { inTurns } from './turns';

/** Claims whose checks are written: those of their measures, and what is reckoned of some articles, all their claims with each other. */
interface CheckScope {
  /** Ids of the members of measures. */
  members: readonly string[];
  articles: readonly string[];
}

/**
 * Makes the stored checks those of today, and gives the number of rows written; with `of`, those in this scope, and no other is written: what
 * was not looked up may be there already. What is reckoned of its articles is reckoned here. A check that still holds keeps its id, and each
 * stands once.
 */
export async function writeChecks(tx: Tx, today: Check[], of?: CheckScope): Promise<number> {
  const key = ({ kind, total, parts, expression, verdict }: Check) => JSON.stringify([kind, total, parts, expression, verdict]);
  const rows = await rowsOf(tx, checks, of ? inScope(of) : NOTHING);
  const stored = new Map(rows.map((row) => [key(row), row.id]));
  const members = new Set(of?.members);
  const own = of ? [...today.filter(({ total }) => members.has(total)), ...(await reckoned(tx, of.articles))] : today;
  const wanted = new Map(own.map((check) => [key(check), check]));
  const fresh = [...wanted].filter(([name]) => !stored.has(name)).map(([, check]) => check);
  const gone = rows.filter((row) => !wanted.has(key(row)) || stored.get(key(row)) !== row.id).map(({ id }) => id);
  if (gone.length > 0) send(tx, words`DELETE FROM checks WHERE id IN ${among(gone)}`);
  const added = fresh.map(({ kind, total, parts, expression, verdict }) => ({ id: newId(), kind, total, parts, expression, verdict }));
  await insertRows(tx, checks, added);
  return gone.length + fresh.length;
}

/** Those that left their measures, too: what was reckoned of them goes. */
const inScope = ({ members, articles }: CheckScope): Words =>
  words`WHERE (total IN ${among(members)} AND kind IN ${among(MEASURE_KINDS)})
    OR (total IN (SELECT id FROM claims WHERE article_id IN ${among(articles)}) AND kind IN ${among(RECKONED_KINDS)})`;

const reckoned = async (tx: Tx, articleIds: readonly string[]): Promise<Check[]> =>
  articleIds.length === 0 ? [] : inTurns(reckonInSteps(await claimsAtHand(tx, words`claims.article_id IN ${among(articleIds)}`)));
