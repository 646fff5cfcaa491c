import type { PublicClaim } from './record';

const encoded = (words: string): string => encodeURIComponent(words).replace(/-/g, '%2D');

/**
 * The original at the very words, by a text fragment: a few words before the mention, then the mention itself. Browsers that do not
 * know text fragments open the page at its top. Null where the article has no address.
 */
export function liveLink(claim: PublicClaim): string | null {
  if (!claim.article.url) return null;
  const at = claim.quote.pieces.findIndex((piece) => piece.claim !== null);
  const before = (claim.quote.pieces[at - 1]?.text ?? '').trim().split(/\s+/).filter(Boolean).slice(-3).join(' ');
  const base = claim.article.url.split('#')[0];
  return `${base}#:~:text=${before ? `${encoded(before)}-,` : ''}${encoded(claim.text)}`;
}
