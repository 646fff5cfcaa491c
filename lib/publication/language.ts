/** Languages written from right to left, where no other script is said. */
const FROM_RIGHT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'iw', 'ps', 'sd', 'ug', 'ur', 'yi']);
const SCRIPTS = new Set(['arab', 'hebr', 'syrc', 'thaa', 'nkoo']);
/** Letters and digits in parts, as a browser and a voice know a language. */
const TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

/** How the words of a source are written: in which language, for voices and for hyphens, and from which side. Unknown: what its letters say. */
export function writtenIn(language: string | null): { lang?: string; dir: 'ltr' | 'rtl' | 'auto' } {
  if (language === null || !TAG.test(language)) return { dir: 'auto' };
  const [first, ...parts] = language.toLowerCase().split('-');
  const script = parts.find((part) => /^[a-z]{4}$/.test(part));
  const isFromRight = script ? SCRIPTS.has(script) : FROM_RIGHT.has(first!);
  return { lang: language, dir: isFromRight ? 'rtl' : 'ltr' };
}
