import { type Token, words } from '../../base';
import { isStop, word } from '../look';

/** What stands around a figure and makes another unit of a sign or letter behind it. */

const SKY: ReadonlySet<string> = new Set(['sky', 'Hubble', 'galaxies', 'nebula', 'nebulae', 'constellation', 'quasar', 'quasars']);
const SIZED = words('telescope telescopes mirror mirrors reflector refractor lens dish aperture tower tall high deep thick above');
/** "galaxies in a 2½' field": parts of a degree, unless a thing has that size ("a 48\" telescope", "6' tall"). */
export const isSky = (tokens: readonly Token[], i: number): boolean => !SIZED.has(word(tokens, i + 1)) && isNear(tokens, i, SKY);

const AREA = words('section sections area neutron neutrons scattering');
/** "a cross section of 5 b": no area has bits. */
export const isCrossSection = (tokens: readonly Token[], i: number): boolean => isNear(tokens, i, AREA);

const FAR = 14;
/** One of the words stands in the same sentence. */
function isNear(tokens: readonly Token[], i: number, said: ReadonlySet<string>): boolean {
  for (let k = i - 1; k >= i - FAR && k >= 0 && !isStop(tokens, k); k -= 1) if (said.has((tokens[k] as Token).text)) return true;
  for (let k = i + 1; k <= i + FAR && k < tokens.length && !isStop(tokens, k); k += 1) if (said.has((tokens[k] as Token).text)) return true;
  return false;
}
