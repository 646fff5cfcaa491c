import type { Span } from '@/lib/base';
import type { RecordWord } from '@/lib/conflict';
import { phraseText } from './answer';
import type { Site } from './claim-review';
import { claimLine, measureLine } from './machine';
import { type MeasurePage, measurePage } from './measure-page';
import type { MeasureRecord, PublicClaim } from './record';

/** A number of a text that was checked: the words it stands in, and what is on record. */
export interface CheckedFigure {
  span: Span;
  text: string;
  sentence: string;
  word: RecordWord;
  /** The sentence of the comparison that decided; null where there was none. */
  explanation: string | null;
  measure: MeasureRecord | null;
  /** Public claims that say the same, and that cannot stand beside it; the likest first. */
  agreeing: PublicClaim[];
  differing: PublicClaim[];
}

export interface CheckedText {
  /** False for a language that is not read. */
  read: boolean;
  figures: CheckedFigure[];
  /** Numbers that make no claim, and why, as half a sentence. */
  passedOver: { span: Span; text: string; why: string }[];
}

const RECORD_WORDS: Record<RecordWord, string> = { agree: 'Agrees', differ: 'Differs', unknown: 'Unknown' };

/** A checked figure as a reader meets it. */
export interface CheckedView extends Omit<CheckedFigure, 'measure'> {
  /** "Differs": what the record says, in a word, and then in a sentence. */
  verdict: string;
  said: string;
  measure: MeasurePage | null;
}

/** The same, with what is on record in words. */
export function checkedView({ measure, ...figure }: CheckedFigure): CheckedView {
  const page = measure && measurePage(measure);
  // Some on record say the same and some otherwise, and nobody ruled: the figure is not alone.
  const verdict = figure.word === 'differ' && figure.agreeing.length > 0 ? 'Contested' : RECORD_WORDS[figure.word];
  return { ...figure, verdict, said: page ? phraseText(page.answer.sentence) : NOTHING, measure: page };
}

const NOTHING = 'Nothing on record answers this question.';

/** What a machine is told of a checked text. Its words are those of whoever sent it, and the quotes those of articles: neither is ours. */
export const checkedJson = ({ read, figures, passedOver }: CheckedText, site: Site) => ({
  read,
  figures: figures.map(checkedView).map(({ span, text, sentence, word, explanation, said, measure, agreeing, differing }) => ({
    ...{ text, start: span.start, end: span.end, sentence, word },
    onRecord: said,
    explanation,
    measure: measure && measureLine(measure, site),
    asOf: measure ? [...new Set([...agreeing, ...differing].flatMap((claim) => claim.asOf ?? []))].sort() : [],
    case: measure?.record.case ? `${site.url}/cases/${measure.record.case.id}` : null,
    agreeing: agreeing.map((claim) => claimLine(claim, site)),
    differing: differing.map((claim) => claimLine(claim, site)),
  })),
  passedOver: passedOver.map(({ span, text, why }) => ({ text, start: span.start, end: span.end, why })),
});
