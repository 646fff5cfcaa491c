import { type Day, dayAfter, dayWords, lastDayOf } from '@/lib/base';
import type { Site } from './claim-review';
import type { MeasurePage } from './measure-page';
import type { ClaimRow } from './rows';
import { countWords } from './vocabulary';
import { xml } from './xml';

/** Where nobody said after how many days a measure is looked at again. */
const YEAR = 365;

/** How old a figure is, beside what its measure allows. */
export interface Age {
  /** "1 March 2026", "1 March 2026 to 6 March 2026", or null where no date is given. */
  asOf: string | null;
  /** Older on the day that was asked for than the interval allows. */
  old: boolean;
  /** A sentence about it, with days in it, which stays true. */
  words: string;
}

/** @param rows the claims that are shown; the youngest of their dates is that of the answer. @param today the day it is asked for. */
export function ageOf(page: MeasurePage, rows: ClaimRow[], today: Day): Age {
  const days = rows.flatMap((row) => (row.claim.asOf ? { day: row.claim.asOf, last: lastDayOf(row.claim.asOf) } : []));
  days.sort((a, b) => a.last.localeCompare(b.last));
  const [oldest, youngest] = [days[0], days.at(-1)];
  if (!oldest || !youngest) return { asOf: null, old: false, words: 'No date is given for this figure, so nobody can tell how old it is.' };
  const interval = page.record.definition?.reviewDays ?? null;
  const due = dueAfter(youngest.last, interval ?? YEAR);
  const asOf = oldest.day === youngest.day ? dayWords(youngest.day) : `${dayWords(oldest.day)} to ${dayWords(youngest.day)}`;
  const old = today > due;
  const span = interval === null ? 'a year' : countWords(interval, 'day');
  const words = old
    ? `Older than ${span}, after which this figure was to be looked at again (on ${dayWords(due)}): look for a newer one.`
    : `To be looked at again by ${dayWords(due)}.`;
  return { asOf, old, words };
}

const dueAfter = (day: Day, days: number): Day => dayAfter(`${day}T00:00:00.000Z`, days);

/** The day by which the answer is to be looked at again; null where nobody set an interval, or no date is given. */
export function reviewDue(page: MeasurePage): Day | null {
  const days = page.record.definition?.reviewDays ?? null;
  const youngest = answeredBy(page)
    .flatMap(({ claim }) => (claim.asOf ? lastDayOf(claim.asOf) : []))
    .sort()
    .at(-1);
  return days === null || youngest === undefined ? null : dueAfter(youngest, days);
}

/** The claims of the answer: of what was accepted, else of all figures that it names. */
function answeredBy({ answer: { form, figures }, rows }: MeasurePage): ClaimRow[] {
  const told = new Set((form === 'accepted' ? figures.slice(0, 1) : figures).map(({ claim }) => claim));
  return rows.filter(({ id }) => told.has(id));
}

/** That of the answer. */
export const ageOfAnswer = (page: MeasurePage, today: Day): Age => ageOf(page, answeredBy(page), today);

/** What goes into somebody else's page: a frame of fixed size, as nothing in it can tell the page around it how tall it would like to be. */
export const embedSnippet = (
  { kind, id, title }: { kind: string; id: string; title: string },
  site: Site,
  width: number,
  height: number,
): string =>
  String(
    xml`<iframe src="${site.url}/embed/${kind}/${id}" width="${width}" height="${height}" title="${title}" loading="lazy" frameborder="0"></iframe>`,
  );
