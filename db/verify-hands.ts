import { and, asc, gt, gte, lte } from 'drizzle-orm';
import { type ChainFault, digestOf } from '@/lib/audit';
import { logHead } from './audit';
import { handInForce, handsByClaim } from './by-hand';
import { readColumns } from './hand-columns';
import { claimSubject, HAND_ACTS, type HandRow, handHashes } from './hand-record';
import { entryPages } from './log-pages';
import type { Reads } from './open';
import { claims, handReadings } from './schema';
import { isAmong } from './statement';

const ACTIONS: readonly string[] = Object.values(HAND_ACTS);
const PAGE = 500;

/**
 * Holds every act of people on what a claim says against the entry that made it, each against the one before it, and every claim that anybody read
 * by hand against the last of them.
 */
export async function handFault(from: Reads): Promise<ChainFault | null> {
  let logged = 0;
  for await (const entries of entryPages(from)) {
    const acts = entries.filter(({ action }) => ACTIONS.includes(action));
    logged += acts.length;
    for (let at = 0; at < acts.length; at += PAGE) {
      const some = acts.slice(at, at + PAGE);
      const within = and(gte(handReadings.seq, some[0]!.seq), lte(handReadings.seq, some.at(-1)!.seq));
      const made = new Map((await from.select().from(handReadings).where(within)).map((row) => [row.seq, row]));
      for (const { seq, action, subject, toVersion, evidenceHashes } of some) {
        const row = made.get(seq);
        const fault = (reason: string): ChainFault => ({ ok: false, seq, reason: `${reason} ${subject}` });
        if (!row) return fault('a reading by hand is missing of');
        const same = row.revision === toVersion && claimSubject(row.claimId) === subject && HAND_ACTS[row.act] === action;
        if (!same || handHashes(row).join() !== evidenceHashes.join()) return fault('a reading by hand is not what was logged of');
      }
    }
  }
  if ((await from.$count(handReadings)) !== logged)
    return { ok: false, seq: (await logHead(from)) + 1, reason: 'a reading by hand was never logged' };
  return standingFault(from);
}

/** Claims by id, a page at a time, each with the acts on it. */
async function standingFault(from: Reads): Promise<ChainFault | null> {
  for (let after = ''; ; ) {
    const page = await from
      .selectDistinct({ id: handReadings.claimId })
      .from(handReadings)
      .where(gt(handReadings.claimId, after))
      .orderBy(asc(handReadings.claimId))
      .limit(PAGE);
    if (page.length === 0) return null;
    const ids = page.map(({ id }) => id);
    const rows = new Map((await from.select().from(claims).where(isAmong(claims.id, ids))).map((row) => [row.id, row]));
    const hands = await handsByClaim(from, ids);
    for (const id of ids) {
      const own = hands.get(id) as HandRow[];
      const last = own.at(-1) as HandRow;
      const row = rows.get(id);
      const wrong = !row || digestOf(readColumns(row)) !== digestOf(last.reading) || !doesFollow(own);
      if (wrong) return { ok: false, seq: last.seq, reason: `claim ${id} does not say what was read in it last` };
    }
    after = ids.at(-1) as string;
  }
}

/** Each act begins with what the one before it left, and what is taken back leaves what stood before. */
const doesFollow = (hands: readonly HandRow[]): boolean =>
  hands.every((hand, at) => {
    const before = hands[at - 1];
    if (hand.revision !== at + 1 || digestOf(hand.before) !== digestOf(before?.reading ?? hands[0]?.before ?? null)) return false;
    if (hand.act !== 'taken-back') return true;
    const stands = handInForce(hands.slice(0, at + 1))?.reading ?? hands[0]?.before ?? null;
    return digestOf(hand.reading) === digestOf(stands);
  });
