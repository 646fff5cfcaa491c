/**
 * The part of an address that only decorates: lower-case words of the title, 60 signs at most, cut at a word.
 * The id before it decides; a wrong or missing slug leads to the right one.
 */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    const next = slug ? `${slug}-${word}` : word;
    if (next.length > 60) break;
    slug = next;
  }
  return slug || 'measure';
}
