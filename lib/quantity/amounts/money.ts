import { compare, type Exact, multiply, type Token, WordList, words } from '../../base';
import { closesPhrase } from '../closes';
import type { Figure } from '../figures';
import { behindHyphen, digits, endsSmall, glued, isHyphen, isOf, isSign, mark, near, tokenAt, valueAt, word } from '../look';
import {
  CODES_BEHIND,
  DOLLAR_CODES,
  DOLLARS,
  ENDS_NATION,
  MINORS,
  MINORS_ALONE,
  MONEY_WORDS,
  NATIONS,
  SCALED_CODES,
  SIGNS,
  sharedName,
  WORDS_TOO,
} from '../units/currencies';
import { SCALES, SHORT_SCALES, SMALL } from '../words/numberwords';
import { arabicAt, type Tail } from './moneybefore';

/** "malaysian ringgit 42": the index where the name before a bare figure begins, and its money; null where none stands. */
export function nameBefore(tokens: readonly Token[], i: number): Tail | null {
  if (!isOf(tokens, i - 1, ENDS_NATION) || tokens[i]?.gap !== 'space') return null;
  for (let from = Math.max(0, i - 4); from < i - 1; from += 1) {
    const name = nationAt(tokens, from);
    if (name?.to === i) return isFigure(tokens, from - 1) ? null : { to: from, unit: name.unit };
  }
  const unit = isOf(tokens, i - 1, RUPEES) && !isFigure(tokens, i - 2) ? valueAt(tokens, i - 1, MONEY_WORDS) : undefined;
  return unit ? { to: i - 1, unit } : null;
}
/** Written out before a sum, as "Rs" is: "Rupees 500 crore". */
const RUPEES = words('rupees dirhams');
const isFigure = (tokens: readonly Token[], i: number): boolean =>
  tokenAt(tokens, i)?.kind === 'number' || isOf(tokens, i, SCALES) || isOf(tokens, i, SMALL);

/** Money behind a figure: "euros", "US dollars", "$", "p", "MUSD", "pounds sterling". */
export function moneyBehind(tokens: readonly Token[], figure: Figure): Tail | null {
  let at = figure.to;
  if (!near(tokens, at)) return null;
  const sign = tokens[at]?.kind === 'mark' ? SIGNS.get(mark(tokens, at)) : undefined;
  if (sign !== undefined)
    return tokens[at + 1]?.kind === 'number' && glued(tokens, at + 1) && !glued(tokens, at) ? null : { to: at + 1, unit: sign };
  const short = word(tokens, at);
  // "5 M€"
  const joined = glued(tokens, at + 1) ? SIGNS.get(mark(tokens, at + 1)) : undefined;
  const letters = joined && short !== '' ? scaleLetters((tokens[at] as Token).text) : undefined;
  if (joined && letters) return { to: at + 2, unit: joined, scale: letters };
  if (mark(tokens, at) === '¢') return { to: at + 1, unit: 'cent' };
  if (isHyphen(tokens, at)) at = isApart(tokens, at) ? at + 1 : behindHyphen(tokens, at);
  // "hundreds of millions of dollars"
  if (figure.scaled && word(tokens, at) === 'of' && isOf(tokens, at + 1, MONEY_WORDS)) at += 1;
  if (!opensMoney(tokens, at)) return null;
  return (
    nationAt(tokens, at) ??
    dollarBehind(tokens, at) ??
    codeBehind(tokens, at) ??
    nameBehind(tokens, at, figure) ??
    lettersBehind(tokens, at, figure) ??
    arabicAt(tokens, at)
  );
}

/** Words with which names of money that say whose it is begin. */
export const OPENS_NATION: ReadonlySet<string> = new Set([...NATIONS.keys()].map((name) => name.slice(0, name.indexOf(' '))));

/** "30 musd" in texts without capitals. */
const SMALL_SCALED: ReadonlyMap<string, string> = new Map(
  ['USD', 'EUR', 'GBP', 'SEK', 'NOK', 'DKK', 'CHF'].map((code) => [`m${code.toLowerCase()}`, code]),
);

/** Names, codes and letters with which money may begin behind a figure. */
const OPENING = new WordList([
  ...OPENS_NATION,
  ...DOLLARS.keys(),
  ...[...CODES_BEHIND.keys()].map((code) => code.toLowerCase()),
  ...MONEY_WORDS.keys(),
  ...MINORS_ALONE,
  ...SMALL_SCALED.keys(),
  ...SCALES.keys(),
  ...SHORT_SCALES.keys(),
  ...'grand pound pounds p t'.split(' '),
]);
/** Most words do not: no such name, no letters that end in a code ("MUSD"), none of another script. */
function opensMoney(tokens: readonly Token[], i: number): boolean {
  if (isOf(tokens, i, OPENING)) return true;
  const text = word(tokens, i) === '' ? '' : (tokens[i] as Token).text;
  return text !== '' && (text.charCodeAt(0) > 0x7f || (text.length > 3 && text.length < 7 && !endsSmall(text)));
}

/** "a 50 - cent coin": a hyphen between blanks, as texts that were cut into words have it. */
const isApart = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.gap === 'space' && tokens[i + 1]?.gap === 'space' && isOf(tokens, i + 1, PIECES);
const PIECES = words('cent dollar euro pound penny yen rupee');

/** "250m RMB", "3 M USD", "40bn Swiss francs": letters for a scale, and money behind them. */
function lettersBehind(tokens: readonly Token[], i: number, figure: Figure): Tail | null {
  const { text } = tokens[i] as Token;
  if (figure.scaled || text.length > 3 || tokens[i + 1]?.kind !== 'word' || tokens[i + 1]?.gap !== 'space') return null;
  const scale = glued(tokens, i) || text !== text.toLowerCase() ? scaleLetters(text) : undefined;
  const money = scale && (nationAt(tokens, i + 1) ?? codeBehind(tokens, i + 1) ?? nameBehind(tokens, i + 1, { ...figure, scaled: true }));
  return money ? { ...money, scale } : null;
}

/** Whose money a sign alone means: "$40 AUD", "$40 (Canadian)", "¥6m yuan", "$3m Canadian"; null where nothing behind the figure says it. */
export function whoseBehind(tokens: readonly Token[], i: number, sign: string): Tail | null {
  const bracket = mark(tokens, i) === '(' && mark(tokens, i + 2) === ')' ? 1 : 0;
  const at = i + bracket;
  const next = tokens[at];
  if (next?.kind !== 'word' || !near(tokens, i) || (isHyphen(tokens, at + 1) && glued(tokens, at + 1))) return null;
  const code = CODES_BEHIND.get(next.text);
  if (code) return sign === 'USD' ? asDollars(code, at + 1 + bracket) : null;
  const name = bracket === 0 ? MONEY_WORDS.get(next.lower) : undefined;
  if (name === 'CNY' && sign === 'JPY') return { to: at + 1, unit: name };
  const dollars = sign === 'USD' && OPENS_NATION.has(next.lower) ? NATIONS.get(`${next.lower} dollar`) : undefined;
  return dollars && (bracket === 1 || closes(tokens, at + 1)) ? { to: at + 1 + bracket, unit: dollars } : null;
}

const asDollars = (unit: string, to: number): Tail | null => (DOLLAR_CODES.has(unit) ? { to, unit } : null);
/** Nothing stands behind that an adjective could belong to, not even behind a hyphen. */
const closes = (tokens: readonly Token[], i: number): boolean => closesPhrase(tokens, i) && !(isHyphen(tokens, i) && glued(tokens, i + 1));

/** "new zealand dollars", "cfa francs", "pound sterling": names of up to five words. */
function nationAt(tokens: readonly Token[], i: number): Tail | null {
  let name = word(tokens, i);
  if (!OPENS_NATION.has(name)) return null;
  for (let to = i + 1; to < i + 5 && near(tokens, to); to += 1) {
    const next = word(tokens, to);
    if (next === '') return null;
    name += ` ${next}`;
    const code = NATIONS.get(name);
    if (code) return { to: word(tokens, to + 1) === 'sterling' ? to + 2 : to + 1, unit: code };
  }
  return null;
}

/** "5 US$", "5 A$" */
function dollarBehind(tokens: readonly Token[], i: number): Tail | null {
  const dollars = valueAt(tokens, i, DOLLARS);
  return dollars && mark(tokens, i + 1) === '$' && glued(tokens, i + 1) && !glued(tokens, i + 2) ? { to: i + 2, unit: dollars } : null;
}

/** "500 USD", "40 EUR million", "30 MUSD", "12 bnEUR". */
function codeBehind(tokens: readonly Token[], i: number): Tail | null {
  const { text } = tokens[i] as Token;
  const code = CODES_BEHIND.get(text);
  if (code && WORDS_TOO.has(text) && !isSumBefore(tokens, i)) return null;
  if (code) return { to: isOf(tokens, i + 1, SCALES) ? i + 2 : i + 1, unit: code, scale: valueAt(tokens, i + 1, SCALES) };
  if (text.length < 4 || text.length > 6) return null;
  const small = SMALL_SCALED.get(text);
  if (small) return { to: i + 1, unit: small, scale: '1000000' };
  if (endsSmall(text) || text.slice(-3) !== text.slice(-3).toUpperCase()) return null;
  const unit = text.slice(-3);
  const scale = SCALED_CODES.has(unit) && scaleLetters(text.slice(0, -3));
  return scale ? { to: i + 1, unit, scale } : null;
}

/** "500 TRY", "2.50 PEN", "3 million COP", but "3 TOP TEAMS": a code that is a word as well ends a phrase or stands behind what only money has. */
const isSumBefore = (tokens: readonly Token[], i: number): boolean =>
  SUM.test(digits(tokens, i - 1)) || isOf(tokens, i - 1, SCALES) || (digits(tokens, i - 1).length > 1 && closes(tokens, i + 1));
const SUM = /,\d{3}|\.\d\d$/;

/** T stands for thousand before a code ("TEUR"). */
const scaleLetters = (letters: string): Exact | undefined =>
  letters === 'T' ? '1000' : (SHORT_SCALES.get(letters.toLowerCase()) ?? SCALES.get(letters.toLowerCase()));

/** Names of money that are common words as well: only large sums of them are money. */
const CAREFUL = words('won mark marks crown crowns colon colons dram drams sterling real lat lats');

function nameBehind(tokens: readonly Token[], i: number, figure: Figure): Tail | null {
  const name = word(tokens, i);
  const code = MONEY_WORDS.get(name);
  if (code !== undefined && (!CAREFUL.has(name) || figure.scaled || compare(figure.value, '1000') >= 0)) {
    const others = sharedName(name);
    return { to: word(tokens, i + 1) === 'sterling' ? i + 2 : i + 1, unit: code, ...(others ? { doubt: [...others] } : {}) };
  }
  // "three grand", but "two grand pianos"
  if (name === 'grand' && closes(tokens, i + 1)) return { to: i + 1, unit: 'USD', scale: '1000', doubt: ['USD', 'GBP'] };
  const minor = MINORS_ALONE.has(name) || (glued(tokens, i) && name === 'p') ? MINORS.get(name) : undefined;
  if (minor !== undefined) return { to: i + 1, unit: minor };
  if (name !== 'pound' && name !== 'pounds') return null;
  const next = word(tokens, i + 1);
  if (next === 'sterling') return { to: i + 2, unit: 'GBP' };
  if (next === 'of' && !(figure.scaled && (isPaid(tokens, i) || isOf(tokens, i + 2, MONEY_KINDS) || isOf(tokens, i + 3, MONEY_KINDS))))
    return null;
  return figure.scaled || isPaid(tokens, i) || (mark(tokens, i + 1) === '(' && isSign(tokens, i + 2, SIGNS))
    ? { to: i + 1, unit: 'GBP', doubt: ['GBP', 'pound'] }
    : null;
}

/** "5 million pounds of debt", but "16 million pounds of copper" */
const MONEY_KINDS = words(
  `debt debts funding funds money cash aid damage damages losses loss profit profits savings investment investments sales revenue cuts costs assets
  bonds loans grants tax taxes spending income support relief capital equity bail compensation savings business contracts orders taxpayers public
  government state private lottery new extra additional bank their its his her our the this that fines fees benefits welfare credit shares stock
  property exports imports trade subsidies subsidy budget wages earnings turnover liabilities deposits prize jewellery art equipment`,
);
const PAID_WITH = words('note notes fine fee ticket tickets bet prize bill coin coins reward voucher');
const PAYING = words(
  'cost costs costing pay pays paid paying price priced prices worth fine fined spend spends spent earn earns earned fee sum buy bought sell sold charge charged owe owed raise raised donate donated bill tax bet won salary wage wages loan reward',
);

const WEIGHING = words('weigh weighs weighed weighing weight heavier lighter lost lose gained gain');

/** A word of paying shortly before a figure makes its pounds money, unless a word of weighing stands nearer. */
function isPaid(tokens: readonly Token[], i: number): boolean {
  if (isOf(tokens, i + 1, PAID_WITH)) return true;
  for (let k = i - 2; k > i - 13 && k >= 0; k -= 1) {
    if (isOf(tokens, k, WEIGHING)) return false;
    if (isOf(tokens, k, PAYING)) return true;
  }
  return false;
}

export const scaledBy = (value: Exact, scale: Exact | undefined): Exact => (scale === undefined ? value : multiply(value, scale));
