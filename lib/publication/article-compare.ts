import { type ChangedNumber, changedNumbers, stillAt, type TextPart, textChanges } from '@/lib/article';
import { contains, type Span, slice } from '@/lib/base';
import { shownSpans } from './article-page';
import { type Passage, passageOf } from './passage';
import type { PublicArticle, PublicClaim } from './record';

/** One text of an article, as far as the public may see it. */
export interface SnapshotText {
  number: number;
  article: PublicArticle;
  /** Null where it is withheld. */
  body: { text: string; sentences: Span[] } | null;
  /** Those of its claims that are public, and where they stand in it. */
  claims: readonly (PublicClaim & { span: Span })[];
}

/** Words that both texts have, that only the earlier or the later one has; or that something is left out between two others. */
export interface ComparedPiece {
  kind: 'same' | 'gone' | 'new' | 'gap';
  text: string;
}

/** A number that changed, each in its sentence with itself marked; null where nothing stands in its place that may be shown. */
export interface NumberChange {
  before: { text: string; quote: Passage } | null;
  after: { text: string; quote: Passage } | null;
}

export interface ComparedTexts {
  /** One of them is withheld: no word of either is compared. */
  withheld: boolean;
  pieces: ComparedPiece[];
  numbers: NumberChange[];
  /** Public claims of the earlier text that are not in the later one as they are quoted. */
  orphans: PublicClaim[];
}

/** Two texts of one article beside each other, word by word, as far as either may be shown; no number is ever split. */
export function compareTexts(one: SnapshotText, other: SnapshotText): ComparedTexts {
  const [a, b] = [one.body, other.body];
  if (a === null || b === null) return { withheld: true, pieces: [], numbers: [], orphans: [] };
  const parts = textChanges(a.text, b.text);
  const shown = { before: shownOf(one, a), after: shownOf(other, b) };
  const isShown = (number: Span | null, spans: readonly Span[]) => number !== null && spans.some((span) => contains(span, number));
  const numbers = changedNumbers(parts, a.text, b.text).flatMap(({ before, after }): NumberChange[] => {
    const [was, is] = [isShown(before, shown.before) ? before : null, isShown(after, shown.after) ? after : null];
    return was || is ? [{ before: was && quoted(was, a), after: is && quoted(is, b) }] : [];
  });
  const orphans = one.claims.filter(({ span }) => {
    const sentence = a.sentences.find((each) => contains(each, span)) ?? span;
    return stillAt(span, sentence, parts, a.text, b.text) === null;
  });
  return { withheld: false, pieces: piecesOf(parts, [a.text, b.text], shown), numbers, orphans };
}

type Body = NonNullable<SnapshotText['body']>;

const shownOf = ({ article, claims }: SnapshotText, body: Body): Span[] =>
  shownSpans(
    article,
    body,
    claims.map(({ span }) => span),
  );

function quoted(number: NonNullable<ChangedNumber['before']>, { text, sentences }: Body): NumberChange['before'] {
  const sentence = sentences.find((each) => contains(each, number)) ?? number;
  return { text: number.text, quote: passageOf(text, sentence, { start: number.start, end: number.end, id: 'number' }) };
}

/** What is the same is shown where either text may show it; what differs, where its own text may. */
function piecesOf(
  parts: readonly TextPart[],
  [before, after]: [string, string],
  shown: { before: Span[]; after: Span[] },
): ComparedPiece[] {
  const pieces: ComparedPiece[] = [];
  const put = (kind: ComparedPiece['kind'], text: string) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text = kind === 'gap' ? '' : last.text + text;
    else if (text !== '' || kind === 'gap') pieces.push({ kind, text });
  };
  const cut = (kind: 'same' | 'gone' | 'new', text: string, within: Span, spans: readonly Span[]) => {
    let at = within.start;
    for (const span of joinedSpans(spans.flatMap((one) => clipped(one, within)))) {
      if (span.start > at && slice(text, { start: at, end: span.start }).trim() !== '') put('gap', '');
      put(kind, slice(text, span));
      at = span.end;
    }
    if (at < within.end && slice(text, { start: at, end: within.end }).trim() !== '') put('gap', '');
  };
  for (const part of parts) {
    const by = part.after.start - part.before.start;
    if (part.same)
      cut('same', before, part.before, [...shown.before, ...shown.after.map(({ start, end }) => ({ start: start - by, end: end - by }))]);
    else {
      cut('gone', before, part.before, shown.before);
      cut('new', after, part.after, shown.after);
    }
  }
  return pieces;
}

const clipped = ({ start, end }: Span, within: Span): Span[] => {
  const span = { start: Math.max(start, within.start), end: Math.min(end, within.end) };
  return span.start < span.end ? [span] : [];
};

function joinedSpans(spans: readonly Span[]): Span[] {
  const told: Span[] = [];
  for (const { start, end } of [...spans].sort((x, y) => x.start - y.start)) {
    const last = told.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else told.push({ start, end });
  }
  return told;
}
