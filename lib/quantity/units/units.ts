import { WordList, WordTable, words } from '../../base';
import { plural } from '../words/plural';
import { SCIENCE_TABLE } from './sciencetable';
import { CASE_TABLE, UNIT_TABLE } from './unittable';

/** A unit as it is shown (singular as written, or symbol), its name in words, and one key for all ways to write it. */
export interface Unit {
  shown: string;
  name: string;
  key: string;
}

/** A unit that was found: the index behind it, how it is shown, and the other ways to read it. */
export interface UnitFound {
  to: number;
  unit: string;
  doubt?: string[];
}

/** A unit and the index behind it. */
export interface Named {
  to: number;
  unit: Unit;
}

/** Powers behind a length. */
export const EXPONENTS: WordTable<string> = new WordTable([
  ['2', 'square'],
  ['²', 'square'],
  ['3', 'cubic'],
  ['³', 'cubic'],
  ['squared', 'square'],
  ['cubed', 'cubic'],
]);

const PREFIXES: readonly [letter: string, name: string][] = Object.entries({
  a: 'atto',
  f: 'femto',
  p: 'pico',
  n: 'nano',
  µ: 'micro',
  μ: 'micro',
  m: 'milli',
  c: 'centi',
  d: 'deci',
  h: 'hecto',
  k: 'kilo',
  M: 'mega',
  G: 'giga',
  T: 'tera',
  P: 'peta',
  E: 'exa',
  Z: 'zetta',
  Y: 'yotta',
});
const NAME_OF = new Map(PREFIXES).set('K', 'kilo');

const BY_NAME = new Map<string, Unit>();
const BY_SYMBOL = new Map<string, Unit>();

/** "n m", "mm hg": symbols with a blank between them are shown in words. */
const LETTERS_APART = /^[a-z]{1,2} [a-z]{1,2}$/;
/** Symbols that few readers know, or that differ from a known one by a capital alone, are shown in words as well. */
const UNFAMILIAR = words('am pm ng pW nW μW mW TW PW μHz mHz THz B kB KB PB EB ZB YB');

const FOLDED = /^\p{L}{3,}$/u;

/** Signs are clearer than the words for them ("%", "°C"); all other names stay as they are written. */
const SIGN = /^[%‰°]/;

for (const line of (UNIT_TABLE + SCIENCE_TABLE).split('\n')) if (line !== '') addLine(line);
for (const line of CASE_TABLE.trim().split('\n')) {
  const [written = '', meant = ''] = line.split(' ');
  const unit = BY_SYMBOL.get(meant);
  if (unit) BY_SYMBOL.set(written, unit);
}

/** Symbols of three letters and more are known in small letters and in capitals too, where all that are spelled so mean one unit. */
const NO_UNITS = words('atm ATM rad RAD mas MAS');
for (const fold of [(symbol: string) => symbol.toLowerCase(), (symbol: string) => symbol.toUpperCase()]) {
  const folded = new Map<string, Unit | null>();
  for (const [symbol, unit] of BY_SYMBOL) {
    const written = fold(symbol);
    const known = folded.get(written);
    if (FOLDED.test(symbol)) folded.set(written, known === undefined || known?.key === unit.key ? unit : null);
  }
  for (const [written, unit] of folded)
    if (unit && !BY_SYMBOL.has(written) && !BY_NAME.has(written.toLowerCase()) && !NO_UNITS.has(written)) BY_SYMBOL.set(written, unit);
}

function addLine(line: string): void {
  const [left = '', symbols = '', prefixes = ''] = line.split('|').map((field) => field.trim());
  const cut = left.indexOf('=');
  const known = cut < 0 ? null : left.slice(0, cut);
  const names = left
    .slice(cut + 1)
    .trim()
    .split(' ')
    .filter(Boolean)
    .map((name) => name.replaceAll('-', ' '));
  const letters = prefixes.split(' ').filter(Boolean);
  const keyOf = (prefix: string) =>
    known === null ? `${NAME_OF.get(prefix) ?? ''}${names[0]}` : `${prefix === 'µ' ? 'μ' : prefix}${known}`;
  const shown = known !== null && SIGN.test(known) ? known : null;
  // A plural is made once for all the prefixes of its name: these are run through when the program starts.
  for (const name of names) {
    const several = severalOf(name);
    addName(name, several, keyOf(''), shown ?? (LETTERS_APART.test(name) ? (names[0] as string) : name));
    if (letters.length > 0) for (const [letter, prefix] of PREFIXES) addName(prefix + name, prefix + several, keyOf(letter), prefix + name);
  }
  for (const symbol of [...(known ? [known] : []), ...symbols.split(' ').filter(Boolean)])
    for (const prefix of symbol.endsWith('-') ? letters : ['', ...letters])
      addSymbol(prefix + symbol.replace(/-$/, ''), keyOf(prefix), `${NAME_OF.get(prefix) ?? ''}${names[0] ?? known}`);
}

function addName(name: string, several: string, key: string, shown: string): void {
  const unit = { shown, name, key };
  if (!BY_NAME.has(name)) BY_NAME.set(name, unit);
  if (!BY_NAME.has(several)) BY_NAME.set(several, unit);
}

/** The plural stands on the last word, or on the first before "per", "of" and "to": "acre feet", "miles per hour". */
function severalOf(name: string): string {
  const first = name.replace(/^\S+(?= (?:per|of|to) )/, plural);
  const last = name.lastIndexOf(' ') + 1;
  return first === name ? name.slice(0, last) + plural(name.slice(last)) : first;
}

function addSymbol(symbol: string, key: string, name: string): void {
  if (!BY_SYMBOL.has(symbol)) BY_SYMBOL.set(symbol, { shown: UNFAMILIAR.has(key) ? name : key, name, key });
}

/** The unit of a name in small letters with blanks between its words ("square miles" is none: squares are read from their lengths). */
export const unitNamed = (lower: string): Unit | undefined => BY_NAME.get(lower);
/** The unit of a symbol, letter for letter. */
export const unitOfSymbol = (text: string): Unit | undefined => BY_SYMBOL.get(text);

/** Symbols that are something else in small letters far more often. */
export const CAPITALS_ALONE = words('na fa ff nn gn np sr au mas nh nv mf pn gv fj');
/** Every name and symbol of one word in small letters → its unit's key. */
export const UNITS: WordTable<string> = new WordTable(
  [...BY_SYMBOL, ...BY_NAME]
    .filter(([written]) => (written.length > 1 || written === 'm' || written === 'g') && !written.includes(' '))
    .map(([written, { key }]): [string, string] => [written.toLowerCase(), key])
    .filter(([lower]) => !CAPITALS_ALONE.has(lower)),
);

/** Words with which names of several words begin. */
export const OPENS_UNIT = new WordList(
  [...BY_NAME.keys()].filter((name) => name.includes(' ')).map((name) => name.slice(0, name.indexOf(' '))),
);

/** Letters that are a unit only when glued to digits ("180m", "5g"). */
export const GLUED_UNITS: ReadonlyMap<string, string> = new Map([
  ['m', 'm'],
  ['g', 'g'],
  ['l', 'litre'],
  ['h', 'hour'],
  ['s', 'second'],
  ['c', '°C'],
  ['f', '°F'],
  ['w', 'W'],
  ['v', 'volt'],
  ['in', 'inch'],
  ['t', 'tonne'],
  ['st', 'stone'],
  ['mp', 'megapixel'],
]);

export const DURATIONS = words('second minute hour day week fortnight month year decade century');

/** Units are kept in the singular or as symbols; words take a plural ("412 meters", "6 tons", "3 miles per hour"), symbols never do ("412 m"). */
export function unitPlural(unit: string): string {
  const [head = unit, ...per] = unit.split(' per ');
  const last = head.slice(head.lastIndexOf(' ') + 1);
  if (!/^(?:[a-zé]{4,}|ton|day)$/.test(last) || /s$|hertz$|celsius$|fahrenheit$/.test(last)) return unit;
  return [head.slice(0, head.length - last.length) + plural(last), ...per].join(' per ');
}
