import { and, asc, eq, gt, isNotNull } from 'drizzle-orm';
import type { RecordedClaim } from '@/lib/measure';
import { likestClaims } from './claim-keys';
import { claimsAtHand } from './known-claims';
import { isMember } from './members';
import type { Database, Reads, Tx } from './open';
import { claims, meta } from './schema';
import { among, words } from './statement';
import { suggestPairs } from './suggestions';

/** Its value is the id of the last claim that is done. */
const SUGGESTIONS_OWED = 'suggestions_owed';
/** Claims held against their likest in one transaction, and how many each. */
const TOGETHER = 50;
const LIKEST = 16;

/** True where claims were placed before suggestions were kept. */
export async function areSuggestionsOwed(from: Reads): Promise<boolean> {
  return (await lastDone(from)) !== null;
}

/** Cleared where the whole record was grouped. */
export async function settleSuggestions(tx: Tx): Promise<void> {
  await tx.delete(meta).where(eq(meta.key, SUGGESTIONS_OWED));
}

/** Suggests what the placed claims of a large record are alike to, some at a time: others write in between. Cut off, it goes on from there. */
export async function refillSuggestions(db: Database): Promise<void> {
  while (await db.write(refillSome));
}

/** False where none was left. */
async function refillSome(tx: Tx): Promise<boolean> {
  const after = await lastDone(tx);
  if (after === null) return false;
  const rows = await tx
    .select({ id: claims.id })
    .from(claims)
    .where(and(isMember, isNotNull(claims.measureId), gt(claims.id, after)))
    .orderBy(asc(claims.id))
    .limit(TOGETHER);
  const ids = rows.map(({ id }) => id);
  const last = ids.at(-1);
  if (last === undefined) await settleSuggestions(tx);
  else {
    await suggestLikest(tx, ids);
    await tx.update(meta).set({ value: last }).where(eq(meta.key, SUGGESTIONS_OWED));
  }
  return last !== undefined;
}

async function lastDone(from: Reads): Promise<string | null> {
  return (await from.select().from(meta).where(eq(meta.key, SUGGESTIONS_OWED)).get())?.value ?? null;
}

/** Suggests what some claims are likest to in other measures. */
export async function suggestLikest(tx: Tx, ids: readonly string[]): Promise<void> {
  await suggestPairs(tx, await likestPairs(tx, ids));
}

/** Each of the claims with those of other measures that are likest to it; what is not placed yet is suggested when it is. */
async function likestPairs(tx: Tx, ids: readonly string[]): Promise<[RecordedClaim, RecordedClaim][]> {
  const some = await claimsAtHand(tx, words`claims.id IN ${among(ids)}`);
  const likest = await likestClaims(tx, some, LIKEST);
  const others = await claimsAtHand(tx, words`claims.id IN ${among(new Set([...likest.values()].flat()))}`);
  const byId = new Map(others.map((claim) => [claim.id, claim]));
  return some.flatMap((claim) => {
    const alike = (likest.get(claim.id) ?? []).flatMap((id) => byId.get(id) ?? []);
    const elsewhere = alike.filter(({ measureId }) => measureId !== null && measureId !== claim.measureId);
    return elsewhere.map((other): [RecordedClaim, RecordedClaim] => [claim, other]);
  });
}
