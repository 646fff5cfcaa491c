import { type Token, words } from '../../base';
import { digits, glued, inHyphen, isHyphen, isOf, mark, near, word } from '../look';
import { type UnitFound, unitNamed } from './units';

const LETTERS: ReadonlyMap<string, string> = new Map([
  ['c', '°C'],
  ['f', '°F'],
  ['k', 'kelvin'],
]);
const SCALES_OF_HEAT: ReadonlySet<string> = new Set(LETTERS.values());
/** The scale behind "degrees", by its letter or by its name. */
function scaleOfHeat(lower: string): string | undefined {
  const scale = LETTERS.get(lower) ?? unitNamed(lower)?.shown;
  return scale !== undefined && SCALES_OF_HEAT.has(scale) ? scale : undefined;
}

export const DEGREES: ReadonlySet<string> = new Set(['deg', 'degs', 'degree', 'degrees']);

/** "°C", "° Celsius", "degrees F", "deg c", "° on the Celsius scale", "20 C", "573.15K": all that is a temperature; bare degrees too. */
export function degreesAt(tokens: readonly Token[], i: number): UnitFound | null {
  const lower = word(tokens, i);
  if (mark(tokens, i) !== '°' && !DEGREES.has(lower)) return heatLetter(tokens, i);
  // "deg. C", "a 1.5-degree-Celsius limit"
  const joined = inHyphen(tokens, i + 1);
  const at = joined || (mark(tokens, i + 1) === '.' && lower.startsWith('deg')) ? i + 2 : i + 1;
  const next = word(tokens, at);
  const heat =
    near(tokens, at) && !(next.length === 1 && glued(tokens, at + 1) && isHyphen(tokens, at + 1) && digits(tokens, at + 2) === '')
      ? scaleOfHeat(next)
      : undefined;
  if (heat) return { to: at + 1, unit: heat };
  const named =
    next === 'on' && word(tokens, i + 2) === 'the' && word(tokens, i + 4) === 'scale' ? scaleOfHeat(word(tokens, i + 3)) : undefined;
  return { to: named ? i + 5 : i + 1, unit: named ?? 'degree' };
}

/** A capital C or F apart from the figure, and a K behind decimals: no name or noun follows. */
function heatLetter(tokens: readonly Token[], i: number): UnitFound | null {
  const { text, gap } = tokens[i] as Token;
  if (text.length !== 1) return null;
  if (text === 'K') return gap === 'none' || (endsHere(tokens, i + 1) && nearHeat(tokens, i)) ? { to: i + 1, unit: 'kelvin' } : null;
  const letter = text.toUpperCase();
  if ((letter !== 'C' && letter !== 'F') || gap !== 'space' || !endsHere(tokens, i + 1)) return null;
  // A small letter needs more of a sign that heat is spoken of: c is a cent as well.
  const sure = text === letter || nearHeat(tokens, i) || (letter === 'F' && !near(tokens, i + 1));
  return sure ? { to: i + 1, unit: `°${letter}` } : null;
}

/** No word follows that the letter could belong to. */
function endsHere(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i];
  return (
    next === undefined ||
    next.gap === 'block' ||
    (next.kind === 'mark' ? !isHyphen(tokens, i) && next.text !== '.' && next.text !== '/' : next.text === next.lower) ||
    (next.text === '.' && !glued(tokens, i + 1))
  );
}

const HEAT = words(
  `° celsius fahrenheit degree degrees temperature temperatures temp temps kelvin cooled heated heat hot warm cold oven thermostat weather
  bake baked preheat preheated roast mercury heatwave thermometer boil boils boiled freeze freezes frozen wash summer`,
);

const HEATED = words('shade sun oven summer');

/** Another temperature, or the word for it, stands shortly before token `i`. */
export function nearHeat(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 2; k > i - 9 && k >= 0; k -= 1) if (HEAT.has((tokens[k] as Token).lower)) return true;
  // "31c in the shade"
  if (isOf(tokens, i + 1, HEAT)) return true;
  return word(tokens, i + 1) === 'in' && word(tokens, i + 2) === 'the' && isOf(tokens, i + 3, HEATED);
}
