import type { Verdict } from '@/lib/adjudication';
import { isDay } from '@/lib/base';
import type { RulingView } from './decision';
import { wordsAround } from './excerpt';
import { figureWithNoun } from './figures';
import type { PublicClaim } from './record';
import { sourceName, unique } from './rows';
import { speakerKind } from './speaker-kind';
import { VERDICT_WORDS } from './vocabulary';

/** Where our own pages live: "https://example.org", without a slash at the end. */
export interface Site {
  url: string;
  name: string;
}

/** schema.org ClaimReview as aggregators read it. */
export type ClaimReview = Record<string, unknown>;

const LONGEST = 74;

/**
 * The rating of one claim, for machines. Null unless a published ruling says something about it that can be sent:
 * a withdrawn claim sends nothing, and only three verdicts have a number; the others have words alone, never an invented score.
 * Everything in it also stands on the page.
 */
export function claimReview(claim: PublicClaim, verdict: Verdict | null, ruling: RulingView | null, site: Site): ClaimReview | null {
  if (!ruling || !verdict || verdict === 'withdrawn') return null;
  const { word, rating } = VERDICT_WORDS[verdict];
  const publishedAt = claim.article.publishedAt;
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    '@id': `${site.url}/claims/${claim.id}#review`,
    url: `${site.url}/claims/${claim.id}`,
    claimReviewed: claimReviewed(claim, word),
    datePublished: ruling.publishedAt.slice(0, 10),
    author: { '@type': 'Organization', name: site.name, url: `${site.url}/` },
    itemReviewed: {
      '@type': 'Claim',
      '@id': `${site.url}/claims/${claim.id}#claim`,
      // A speaker we inferred is our guess, and our guess is never published as the source's words.
      ...(claim.speaker && !claim.speaker.inferred ? { author: { '@type': speakerKind(claim.speaker), name: claim.speaker.name } } : {}),
      ...(publishedAt && isDay(publishedAt) ? { datePublished: publishedAt } : {}),
      appearance: { '@type': 'NewsArticle', url: appearance(claim, site) },
    },
    reviewRating: {
      '@type': 'Rating',
      alternateName: word,
      ratingExplanation: ruling.oneLine,
      ...(rating === null ? {} : { ratingValue: rating, worstRating: 1, bestRating: 5 }),
    },
  };
}

/** The original, or our own article page where the article has no address. */
export const appearance = (claim: PublicClaim, site: Site): string => claim.article.url ?? `${site.url}/articles/${claim.article.id}`;

/**
 * Under 75 signs: who, and the claim in the words of its own sentence, whole where there is room, else what stands around the figure.
 * It asserts nothing itself, and never holds the rating's own word.
 */
export function claimReviewed(claim: PublicClaim, word: string): string {
  const source = sourceName(claim);
  const who = claim.speaker && !claim.speaker.inferred ? claim.speaker.name : source;
  const figure = figureWithNoun(claim).replace(/\s+/g, ' ').trim();
  const wordings = [
    ...unique([who, source]).flatMap((name) => {
      const words = wordsAround(claim.quote, LONGEST - name.length - 2);
      return words === null ? [] : [`${name}: ${words}`];
    }),
    `${who}: ${figure}`,
    `${source}: ${figure}`,
    figure,
    `A figure in ${source}`,
  ];
  const fits = wordings.find((words) => words.length <= LONGEST && words !== '' && !words.toLowerCase().includes(word.toLowerCase()));
  return fits ?? 'A figure in the news';
}
