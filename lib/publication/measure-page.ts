import type { ClaimRelation } from '@/lib/conflict';
import { type Answer, answerOf } from './answer';
import { type Change, changesOf } from './changes';
import { type CorrectionView, type Decision, decisionOf } from './decision';
import { type Difference, differencesOf, PUBLIC_FIELDS } from './differences';
import { type Gap, gapAcross } from './figures';
import { type Reported, reportedIn, reportedWords } from './origins';
import { type PositionView, positionViews } from './positions';
import type { MeasureRecord, PublicCheck } from './record';
import { type ClaimRow, claimRows, lastPublication, unique } from './rows';
import { slugOf } from './slug';
import { AGGREGATION_WORDS, countWords, KIND_WORDS, listWords } from './vocabulary';

export interface CheckView extends PublicCheck {
  words: string;
}
export interface RelationView {
  a: ClaimRow;
  b: ClaimRow;
  kind: string;
  explanation: string;
  alert: boolean;
}

/** Why the positions differ. `byMachine`: no person has ruled yet; the sentence is the comparison's own. */
export interface Why {
  kind: string | null;
  explanation: string;
  possibleReasons: string[];
  /** Between the outermost positions. */
  gap: Gap | null;
}

/** Everything a measure's page says, in its order. The JSON, the CSV, the feed and the ratings are made from the same object. */
export interface MeasurePage {
  record: MeasureRecord;
  path: string;
  title: string;
  answer: Answer;
  /** One sentence under the answer: the ruling's, or the comparison's. */
  reason: string | null;
  counts: Reported & { claims: number; sources: number; words: string };
  rows: ClaimRow[];
  positions: PositionView[];
  differences: Difference[];
  why: Why | null;
  checks: CheckView[];
  relations: RelationView[];
  decision: Decision;
  /** The last one, where what holds is one. */
  correction: CorrectionView | null;
  changes: Change[];
  counted: { nouns: string[]; aggregation: string; meaning: string; unit: string | null };
}

export const measurePath = (measure: { id: string; title: string }): string => `/measures/${measure.id}/${slugOf(measure.title)}`;

const CHECK_WORDS: Record<PublicCheck['kind'], Record<PublicCheck['verdict'], string>> = {
  'parts-sum': {
    pass: 'The parts fit the stated total.',
    fail: 'The parts do not fit the stated total.',
    warn: 'The parts fit the stated total only within the precision they were given in.',
  },
  'included-parts': {
    pass: 'The parts named do not exceed the total; they are not stated to be all of it.',
    fail: 'The parts named exceed the stated total.',
    warn: 'The parts named exceed the stated total, unless some are counted twice.',
  },
  change: {
    pass: 'The change fits what it came from and came to.',
    fail: 'The change does not fit what it came from and came to.',
    warn: 'The change does not fit what it came from and came to, unless they are rounded or of other times.',
  },
  share: {
    pass: 'The share fits the counts it is of.',
    fail: 'The share does not fit the counts it is of.',
    warn: 'The share does not fit the counts it is of, unless they are rounded or of other times.',
  },
  'impossible-share': {
    pass: 'The share is not more than all of its whole.',
    fail: 'No share can be more than all of its whole.',
    warn: 'The share may be more than all of its whole.',
  },
  'kinds-sum': {
    pass: 'Passengers and crew fit the number of those aboard.',
    fail: 'Passengers and crew do not fit the number of those aboard.',
    warn: 'Passengers and crew do not fit the number of those aboard, unless others were aboard, too.',
  },
  'shares-together': {
    pass: 'The shares are not more than all of their whole.',
    fail: 'The shares are more than all of their whole.',
    warn: 'The shares are more than all of their whole, unless they are of several.',
  },
  rate: {
    pass: 'The rate fits the count and the population it is of.',
    fail: 'The rate does not fit the count and the population it is of.',
    warn: 'The rate does not fit the count and the population it is of, unless they are rounded or of other times.',
  },
  'headline-body': {
    pass: 'Headline and text of the article fit each other.',
    fail: 'Headline and text of the article do not fit each other.',
    warn: 'Headline and text of the article fit only loosely.',
  },
};

/** @param record with at least one claim: a measure without public claims has no page. */
export function measurePage(record: MeasureRecord): MeasurePage {
  const rows = claimRows(record);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const positions = positionViews(record, rows);
  const decision = decisionOf(record, rows);
  const why = whyOf(record, positions);
  return {
    record,
    path: measurePath(record),
    title: record.title,
    answer: answerOf(record, rows, positions),
    reason: reasonOf(record, rows, decision, why),
    counts: countsOf(record),
    rows,
    positions,
    differences: differencesOf(
      positions.map(({ rows }) => rows.map(compared)),
      PUBLIC_FIELDS,
    ),
    why,
    checks: record.checks.map((check) => ({ ...check, words: CHECK_WORDS[check.kind][check.verdict] })),
    relations: record.relations.flatMap((relation): RelationView[] => {
      const [a, b] = [byId.get(relation.a), byId.get(relation.b)];
      if (!a || !b) return [];
      // Where a person found that nothing conflicts, the machine's word for it is not repeated.
      if (relation.alert && decision.dismissal)
        return [{ a, b, kind: 'Not a conflict', explanation: decision.dismissal.words, alert: false }];
      return [{ a, b, kind: KIND_WORDS[relation.kind], explanation: relation.explanation, alert: relation.alert }];
    }),
    decision,
    correction: decision.corrections.at(-1) ?? null,
    changes: changesOf(record),
    counted: {
      nouns: unique(record.claims.map((claim) => claim.noun ?? claim.measureWords)),
      aggregation: AGGREGATION_WORDS[record.aggregation].word,
      meaning: AGGREGATION_WORDS[record.aggregation].meaning,
      unit: record.unit,
    },
  };
}

const compared = ({ claim, source }: ClaimRow) => ({ ...claim, source, publishedAt: claim.article.publishedAt });

/** While a case is open again, what the new claims say comes before what was ruled on the old ones. */
function reasonOf(record: MeasureRecord, rows: ClaimRow[], { ruling, dismissal }: Decision, why: Why | null): string | null {
  if (dismissal) return dismissal.words;
  if (record.case?.standing.status === 'reopened' && why) return why.explanation;
  if (record.case?.standing.status === 'reopened' && record.case.current === null) {
    const gone = takenBackOf(record, rows);
    if (gone !== null) return gone;
  }
  return ruling?.oneLine ?? why?.explanation ?? null;
}

/** Which figures of the last ruling their sources took back, where nothing is left to disagree; null where none was. */
function takenBackOf(record: MeasureRecord, rows: ClaimRow[]): string | null {
  const ruled = lastPublication(record)?.ruling.positions.flat() ?? [];
  const gone = rows.filter((row) => row.retracted && ruled.includes(row.id));
  if (gone.length === 0) return null;
  const told = unique(gone.map((row) => `${row.figureNoun} by ${row.source}`));
  return `${listWords(told)} ${told.length === 1 ? 'was' : 'were'} taken back by the source, and what is left does not disagree.`;
}

function whyOf(record: MeasureRecord, positions: PositionView[]): Why | null {
  const alerts = record.relations.filter((relation) => relation.alert);
  if (positions.length < 2 && alerts.length === 0) return null;
  const first: ClaimRelation | undefined =
    alerts.find((relation) => relation.explanation === record.case?.current?.explanation) ?? alerts[0];
  const explanation = record.case?.current?.explanation ?? first?.explanation;
  if (!explanation || record.case?.standing.status === 'dismissed') return null;
  return {
    kind: first ? KIND_WORDS[first.kind] : null,
    explanation,
    possibleReasons: record.case?.current?.possibleReasons ?? first?.possibleReasons ?? [],
    gap: gapAcross(positions.map(({ interval }) => interval)),
  };
}

function countsOf(record: MeasureRecord): MeasurePage['counts'] {
  const claims = record.claims.length;
  const sources = unique(record.claims.map((claim) => claim.article.source?.id ?? claim.article.id)).length;
  const reported = reportedIn(record.claims);
  const words = `${countWords(claims, 'claim')} in ${reportedWords(reported)}${reported.articles === reported.origins ? '' : ','} from ${countWords(sources, 'source')}`;
  return { claims, sources, ...reported, words };
}
