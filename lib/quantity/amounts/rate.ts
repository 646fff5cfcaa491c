import { type Token, WordList, WordTable, words } from '../../base';
import { readFigure } from '../figures';
import { glued, inHyphen, isHyphen, isOf, mark, near, valueAt, word } from '../look';
import { CODES_BEHIND } from '../units/currencies';
import { inverseAt, isSlash } from '../units/unitletters';
import { unitAt } from '../units/unitphrase';
import { bracketedUnits } from '../units/unitproduct';
import { unitNamed, unitOfSymbol } from '../units/units';
import { singular } from '../words/plural';

/** What a price or a rate is often given for, behind "a" and "an"; behind "per" any word may stand. */
const EACH = words(
  `barrel bbl oz lb quintal mmbtu ton tonne litre liter gallon kg kilo kilogram pound ounce km mile foot share head person night piece pint
  bushel unit dozen acre gram metre meter minute hour second day week month quarter year hectare decade fortnight century square sq cubic`,
);
/** What only money is given for. */
const PAID_EACH = words(
  `ticket cup bottle plate pop go time throw household game copy pack packet bag box can glass bowl slice ride trip seat room session class lesson song track
  episode visit test dose pill vial shot bale crate tray carton sack loaf burger meal dish pair set player pupil student child worker employee
  customer user subscriber member family home house property vehicle car plane flight word page click gigabyte megabyte kilowatt megawatt
  stick roll yard case show performance fight bout race appearance season term semester course credit vote point
  contract token coin chip stock tweet post stem bunch bird cow animal sheep pig calf`,
);
/** Short for what is paid for, straight behind the money. */
const SHORT_PER: ReadonlyMap<string, string> = new Map([
  ['pa', 'year'],
  ['p.a', 'year'],
  ['p.a.', 'year'],
  ['pcm', 'month'],
  ['pw', 'week'],
  ['pp', 'person'],
  ['psf', 'square foot'],
]);
/** Letters that are a unit behind a slash. */
const BEHIND_SLASH: WordTable<string> = new WordTable([
  ['d', 'day'],
  ['h', 'hour'],
  ['s', 'second'],
  ['y', 'year'],
  ['a', 'year'],
  ['mo', 'month'],
  ['t', 'tonne'],
]);
/** Kinds of a share, a ton or a mile: what is behind them belongs to the basis. */
const KINDS = words(
  'diluted common ordinary basic adjusted preferred outstanding american class passenger seat standard available nautical full-time additional extra live registered active average daily gross',
);
const BASES = words('share mile km kilometre kilometer unit day user voter birth ton tonne hour student');
const LATER = words('ago earlier later before after old');
const NO_BASIS = words('cent mille se');
const LATIN: ReadonlyMap<string, string> = new Map([
  ['annum', 'year'],
  ['diem', 'day'],
  ['mensem', 'month'],
]);

const ROUND = /^1[0,]*$/;
/** "per day", "a barrel", "/day", "-a-day", "per 100 km", "per 100,000" behind a number or unit: index behind it and the words, or null. */
export function perAt(tokens: readonly Token[], i: number, money = false): { to: number; per: string } | null {
  if (!near(tokens, i) || opensNone(tokens, i)) return null;
  const inverse = inverseAt(tokens, i);
  if (inverse) return inverse;
  // "$ 1 - a - share": tokenised texts set blanks around the hyphens.
  const hyphen = inHyphen(tokens, i) || (isHyphen(tokens, i) && isHyphen(tokens, i + 2)) ? 1 : 0;
  const first = word(tokens, i + hyphen);
  if (mark(tokens, i) === '/') {
    if (!isSlash(tokens, i)) return null;
    // "4GB/64GB" and "90kW/200Nm" are two measures each.
    if (tokens[i + 1]?.kind === 'number') return ROUND.test(tokens[i + 1]?.text ?? '') ? perNumber(tokens, i + 1) : null;
    const unit = unitAt(tokens, i + 1);
    if (unit) return { to: unit.to, per: unit.unit };
    const several = bracketedUnits(tokens, i + 1);
    if (several) return several;
    const letter = tokens[i + 2]?.kind === 'word' && glued(tokens, i + 2) ? undefined : valueAt(tokens, i + 1, BEHIND_SLASH);
    const each = letter ?? (isOf(tokens, i + 1, EACH) || isOf(tokens, i + 1, PAID_EACH) ? word(tokens, i + 1) : undefined);
    return each ? { to: i + 2, per: each } : null;
  }
  const at = i + hyphen + 1 + (hyphen === 1 && isHyphen(tokens, i + 2) ? 1 : 0);
  if (first === 'per') return perWord(tokens, at);
  const short = isOf(tokens, i + hyphen, OPENINGS) ? SHORT_PER.get(tokens[i + hyphen]?.text ?? '') : undefined;
  if (short) return { to: i + hyphen + 1, per: short };
  if ((first !== 'a' && first !== 'an') || !near(tokens, at)) return null;
  const kind = kindAt(tokens, at);
  if (kind) return kind;
  if (!isOf(tokens, at, EACH) && !(money && isOf(tokens, at, PAID_EACH))) return null;
  // "eight assists, a game-high seven rebounds"
  if (hyphen === 0 && isHyphen(tokens, at + 1) && glued(tokens, at + 1)) return null;
  const later = word(tokens, at + 1) === 'from' && word(tokens, at + 2) === 'now';
  if (later || isOf(tokens, at + 1, LATER)) return null;
  const unit = unitAt(tokens, at);
  return { to: unit?.to ?? at + 1, per: perKey(unit?.unit ?? word(tokens, at)) };
}

/** Most words open no rate: they are no "per", nothing short for one and no article, and nothing is glued behind them as in "s-1". */
const opensNone = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.kind === 'word' && !isOf(tokens, i, OPENINGS) && !glued(tokens, i + 1);
const OPENINGS = new WordList(['per', 'a', 'an', ...SHORT_PER.keys()]);

function perWord(tokens: readonly Token[], i: number): { to: number; per: string } | null {
  if (!near(tokens, i)) return null;
  if (tokens[i]?.kind === 'number') return perNumber(tokens, i);
  const unit = unitAt(tokens, i);
  if (unit && unit.unit !== '%') return { to: unit.to, per: perKey(unit.unit) };
  const name = word(tokens, i);
  if (name === 'second' && word(tokens, i + 1) === 'squared') return { to: i + 2, per: 'second squared' };
  if (name === '' || NO_BASIS.has(name)) return null;
  const kind = kindAt(tokens, i);
  if (kind) return kind;
  const { text } = tokens[i] as Token;
  return { to: i + 1, per: LATIN.get(name) ?? (text === text.toUpperCase() ? text : singular(name)) };
}

/** "diluted share", "available seat mile" */
function kindAt(tokens: readonly Token[], i: number): { to: number; per: string } | null {
  let to = i;
  while (to < i + 2 && isOf(tokens, to, KINDS)) to += 1;
  if (to === i || !isOf(tokens, to, BASES)) return null;
  const kinds = tokens.slice(i, to + 1).map(({ lower }) => lower);
  return { to: to + 1, per: kinds.join(' ') };
}

/** "litres per 100 km", "cases per 100,000" */
function perNumber(tokens: readonly Token[], i: number): { to: number; per: string } | null {
  const figure = readFigure(tokens, i);
  if (!figure) return null;
  const unit = unitAt(tokens, figure.to);
  const written = tokens
    .slice(i, figure.to)
    .map(({ text }) => text)
    .join(' ');
  return { to: unit?.to ?? figure.to, per: unit ? `${written} ${perKey(unit.unit)}` : written };
}

/** Behind "per" a unit is named by its key, so that "a litre" and "per liter" are one. */
const perKey = (unit: string): string => unitNamed(unit)?.key ?? unit;

/** One name for every way to write a unit, for comparing: "kilometer", "km" → "km"; unknown units stay as they are. */
export function unitKey(unit: string): string {
  const keyOf = (one: string): string => (CODES_BEHIND.has(one) ? one : ((unitOfSymbol(one) ?? unitNamed(one.toLowerCase()))?.key ?? one));
  const whole = keyOf(unit);
  if (whole !== unit || !unit.includes(' per ')) return whole;
  const joined = unit.split(' per ').map(keyOf).join(' per ');
  return unitNamed(joined)?.key ?? joined;
}
