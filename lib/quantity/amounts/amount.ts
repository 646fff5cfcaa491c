import { type Exact, type Token, WordList, words } from '../../base';
import { type Figure, opensNothing, readFigure, readPart } from '../figures';
import { behindHyphen, digits, glued, isDash, isOf, isSign, mark, near, tokenAt, word } from '../look';
import { isMoney } from '../units/currencies';
import { unitAt } from '../units/unitphrase';
import { type UnitFound, unitOfSymbol } from '../units/units';
import { readBracketed } from './bracketed';
import { withParts } from './compound';
import { hundredthsBehind } from './hundredths';
import { moneyBehind, nameBefore, scaledBy, whoseBehind } from './money';
import { moneyBefore, type Tail } from './moneybefore';
import { type Amount, changed, makeAmount } from './types';

export type { Amount } from './types';

/** Reads "$4.2bn", "30bn euros", "6.4 tons", "19 per cent", "minus 5", "−$3m", "three dollars and 40 cents", "6ft 4in", "47" at token `i`. */
export function readAmount(tokens: readonly Token[], i: number): Amount | null {
  const whole = readWhole(tokens, i) ?? readBracketed(tokens, i);
  return whole === null || whole.unit === null ? whole : withParts(tokens, whole, (at) => readWhole(tokens, at));
}

function readWhole(tokens: readonly Token[], i: number): Amount | null {
  if (opensNothing(tokens, i) && mark(tokens, i + 1) !== '$') return null;
  if (word(tokens, i) === 'absolute') return absoluteZero(tokens, i);
  // Digits open with neither a minus nor a sign of money, and most hyphens are no minus.
  const bare = tokens[i]?.kind === 'number';
  const minus = bare ? i : minusAt(tokens, i);
  if (minus === i && isDash(tokens, i)) return null;
  const sign = bare ? null : moneyBefore(tokens, minus);
  const behindSign = sign?.to ?? minus;
  const from = bare || minus > i ? behindSign : minusAt(tokens, behindSign);
  const part = bare || sign ? null : readPart(tokens, from);
  const figure = part ?? readFigure(tokens, from, sign !== null);
  if (!figure) return null;
  const behind: Tail | null = sign
    ? whoseBehind(tokens, figure.to, sign.unit)
    : (moneyBehind(tokens, figure) ?? unitBehind(tokens, figure));
  const cold = sign ? null : belowZero(tokens, behind, figure.to);
  const value = scaledBy(figure.value, behind?.scale);
  const money = behind ?? sign;
  const cents = money && (isMoney(money.unit) || money.unit === 'pound') ? centsBehind(tokens, money, figure, value) : null;
  const negative = (minus > i || from > behindSign || cold) && value !== '0';
  const name = sign || behind || tokens[i]?.kind !== 'number' ? null : nameBefore(tokens, i);
  const unit = cents && money?.unit === 'pound' ? 'GBP' : (cold?.unit ?? behind?.unit ?? sign?.unit ?? name?.unit ?? null);
  const amount = makeAmount(
    sign && minus === i ? Math.min(from, behindSign) : i,
    sign && cents ? cents.to : figure.to,
    negative ? `-${cents?.value ?? value}` : (cents?.value ?? value),
    cents ? '0.01' : scaledBy(figure.grain, behind?.scale),
  );
  amount.spanFrom = name?.to ?? i;
  amount.spanTo = cents?.to ?? cold?.to ?? behind?.to ?? figure.to;
  amount.unit = unit;
  amount.spelled = figure.spelled;
  amount.scaled = figure.scaled || behind?.scale !== undefined;
  amount.part = part !== null;
  amount.doubt = cents?.doubt ?? figure.doubt;
  amount.unitDoubt = behind?.doubt ?? null;
  return amount;
}

/** "absolute zero" is a temperature by itself. */
function absoluteZero(tokens: readonly Token[], i: number): Amount | null {
  if (word(tokens, i + 1) !== 'zero') return null;
  return changed(makeAmount(i, i + 2, '0', '1'), { unit: 'kelvin', spelled: true });
}

const POWERS = words('sq cu square cubic');
/** "5 km", "2m bpd": an m before a symbol is a million; a "2m bar" is long. */
function unitBehind(tokens: readonly Token[], { to, scaled }: Figure): Tail | null {
  const unit = unitAt(tokens, to);
  if (unit?.doubt?.[1] !== 'million' || unit.to !== to + 1 || scaled || tokens[to + 1]?.gap !== 'space') return unit;
  const { text } = tokens[to + 1] as Token;
  const next = text.length > 1 && (unitOfSymbol(text) || POWERS.has(text)) ? unitAt(tokens, to + 1) : null;
  return next ? { to: next.to, unit: next.unit, scale: '1000000' } : unit;
}

/** The hundredths behind money. Pence, or a bare "fifty" behind spelled pounds, make money of pounds that could be a weight. */
function centsBehind(tokens: readonly Token[], money: Tail, figure: Figure, value: Exact): ReturnType<typeof hundredthsBehind> {
  const cents = hundredthsBehind(tokens, Math.max(money.to, figure.to), value);
  return money.unit !== 'pound' || cents?.minor === 'penny' || (figure.spelled && tokens[money.to]?.kind === 'word') ? cents : null;
}

/** Index behind a minus at token `i`, or `i` where none stands: "-5", "−$3", "minus 5", "negative one". */
function minusAt(tokens: readonly Token[], i: number): number {
  if (isDash(tokens, i)) {
    const before = tokenAt(tokens, i - 1);
    const joins = before !== undefined && glued(tokens, i) && (before.kind !== 'mark' || before.text === ')' || before.text === '/');
    const behindNumber = before?.kind === 'number' && tokens[i]?.gap !== 'block';
    const opens =
      glued(tokens, i + 1) && (tokens[i + 1]?.kind === 'number' || tokens[i + 1]?.kind === 'mark' || isOf(tokens, i + 1, DOLLARS_BEHIND));
    return (opens && !joins && !behindNumber) || standsApart(tokens, i) ? i + 1 : i;
  }
  const lower = word(tokens, i);
  // "plus or minus 3" is a margin.
  // "minus-11.5"
  if (lower === 'minus' && word(tokens, i - 1) !== 'or') return near(tokens, i + 1) ? behindHyphen(tokens, i + 1) : i;
  return lower === 'negative' && near(tokens, i + 1) && !word(tokens, i - 1).startsWith('test') ? i + 1 : i;
}
/** "a mean of - 5", "− 504": a minus with a blank behind it, where no dash could stand: behind what needs a figure, or where nothing else stands. */
function standsApart(tokens: readonly Token[], i: number): boolean {
  if (tokens[i + 1]?.kind !== 'number' || tokens[i + 1]?.gap !== 'space' || isDash(tokens, i - 2)) return false;
  const alone =
    (i === 0 || tokens[i]?.gap === 'block' || isSign(tokens, i - 1, QUOTES)) &&
    (!near(tokens, i + 2) || isSign(tokens, i + 2, QUOTES) || (mark(tokens, i + 2) === '%' && !near(tokens, i + 3)));
  return alone || (tokens[i]?.gap === 'space' && isOf(tokens, i - 1, BEFORE_MINUS));
}
const QUOTES = new WordList('"“”');
const BEFORE_MINUS = words('of to at from between than is was are were reached');
/** Letters of a dollar that a minus may be glued to. */
export const DOLLARS_BEHIND = new WordList(['us', 'a', 'c', 'hk', 'nz']);

/** "12 degrees below zero", "12 below zero Celsius": what turns the figure round, with the degrees it is in; null where none stands. */
function belowZero(tokens: readonly Token[], behind: UnitFound | null, to: number): UnitFound | null {
  if (behind && behind.unit !== 'degree' && !behind.unit.startsWith('°')) return null;
  const at = behind?.to ?? to;
  if (word(tokens, at) !== 'below' || (word(tokens, at + 1) !== 'zero' && digits(tokens, at + 1) !== '0')) return null;
  const scale = near(tokens, at + 2) ? unitAt(tokens, at + 2) : null;
  return scale?.unit.startsWith('°') ? scale : { to: at + 2, unit: behind?.unit ?? 'degree' };
}
