import type { Instant } from '@/lib/base';
import { READING_QUALITY } from './quality';
import { countWords } from './vocabulary';

/** One figure about ourselves: what it is, how much, of how many and as of when. */
export interface TrustLine {
  id: string;
  what: string;
  /** Null where there is nothing to count yet. */
  value: number | null;
  words: string;
  /** How many it rests on. */
  n: number;
  of: string;
  /** Day or instant; null where nothing happened yet. */
  at: Instant | null;
}

interface Counted {
  agreement: {
    rounds: number;
    positions: number;
    same: number;
    kappa: number | null;
    alpha: Record<'verdict' | 'accepted' | 'reason', number | null>;
  };
  ruling: { n: number; medianDays: number | null };
  own: { published: number; corrected: number; withdrawn: number };
  reports: { asked: number; granted: number };
  until: Instant | null;
}

const percent = (value: number): string => `${Math.round(value * 100)} %`;
const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
const share = (value: number | null): string => (value === null ? 'nothing to count yet' : percent(value));
const coefficient = (value: number | null, n: number): string =>
  n === 0 ? 'nothing to count yet' : value === null ? 'not defined: all said the same' : value.toFixed(2).replace('-', '−');

function durationWords(days: number | null): string {
  if (days === null) return 'nothing to count yet';
  if (days >= 1.5) return countWords(Math.round(days), 'day');
  const hours = Math.round(days * 24);
  return hours < 1 ? 'less than an hour' : countWords(hours, 'hour');
}

/** What we publish about ourselves: page and data are made from these lines. */
export function trustLines({ agreement, ruling, own, reports, until }: Counted): TrustLine[] {
  const { measuredOn, rows, expected, found, right, version } = READING_QUALITY;
  const set = `${countWords(rows, 'sentence')} with ${countWords(expected, 'quantity', 'quantities')}, reader ${version}`;
  const reading = { at: measuredOn, of: set };
  const rounds = { n: agreement.rounds, of: countWords(agreement.rounds, 'round'), at: until };
  const alpha = (field: keyof typeof agreement.alpha, what: string): TrustLine => ({
    ...{ id: `alpha-${field}`, what, value: agreement.alpha[field], words: coefficient(agreement.alpha[field], agreement.rounds) },
    ...rounds,
  });
  const published = { n: own.published, of: countWords(own.published, 'published ruling'), at: until };
  const granted = shareOf(reports.granted, reports.asked);
  return [
    {
      id: 'precision',
      what: 'Of the numbers that the machine reads, how many it reads right',
      value: right / found,
      words: percent(right / found),
      n: found,
      ...reading,
    },
    {
      id: 'recall',
      what: 'Of the numbers that are there, how many it reads right',
      value: right / expected,
      words: percent(right / expected),
      n: expected,
      ...reading,
    },
    {
      ...{ id: 'same-decision', what: 'Two people who saw nothing of each other’s opinion decided the same' },
      ...{ value: shareOf(agreement.same, agreement.rounds), words: share(shareOf(agreement.same, agreement.rounds)), ...rounds },
    },
    {
      id: 'kappa',
      what: 'Cohen’s κ of their verdicts',
      value: agreement.kappa,
      words: coefficient(agreement.kappa, agreement.rounds),
      ...rounds,
    },
    alpha('verdict', 'Krippendorff’s α of their verdicts'),
    alpha('accepted', 'Krippendorff’s α of the position they accepted'),
    alpha('reason', 'Krippendorff’s α of the reason they gave'),
    {
      ...{ id: 'days-to-ruling', what: 'Time from the opening of a case to its first publication, the middle of all' },
      ...{ value: ruling.medianDays, words: durationWords(ruling.medianDays), n: ruling.n, of: countWords(ruling.n, 'case'), at: until },
    },
    { id: 'corrected', what: 'Rulings that we corrected', value: own.corrected, words: String(own.corrected), ...published },
    {
      id: 'withdrawn',
      what: 'Times that we withdrew what was published',
      value: own.withdrawn,
      words: String(own.withdrawn),
      ...published,
    },
    {
      ...{ id: 'corrections-granted', what: 'Errors that readers reported and that led to a correction' },
      ...{ value: granted, words: share(granted), n: reports.asked, of: countWords(reports.asked, 'answered report'), at: until },
    },
  ];
}
