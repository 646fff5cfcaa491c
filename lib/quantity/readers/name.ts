import { MONTH_NUMBERS, type Token, WEEKDAYS } from '@/lib/base';
import { CODES, DOLLARS, MONEY_STARTS, MONEY_WORDS } from '../currencies';
import { makeExcluded, type Reader } from '../found';
import { ORDINALS, SCALES, SMALL } from '../numberwords';
import { CLOSED, looksPast, looksProgressive, VERBS } from '../stopwords';
import { GLUED_UNITS, UNITS } from '../units';
import { isLabelled } from './label';
import { capital, countedAhead, digits, glued, isHyphen, mark, near, sentenceStart, tokenAt, word, words } from './look';
import { isYearNumber } from './year';

/** Letters that may be glued to a figure without making a name of it. */
const AFTER_DIGITS: ReadonlySet<string> = new Set([
  ...words('st nd rd th s k m mn mm b t trn tn cr am pm pc x p a.m. p.m. hr hrs min mins yo fps ppm ppb mpg'),
  ...SCALES.keys(),
  ...UNITS.keys(),
  ...GLUED_UNITS.keys(),
  ...[...MONEY_STARTS].filter((start) => start.length > 1),
  ...MONEY_WORDS.keys(),
]);
const isMoney = (token: Token): boolean => CODES.has(token.text) || (token.text.length > 1 && DOLLARS.has(token.lower));
const NOT_IN_NAMES = words('sub over under plus up foot feet ft to and or');

/** COVID-19, G20, AK-47, 2019nCoVR, 5G, the 737-800, iPhone 12, Windows 10, 401(k): digits inside a name, whichever side the letters stand on. */
export const nameReader: Reader = {
  name: 'name',
  begins: 'any',
  words: ['euro'],
  read(tokens, i) {
    // "Euro 2020"
    if (tokens[i]?.kind === 'word')
      return isYearNumber(digits(tokens, i + 1)) && capital(tokens[i]) ? makeExcluded('name', i, i + 2, 'name') : null;
    const to = gluedName(tokens, i) || technical(tokens, i) || (isBesideName(tokens, i) ? i + 1 : 0);
    return to > 0 ? makeExcluded('name', i, to, reasonOf(tokens, i)) : null;
  },
};

const ZONES = words('utc gmt');
const TIMES = words('mid pre post early late fy q');
/** "the mid-1990s", "post-1945", "FY2024" are years, "magnitude-6.1" is a magnitude. */
function reasonOf(tokens: readonly Token[], i: number): string {
  const before = word(tokens, isHyphen(tokens, i - 1) ? i - 2 : i - 1);
  if (before === 'magnitude') return 'magnitude';
  if (ZONES.has(before) || (mark(tokens, i - 1) === '+' && ZONES.has(word(tokens, i - 2)))) return 'clock';
  return TIMES.has(before) && glued(tokens, i) ? 'year' : 'name';
}

function gluedName(tokens: readonly Token[], i: number): number {
  if (glued(tokens, i) && (mark(tokens, i - 1) === '+' || isHyphen(tokens, i - 1)) && ZONES.has(word(tokens, i - 2))) return i + 1;
  if (glued(tokens, i) && i > 0) {
    const previous = tokenAt(tokens, i - 1) as Token;
    if (previous.kind === 'word' && !isMoney(previous) && previous.lower !== 'c' && previous.lower !== 'x') return gluedEnd(tokens, i);
    const before = tokenAt(tokens, i - 2);
    if (isHyphen(tokens, i - 1) && glued(tokens, i - 1) && before?.kind === 'word' && !NOT_IN_NAMES.has(before.lower))
      return gluedEnd(tokens, i);
  }
  const next = tokens[i + 1];
  if (next?.kind !== 'word' || next.gap !== 'none') return 0;
  // "24703m212" goes on behind its letters; "20km2" is a square.
  const goesOn = next.lower !== 'x' && glued(tokens, i + 2) && digits(tokens, i + 2).length > 1;
  return goesOn || !AFTER_DIGITS.has(next.lower) ? gluedEnd(tokens, i) : 0;
}

/** The index behind the digits at token `i` and all that is glued to them. */
function gluedEnd(tokens: readonly Token[], i: number): number {
  let to = i + 1;
  while (to < tokens.length && glued(tokens, to) && (tokens[to]?.kind !== 'mark' || (isHyphen(tokens, to) && glued(tokens, to + 1))))
    to += 1;
  return to;
}

const LINES = words('480 720 1080 1440 2160');
const SCREENS = words(
  'tv tvs television televisions video videos display displays screen screens resolution hdr uhd camera cameras monitor footage',
);

/** "5G", "1080p", "a 4K screen", "401(k)", "10-K". */
function technical(tokens: readonly Token[], i: number): number {
  const text = digits(tokens, i);
  const next = tokens[i + 1];
  if (next?.gap !== 'none') return 0;
  if (next.text === 'G' && text.length === 1) return i + 2;
  // "3M said"
  if (next.text === 'M' && text === '3' && tokens[i + 2]?.kind === 'word' && !countedAhead(tokens, i + 2)) return i + 2;
  if (next.lower === 'p' && LINES.has(text)) return i + 2;
  if (next.text === 'K' && (text === '4' || text === '8') && SCREENS.has(word(tokens, i + 2))) return i + 2;
  if (next.text === '(' && tokens[i + 2]?.text.length === 1 && word(tokens, i + 2) !== '' && mark(tokens, i + 3) === ')') return i + 4;
  const letter = tokens[i + 2];
  if (!isHyphen(tokens, i + 1) || letter?.gap !== 'none' || text.length > 2) return 0;
  // "10-K", "7-Eleven"
  return SINGLE_CAPITAL.test(letter.text) || (capital(letter) && SMALL.has(letter.lower)) ? i + 3 : 0;
}
const SINGLE_CAPITAL = /^[A-Z]$/;

const SHORT = /^\d{1,3}$/;
const PLAIN = /^\d{1,4}$/;
const VERSION = /^\d{1,2}(?:\.\d{1,2})?$/;
const TECH = words(
  'python ios android bluetooth usb java windows macos gpt wifi http html version hdmi firefox chrome safari kernel ubuntu release',
);
const LETTERS = /^[A-Z]{1,3}$/;
/** A brand has a capital inside. */
const BRAND = /\p{Ll}\p{Lu}/u;
const MODEL_ENDS = words('max pro ultra plus mini turbo lite series edge air gt se xl dreamliner dreamliners');
const INDEXES = words('sp ftse nikkei nasdaq stoxx russell asx kospi csi dax');

function isBesideName(tokens: readonly Token[], i: number): boolean {
  const text = digits(tokens, i);
  if (near(tokens, i) && VERSION.test(text) && TECH.has(word(tokens, i - 1))) return !countedAhead(tokens, i + 1);
  if (near(tokens, i) && groupOf(tokens, i)) return true;
  if (!PLAIN.test(text) || !near(tokens, i)) return false;
  const next = tokens[i + 1];
  // "737 Max", "Note 20 Ultra"
  if (next?.gap === 'space' && capital(next) && MODEL_ENDS.has(next.lower)) return true;
  const label = tokenAt(tokens, i - 1);
  if (label?.kind !== 'word') return false;
  if (INDEXES.has(label.lower)) return !countedAhead(tokens, i + 1);
  // "BX 20 pumps", "F 16 jets": two or three capitals and a short number.
  if (LETTERS.test(label.text)) return SHORT.test(text) && !isMoney(label) && !SENTENCE_CAPITALS.has(label.text);
  if (BRAND.test(label.text)) return !label.text.startsWith('Mc') && !label.text.startsWith('Mac') ? !countsPeople(tokens, i) : false;
  return (
    isProper(tokens, i - 1) && !isLabelled(tokens, i) && !countedAhead(tokens, i + 1) && !isAge(tokens, i, text) && !countsPeople(tokens, i)
  );
}

const GROUPS = words('group gang council committee club band league');
/** "the Group of 20" */
const groupOf = (tokens: readonly Token[], i: number): boolean =>
  word(tokens, i - 1) === 'of' && GROUPS.has(word(tokens, i - 2)) && capital(tokenAt(tokens, i - 2)) && !countedAhead(tokens, i + 1);

const SENTENCE_CAPITALS: ReadonlySet<string> = new Set(
  `A I IN AT ON OF BY TO FOR AND THE OR AS US UK EU UN PM AM TV AD BC CE WHO NHC CNN BBC AP AFP NHK NOT ALL HAS WAS ITS NEW TOP`.split(' '),
);
/** Verbs that headlines write with a capital, and words for a place in a list. */
const HEADLINE = words(
  `kill kills arrest arrests free frees jail jails injure injures wound wounds hurt hurts evacuate evacuates rescue rescues save saves claim
  claims hit hits top tops near nears reach reaches pass passes charge charges sue sues fire fires hire hires cut cuts add adds detain
  detains score scores down up toll total least most some about around nearly almost only just over under dead injured minus plus versus
  average between exactly approximately roughly every another first last next past top bottom`,
);
const NO_NAMES: ReadonlySet<string> = new Set<string>([
  ...CLOSED,
  ...VERBS,
  ...HEADLINE,
  ...MONTH_NUMBERS.keys(),
  ...WEEKDAYS,
  ...SMALL.keys(),
  ...SCALES.keys(),
  ...ORDINALS,
]);

/** The word at token `at` has its capital because it is a name. */
function isProper(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || !capital(token) || sentenceStart(tokens, at) || token.text.length < 3 || token.text.endsWith('.'))
    return false;
  const lower = token.lower;
  return (
    !NO_NAMES.has(lower) &&
    !looksPast(lower) &&
    !looksProgressive(lower) &&
    !lower.endsWith('ly') &&
    !(lower.endsWith('s') && isHeading(tokens, at))
  );
}

/** The words around stand with capitals too, so a verb may be among them. */
const isHeading = (tokens: readonly Token[], at: number): boolean => capital(tokenAt(tokens, at - 1)) || capital(tokens[at + 2]);

/** "Rosa Keller 44 has run twice": first name, last name and a figure an adult may have for an age. */
const isAge = (tokens: readonly Token[], i: number, text: string): boolean =>
  text.length === 2 &&
  Number(text) >= 16 &&
  capital(tokenAt(tokens, i - 2)) &&
  !NO_NAMES.has(word(tokens, i - 2)) &&
  !MODEL_ENDS.has(word(tokens, i - 1));

const PEOPLE_DO = words('were are have died dead');
/** "In Sparta 12 were hurt": people are counted behind the name of a place. */
const countsPeople = (tokens: readonly Token[], i: number): boolean => near(tokens, i + 1) && PEOPLE_DO.has(word(tokens, i + 1));
