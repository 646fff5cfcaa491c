import type { Verdict } from '@/lib/adjudication';
import { dayWords, lastDayOf } from '@/lib/base';
import { byFigure } from './figures';
import { claimedWords, reportedIn, reportedWords } from './origins';
import { acceptedLabel, type PositionView } from './positions';
import type { MeasureRecord } from './record';
import { type ClaimRow, lastPublication, unique } from './rows';
import { countWords, type Status } from './vocabulary';

/** A sentence in which each figure leads to its claim. */
export type Phrase = (string | { text: string; claim: string })[];

export const phraseText = (phrase: Phrase): string => phrase.map((part) => (typeof part === 'string' ? part : part.text)).join('');

/**
 * The first line of a measure page. Three forms and no fourth: a ruling accepted a value; it was reported and nobody contests it;
 * there is no accepted value. A machine never fills in for a person.
 */
export interface Answer {
  form: 'accepted' | 'reported' | 'none';
  status: Status;
  sentence: Phrase;
  /** What a card or the top of the page sets in large type: one figure, or one for each position. */
  figures: AnswerFigure[];
}
export interface AnswerFigure {
  label: string;
  claim: string;
  /** Who published the claim, and whom it quotes; `others` are those who say the same figure besides: " and 2 other sources". */
  source: string;
  speaker: string | null;
  others: string;
  asOf: string;
  accepted: boolean;
  verdict: Verdict | null;
}

/** The most telling claim of several that agree: latest as-of, then exact before hedged, then the first published. */
export function headRow(rows: ClaimRow[]): ClaimRow {
  const day = (row: ClaimRow) => (row.claim.asOf ? lastDayOf(row.claim.asOf) : '');
  const vagueness = (row: ClaimRow) => (row.claim.hedge === 'exact' ? 0 : row.claim.hedge === 'vague' ? 2 : 1);
  return [...rows].sort((a, b) => day(b).localeCompare(day(a)) || vagueness(a) - vagueness(b) || byFigure(b.claim, a.claim))[0]!;
}

/** One side of an answer: what it says, the claim that says it, and every claim that says the same figure. */
interface Side {
  label: string;
  row: ClaimRow;
  alike: ClaimRow[];
  accepted?: boolean;
  verdict?: Verdict | null;
}

const plain = (words: string): string => words.replace(/\s+/g, ' ').trim();
const says = (label: string, { figureNoun, claim }: ClaimRow): boolean => figureNoun === label || plain(claim.text) === label;
/** Several who speak as one, and nobody in particular: "officials". */
const isUnnamed = ({ speaker }: ClaimRow): boolean => speaker === null || !/\p{Lu}/u.test(speaker);

/**
 * A position by one claim of it: figure, source, speaker and date are those of the claim that says what the position is called, and a named
 * speaker comes before an unnamed one. Where none says that alone, the most telling one says its own figure.
 */
export function sideOf({ label, rows, accepted, verdict }: PositionView): Side {
  const saying = rows.filter((row) => says(label, row));
  const quoting = saying.filter((row) => !isUnnamed(row));
  const row = headRow(
    saying.some((one) => one.speaker !== null && isUnnamed(one)) && quoting.length > 0 ? quoting : saying.length > 0 ? saying : rows,
  );
  return {
    ...{ label: saying.length > 0 || isInParts(label) ? label : row.figureNoun, row, accepted, verdict },
    alike: rows.filter((other) => other.figure === row.figure),
  };
}

/** What one sentence counts in parts is what it says: "89 countries and four organizations (93 together)", and never one part of it alone. */
const isInParts = (label: string): boolean => label.endsWith(' together)');

/** A claim that stands in no position, by itself. */
const alone = (row: ClaimRow): Side => ({ label: row.figureNoun, row, alike: [row] });

function figureOf({ label, row, alike, accepted = false, verdict = null }: Side): AnswerFigure {
  const others = unique(alike.map(({ source }) => source)).length - 1;
  const reported = reportedIn(alike.map(({ claim }) => claim));
  const repeated = reported.origins < reported.articles ? ` (${reportedWords(reported)})` : '';
  return {
    ...{ label, claim: row.id, source: row.source, others: `${others > 0 ? ` and ${countWords(others, 'other source')}` : ''}${repeated}` },
    speaker: row.speaker && `${row.speaker}${row.speakerInferred ? ' (inferred)' : ''}`,
    ...{ asOf: row.asOf, accepted, verdict },
  };
}

const dated = (row: ClaimRow): string => (row.claim.asOf ? `as of ${row.asOf}` : 'with no date given');

/** Where a measure stands: its case, or that it has none. */
export const statusOf = ({ case: held, relations }: MeasureRecord): Status =>
  held?.standing.status ?? (relations.some((relation) => relation.alert) ? 'differs' : 'uncontested');

export function answerOf(record: MeasureRecord, all: ClaimRow[], positions: PositionView[]): Answer {
  // What a source took back answers nothing, unless nothing else was ever said.
  const standing = all.filter((row) => !row.retracted);
  const rows = standing.length > 0 ? standing : all;
  const published = lastPublication(record);
  const status = statusOf(record);
  const sources = `${claimedWords(rows.length, unique(rows.map((row) => row.source)).length, reportedIn(rows.map((row) => row.claim)))}.`;

  const accepted = positions.find((position) => position.accepted);
  if (published && accepted && status === 'settled') {
    const { label, row } = sideOf(accepted);
    return {
      form: 'accepted',
      status,
      sentence: [
        'Accepted: ',
        { text: label, claim: row.id },
        `, ${dated(row)}, settled by a ruling published on ${dayWords(published.at)}; ${sources}`,
      ],
      figures: [accepted, ...positions.filter((position) => position !== accepted)].map((position) => figureOf(sideOf(position))),
    };
  }
  if (status === 'dismissed' && positions.length > 0) {
    const sides = positions.map(sideOf);
    return {
      form: 'reported',
      status,
      sentence: ['Reported, and found not to be in conflict: ', ...reports(sides), `; ${sources}`],
      figures: sides.map(figureOf),
    };
  }
  if (status === 'uncontested' || status === 'dismissed') {
    const row = headRow(rows);
    return {
      form: 'reported',
      status,
      sentence: [
        status === 'dismissed'
          ? 'Reported, and found not to be in conflict: '
          : row.retracted
            ? 'Reported, and taken back by its source: '
            : 'Reported, uncontested: ',
        { text: row.figureNoun, claim: row.id },
        `, ${dated(row)}, by ${row.source}; ${sources}`,
      ],
      figures: [figureOf(alone(row))],
    };
  }
  return { form: 'none', status, ...noAcceptedValue(record, rows, positions, status, sources) };
}

/** "Harbour News gives 31 villages and Valley Post 37 villages, as of 4 May 2031": four sides at most. */
function reports(sides: Side[]): Phrase {
  const days = unique(sides.map(({ row }) => dated(row)));
  const list = sides.slice(0, 4).flatMap((side, index) => {
    const { label, claim, source, others } = figureOf(side);
    return [
      index === 0 ? '' : index === Math.min(sides.length, 4) - 1 ? ' and ' : ', ',
      `${source}${others} `,
      index === 0 ? 'gives ' : '',
      { text: label, claim },
      days.length > 1 ? ` ${dated(side.row)}` : '',
    ];
  });
  return [...list, days.length === 1 ? `, ${days[0]}` : ''].filter((part) => part !== '');
}

function noAcceptedValue(record: MeasureRecord, rows: ClaimRow[], positions: PositionView[], status: Status, sources: string) {
  const contested = unique(record.relations.filter((relation) => relation.alert).flatMap((relation) => [relation.a, relation.b]));
  const sides = positions.map(sideOf);
  const loose = rows.filter((row) => contested.includes(row.id)).map(alone);
  const shown = [sides, loose, rows.map(alone)].find((some) => some.length > 0) as Side[];
  const published = lastPublication(record);
  const before = acceptedLabel(published?.ruling, rows);
  const withdrawn = published === null ? record.case?.withdrawal : null;
  const gone = `The ruling that was published was withdrawn on ${dayWords(withdrawn?.at ?? '')}`;
  const close: Partial<Record<Status, string>> = {
    open: withdrawn ? `${gone}, and the case is open again` : `Case open since ${dayWords(record.case?.openedAt ?? '')}`,
    reopened: before ? `Under review again; last published as accepted: ${before}` : 'Under review again',
    settled: `A ruling published on ${dayWords(published?.at ?? '')} accepts none of them`,
    withdrawn: gone,
    differs: 'No one has ruled',
  };
  const sentence: Phrase = ['No accepted value: ', ...reports(shown), `. ${close[status] ?? 'No one has ruled'}; ${sources}`];
  return {
    sentence,
    figures: shown.map((side) => figureOf(status === 'settled' ? side : { ...side, accepted: false, verdict: null })),
  };
}
