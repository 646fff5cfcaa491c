import { datelineOf, type Paragraph, paragraphsOf, type Sentence, sentencesOf } from '@/lib/article';
import { type Span, type Token, tokensOf } from '@/lib/base';
import type { Quantity } from '@/lib/quantity';

/** A sentence with its tokens (`from`..`to`) in the article's list. */
export interface SentenceView extends Sentence {
  index: number;
  from: number;
  to: number;
  /** A headline, list line or caption: no full stop at its end and no quotation. */
  fragment: boolean;
}

/** A quantity with the tokens it covers. `from`..`to` are the tokens of the mention. */
export interface Mention {
  quantity: Quantity;
  sentence: SentenceView;
  from: number;
  to: number;
  /** First token of the figure: behind the hedge, however far apart that stands. */
  figure: number;
}

/** Everything the readers of claims look at, made once for an article. */
export interface ArticleView {
  text: string;
  tokens: readonly Token[];
  sentences: readonly SentenceView[];
  /** Direct speech, without its quotation marks. */
  quotes: readonly Span[];
  /** "LISBON, June 3 (Harbour News) --": its date dates the dispatch, not what it tells. */
  dateline: Span | null;
}

export function viewOf(text: string): ArticleView {
  const tokens = tokensOf(text);
  const paragraphs = paragraphsOf(text);
  let at = 0;
  const sentences = sentencesOf(text, paragraphs).map((sentence, index): SentenceView => {
    while (at < tokens.length && (tokens[at] as Token).start < sentence.start) at += 1;
    const from = at;
    while (at < tokens.length && (tokens[at] as Token).start < sentence.end) at += 1;
    const { start, end, paragraph, block } = sentence;
    return {
      start,
      end,
      paragraph,
      block,
      index,
      from,
      to: at,
      fragment: !/[.!?…]["'”’»)\]]*$/.test(text.slice(Math.max(sentence.start, sentence.end - 8), sentence.end)),
    };
  });
  return { text, tokens, sentences, quotes: quotesOf(text, paragraphs), dateline: datelineOf(text) };
}

/** Pairs of quotation marks within a paragraph; a quotation left open ends with its paragraph. */
function quotesOf(text: string, paragraphs: readonly Paragraph[]): Span[] {
  const quotes: Span[] = [];
  for (const paragraph of paragraphs) {
    let open = -1;
    for (let i = paragraph.start; i < paragraph.end; i += 1) {
      const code = text.charCodeAt(i);
      if (code !== 0x22 && code !== 0x201c && code !== 0x201d) continue;
      const mark = text[i];
      // A straight mark between letters stands for an apostrophe (Norway"s).
      const straight = mark === '"' && !(/\p{L}/u.test(text[i - 1] ?? '') && /\p{L}/u.test(text[i + 1] ?? ''));
      if (mark === '“' || (straight && open < 0)) open = i + 1;
      else if ((mark === '”' || straight) && open >= 0) {
        quotes.push({ start: open, end: i });
        open = -1;
      }
    }
    if (open >= 0) quotes.push({ start: open, end: paragraph.end });
  }
  return quotes;
}

/** The quotation that covers an offset, or null. */
export function quoteAt(view: ArticleView, offset: number): Span | null {
  let [low, high] = [0, view.quotes.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const quote = view.quotes[middle] as Span;
    if (offset < quote.start) high = middle - 1;
    else if (offset >= quote.end) low = middle + 1;
    else return quote;
  }
  return null;
}

/** Mentions of the quantities, each in its sentence. Both lists are in order of the text, so one walk pairs them. */
export function mentionsOf(view: ArticleView, quantities: readonly Quantity[]): Mention[] {
  const mentions: Mention[] = [];
  let s = 0;
  let t = 0;
  for (const quantity of quantities) {
    while (s < view.sentences.length && (view.sentences[s] as SentenceView).end <= quantity.figure.start) s += 1;
    const sentence = view.sentences[s];
    if (!sentence) break;
    while (t > 0 && (view.tokens[t - 1] as Token).start >= quantity.mention.start) t -= 1;
    while (t < view.tokens.length && (view.tokens[t] as Token).start < quantity.mention.start) t += 1;
    const from = t;
    let to = from;
    while (to < view.tokens.length && (view.tokens[to] as Token).start < quantity.mention.end) to += 1;
    let figure = from;
    while (figure < to && (view.tokens[figure] as Token).start < quantity.figure.start) figure += 1;
    mentions.push({ quantity, sentence, from, to, figure });
  }
  return mentions;
}

export const wordAt = (tokens: readonly Token[], i: number): string => (tokens[i]?.kind === 'word' ? (tokens[i] as Token).lower : '');
export const markAt = (tokens: readonly Token[], i: number): string => (tokens[i]?.kind === 'mark' ? (tokens[i] as Token).text : '');
export const capitalAt = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.kind === 'word' && /^\p{Lu}/u.test((tokens[i] as Token).text);
export const isQuoteMark = (mark: string): boolean => /^["“”‘’]$/.test(mark);
