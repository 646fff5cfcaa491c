import { type Token, words } from '../../base';
import { isYearNumber } from '../figures';
import { makeExcluded, type Reader } from '../found';
import { capital, digits, glued, gluedEnd, HYPHENS, isHyphen, isOf, mark, near, sentenceStart, tokenAt, word } from '../look';
import { countedAhead } from '../signs/ahead';
import { isGapped } from '../signs/gapped';
import { isLabelled, isMeasured } from '../signs/label';
import { GIVES, goesOnBehind, isKind, isLongModel, isModel, isSmallName } from '../signs/model';
import { countsPeople, isAge, isProper, isSubject, isTitle, MODEL_ENDS, NO_NAMES, SENTENCE_CAPITALS } from '../signs/proper';
import { CODES, MONEY_LETTERS, MONEY_WORDS, SPACED } from '../units/currencies';
import { feetAndInches } from '../units/unitletters';
import { GLUED_UNITS, UNITS, unitOfSymbol } from '../units/units';
import { INDEXES, NUMBERED } from '../words/names';
import { SCALES } from '../words/numberwords';
import { isPlural } from '../words/plural';
import { compoundEnd } from './address';
import { technical } from './technical';

/** Letters that may be glued to a figure without making a name of it. */
const AFTER_DIGITS: ReadonlySet<string> = new Set([
  ...words(
    'st nd rd th s k m mn mm b t trn tn cr am pm pc x p a.m. p.m. hr hrs min mins yo fps ppm ppb mpg ish sq cu sqm sqft sqkm pp pa per',
  ),
  ...SCALES.keys(),
  ...UNITS.keys(),
  ...GLUED_UNITS.keys(),
  ...[...MONEY_LETTERS].filter((start) => start.length > 1),
  ...MONEY_WORDS.keys(),
]);
const isCode = (token: Token): boolean => CODES.has(token.text) || SPACED.has(token.lower);
/** Letters behind which further digits are a part of the same measure: "2h15m", "5ft11in". */
const GOES_ON = words('x h hr hrs min ft lb lbs');
const isPart = (tokens: readonly Token[], i: number): boolean => isOf(tokens, i - 1, GOES_ON) && digits(tokens, i - 2) !== '';
const NOT_IN_NAMES = words('minus sub over under plus up foot feet ft to and or by');

/** "60 Minutes", "50 Cent": a unit with a capital behind words in small letters is a title. */
const TITLED = words('minutes hours days cent');
const TECH = words(
  'python ios android bluetooth usb java windows macos gpt wifi http html version hdmi firefox chrome safari kernel ubuntu release',
);
const GROUPS = words('group gang council committee club band league');

/** COVID-19, G20, AK-47, 2019nCoVR, 5G, the 737-800, iPhone 12, Windows 10, 401(k): digits inside a name, whichever side the letters stand on. */
export const nameReader: Reader = {
  name: 'name',
  begins: 'any',
  words: ['euro'],
  beside: {
    before: [...TECH, ...INDEXES, ...NUMBERED, ...GROUPS, ...HYPHENS, 'under', 'p', '+', '_', '/'],
    behind: [...TITLED, ...MODEL_ENDS, ...HYPHENS, '('],
    signs: ['letters glued before', 'letters glued behind', 'capitals before', 'article before'],
  },
  read(tokens, i) {
    // "Euro 2020", "Euro 6"
    if (tokens[i]?.kind === 'word')
      return (isYearNumber(digits(tokens, i + 1)) || (digits(tokens, i + 1).length === 1 && !countedAhead(tokens, i + 2))) &&
        capital(tokens[i])
        ? makeExcluded('name', i, i + 2, 'name')
        : null;
    const to = gluedName(tokens, i) || technical(tokens, i) || (isBesideName(tokens, i) ? compoundEnd(tokens, i + 1) : 0);
    return to > 0 ? makeExcluded('name', i, to, reasonOf(tokens, i)) : null;
  },
};

const ZONES = words('utc gmt');
const TIMES = words('mid pre post early late fy q');
/** "the mid-1990s", "post-1945", "FY2024" are years, "magnitude-6.1" is a magnitude. */
function reasonOf(tokens: readonly Token[], i: number): string {
  const before = word(tokens, isHyphen(tokens, i - 1) ? i - 2 : i - 1);
  if (before === 'magnitude') return 'magnitude';
  if (ZONES.has(before) || (mark(tokens, i - 1) === '+' && isOf(tokens, i - 2, ZONES))) return 'clock';
  return TIMES.has(before) && glued(tokens, i) ? 'year' : 'name';
}

function gluedName(tokens: readonly Token[], i: number): number {
  if (glued(tokens, i) && (mark(tokens, i - 1) === '+' || isHyphen(tokens, i - 1)) && isOf(tokens, i - 2, ZONES)) return i + 1;
  if (glued(tokens, i) && i > 0) {
    const previous = tokenAt(tokens, i - 1) as Token;
    if (previous.kind === 'word' && !isCode(previous) && previous.lower !== 'c' && previous.lower !== 'x' && !isPart(tokens, i))
      return gluedEnd(tokens, i);
    const before = tokenAt(tokens, i - 2);
    // "A320-200"
    const model = before?.kind === 'number' && glued(tokens, i - 2) && capital(tokenAt(tokens, i - 3));
    if (
      (isHyphen(tokens, i - 1) || mark(tokens, i - 1) === '_') &&
      glued(tokens, i - 1) &&
      (model || (before?.kind === 'word' && !NOT_IN_NAMES.has(before.lower)))
    )
      return gluedEnd(tokens, i);
  }
  // "an f/1.8 lens"
  if (mark(tokens, i - 1) === '/' && word(tokens, i - 2) === 'f' && glued(tokens, i) && glued(tokens, i - 1)) return i + 1;
  const next = tokens[i + 1];
  if (next?.kind !== 'word' || next.gap !== 'none') return 0;
  // "31846m117" goes on behind its letters; "20km2" is a square.
  const goesOn = !GOES_ON.has(next.lower) && glued(tokens, i + 2) && digits(tokens, i + 2).length > 1;
  return goesOn || !(AFTER_DIGITS.has(next.lower) || unitOfSymbol(next.text)) ? gluedEnd(tokens, i) : 0;
}

const titled = (tokens: readonly Token[], i: number): boolean =>
  isOf(tokens, i + 1, TITLED) &&
  capital(tokens[i + 1]) &&
  tokens[i + 1]?.text !== tokens[i + 1]?.text.toUpperCase() &&
  word(tokens, i - 1) !== '' &&
  !capital(tokens[i - 1]);

const TEAMS = words(
  'team teams side sides squad squads manager coach captain international internationals tournament championship championships league player cap caps level finals',
);
/** "the England Under-21 manager", "the under-19 squad": a team that is named by an age. */
function isAgeTeam(tokens: readonly Token[], i: number, text: string): boolean {
  const under = isHyphen(tokens, i - 1) ? i - 2 : i - 1;
  if (word(tokens, under) !== 'under' || text.length !== 2) return false;
  const behind = word(tokens, i + 1) === 's' && glued(tokens, i + 1) ? i + 2 : i + 1;
  return isOf(tokens, behind, TEAMS) || (capital(tokens[under]) && capital(tokens[under - 1]) && !sentenceStart(tokens, under));
}

const SHORT = /^\d{1,3}$/;
const PLAIN = /^\d{1,4}$/;
const VERSION = /^\d{1,2}(?:\.\d{1,2})?$/;
const LETTERS = /^[A-Z]{1,3}$/;
const SPEAKS = words('told tells telling informed asked asks');
/** A brand has a capital inside. */
const BRAND = /\p{Ll}\p{Lu}/u;

/** Says whether a figure and what stands beside it are a name; null where it cannot tell. */
type Rule = (tokens: readonly Token[], i: number, text: string) => boolean | null;

const version: Rule = (tokens, i, text) =>
  near(tokens, i) && VERSION.test(text) && isOf(tokens, i - 1, TECH) ? capital(tokens[i - 1]) || !countedAhead(tokens, i + 1) : null;
const titleOrTeam: Rule = (tokens, i, text) => titled(tokens, i) || isAgeTeam(tokens, i, text) || null;
/** "Torsten spanner 8\"" */
const inches: Rule = (tokens, i) => (feetAndInches(tokens, i + 1)?.unit === 'inch' ? false : null);
/** "Web 2.0" */
const pointZero: Rule = (tokens, i, text) =>
  (near(tokens, i) && text.endsWith('.0') && isProper(tokens, i - 1) && !countedAhead(tokens, i + 1)) || null;
const group: Rule = (tokens, i) => (near(tokens, i) && groupOf(tokens, i)) || null;
const noPlainFigure: Rule = (tokens, i, text) => (PLAIN.test(text) && near(tokens, i) ? null : false);
/** "737 Max", "Pad 9 Ultra" */
const modelEnd: Rule = (tokens, i) => {
  const next = tokens[i + 1];
  // "37 Gt" of gas: a symbol, letter for letter, is no end of a name.
  return (next?.gap === 'space' && capital(next) && MODEL_ENDS.has(next.lower) && !unitOfSymbol(next.text)) || null;
};
/** From here on a word stands before the figure. */
const noLabel: Rule = (tokens, i) => {
  const label = tokenAt(tokens, i - 1);
  return label?.kind !== 'word' || (capital(label) && isGapped(tokens, i)) ? false : null;
};
/** "FTSE 100 companies", "the stoxx 600": a round number of shares. */
const index: Rule = (tokens, i, said) => {
  const { lower } = tokens[i - 1] as Token;
  if (!INDEXES.has(lower) && !(lower === 'p' && mark(tokens, i - 2) === '&')) return null;
  return ROUND.test(said) && !isMeasured(tokens, i + 1);
};
const ROUND = /^\d{1,3}[05]$/;
/** "BX 20 pumps", "F 16 jets": two or three capitals and a short number. */
const letters: Rule = (tokens, i, text) => {
  const label = tokens[i - 1] as Token;
  if (!LETTERS.test(label.text)) return null;
  // "230 V 50 Hz", "LCD 4GB RAM": a unit is no label, and what a unit stands behind is none of a label.
  if (isSymbol(tokens, i + 1) || (digits(tokens, i - 2) !== '' && unitOfSymbol(label.text))) return false;
  const short = SHORT.test(text) || isLongModel(tokens, i, text);
  // "told AFP 12 people had died", "asked the BBC 12 questions"
  const verb = word(tokens, i - 2) === 'the' ? word(tokens, i - 3) : word(tokens, i - 2);
  const told = (SPEAKS.has(verb) || GIVES.has(verb)) && countedAhead(tokens, i + 1);
  return short && !told && !isCode(label) && !SENTENCE_CAPITALS.has(label.text) && !NO_NAMES.has(label.lower);
};
const isSymbol = (tokens: readonly Token[], i: number): boolean => {
  const { text, gap } = tokens[i] ?? { text: '', gap: 'block' };
  return text.length > 1 && (gap === 'none' || gap === 'space') && unitOfSymbol(text) !== undefined;
};
/** "Boeing 737 jets", "apollo 11 astronauts" */
const numbered: Rule = (tokens, i, text) => (isOf(tokens, i - 1, NUMBERED) && SHORT.test(text) && !isMeasured(tokens, i + 1)) || null;
const titleOrSubject: Rule = (tokens, i, text) => isTitle(tokens, i, text) || (isSubject(tokens, i) && !isAge(tokens, i, text)) || null;
/** "the Liberals 38": what they got. */
const several: Rule = (tokens, i) => (word(tokens, i - 2) === 'the' && isPlural(word(tokens, i - 1)) ? false : null);
const brand: Rule = (tokens, i) => {
  const { text } = tokens[i - 1] as Token;
  return BRAND.test(text) ? !text.startsWith('Mc') && !text.startsWith('Mac') && !countsPeople(tokens, i) : null;
};
const model: Rule = (tokens, i, text) =>
  isModel(tokens, i) || (SHORT.test(text) && (isKind(tokens, i) || goesOnBehind(tokens, i) || isSmallName(tokens, i))) || null;
const named: Rule = (tokens, i, text) =>
  isProper(tokens, i - 1) && !countedAhead(tokens, i + 1) && !isAge(tokens, i, text) && !countsPeople(tokens, i);

/** In this order; the first that can tell decides. */
const RULES: readonly Rule[] = [
  ...[version, titleOrTeam, inches, pointZero, group, noPlainFigure, modelEnd, noLabel],
  ...[index, letters, numbered, titleOrSubject, several, brand, model, named],
];

function isBesideName(tokens: readonly Token[], i: number): boolean {
  const text = digits(tokens, i);
  for (let k = 0; k < RULES.length; k += 1) {
    const said = (RULES[k] as Rule)(tokens, i, text);
    // The reader of identifiers tells what is labelled, with all that belongs to it.
    if (said !== null) return said && !isLabelled(tokens, i);
  }
  return false;
}

/** "the Group of 20" */
const groupOf = (tokens: readonly Token[], i: number): boolean =>
  word(tokens, i - 1) === 'of' && isOf(tokens, i - 2, GROUPS) && capital(tokenAt(tokens, i - 2)) && !countedAhead(tokens, i + 1);
