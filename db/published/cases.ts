import type { Instant } from '@/lib/base';
import { type Check, type ClaimRelation, conflictAmong, foundsCase } from '@/lib/conflict';
import type { Settled } from '@/lib/measure';
import { type CaseAct, type PublicCase, type PublicPublication, type PublicWithdrawal, publicLife } from '@/lib/publication';
import type { Reads } from '../open';
import { cases } from '../schema';
import { among, ask, isAmong, words } from '../statement';
import type { FoundClaims } from './claims';
import { type LoggedEvent, loggedEvents, publishedOf } from './publications';
import { actorsOf } from './roles';

/** Everything public about the claims of some measures. */
export interface PublicBasis {
  found: FoundClaims;
  relations: ClaimRelation[];
  checks: Check[];
  /** Ids of measures in which not every pair is stored. */
  large: readonly string[];
  /** What people said of pairs of claims; nothing where every pair is stored. */
  settled: Settled;
}

/**
 * The cases of these measures as far as they are public, by measure: over the accepted claims alone, a ruling only by its publication,
 * what happens between reviewers (taken, ruled, returned) never. A published case stays visible, whatever becomes of it later; of what was
 * withdrawn the tombstone does.
 */
export async function publicCases(from: Reads, measureIds: string[], basis: PublicBasis): Promise<Map<string, PublicCase>> {
  if (measureIds.length === 0) return new Map();
  const rows = await from
    .select({ id: cases.id, measureId: cases.measureId, openedAt: cases.openedAt })
    .from(cases)
    .where(isAmong(cases.measureId, measureIds));
  const events = await loggedEvents(
    from,
    rows.map((row) => row.id),
  );
  const published = await publishedOf(from, events);
  const actor = await actorsOf(from, events.flatMap(authorOf));
  const opponents = rows.length === 0 ? new Map() : await opponentsIn(from, basis);
  const shown = new Map<string, PublicCase>();
  for (const row of rows) {
    const own = events.filter(({ caseId }) => caseId === row.id);
    const accepted = acceptedOf(row.measureId, basis);
    const current = currentOf(row.measureId, basis);
    const ever = own.flatMap(({ seq }) => published.get(seq) ?? []);
    if (!current && ever.length === 0) continue;
    const kinds = kindsIn(own);
    const withdrawal = withdrawalIn(own, kinds, actor);
    const publications = own.flatMap(({ seq }): PublicPublication[] => {
      const [publication, kind] = [published.get(seq), kinds.get(seq)];
      return publication && kind && seq > (withdrawal?.entry ?? 0) ? [{ ...publication, kind }] : [];
    });
    const against = basis.large.includes(row.measureId) ? knownIn(opponents, current, basis) : opponents;
    const { standing, acts } = publicLife({ events: own, publications: published, accepted, against, actor });
    const opened = acts[0] ?? openedNow(row.openedAt, current, accepted);
    const first = ever[0];
    shown.set(row.measureId, {
      ...{ id: row.id, measureId: row.measureId, standing: standing ?? { status: 'open' } },
      openedAt: first && (!opened || first.at < opened.at) ? first.at : opened!.at,
      ...{ current, publications, withdrawal, acts: acts.length > 0 || !opened ? acts : [opened] },
    });
  }
  return shown;
}

/** The public claims of a measure: what a case tells must not depend on which other measures it is read with. */
const acceptedOf = (measureId: string, { found }: PublicBasis): Map<string, { seq: number; at: Instant }> =>
  new Map(
    found.claims.flatMap(({ id, acceptedAt, ...claim }) =>
      claim.measureId === measureId ? [[id, { seq: found.acceptedIn.get(id) ?? 0, at: acceptedAt }]] : [],
    ),
  );

/** What each public claim stands against: others in pairs that cannot both be true, read by anybody or not, and the other terms of sums that fail. */
async function opponentsIn(from: Reads, { found, relations, checks }: PublicBasis): Promise<Map<string, string[][]>> {
  const against = new Map<string, string[][]>();
  const add = (id: string, others: string[]) => {
    const known = against.get(id);
    if (known) known.push(others);
    else against.set(id, [others]);
  };
  const pairs = [...relations.filter(({ alert }) => alert), ...(await unreadAgainst(from, found))];
  for (const { a, b } of pairs) {
    add(a, [b]);
    add(b, [a]);
  }
  for (const { total, parts } of checks.filter(foundsCase)) for (const id of [total, ...parts]) add(id, [total, ...parts]);
  return against;
}

/** Where not every pair is stored, a claim that nothing is known of counts where it stands in the public conflict of today: an unread text may speak against it. */
function knownIn(opponents: Map<string, string[][]>, current: PublicCase['current'], { found }: PublicBasis): Map<string, string[][]> {
  const contested = new Set(current?.positions.flatMap(({ claims }) => claims));
  const unknown = found.claims.filter(({ id }) => !opponents.has(id) && !contested.has(id));
  return new Map([...opponents, ...unknown.map(({ id }): [string, string[][]] => [id, []])]);
}

/** Pairs of a public claim and one that is not, which cannot both be true. */
async function unreadAgainst(from: Reads, { claims }: FoundClaims): Promise<{ a: string; b: string }[]> {
  const own = among(claims.map(({ id }) => id));
  return ask(
    from,
    words`SELECT a, b FROM relations JOIN claims ON claims.id = b WHERE a IN ${own} AND alert = 1 AND claims.status <> 'accepted'
      UNION ALL SELECT a, b FROM relations JOIN claims ON claims.id = a WHERE b IN ${own} AND alert = 1 AND claims.status <> 'accepted'`,
  );
}

/** The case as it would be had nobody read what is not accepted. */
function currentOf(measureId: string, { found, relations, checks, settled }: PublicBasis): PublicCase['current'] {
  const members = [...found.recorded.values()].filter((claim) => claim.measureId === measureId);
  const conflict = conflictAmong(members, relations, checks, settled);
  if (conflict === null) return null;
  const { positions, others, explanation, possibleReasons } = conflict;
  return { positions, others, explanation, possibleReasons };
}

/** For a conflict among accepted claims that no finding shows apart: there since the last of them was accepted. */
function openedNow(openedAt: string, current: PublicCase['current'], accepted: Map<string, { at: string }>): CaseAct | null {
  if (!current) return null;
  const at = [openedAt, ...current.positions.flatMap(({ claims }) => claims).flatMap((id) => accepted.get(id)?.at ?? [])].sort().at(-1)!;
  return { type: 'opened', at, positions: current.positions.map(({ label, claims }) => ({ label, claims })) };
}

/** What each publication was, by its entry: what takes the place of nothing corrects nothing. */
function kindsIn(own: readonly LoggedEvent[]): Map<number, PublicPublication['kind']> {
  const kinds = new Map<number, PublicPublication['kind']>();
  let next: PublicPublication['kind'] = 'publication';
  for (const { seq, event } of own) {
    if (event.type === 'withdrawn') next = 'anew';
    if (event.type !== 'published') continue;
    kinds.set(seq, next);
    next = 'correction';
  }
  return kinds;
}

/** The last withdrawal of a case, with what went by it and by those before. */
function withdrawalIn(
  own: readonly LoggedEvent[],
  kinds: ReadonlyMap<number, PublicPublication['kind']>,
  actor: Awaited<ReturnType<typeof actorsOf>>,
): PublicWithdrawal | null {
  const last = own.findLast(({ event }) => event.type === 'withdrawn');
  if (last?.event.type !== 'withdrawn') return null;
  const { at, reason, by, byRole } = last.event;
  const of = own.flatMap(({ seq, event, rest }) =>
    event.type === 'published' && seq < last.seq && rest !== undefined
      ? [{ at: event.at, kind: kinds.get(seq) ?? 'publication', entry: seq, hash: rest }]
      : [],
  );
  return { at, reason, by: actor({ by, byRole }), entry: last.seq, of };
}

const authorOf = ({ event }: LoggedEvent) =>
  (event.type === 'dismissed' || event.type === 'withdrawn') && event.by !== null && event.byRole !== null
    ? [{ by: event.by, byRole: event.byRole }]
    : [];
