import type { Exact } from '@/lib/base';

/** Number words below a hundred. */
export const SMALL: ReadonlyMap<string, number> = new Map(
  (
    'zero:0 nought:0 naught:0 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13 ' +
    'fourteen:14 fifteen:15 sixteen:16 seventeen:17 eighteen:18 nineteen:19 twenty:20 thirty:30 forty:40 fourty:40 fifty:50 sixty:60 ' +
    'seventy:70 eighty:80 ninety:90'
  )
    .split(' ')
    .map((pair) => [pair.split(':')[0] as string, Number(pair.split(':')[1])]),
);

/** The value of a number below a hundred that is written as one word ("seven" → 7); null for every other word. */
export const spelledNumber = (lower: string): number | null => SMALL.get(lower) ?? null;

/** Words and signs that multiply. Short ones count only when glued to digits or after money ("30bn", "$5m"). */
export const SCALES: ReadonlyMap<string, Exact> = new Map(
  Object.entries({
    hundred: '100',
    dozen: '12',
    gross: '144',
    thousand: '1000',
    lakh: '100000',
    lakhs: '100000',
    lac: '100000',
    million: '1000000',
    mln: '1000000',
    mio: '1000000',
    crore: '10000000',
    crores: '10000000',
    billion: '1000000000',
    bln: '1000000000',
    bn: '1000000000',
    trillion: '1000000000000',
    trn: '1000000000000',
    tn: '1000000000000',
    quadrillion: '1000000000000000',
  }),
);

export const SHORT_SCALES: ReadonlyMap<string, Exact> = new Map(
  Object.entries({ k: '1000', m: '1000000', mn: '1000000', mm: '1000000', b: '1000000000', t: '1000000000000', cr: '10000000' }),
);

/** Parts of a whole: "a third", "two fifths". */
export const PARTS: ReadonlyMap<string, number> = new Map(
  (
    'half:2 halves:2 third:3 thirds:3 quarter:4 quarters:4 fourth:4 fourths:4 fifth:5 fifths:5 sixth:6 sixths:6 seventh:7 sevenths:7 eighth:8 ' +
    'eighths:8 ninth:9 ninths:9 tenth:10 tenths:10 hundredth:100 hundredths:100 thousandth:1000 thousandths:1000 millionth:1000000 ' +
    'millionths:1000000 billionth:1000000000 billionths:1000000000 trillionth:1000000000000 trillionths:1000000000000'
  )
    .split(' ')
    .map((pair) => [pair.split(':')[0] as string, Number(pair.split(':')[1])]),
);

/** Words for a place in an order. They count nothing. */
export const ORDINALS: ReadonlySet<string> = new Set(
  (
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth ' +
    'seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth thousandth ' +
    'millionth firstly secondly thirdly'
  ).split(' '),
);
