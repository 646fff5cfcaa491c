import { type Exact, WordList, WordTable, words } from '../../base';

/** Rows of "word:number" or "word:number" with several words for one number, as pairs. */
const pairs = (rows: string): [string, string][] =>
  rows
    .trim()
    .split(/\s+/)
    .flatMap((row) => {
      const [words = '', number = ''] = row.split(':');
      return words.split('/').map((word): [string, string] => [word, number]);
    });

/** Number words below a hundred. */
export const SMALL: WordTable<number> = new WordTable(
  pairs(`
    zero/nought/naught:0 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13
    fourteen:14 fifteen:15 sixteen:16 seventeen:17 eighteen:18 nineteen:19 twenty:20 thirty:30 forty/fourty:40 fifty:50 sixty:60
    seventy:70 eighty:80 ninety:90`).map(([word, number]) => [word, Number(number)]),
);

/** The value of a number below a hundred that is written as one word ("seven" → 7); null for every other word. */
export const spelledNumber = (lower: string): number | null => SMALL.get(lower) ?? null;

/** A power of ten by its number of zeros. */
const tens = (zeros: string): Exact => `1${'0'.repeat(Number(zeros))}`;

/** Words that multiply, by their zeros; "dozen" stands apart. */
export const SCALES: WordTable<Exact> = new WordTable([
  ...pairs(`
    hundred:2 thousand/thou:3 lakh/lakhs/lac/lacs/lkh/lkhs:5 million/mln/mio:6 crore/crores/koti:7 billion/bln/bil/bn/milliard:9
    trillion/tril/trn/tn/trln:12 quadrillion:15 quintillion:18 sextillion:21 septillion:24`).map(([word, zeros]): [string, Exact] => [
    word,
    tens(zeros),
  ]),
  ...pairs('dozen/doz/dozs:12'),
]);

/** "5 dozens", "three thousand millions": the plural multiplies only directly behind a number. */
export const PLURAL_SCALES: ReadonlyMap<string, Exact> = new Map(
  ['hundred', 'thousand', 'million', 'billion', 'trillion', 'quadrillion', 'dozen'].map((word) => [`${word}s`, SCALES.get(word) as Exact]),
);

/** Letters that multiply when glued to digits or behind money ("30bn", "$5m"). */
export const SHORT_SCALES: ReadonlyMap<string, Exact> = new Map(
  pairs('k:3 m/mm/mn/mil:6 b:9 t:12 cr:7').map(([letter, zeros]) => [letter, tens(zeros)]),
);

const ORDINAL_VALUES = pairs(`
  first:1 second:2 third:3 fourth:4 fifth:5 sixth:6 seventh:7 eighth:8 ninth:9 tenth:10 eleventh:11 twelfth:12 thirteenth:13
  fourteenth:14 fifteenth:15 sixteenth:16 seventeenth:17 eighteenth:18 nineteenth:19 twentieth:20 thirtieth:30 fortieth:40
  fiftieth:50 sixtieth:60 seventieth:70 eightieth:80 ninetieth:90 hundredth:100 thousandth:1000 millionth:1000000
  billionth:1000000000 trillionth:1000000000000 quadrillionth:1000000000000000`);

/** Behind digits they make a place in an order: "4th". */
export const ORDINAL_ENDINGS = words('st nd rd th');

/** Words for a place in an order. They count nothing. */
export const ORDINALS = new WordList([...ORDINAL_VALUES.map(([word]) => word), 'firstly', 'secondly', 'thirdly']);

/** Behind tens: "twenty-firsts", "thirty seconds". */
export const ORDINAL_UNITS: WordTable<number> = new WordTable(
  ORDINAL_VALUES.slice(0, 9).flatMap(([word, number]): [string, number][] => [
    [word, Number(number)],
    [`${word}s`, Number(number)],
  ]),
);

/** Parts of a whole: "a third", "two fifths". First and second name no part of their own. */
export const PARTS: WordTable<number> = new WordTable([
  ...ORDINAL_VALUES.slice(2).flatMap(([word, number]): [string, number][] => [
    [word, Number(number)],
    [`${word}s`, Number(number)],
  ]),
  ...pairs('half/halves:2 quarter/quarters:4').map(([word, number]): [string, number] => [word, Number(number)]),
]);

/** Signs for parts of a whole, above and below the line. */
export const FRACTION_SIGNS: ReadonlyMap<string, readonly [number, number]> = new Map(
  Object.entries<readonly [number, number]>({
    '¼': [1, 4],
    '½': [1, 2],
    '¾': [3, 4],
    '⅐': [1, 7],
    '⅑': [1, 9],
    '⅒': [1, 10],
    '⅓': [1, 3],
    '⅔': [2, 3],
    '⅕': [1, 5],
    '⅖': [2, 5],
    '⅗': [3, 5],
    '⅘': [4, 5],
    '⅙': [1, 6],
    '⅚': [5, 6],
    '⅛': [1, 8],
    '⅜': [3, 8],
    '⅝': [5, 8],
    '⅞': [7, 8],
  }),
);
