import { type CaseEvent, type CaseView, isBlind, type Return, type ReviewMode, type Ruling, standingReturn } from '@/lib/adjudication';

interface Whole<R, E> {
  review: ReviewMode;
  view: CaseView;
  rulings: readonly R[];
  events: readonly E[];
}

/**
 * What one person sees of a case's decisions. While a blind review lacks an opinion they see no decision of this round but their own, and
 * not what was said about one; and as long as two differ, the history does not tell which of them is whose.
 */
export function seenBy<R extends Ruling, E extends { body: CaseEvent }>(reader: string, { review, view, rulings, events }: Whole<R, E>) {
  const blind = isBlind(review, view);
  const back = standingReturn(events.map(({ body }) => body));
  const published = new Set(events.flatMap(({ body }) => (body.type === 'published' ? body.rulingId : [])));
  const ruled = blind ? rulings.filter(({ id, by }) => by === reader || published.has(id)) : [...rulings];
  const isOpen = view.state !== 'ruled' && view.opinions.length > 0;
  const history = events.map((event) => ({ ...event, body: blind ? withoutWords(event.body, reader) : event.body }));
  return {
    isBlind: blind,
    ruled,
    back: back && ruled.some(({ id }) => id === back.rulingId) ? back : (null as Return | null),
    history: isOpen ? history.map((event) => ({ ...event, body: withoutName(event.body, reader, view) })) : history,
  };
}

/** Why a ruling was returned tells something of it. */
const withoutWords = (event: CaseEvent, reader: string): CaseEvent =>
  event.type === 'returned' && event.by !== reader ? { ...event, reason: '' } : event;

const withoutName = (event: CaseEvent, reader: string, { opinions }: CaseView): CaseEvent =>
  event.type === 'submitted' && event.by !== reader && opinions.some(({ rulingId }) => rulingId === event.rulingId)
    ? { ...event, by: '' }
    : event;
