/** Longest address we keep; browsers and servers lose longer ones. */
const LONGEST = 2000;

/** Why a link cannot be taken, in words for its writer. */
export interface LinkFault {
  cause: string;
  next: string;
}

/**
 * What is wrong with a link that readers shall follow; null for an http or https address of a host. Whatever else a browser would
 * make an address of is refused: other schemes, a missing "//", blanks and invisible signs, a name or password before the host.
 */
export function linkFault(link: string): LinkFault | null {
  if (link.length > LONGEST) return { cause: `The link has ${link.length} characters.`, next: `Keep it under ${LONGEST}.` };
  const shown = link.slice(0, 80).replace(/\p{C}/gu, '\ufffd');
  const url = /^https?:\/\/(?![/\\])/i.test(link) && !/[\s\p{C}\\]/u.test(link) && URL.canParse(link) ? new URL(link) : null;
  if (url === null) return { cause: `"${shown}" is no web address.`, next: 'Give a link that begins with https:// or http://.' };
  if (url.username !== '' || url.password !== '')
    return { cause: `"${shown}" has a name or password before its host.`, next: 'Leave out what stands before the @.' };
  return null;
}

/** What only tells where a reader came from. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref|ref_src|cmpid|ocid|smid)$/i;

/**
 * The address that several spellings share: without scheme, "www.", port of the scheme, fragment, last slash and what only tells where a reader came
 * from; the rest of the query in order. Null for what is no web address.
 */
export function canonicalAddress(link: string): string | null {
  if (linkFault(link) !== null) return null;
  const { host, pathname, searchParams } = new URL(link);
  const kept = [...searchParams].filter(([name]) => !TRACKING.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  const query = kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
  return `${host.replace(/^(?:www|m|amp)\./, '')}${pathname.replace(/\/$/, '')}${query}`;
}
