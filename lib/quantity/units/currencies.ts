import { WordList, WordTable, words } from '../../base';
import { plural } from '../words/plural';
import {
  ARABIC_TABLE,
  CODE_TABLE,
  CODES_BEHIND_TABLE,
  LETTERED_SIGNS,
  NAMES_BEHIND_TABLE,
  SMALL_CODES,
  SMALL_LETTERS_TABLE,
  SPACED_LETTERS,
  SUM_TABLE,
} from './currencysigns';
import { CURRENCY_TABLE } from './currencytable';

interface Currency {
  code: string;
  whose: string[];
  names: string[];
  minors: string[];
  signs: string[];
}

const fields = (field = ''): string[] => field.split(/\s+/).filter(Boolean);
const CURRENCIES: readonly Currency[] = CURRENCY_TABLE.trim()
  .split('\n')
  .map((line) => {
    const [code = '', whose, names, minors, signs] = line.split('|').map((field) => field.trim());
    const spaced = (field?: string) => fields(field).map((word) => word.replaceAll('-', ' '));
    return { code, whose: spaced(whose), names: spaced(names), minors: fields(minors), signs: fields(signs) };
  });

const rows = (table: string): [string, string][] =>
  table
    .trim()
    .split('\n')
    .flatMap((line) => fields(line.slice(5)).map((word): [string, string] => [word, line.slice(0, 3)]));

/** The first to claim a word keeps it. */
function firstOf<T>(pairs: readonly (readonly [string, T])[]): WordTable<T> {
  const map = new Map<string, T>();
  for (const [word, value] of pairs) if (!map.has(word)) map.set(word, value);
  return new WordTable(map);
}
const both = (name: string): string[] => [name, plural(name)];

/** Signs before (or behind) a figure. A bare "$" is read as US dollars, the world's news use. */
export const SIGNS = firstOf(CURRENCIES.flatMap(({ code, signs }) => signs.map((sign) => [sign, code] as const)));
/** Letters with the sign behind them, in small letters ("us$", "e£"). */
export const LETTERED: ReadonlyMap<string, string> = new Map(
  Object.entries(LETTERED_SIGNS).flatMap(([sign, table]) => rows(table).map(([letters, code]): [string, string] => [letters + sign, code])),
);
/** Those of these letters that may stand apart from the sign. */
export const SPACED = words(SPACED_LETTERS);
/** Letters before or behind a "$". */
export const DOLLARS: WordTable<string> = new WordTable(rows(LETTERED_SIGNS.$ ?? ''));

/** ISO codes that are words as well stand only behind a figure ("500 TRY"), never before one ("TRY 5 TIMES"). */
export const WORDS_TOO = words('ALL TOP TRY CUP PEN MAD BAM COP BOB SOS SIT ETH');
/** Codes that stand before labels as well ("SDG 13", "PHP 8", "RON 95"): before a figure only where it is a sum for certain. */
const LABELS_TOO = words('SDG PHP RON AMD LAK');
/** Codes that letters for a scale may be glued to ("TEUR", "MSEK"). */
export const SCALED_CODES = words('USD EUR GBP CHF SEK NOK DKK JPY CAD AUD INR PLN CZK HUF');
const WRITTEN: readonly (readonly [string, string])[] = [
  ...fields(SMALL_CODES).map((code) => [code, code.toUpperCase()] as const),
  ...rows(CODE_TABLE),
  // Whose crowns they are, nobody can tell.
  ['kr', 'kr'],
  ['Kr', 'kr'],
];
/** Codes and abbreviations before a figure, letter for letter. */
export const CODES: ReadonlyMap<string, string> = new Map([
  ...CURRENCIES.filter(({ code }) => !WORDS_TOO.has(code) && !LABELS_TOO.has(code)).map(({ code }) => [code, code] as const),
  ...WRITTEN,
  ...rows(SMALL_LETTERS_TABLE),
]);
/** The same behind a figure. */
export const CODES_BEHIND: ReadonlyMap<string, string> = new Map([
  ...CURRENCIES.map(({ code }) => [code, code] as const),
  ...WRITTEN,
  ...rows(CODES_BEHIND_TABLE),
]);
/** Letters that are money only before a sum that shows itself as one. */
export const SUM_CODES: ReadonlyMap<string, string> = new Map([
  ...rows(SUM_TABLE),
  ...[...LABELS_TOO].map((code) => [code, code] as const),
]);
/** "د.إ": two letters with a full stop between them. */
export const ARABIC: ReadonlyMap<string, string> = new Map(rows(ARABIC_TABLE));
/** What may be written before a sum, and no common word: in small letters. */
export const MONEY_LETTERS: ReadonlySet<string> = new Set([
  ...SIGNS.keys(),
  ...[...CODES.keys()].map((code) => code.toLowerCase()),
  ...[...LETTERED.keys()].map((written) => written.slice(0, -1)),
]);
/** Every word at which a sum may begin, in small letters. */
export const MONEY_STARTS: ReadonlySet<string> = new Set([
  ...MONEY_LETTERS,
  ...[...SUM_CODES.keys()].map((code) => code.toLowerCase()),
  ...[...ARABIC.keys()].map((written) => written.slice(0, 1)),
]);

/** "Australian dollars", "south african rand", "malaysia ringgits", "U.S. cents": whose money it is, before its name. */
export const NATIONS = firstOf([
  ...CURRENCIES.flatMap(({ code, whose, names, minors }) =>
    ['', ...whose].flatMap((nation) => [
      ...names.flatMap(both).map((name) => [`${nation} ${name}`.trim(), code] as const),
      ...minors.flatMap((minor) => both(minor).map((name) => [`${nation} ${name}`.trim(), minor] as const)),
    ]),
  ).filter(([name]) => name.includes(' ')),
  ...both('euro cent').map((name) => [name, 'cent'] as const),
]);

/** Words with which such names end. */
export const ENDS_NATION = new WordList([...NATIONS.keys()].map((name) => name.slice(name.lastIndexOf(' ') + 1)));

/** Money whose name is "dollar", so that it can say whose a bare "$" is. */
export const DOLLAR_CODES: ReadonlySet<string> = new Set(CURRENCIES.filter(({ names }) => names[0] === 'dollar').map(({ code }) => code));

/** Names that several countries' money has: of these, news means the first country's. */
const SETTLED = words('dollar rupee rouble ruble won yuan real');
/** Of these nobody can tell whose is meant, so the name itself is kept. */
const ANYBODYS = words('dinar rial riyal shilling crown som');
const SHARED: ReadonlyMap<string, readonly string[]> = new Map(
  [...new Set(CURRENCIES.flatMap(({ names }) => names))]
    .filter((name) => !SETTLED.has(name))
    .map((name): [string, string[]] => [name, CURRENCIES.filter(({ names }) => names.includes(name)).map(({ code }) => code)])
    .filter(([, codes]) => codes.length > 1)
    .flatMap(([name, codes]) => both(name).map((word): [string, string[]] => [word, codes])),
);
/** Names of money that begin no sum of their own: a weight, a verb, a note, a house. "Pound" is read by itself. */
const NO_NAMES: ReadonlySet<string> = new Set(['pound', 'mark', 'sol', 'real']);
/** Names behind a figure, in singular and plural, and signs that are letters ("100元"). */
export const MONEY_WORDS = firstOf<string>([
  ...CURRENCIES.flatMap(({ code, names }) =>
    names
      .filter((name) => !NO_NAMES.has(name))
      .flatMap((name) => both(name).map((word) => [word, ANYBODYS.has(name) ? name : code] as const)),
  ),
  ...CURRENCIES.flatMap(({ code, signs }) =>
    signs.filter((sign) => /^\p{L}/u.test(sign)).map((sign) => [sign.toLowerCase(), code] as const),
  ),
  ...rows(NAMES_BEHIND_TABLE),
]);

const MONEY: ReadonlySet<string> = new Set([...CURRENCIES.map(({ code }) => code), ...ANYBODYS, 'kr']);
/** The unit is money: an ISO code, or a name that nobody can tell whose it is. Its hundredths are none. */
export const isMoney = (unit: string | null): boolean => unit !== null && unit !== '%' && MONEY.has(unit);

/** The other money a bare name may stand for; undefined where there is none. */
export const sharedName = (name: string): readonly string[] | undefined => SHARED.get(name);

/** Hundredths: name → how it is written here, in the singular. */
export const MINORS: ReadonlyMap<string, string> = new Map([
  ...CURRENCIES.flatMap(({ minors }) => minors.flatMap((minor) => both(minor).map((word): [string, string] => [word, minor]))),
  ['pence', 'penny'],
  ['p', 'penny'],
  ['c', 'cent'],
  ['¢', 'cent'],
  ['paise', 'paisa'],
  ['öre', 'öre'],
  ['øre', 'øre'],
]);
/** Hundredths that are too short or too common as other words to be read alone. */
export const MINORS_ALONE = words(
  'cent cents eurocent eurocents pence penny pennies kopeck kopecks kopek kopeks paise sen satoshi satoshis ¢ pfennig pfennigs centavo centavos centime centimes',
);
