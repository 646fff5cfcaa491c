import type { Span } from '@/lib/base';
import type { ClaimPage } from '../claim-page';
import type { ClaimReview, Site } from '../claim-review';
import { VERDICT_WORDS } from '../vocabulary';

/** So much of the words before and after a mention goes with it. */
const AROUND = 60;

/**
 * A claim as a W3C Web Annotation: a figure, at a place in a text. The place is told twice: by its words with those around them, and by its position.
 * @param place of the mention in the text of its article as we keep it, in characters; null while that is withheld.
 */
function annotationOf({ claim, row, measure }: ClaimPage, place: Span | null, site: Site): Record<string, unknown> {
  const { article, quote } = claim;
  const at = quote.pieces.findIndex((piece) => piece.claim === claim.id);
  const text = (index: number) => (at < 0 ? '' : (quote.pieces[index]?.text ?? ''));
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${site.url}${row.path}#annotation`,
    type: 'Annotation',
    motivation: row.verdict ? ['identifying', 'assessing'] : ['identifying'],
    created: claim.acceptedAt,
    creator: { id: `${site.url}/`, type: 'Organization', name: site.name },
    generator: { type: 'Software', name: article.engine },
    body: [
      { type: 'TextualBody', purpose: 'describing', format: 'text/plain', language: 'en', value: row.figureNoun },
      { type: 'SpecificResource', purpose: 'identifying', source: `${site.url}${measure.path}` },
      ...(row.verdict
        ? [{ type: 'TextualBody', purpose: 'assessing', format: 'text/plain', language: 'en', value: VERDICT_WORDS[row.verdict].word }]
        : []),
    ],
    target: {
      type: 'SpecificResource',
      source: `${site.url}/articles/${article.id}`,
      ...(article.url ? { canonical: article.url } : {}),
      selector: [
        ...(article.withheld
          ? []
          : [{ type: 'TextQuoteSelector', exact: claim.text, prefix: text(at - 1).slice(-AROUND), suffix: text(at + 1).slice(0, AROUND) }]),
        ...(place ? [{ type: 'TextPositionSelector', start: place.start, end: place.end }] : []),
      ],
    },
  };
}

/** The data of a claim’s page: its annotation, and the review where a published ruling says something of it. */
export const claimJsonLd = (page: ClaimPage, review: ClaimReview | null, place: Span | null, site: Site): Record<string, unknown>[] => [
  annotationOf(page, place, site),
  ...(review ? [review] : []),
];
