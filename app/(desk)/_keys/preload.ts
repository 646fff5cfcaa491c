/**
 * Asks the browser to fetch the pages that come next while this one is worked on, as rules for speculation: it keeps them in memory
 * for this page alone, so that pages of the desk go on being stored nowhere ("no-store" holds for every other way of fetching ahead,
 * which would fetch for nothing). What stands behind an act is made anew all the same, because the act may have changed it. A browser
 * without such rules does without; a server is told by "Sec-Purpose: prefetch" that nobody is looking yet.
 */
export function preload(): void {
  if (!HTMLScriptElement.supports?.('speculationrules')) return;
  const urls = [...document.querySelectorAll<HTMLElement>('[data-preload]')].map(({ dataset }) => dataset.preload!);
  if (urls.length === 0) return;
  const rules = document.createElement('script');
  rules.type = 'speculationrules';
  rules.nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
  rules.textContent = JSON.stringify({ prefetch: [{ urls: [...new Set(urls)], eagerness: 'immediate' }] });
  document.head.append(rules);
}
