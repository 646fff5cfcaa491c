import { asc, eq, or, sql } from 'drizzle-orm';
import { type CaseEvent, type CaseView, type Extractors, type ReviewMode, type Ruling, reviewIn } from '@/lib/adjudication';
import type { Instant } from '@/lib/base';
import type { Check, ClaimRelation } from '@/lib/conflict';
import { barredFromDeciding, barredFromPublishing, extractorsOf } from '../barred';
import { type CaseRow, loadCase } from '../case-record';
import { deskHasEditor, isAdjudicator } from '../editors';
import { isMember } from '../members';
import { isNoted } from '../notice-record';
import type { Reads } from '../open';
import { reviewOf } from '../review-mode';
import { caseEvents, checks, claims, measures, publications, relations, rulings } from '../schema';
import { among, isAmong, sqlOf } from '../statement';
import { type AskedAlike, askedAlike } from './asked-alike';
import { type MemberClaim, membersOf } from './member-claims';
import { namesOf } from './names';
import { seenBy } from './seen-by';

export interface SheetRuling extends Ruling {
  byName: string;
}

/** One entry of the case's history, with the name of its author; null is the machine. */
export interface Step {
  event: CaseEvent;
  by: string | null;
  seq: number;
  /** Where it published. */
  notice: string | null;
}

/** What one person at the desk may see of a case, published or not. */
export interface CaseSheet {
  row: CaseRow;
  view: CaseView;
  measure: { id: string; title: string };
  /** Other measures that are asked in the same words, public or not. */
  alike: AskedAlike[];
  /** Claims of its measure that their source took back: they stand in no position. */
  retracted: string[];
  claims: Map<string, MemberClaim>;
  relations: ClaimRelation[];
  checks: Check[];
  /** How it is decided, and what its measure says of that; null where that is left to the desk. */
  review: ReviewMode;
  ownReview: ReviewMode | null;
  /** A blind review in which not both opinions are in: those of others, what they say of them and the machine's proposal are left out. */
  isBlind: boolean;
  /** The opinions of a blind review that this reader may see, oldest first: their own, or both. */
  opinions: SheetRuling[];
  /** The ruling that stands now, waiting or published. */
  standing: SheetRuling | null;
  /** The ruling that was sent back and waits to be made anew, and what was missing in it. */
  returned: { ruling: SheetRuling; by: string; at: Instant; reason: string } | null;
  /** All rulings this reader may see, oldest first. */
  rulings: SheetRuling[];
  history: Step[];
  takenBy: string | null;
  ruledBy: string | null;
  /** Then only an editor withdraws. */
  deskHasEditor: boolean;
  /** Who may not decide it, since they read one of its figures by hand. */
  extractors: Extractors;
  /** An editor who did not make the ruling, and read nothing of it by hand, may sign in: then only an editor publishes it. */
  editorPublishes: boolean;
  /** An editor who gave no opinion on it may sign in: then only an editor decides between two, and audits. */
  editorDecides: boolean;
  /** This reader may decide between two opinions that differ, and audit two that agree. */
  decides: boolean;
}

/** `reader`: who looks. */
export async function readCaseSheet(from: Reads, id: string, reader: string): Promise<CaseSheet | null> {
  const found = await loadCase(from, id);
  if (!found) return null;
  const { row, view } = found;
  const review = reviewIn(view, await reviewOf(from, row.measureId));
  const measure = await from
    .select({ id: measures.id, title: measures.title, review: measures.review })
    .from(measures)
    .where(eq(measures.id, row.measureId))
    .get();
  const events = await from.select().from(caseEvents).where(eq(caseEvents.caseId, id)).orderBy(asc(caseEvents.revision));
  const all = await from.select().from(rulings).where(eq(rulings.caseId, id)).orderBy(asc(rulings.at));
  const { isBlind, ruled, history, back } = seenBy(reader, { review, view, rulings: all, events });
  const takenBack = await retractedIn(from, row.measureId);
  const members = [
    ...row.positions.flatMap((position) => position.claims),
    ...row.others,
    ...ruled.flatMap((ruling) => ruling.positions.flat()),
    ...takenBack,
  ];
  const published = await from.select().from(publications).where(eq(publications.caseId, id));
  const names = await namesOf(from, [...history.map(({ body }) => body.by), ...ruled.map((ruling) => ruling.by)]);
  const extractors = await extractorsOf(from, found);
  const name = (person: string) => names.get(person) ?? 'somebody';
  const named = ruled.map((ruling): SheetRuling => ({ ...ruling, byName: name(ruling.by) }));
  const held = view.rulingId ?? view.publishedRulingId;
  const sentBack = named.find((ruling) => ruling.id === back?.rulingId);
  return {
    row,
    view,
    measure: measure ?? { id: row.measureId, title: 'A measure without a title' },
    alike: measure ? await askedAlike(from, measure) : [],
    retracted: takenBack,
    claims: await membersOf(from, [...new Set(members)]),
    relations: await relationsOf(from, members),
    checks: await checksOf(from, members),
    ...{ review, ownReview: measure?.review ?? null, isBlind },
    opinions: view.opinions.flatMap((opinion) => named.find((ruling) => ruling.id === opinion.rulingId) ?? []),
    standing: named.find((ruling) => ruling.id === held) ?? null,
    returned: back && sentBack ? { ruling: sentBack, by: name(back.by), at: back.at, reason: back.reason } : null,
    rulings: named,
    history: history.map(({ body, seq }) => ({
      event: body,
      // Without a name where it must not be told whose it is.
      by: body.by === null ? null : body.by === '' ? 'A reviewer' : name(body.by),
      seq,
      notice: body.type === 'published' ? (published.find((act) => act.id === body.publicationId)?.notice ?? null) : null,
    })),
    takenBy: view.takenBy === null ? null : name(view.takenBy),
    ruledBy: view.ruledBy === null ? null : name(view.ruledBy),
    deskHasEditor: await deskHasEditor(from),
    extractors,
    editorPublishes: await deskHasEditor(from, barredFromPublishing(found, extractors)),
    editorDecides: await deskHasEditor(from, barredFromDeciding(found, extractors)),
    decides: await isAdjudicator(from, reader, barredFromDeciding(found, extractors)),
  };
}

/** Those that nobody rejected, by time. */
async function retractedIn(from: Reads, measureId: string): Promise<string[]> {
  const rows = await from
    .select({ id: claims.id })
    .from(claims)
    .where(sql`${claims.measureId} = ${measureId} AND ${isMember} AND ${isNoted('retracted', sql`${claims.articleId}`)}`)
    .orderBy(asc(claims.createdAt), asc(claims.id));
  return rows.map(({ id }) => id);
}

async function relationsOf(from: Reads, ids: string[]): Promise<ClaimRelation[]> {
  if (ids.length === 0) return [];
  return from
    .select()
    .from(relations)
    .where(sql`${isAmong(relations.a, ids)} and ${isAmong(relations.b, ids)}`);
}

/** Sums that a member is the total of or a term in. */
async function checksOf(from: Reads, ids: string[]): Promise<Check[]> {
  if (ids.length === 0) return [];
  const term = sql`${checks.id} IN (SELECT check_id FROM check_terms WHERE claim_id IN ${sqlOf(among(ids))})`;
  return from
    .select()
    .from(checks)
    .where(or(isAmong(checks.total, ids), term))
    .orderBy(sql`rowid`);
}
