import { and, inArray, ne } from 'drizzle-orm';
import {
  awaits,
  CASE_STATES,
  type CaseEvent,
  type CaseView,
  isBlind,
  type Return,
  type ReviewMode,
  type Ruling,
  standingReturn,
} from '@/lib/adjudication';
import { itemOf } from '../acts';
import { caseSubject } from '../case-record';
import type { Reads } from '../open';
import { cases } from '../schema';
import { isAmong } from '../statement';

interface Whole<R, E> {
  review: ReviewMode;
  view: CaseView;
  rulings: readonly R[];
  events: readonly E[];
}

/**
 * What one person sees of a case's decisions. While a blind review lacks an opinion they see no decision of this round but their own, and
 * not what was said about one; and as long as two differ, the history does not tell which of them is whose. Opinions that were dropped
 * unseen stay so until the case is decided.
 */
export function seenBy<R extends Ruling, E extends { body: CaseEvent }>(reader: string, { review, view, rulings, events }: Whole<R, E>) {
  const blind = isBlind(review, view);
  const back = standingReturn(events.map(({ body }) => body));
  const published = new Set(events.flatMap(({ body }) => (body.type === 'published' ? body.rulingId : [])));
  const dropped = droppedFrom(view, events);
  const ruled = rulings.filter(({ id, by }) => by === reader || (blind ? published.has(id) : !dropped.has(id)));
  const isOpen = awaits(view) !== null && view.opinions.length > 0;
  const history = events.map((event) => ({ ...event, body: blind ? withoutWords(event.body, reader) : event.body }));
  return {
    isBlind: blind,
    ruled,
    back: back && ruled.some(({ id }) => id === back.rulingId) ? back : (null as Return | null),
    history: isOpen ? history.map((event) => ({ ...event, body: withoutName(event.body, reader) })) : history,
  };
}

/**
 * Opinions that a change of the case dropped before they were held against another. They stay unseen until it is decided, also where one
 * person decides now: whoever read them there could choose two again, and would know what the other is going to say.
 */
function droppedFrom<E extends { body: CaseEvent }>(view: CaseView, events: readonly E[]): Set<string> {
  if (awaits(view) !== 'first') return new Set();
  const since = events.findLastIndex(({ body }) => body.type === 'ruled');
  return new Set(events.slice(since + 1).flatMap(({ body }) => (body.type === 'submitted' ? body.rulingId : [])));
}

/** Why a ruling was returned tells something of it. */
const withoutWords = (event: CaseEvent, reader: string): CaseEvent =>
  event.type === 'returned' && event.by !== reader ? { ...event, reason: '' } : event;

/** Of every opinion there was: an older one of the same person would tell who has one now. */
const withoutName = (event: CaseEvent, reader: string): CaseEvent =>
  event.type === 'submitted' && event.by !== reader ? { ...event, by: '' } : event;

/** What a list of the log calls whoever gave an opinion that nobody may know to be theirs yet. */
export const SOME_REVIEWER = 'a reviewer';

/** As much of an entry of the log as tells whose opinion it may be. */
interface Told {
  by: string;
  action: string;
  subject: string;
}

/**
 * Whether an entry must not name its author to this reader: a decision on a case that holds opinions which wait for another, or differ. The
 * log itself names everybody; its pages show no more than the page of the case does.
 */
export async function nameless(from: Reads, told: readonly Told[], reader: string): Promise<(one: Told) => boolean> {
  const decided = told.filter(({ action, by }) => action === 'cases.rule' && by !== reader).map(itemOf);
  if (decided.length === 0) return () => false;
  const holdsOpen = and(isAmong(cases.id, new Set(decided)), inArray(cases.state, OPEN), ne(cases.opinionsBy, []));
  const open = new Set((await from.select({ id: cases.id }).from(cases).where(holdsOpen)).map(({ id }) => caseSubject(id)));
  return ({ action, by, subject }) => action === 'cases.rule' && by !== reader && open.has(subject);
}

const OPEN = CASE_STATES.filter((state) => awaits({ state, opinions: [] }) !== null);
