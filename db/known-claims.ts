import type { RecordedClaim } from '@/lib/measure';
import { afterCommit, rewinding } from './around-commit';
import type { ClaimRow } from './codec';
import { claimsToGroup, IS_MEMBER, partOfMember } from './members';
import type { Tx } from './open';
import { among, askJson, sqlOf, type Words, words } from './statement';

type ById = Map<string, RecordedClaim>;

/** Claims that were used lately, by id. A claim never changes but for the measure it stands in, until somebody corrects its reading; no two records share an id. */
const known: ById = new Map();
/** A news story is told within days: what an import needs again it needed a moment ago. About 40 kB each, with what was worked out of them. */
const MOST_KNOWN = 4_000;

/** What each transaction that runs has stored or used: its own, whatever the others of the process forget, and known to them once it is on the disk. */
const held = new WeakMap<Tx, ById>();

/** What of a claim may be another today than when it was read. */
type Moved = [
  ...[id: string, measureId: string | null, partOf: string | null, totalStatus: ClaimRow['status'] | null, originId: string],
  ...[accepted: 0 | 1, retracted: 0 | 1],
];

/** Claims as they stand today, and the ids of those that somebody accepted. */
export interface Standing {
  claims: RecordedClaim[];
  accepted: Set<string>;
}

/**
 * The claims that `where` names and that may stand in a measure, in no order; those that were used lately are not read again. For whoever
 * writes alone: the objects are shared, and say what the transaction sees.
 */
export const claimsAtHand = async (tx: Tx, where: Words): Promise<RecordedClaim[]> => (await standingAtHand(tx, where)).claims;

/** The same with what people said of the readings. */
export async function standingAtHand(tx: Tx, where: Words): Promise<Standing> {
  const rows = await askJson<Moved[]>(
    tx,
    words`SELECT json_group_array(json_array(claims.id, claims.measure_id, claims.part_of, totals.status,
      coalesce(origin_id, claims.article_id), claims.status = 'accepted',
      EXISTS (SELECT 1 FROM article_notices n WHERE n.article_id = claims.article_id AND n.kind = 'retracted' AND n.ended_seq IS NULL))) AS json FROM claims
      LEFT JOIN claims AS totals ON totals.id = claims.part_of LEFT JOIN article_origins ON article_origins.article_id = claims.article_id
      WHERE ${IS_MEMBER} AND ${where}`,
  );
  const own = heldBy(tx);
  const missing = rows.map(([id]) => id).filter((id) => !isAtHand(own, id));
  if (missing.length > 0) remember(tx, await claimsToGroup(tx, sqlOf(words`claims.id IN ${among(missing)}`)));
  const accepted = rows.flatMap((row) => (row[5] === 1 ? [row[0]] : []));
  return { claims: rows.map((row) => today(own, row)), accepted: new Set(accepted) };
}

/** Claims that the transaction just stored will be asked for next. */
export function remember(tx: Tx, some: readonly RecordedClaim[]): void {
  const own = heldBy(tx);
  for (const claim of some) own.set(claim.id, claim);
}

/** Somebody reads these claims otherwise: what is known of them is no more. */
export function forget(tx: Tx, ids: readonly string[]): void {
  for (const id of ids) {
    heldBy(tx).delete(id);
    known.delete(id);
  }
}

function heldBy(tx: Tx): ById {
  const before = held.get(tx);
  if (before) return before;
  const own: ById = new Map();
  held.set(tx, own);
  afterCommit(tx, () => keep(own));
  // What a part that was refused changed in a claim was never so: it is read again.
  rewinding(tx, () => () => own.clear());
  return own;
}

/** From here on the transaction holds it itself: another may forget it meanwhile. */
function isAtHand(own: ById, id: string): boolean {
  const claim = own.get(id) ?? known.get(id);
  if (claim) own.set(id, claim);
  return claim !== undefined;
}

/** The claim as it stands now. The object stays the same as long as what it says does: what was worked out of it once is kept with it. */
function today(own: ById, [id, measureId, total, totalStatus, originId, _, retracted]: Moved): RecordedClaim {
  const partOf = partOfMember(total, totalStatus);
  let claim = own.get(id) as RecordedClaim;
  if (claim.partOf !== partOf) claim = { ...claim, partOf };
  // A reprint that comes to be called the first of many moves them all: nothing is worked out of where a claim stands, whose text it is and whether that was taken back.
  claim.originId = originId;
  claim.measureId = measureId;
  claim.retracted = retracted === 1;
  own.set(id, claim);
  return claim;
}

/** The ones that were not asked for longest go first. */
function keep(own: ById): void {
  for (const [id, claim] of own) {
    known.delete(id);
    known.set(id, claim);
  }
  for (const id of known.keys()) {
    if (known.size <= MOST_KNOWN) return;
    known.delete(id);
  }
}
