import { type Token, words } from '../../base';
import { capital, digits, glued, isHyphen, isOf, mark, near, tokenAt, word } from '../look';
import { countedAhead } from '../signs/ahead';
import { SINGULAR } from '../signs/proper';
import { SMALL } from '../words/numberwords';
import { VERBS } from '../words/stopwords';

/** "two 737s" */
const MODEL = /^\d\d[1-9]$/;
const LINES = words('480 720 1080 1440 2160');
const SCREENS = words(
  'tv tvs television televisions video videos display displays screen screens resolution hdr uhd camera cameras monitor footage',
);

/** "5G", "1080p", "a 4K screen", "401(k)", "10-K": the index behind such a name of a figure and letters, or 0. */
export function technical(tokens: readonly Token[], i: number): number {
  const text = digits(tokens, i);
  const next = tokens[i + 1];
  if (next?.gap !== 'none') return 0;
  if (next.text === 'G' && text.length === 1) return i + 2;
  // "a 401k", "403b plans"
  if (text.length === 3 && (next.lower === 'k' || next.lower === 'b') && (text === '401' || isOf(tokens, i + 2, SAVED))) return i + 2;
  // "3700X", "the 747s"
  if (next.text === 'X' && text.length > 2 && !countedAhead(tokens, i + 2)) return i + 2;
  if (isSubjectCode(tokens, i, text)) return i + 2;
  // "a ryzen 3950x"
  if (next.text === 'x' && text.length === 4 && !text.endsWith('00') && !glued(tokens, i + 2) && !countedAhead(tokens, i + 2)) return i + 2;
  if (next.text === 's' && MODEL.test(text)) return i + 2;
  // "the Kestrel 8T", "a 2.0T engine"
  if (next.text === 'T' && mark(tokens, i - 1) === '' && (capital(tokenAt(tokens, i - 1)) || !countedAhead(tokens, i + 2))) return i + 2;
  // "3M said it", but "3M said they"
  if (next.text === 'M' && text.length === 1 && isOf(tokens, i + 2, SAID) && word(tokens, i + 3) !== 'they') return i + 2;
  if (next.lower === 'p' && LINES.has(text)) return i + 2;
  if (next.lower === 'k' && (text === '4' || text === '8') && isOf(tokens, i + 2, SCREENS)) return i + 2;
  if (next.text === '(' && tokens[i + 2]?.text.length === 1 && word(tokens, i + 2) !== '' && mark(tokens, i + 3) === ')') return i + 4;
  const letter = tokens[i + 2];
  if (!isHyphen(tokens, i + 1) || letter?.gap !== 'none' || text.length > 2) return 0;
  // "5-Series"
  if (capital(letter) && letter.lower === 'series') return i + 3;
  // "10-K", "7-Eleven"
  return SINGLE_CAPITAL.test(letter.text) || (capital(letter) && SMALL.has(letter.lower)) ? i + 3 : 0;
}
const SINGLE_CAPITAL = /^[A-Z]$/;
const SAVED = words('plan plans account accounts retirement savings contributions');
const SAID = words('said says has is was will plans makes sells company corp spokesman spokeswoman');
/** "the 3900x has arrived", "the 320s fly": an article, digits with one letter, and a finite verb with nothing counted before it. */
function isSubjectCode(tokens: readonly Token[], i: number, text: string): boolean {
  const letter = word(tokens, i + 1);
  if (text.length < 3 || word(tokens, i - 1) !== 'the' || !near(tokens, i + 2)) return false;
  return letter === 'x' ? isOf(tokens, i + 2, SINGULAR) : letter === 's' && isOf(tokens, i + 2, VERBS);
}
