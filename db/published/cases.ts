import { asc, inArray } from 'drizzle-orm';
import type { CaseEvent } from '@/lib/adjudication';
import type { CaseStanding, PublicCase, PublicClaim, PublicPublication } from '@/lib/publication';
import type { Reads } from '../open';
import { caseEvents, cases, publications, rulings } from '../schema';
import { actorsOf } from './roles';

type CaseRow = typeof cases.$inferSelect;

/**
 * The cases of these measures as far as they are public. A case shows itself once every claim in its positions is accepted; a ruling
 * only by its publication; what happens between reviewers (taken, ruled, returned) never. A published case stays visible, whatever
 * becomes of it later.
 */
export async function publicCases(from: Reads, measureIds: string[], accepted: Map<string, PublicClaim>): Promise<Map<string, PublicCase>> {
  if (measureIds.length === 0) return new Map();
  const rows = await from.select().from(cases).where(inArray(cases.measureId, measureIds));
  const ids = rows.map((row) => row.id);
  const published = await publicationsOf(from, ids);
  const events = await eventsOf(from, ids);
  const dismissals = await dismissalsOf(from, events);
  const shown = new Map<string, PublicCase>();
  for (const row of rows) {
    const view = publicCase(row, published.get(row.id) ?? [], events.get(row.id) ?? [], {
      accepted,
      dismissal: dismissals.get(row.id) ?? null,
    });
    if (view) shown.set(row.measureId, view);
  }
  return shown;
}

function publicCase(
  row: CaseRow,
  published: PublicPublication[],
  events: CaseEvent[],
  { accepted, dismissal }: { accepted: Map<string, PublicClaim>; dismissal: Dismissed | null },
): PublicCase | null {
  const members = row.positions.flatMap((position) => position.claims);
  const whole = members.length > 0 && members.every((id) => accepted.has(id));
  const standing = standingOf(row, published, events, whole ? { dismissal } : null);
  if (!standing) return null;
  const first = published[0];
  const counted = first ? first.ruling.positions.flat() : members;
  const seen = counted.flatMap((id) => accepted.get(id)?.acceptedAt ?? []);
  const openedAt = [row.openedAt, ...seen].sort().at(-1)!;
  return {
    id: row.id,
    measureId: row.measureId,
    standing,
    openedAt: first && first.at < openedAt ? first.at : openedAt,
    current: whole
      ? {
          positions: row.positions,
          others: row.others.filter((id) => accepted.has(id)),
          explanation: row.explanation,
          possibleReasons: row.possibleReasons,
        }
      : null,
    publications: published,
  };
}

type Dismissed = Extract<CaseStanding, { status: 'dismissed' }>;

/** Null: nothing about this case is public. `whole` is null while a claim in its positions is not. */
function standingOf(
  row: CaseRow,
  published: PublicPublication[],
  events: CaseEvent[],
  whole: { dismissal: Dismissed | null } | null,
): CaseStanding | null {
  const last = published.at(-1);
  if (last) {
    // A later dismissal answers the new claim, not the ruling: what was published stands until a new publication replaces it.
    if (row.state === 'published' || row.state === 'dismissed') return { status: 'settled' };
    return { status: 'reopened', at: events.findLast((event) => event.type === 'reopened')?.at ?? last.at };
  }
  if (!whole) return null;
  // The machine dismisses what a person's rejection or a new reading made vanish: there is nothing left to show.
  return row.state === 'dismissed' ? whole.dismissal : { status: 'open' };
}

/** The last dismissal of each case, where a person made it. */
async function dismissalsOf(from: Reads, events: Map<string, CaseEvent[]>): Promise<Map<string, Dismissed>> {
  const made = [...events].flatMap(([id, list]) => {
    const last = list.findLast((event) => event.type === 'dismissed');
    return last?.type === 'dismissed' && last.by !== null && last.byRole !== null
      ? [{ ...last, id, by: last.by, byRole: last.byRole }]
      : [];
  });
  const actor = await actorsOf(from, made);
  return new Map(made.map(({ id, at, reason, by, byRole }) => [id, { status: 'dismissed', at, reason, by: actor({ by, byRole }) }]));
}

async function eventsOf(from: Reads, ids: string[]): Promise<Map<string, CaseEvent[]>> {
  const rows =
    ids.length === 0 ? [] : await from.select().from(caseEvents).where(inArray(caseEvents.caseId, ids)).orderBy(asc(caseEvents.revision));
  const events = new Map<string, CaseEvent[]>();
  for (const row of rows) events.set(row.caseId, [...(events.get(row.caseId) ?? []), row.body]);
  return events;
}

async function publicationsOf(from: Reads, ids: string[]): Promise<Map<string, PublicPublication[]>> {
  const rows =
    ids.length === 0 ? [] : await from.select().from(publications).where(inArray(publications.caseId, ids)).orderBy(asc(publications.at));
  if (rows.length === 0) return new Map();
  const ruled = await from
    .select()
    .from(rulings)
    .where(
      inArray(
        rulings.id,
        rows.map((row) => row.rulingId),
      ),
    );
  const actor = await actorsOf(from, [...rows, ...ruled]);
  const byId = new Map(ruled.map(({ id, caseId: _, by, byRole, ...ruling }) => [id, { ...ruling, by: actor({ by, byRole }) }]));
  const found = new Map<string, PublicPublication[]>();
  for (const { id, caseId, rulingId, kind, notice, by, byRole, at } of rows) {
    const publication = { id, kind, notice, at, by: actor({ by, byRole }), ruling: byId.get(rulingId)! };
    found.set(caseId, [...(found.get(caseId) ?? []), publication]);
  }
  return found;
}
