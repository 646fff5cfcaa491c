import { type Token, words } from '../../base';
import { glued, isDash, isSign, mark, word } from '../look';
import { EXPONENTS, type UnitFound, unitNamed, unitOfSymbol } from './units';

const PRODUCTS = words('· ⋅ ∙ * ×');
/** A sign of multiplication with blanks on neither side: "kW·h", "N*m". */
export const isProduct = (tokens: readonly Token[], i: number): boolean =>
  isSign(tokens, i, PRODUCTS) && glued(tokens, i) && glued(tokens, i + 1);

/** Letters that are units for certain beside other units alone. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ N: 'newton', A: 'ampere', K: 'kelvin', C: 'coulomb', T: 'tesla', H: 'henry', F: 'farad', S: 'siemens' },
    ...{ t: 'tonne', s: 'second', h: 'hour', d: 'day' },
  }),
);
/** The unit in words of a symbol that stands beside another one. */
const nameAt = (tokens: readonly Token[], i: number): string | undefined => {
  const text = word(tokens, i) === '' ? '' : (tokens[i] as Token).text;
  return unitOfSymbol(text)?.name ?? LETTERS.get(text);
};

/** "m²", "s^2", "K": one factor with its power, and none with a negative one, which opens a rate. */
function factorAt(tokens: readonly Token[], i: number): UnitFound | null {
  const name = nameAt(tokens, i);
  if (name === undefined) return null;
  const caret = mark(tokens, i + 1) === '^' && glued(tokens, i + 1) ? 1 : 0;
  const sign = tokens[i + 1 + caret];
  if (sign === undefined || sign.gap !== 'none') return { to: i + 1, unit: name };
  if (sign.text === '⁻' || (isDash(tokens, i + 1 + caret) && tokens[i + 2 + caret]?.kind === 'number')) return null;
  const power = EXPONENTS.get(sign.text);
  return power ? { to: i + 2 + caret, unit: `${power} ${name}` } : { to: i + 1, unit: name };
}

/** A unit with the factors behind it: "kW·h", "N·m²", "kg m²" and "kg m/s" (where a power or a slash shows that the letter is a unit). */
export function withFactors(tokens: readonly Token[], found: UnitFound): UnitFound {
  const next = found.to < tokens.length ? tokens[found.to] : undefined;
  // Nothing that is longer opens a factor, and nearly all that stands behind a unit is longer.
  if (next === undefined || next.text.length > 2 || !(isProduct(tokens, found.to) || isLoose(tokens, found))) return found;
  let unit = inWords(tokens, found);
  let { to } = found;
  for (let step = 0; step < 3; step += 1) {
    const sign = isProduct(tokens, to);
    const factor = sign || (step === 0 && isLoose(tokens, found)) ? factorAt(tokens, sign ? to + 1 : to) : null;
    if (!factor) break;
    unit += ` ${factor.unit}`;
    ({ to } = factor);
  }
  return to === found.to ? found : { to, unit: unitNamed(unit)?.shown ?? unit };
}

/** The first factor in words, as the others are. */
const inWords = (tokens: readonly Token[], { to, unit }: UnitFound): string => nameAt(tokens, to - 1) ?? unit;

const LOOSE = words('kg g N J W Pa V A');
/** Behind a blank a letter is a factor where a power or a slash stands behind it. */
function isLoose(tokens: readonly Token[], { to }: UnitFound): boolean {
  if (tokens[to]?.gap !== 'space' || !LOOSE.has((tokens[to - 1] as Token).text)) return false;
  const factor = factorAt(tokens, to);
  return factor !== null && (factor.to > to + 1 || (mark(tokens, to + 1) === '/' && glued(tokens, to + 1)));
}

/** "(m²·K)", "(kg K)" behind a slash: the index behind the bracket and the units in it; null where none stand. */
export function bracketedUnits(tokens: readonly Token[], i: number): { to: number; per: string } | null {
  if (mark(tokens, i) !== '(') return null;
  const units: string[] = [];
  for (let k = i + 1; units.length < 4; ) {
    const factor = factorAt(tokens, k);
    if (!factor) return null;
    units.push(factor.unit);
    if (mark(tokens, factor.to) === ')') return { to: factor.to + 1, per: units.join(' ') };
    k = isProduct(tokens, factor.to) ? factor.to + 1 : factor.to;
  }
  return null;
}
