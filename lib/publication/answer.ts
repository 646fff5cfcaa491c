import type { Verdict } from '@/lib/adjudication';
import { dayWords, lastDayOf } from '@/lib/base';
import { byFigure, figureWithNoun } from './figures';
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
  source: string;
  speaker: string | null;
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

function figureOf(
  label: string,
  row: ClaimRow,
  more: Partial<Pick<PositionView, 'sources' | 'reported' | 'accepted' | 'verdict'>> = {},
): AnswerFigure {
  const others = (more.sources?.length ?? 1) - 1;
  const repeated = more.reported && more.reported.origins < more.reported.articles ? ` (${reportedWords(more.reported)})` : '';
  return {
    label,
    claim: row.id,
    source: `${row.source}${others > 0 ? ` and ${countWords(others, 'other source')}` : ''}${repeated}`,
    speaker: row.speaker && `${row.speaker}${row.speakerInferred ? ' (inferred)' : ''}`,
    asOf: row.asOf,
    accepted: more.accepted ?? false,
    verdict: more.verdict ?? null,
  };
}

const dated = (row: ClaimRow): string => (row.claim.asOf ? `as of ${row.asOf}` : 'with no date given');

export function answerOf(record: MeasureRecord, all: ClaimRow[], positions: PositionView[]): Answer {
  // What a source took back answers nothing, unless nothing else was ever said.
  const standing = all.filter((row) => !row.retracted);
  const rows = standing.length > 0 ? standing : all;
  const held = record.case;
  const published = lastPublication(record);
  const status: Status = held?.standing.status ?? (record.relations.some((relation) => relation.alert) ? 'differs' : 'uncontested');
  const sources = `${claimedWords(rows.length, unique(rows.map((row) => row.source)).length, reportedIn(rows.map((row) => row.claim)))}.`;

  const accepted = positions.find((position) => position.accepted);
  if (published && accepted && status === 'settled') {
    const row = headRow(accepted.rows);
    return {
      form: 'accepted',
      status,
      sentence: [
        'Accepted: ',
        { text: accepted.label, claim: row.id },
        `, ${dated(row)}, settled by a ruling published on ${dayWords(published.at)}; ${sources}`,
      ],
      figures: [accepted, ...positions.filter((position) => position !== accepted)].map((position) =>
        figureOf(position.label, headRow(position.rows), position),
      ),
    };
  }
  if (status === 'dismissed' && positions.length > 0) {
    const sides = positions.map(sideOf);
    return {
      form: 'reported',
      status,
      sentence: ['Reported, and found not to be in conflict: ', ...reports(sides), `; ${sources}`],
      figures: sides.map(({ label, row, more }) => figureOf(label, row, more)),
    };
  }
  if (status === 'uncontested' || status === 'dismissed') {
    const row = headRow(rows);
    const label = figureWithNoun(row.claim);
    return {
      form: 'reported',
      status,
      sentence: [
        status === 'dismissed'
          ? 'Reported, and found not to be in conflict: '
          : row.retracted
            ? 'Reported, and taken back by its source: '
            : 'Reported, uncontested: ',
        { text: label, claim: row.id },
        `, ${dated(row)}, by ${row.source}; ${sources}`,
      ],
      figures: [figureOf(label, row)],
    };
  }
  return { form: 'none', status, ...noAcceptedValue(record, rows, positions, status, sources) };
}

/** One side of a sentence that names several: what it says, its most telling claim, and who else says it. */
interface Side {
  label: string;
  row: ClaimRow;
  more: Partial<Pick<PositionView, 'sources' | 'reported' | 'accepted' | 'verdict'>>;
}

const sideOf = (position: PositionView): Side => ({ label: position.label, row: headRow(position.rows), more: position });

/** "Harbour News gives 31 villages and Valley Post 37 villages, as of 4 May 2031": four sides at most. */
function reports(sides: Side[]): Phrase {
  const days = unique(sides.map(({ row }) => dated(row)));
  const list = sides
    .slice(0, 4)
    .flatMap(({ label, row, more }, index) => [
      index === 0 ? '' : index === Math.min(sides.length, 4) - 1 ? ' and ' : ', ',
      `${figureOf(label, row, more).source} `,
      index === 0 ? 'gives ' : '',
      { text: label, claim: row.id },
      days.length > 1 ? ` ${dated(row)}` : '',
    ]);
  return [...list, days.length === 1 ? `, ${days[0]}` : ''].filter((part) => part !== '');
}

function noAcceptedValue(record: MeasureRecord, rows: ClaimRow[], positions: PositionView[], status: Status, sources: string) {
  const contested = unique(record.relations.filter((relation) => relation.alert).flatMap((relation) => [relation.a, relation.b]));
  const sides = positions.map(sideOf);
  const loose: Side[] = rows
    .filter((row) => contested.includes(row.id))
    .map((row) => ({ label: row.figureNoun, row, more: { sources: [row.source] } }));
  const others: Side[] = rows.map((row) => ({ label: row.figureNoun, row, more: { sources: [row.source] } }));
  const shown = [sides, loose, others].find((some) => some.length > 0) as Side[];
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
    figures: shown.map(({ label, row, more }) =>
      figureOf(label, row, status === 'settled' ? more : { sources: more.sources, reported: more.reported }),
    ),
  };
}
