import { type Span, slice } from '@/lib/base';
import { excerptSpans, markedPieces, type Piece } from './passage';
import type { PublicArticle, PublicClaim } from './record';

/** An article as the public may see it: whole, the sentences around each accepted claim, or none of its words. Unaccepted readings leave no trace. */
export interface ArticlePage {
  article: PublicArticle;
  /** Stretches of the text in order; between two of them something is left out. */
  stretches: Piece[][];
  policy: 'whole' | 'excerpts' | 'withheld';
  cutBefore: boolean;
  cutAfter: boolean;
  claims: readonly PublicClaim[];
}

/** What of a text may be shown: all of it, or the sentences around what is marked. */
export const shownSpans = ({ demoNote }: PublicArticle, { text, sentences }: { text: string; sentences: Span[] }, marks: Span[]): Span[] =>
  demoNote === null ? excerptSpans(sentences, marks) : [{ start: 0, end: text.length }];

/**
 * @param body null where the text is withheld.
 * @param claims without a span where a claim is not marked in the text.
 */
export function articlePage(
  article: PublicArticle,
  body: { text: string; sentences: Span[] } | null,
  claims: readonly (PublicClaim & { span: Span | null })[],
): ArticlePage {
  if (body === null) return { article, stretches: [], policy: 'withheld', cutBefore: false, cutAfter: false, claims };
  const marks = claims.flatMap(({ id, span }) => (span ? [{ ...span, id }] : []));
  const whole = article.demoNote !== null;
  const spans = shownSpans(article, body, marks);
  const solid = (span: Span) => slice(body.text, span).trim() !== '';
  return {
    article,
    stretches: spans.map((span) => markedPieces(body.text, span, marks)),
    policy: whole ? 'whole' : 'excerpts',
    cutBefore: spans.length > 0 && solid({ start: 0, end: spans[0]!.start }),
    cutAfter: spans.length > 0 && solid({ start: spans.at(-1)!.end, end: body.text.length }),
    claims,
  };
}
