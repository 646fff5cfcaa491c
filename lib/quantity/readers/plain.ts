import { add, type Token, WordList, words } from '../../base';
import { type Amount, DOLLARS_BEHIND, readAmount } from '../amounts/amount';
import { rangeFrom } from '../amounts/range';
import { perAt } from '../amounts/rate';
import { ratioFrom } from '../amounts/ratio';
import { withinTolerance } from '../amounts/tolerance';
import { closesPhrase } from '../closes';
import { BEHIND_ARTICLE, endlessEnd, partBehind, readFigure } from '../figures';
import { type Found, makeExcluded, makeFound, type Reader } from '../found';
import { digits, glued, isDash, isHyphen, isOf, mark, tokenAt, word } from '../look';
import { isMoney, MONEY_STARTS } from '../units/currencies';
import { DURATIONS } from '../units/units';
import { SCALES, SMALL } from '../words/numberwords';
import { RACES } from '../words/sizes';
import { endsPhrase } from '../words/stopwords';
import { withAge } from './age';
import { fractionFrom, partOf } from './fraction';

const POWER_SIGNS: ReadonlySet<string> = new Set('^×*·⋅');
/** "1.5e6", "6.2 × 10^-4", "8x2^10": read before names, since letters and digits are glued in them. */
export const powerReader: Reader = {
  name: 'power',
  begins: 'number',
  beside: { behind: [...POWER_SIGNS, 'e', 'x'] },
  read(tokens, i) {
    const next = tokens[i + 1];
    const opens = next?.kind === 'mark' ? POWER_SIGNS.has(next.text) : next?.lower === 'e' || next?.lower === 'x';
    // "S02E05" is the name of an episode.
    if (!opens || digits(tokens, i) === '' || (glued(tokens, i) && word(tokens, i - 1) !== '')) return null;
    const figure = readFigure(tokens, i);
    const endless = endlessEnd(tokens, figure?.to ?? i + 1);
    if (endless > 0) return makeExcluded('power', i, endless, 'identifier');
    return figure && figure.to > i + 2 ? amountReader.read(tokens, i) : null;
  },
};
/** Words that open a number written in words. */
const FIGURE_WORDS: readonly string[] = ['a', 'an', 'half', 'quarter', 'point', '.', ...SMALL.keys(), ...SCALES.keys()];

/** A number with or without its unit, a range, ratio or rate that it opens: the reader of last resort. */
export const amountReader: Reader = {
  name: 'amount',
  begins: 'any',
  words: [...FIGURE_WORDS, 'minus', 'negative', 'absolute', '(', '-', '−', '–', '‐', '‑', ...MONEY_STARTS],
  behindArticle: [...BEHIND_ARTICLE, '$'],
  read(tokens, i) {
    if (!mayOpen(tokens, i)) return null;
    if (mark(tokens, i) === '.' && isOf(tokens, isHyphen(tokens, i + 2) ? i + 3 : i + 2, CALIBRES))
      return makeExcluded('amount', i, i + 2, 'name');
    const amount = readAmount(tokens, i);
    if (!amount) return null;
    // "two thirds" are not two.
    if (amount.part) return fractionFrom(tokens, i, amount);
    const whole = ratioFrom(tokens, i, amount) ?? rangeFrom(tokens, i, amount);
    if (whole?.unit) withAge(tokens, whole);
    return whole ?? (ofWhole(tokens, amount) ? partOf(tokens, amount) : single(tokens, amount));
  },
};

/** A full stop opens a number only right before digits (".08"), a dash before those, or glued to a sign or the letters of one ("-$5"). */
function mayOpen(tokens: readonly Token[], i: number): boolean {
  const sign = mark(tokens, i);
  if (sign === '.')
    return (
      tokens[i + 1]?.kind === 'number' && !(glued(tokens, i) && (tokenAt(tokens, i - 1)?.kind !== 'mark' || mark(tokens, i - 1) === '.'))
    );
  if (sign === '' || !isDash(tokens, i)) return true;
  return (
    tokens[i + 1]?.kind === 'number' || (glued(tokens, i + 1) && (tokens[i + 1]?.kind === 'mark' || isOf(tokens, i + 1, DOLLARS_BEHIND)))
  );
}

/** "a .41-caliber rifle" */
const CALIBRES = new WordList(['caliber', 'calibre', 'magnum', 'rifle', 'rifles', 'pistol', 'handgun', 'revolver', 'bullet', 'shell']);

/** "½ of the boats", "0.3 of a percent": a part in digits, below one. */
const ofWhole = (tokens: readonly Token[], { value, unit, to }: Amount): boolean =>
  unit === null && value.startsWith('0.') && word(tokens, to) === 'of';

function single(tokens: readonly Token[], amount: Amount): Found {
  const found = makeFound(amount.spelled ? 'number word' : 'numeral', amount.from, amount.to, amount.value, amount.grain);
  found.unit = amount.unit;
  found.parts = amount.parts;
  found.spanFrom = amount.spanFrom;
  found.spanTo = amount.spanTo;
  found.mentionFrom = amount.spanFrom;
  found.mentionTo = amount.spanTo;
  const within = withinTolerance(tokens, amount);
  if (within) {
    Object.assign(found, within, { mentionTo: within.spanTo });
    found.readers.push(within.hedge === 'between' ? 'range' : 'hedge');
  }
  if (found.unit) found.readers.push('unit');
  if (amount.doubt) found.doubts.push({ kind: 'separator', readings: amount.doubt });
  if (amount.unitDoubt) found.doubts.push({ kind: 'unit', readings: amount.unitDoubt });
  withAge(tokens, found);
  if (amount.unit !== null) withHalf(tokens, found, amount);
  if (found.unit === null) withBasis(tokens, found);
  const by = isHyphen(tokens, found.to) && (glued(tokens, found.to) || word(tokens, found.to + 1) === 'by') ? found.to + 1 : found.to;
  if (found.unit === null && TIMES.has(tokenAt(tokens, by)?.lower ?? '')) withSide(tokens, found, by);
  else if (found.unit !== null) withRate(tokens, found);
  return found;
}

/** "two years and a half": a part behind the unit, where the phrase ends with it. */
function withHalf(tokens: readonly Token[], found: Found, { value, to }: Amount): void {
  if (word(tokens, found.spanTo) !== 'and' || value.includes('.') || to === found.spanTo) return;
  const part = partBehind(tokens, found.spanTo);
  if (!part || word(tokens, part.to) === 'of' || !closesPhrase(tokens, part.to)) return;
  found.low = add(value, part.value);
  found.high = found.low;
  found.grain = part.grain;
  found.spanTo = part.to;
  found.mentionTo = part.to;
}

const isPaid = (unit: string | null): boolean => isMoney(unit) || unit === 'cent' || unit === 'penny';

/** "64 cents a dozen", "20 km per hour": what the unit is given for belongs to it, so that no second figure is read there. */
function withRate(tokens: readonly Token[], found: Found): void {
  if (found.unit?.endsWith(' old')) return;
  // "5 W m−2 K−1" has two of them.
  for (let step = 0; step < 3; step += 1) {
    const per = perAt(tokens, found.spanTo, isPaid(found.unit));
    if (!per) {
      const rate = step === 0 ? rateOfStuff(tokens, found.spanTo) : null;
      if (rate) found.unit = `${found.unit} per ${rate.per}`;
      return;
    }
    // "9.8 metres per second per second"
    const squared = per.per === 'second' && found.unit?.endsWith(' per second');
    found.unit = squared ? `${found.unit} squared` : `${found.unit} per ${per.per}`;
    found.spanTo = per.to;
    found.mentionTo = per.to;
  }
}

const LONGEST_STUFF = 3;
/** "barrels of crude oil a day", "litres of water per minute": what is measured may stand before the time that it is measured in. */
function rateOfStuff(tokens: readonly Token[], of: number): ReturnType<typeof perAt> {
  if (word(tokens, of) !== 'of') return null;
  for (let k = of + 2; k <= of + LONGEST_STUFF && tokens[k]?.kind === 'word'; k += 1) {
    const per = perAt(tokens, k);
    if (per) return DURATIONS.has(per.per) ? per : null;
    if (endsPhrase(word(tokens, k - 1))) return null;
  }
  return null;
}

const TIMES: ReadonlySet<string> = new Set(['by', 'x', '×']);
/** "10 by 20 feet", "10 x 20 x 30 cm": all sides are in the unit of the last. */
function withSide(tokens: readonly Token[], found: Found, by: number): void {
  let at = by;
  for (let side = 0; side < 3 && TIMES.has(tokenAt(tokens, at)?.lower ?? ''); side += 1) {
    at += isHyphen(tokens, at + 1) ? 2 : 1;
    const other = tokens[at]?.kind === 'number' ? readAmount(tokens, at) : null;
    if (!other) return;
    if (other.unit && LENGTHS.has(other.unit) && !isOf(tokens, other.spanTo, RACES)) found.unit = other.unit;
    if (other.unit) return;
    at = isHyphen(tokens, other.to) ? other.to + 1 : other.to;
  }
}
const LENGTHS = words('m km cm mm metre meter foot inch mile yard centimetre millimetre kilometre');

/** "3 per 100,000", "5 per 1,000 residents": a bare rate has its basis for a unit. */
function withBasis(tokens: readonly Token[], found: Found): void {
  if (word(tokens, found.to) !== 'per' || tokens[found.to + 1]?.kind !== 'number') return;
  const per = perAt(tokens, found.to);
  if (!per || mark(tokens, found.to + 1) !== '') return;
  found.unit = `per ${per.per}`;
  found.spanTo = per.to;
  found.mentionTo = per.to;
}
