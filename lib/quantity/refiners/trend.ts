import { type Token, WordList, WordTable, words } from '../../base';
import { type Found, isRange, type Refiner } from '../found';
import { digits, isHyphen, isOf, isSign, mark, near, valueAt, word } from '../look';
import type { Trend } from '../types';
import { isMoney } from '../units/currencies';
import { CHANGES, CUTS, FALLS, LOST_OR_DROPPED, OF_MEASURES, RAISES, RISES } from '../words/movement';
import { DETERMINERS, looksPast, PHRASE_ENDS } from '../words/stopwords';
import { sameChange } from './samechange';

/** Verbs of change before the figure: a trend, though not for the level after "to", nor for the one it came from. */
export const trendRefiner: Refiner = {
  name: 'trend',
  refine(tokens, found) {
    found.forEach((one, index) => {
      if (one.excluded !== null) return;
      // The number of a name stands between no two figures ("and the S&P 500 0.5%").
      const before = index > 0 && found[index - 1]?.excluded === 'name' ? index - 2 : index - 1;
      const source = before < 0 ? undefined : found[before];
      const measure = isMeasure(one);
      one.trend =
        trendBefore(tokens, one, measure) ??
        trendBehind(tokens, one, measure) ??
        transitive(tokens, one, measure) ??
        sameChange(tokens, source, one);
      if (one.trend) one.readers.push('trend');
    });
  },
};

const SKIPPED = words(
  'by a an some another as much many more than about around roughly nearly almost over under further only just even approximately well',
);
/** "rose an average of 5 percent", "grew at an annual rate of 5 percent": how it was reckoned. */
const RECKONED = words('average annual annualised annualized seasonally adjusted total combined cumulative net rate pace clip');
const AT_RATE = words('rate pace clip');
/** Behind "by", what was changed may stand between: "cut its rates by 25 basis points". */
const FAR = 8;

function trendBefore(tokens: readonly Token[], one: Found, measure: boolean): Trend {
  if (isOf(tokens, one.mentionFrom, SHORT) || isOf(tokens, one.spanTo, SHORT)) return null;
  // "was cut from 19 to 12": both levels stand behind the verb.
  let by = isRange(one) && word(tokens, one.mentionFrom) === 'from';
  let rate = measure && isOf(tokens, one.spanTo, AT_RATE);
  for (let k = one.mentionFrom - 1; k >= 0 && k >= one.mentionFrom - FAR; k -= 1) {
    const lower = word(tokens, k);
    if (lower === '' && !(by && (isHyphen(tokens, k) || word(tokens, k + 1) === 'by'))) return null;
    if (!isOf(tokens, k, LEADING) && !lower.endsWith('ly')) {
      if (by) continue;
      return null;
    }
    const trend = movement(tokens, k, by, one, measure);
    if (trend !== undefined) return trend;
    rate ||= measure && isOf(tokens, k, AT_RATE);
    if (lower === 'by') by = true;
    else if (!by && !skips(tokens, k, rate)) return null;
  }
  return null;
}
/** "fell short of 500", "three votes shy of a majority": nothing moved. */
const SHORT = words('short shy');

function skips(tokens: readonly Token[], k: number, rate: boolean): boolean {
  const lower = word(tokens, k);
  if (lower === 'of') return isOf(tokens, k - 1, RECKONED);
  return isOf(tokens, k, SKIPPED) || isOf(tokens, k, RECKONED) || lower.endsWith('ly') || (rate && lower === 'at');
}

/** "gave up 40 yards", "set up 12 camps": the particle belongs to a verb that is no movement. */
const PHRASAL = words(
  `gave give gives given giving picked pick picks set sets put puts made makes make took take takes taken turned turns broke breaks racked
  chalked notched piled wound signed bought brought backed opened cleaned coughed lined split rounded filled summed showed shows blew lit
  ended ends followed grew signs signing picking setting putting making taking gunned shut tore laid let sat settled struck knocked
  tracked hunted closed tied held holds holding used eaten ate teamed served stocked called came comes adds added`,
);
/** With a measure these say how a day of trading went: "closed up 5 percent". */
const TRADED = words('closed ended ends opened finished settled came comes');
/** Verbs that move a figure with "up", "on" or "off" behind them, where it has a measure: "gave up 3 percent", "put on 3 percent". */
const WITH_PARTICLE = new WordTable<readonly [verbs: ReadonlySet<string>, trend: Trend]>([
  ['up', [words('picked pick picks picking'), 'up']],
  ['on', [words('put puts putting tacked piled'), 'up']],
  ['off', [words('shaved shaves knocked wiped sliced lopped took'), 'down']],
]);
const GIVING = words('gave give gives giving');

/** The trend of a verb at token `k`; undefined where none stands, null where what stands is no movement of the figure. */
function movement(tokens: readonly Token[], k: number, by: boolean, one: Found, measure: boolean): Trend | undefined {
  const lower = word(tokens, k);
  const before = word(tokens, k - 1);
  const particle = measure ? ofParticle(tokens, k, before, mark(tokens, k - 1) === ',') : undefined;
  if (particle !== undefined) return particle;
  const up = isOf(tokens, k, RISES) || (by && (isOf(tokens, k, RAISES) || isOf(tokens, k, HIGHER)));
  if (!up && !isOf(tokens, k, FALLS) && !(by && isOf(tokens, k, CUTS))) return undefined;
  if (!measure && OF_MEASURES.has(lower)) return null;
  if (!by && isMoved(tokens, lower, one)) return null;
  if ((lower === 'up' || lower === 'down') && PHRASAL.has(before) && !(measure && TRADED.has(before))) return null;
  return DETERMINERS.has(before) ? null : up ? 'up' : 'down';
}

/** "fell 30 feet from a roof", "lost 3 sons", "dropped 20 bombs": a way that was gone, people and things, and no figure that changed. */
function isMoved(tokens: readonly Token[], lower: string, { unit, head, spanTo }: Found): boolean {
  if (unit === null) return head !== null && LOST_OR_DROPPED.get(lower)?.has(head) === true;
  if (!LENGTHS.has(unit)) return false;
  const behind = word(tokens, spanTo);
  return (
    /^crash/.test(lower) || INTO.has(behind) || (behind === 'from' && isOf(tokens, spanTo + 1, DETERMINERS) && !isTime(tokens, spanTo + 2))
  );
}
const INTO = words('into onto off through out down');
const LENGTHS = words('m km metre kilometre foot mile yard');

function ofParticle(tokens: readonly Token[], k: number, before: string, comma: boolean): Trend | undefined {
  const lower = word(tokens, k);
  if ((lower === 'up' || lower === 'back') && GIVING.has(before)) return 'down';
  const [verbs, trend] = valueAt(tokens, k, WITH_PARTICLE) ?? [];
  if (verbs?.has(before)) return trend;
  // "were off 5 percent", "at $14, off 20 cents"
  return lower === 'off' && (comma || BEING.has(before)) ? 'down' : undefined;
}
const BEING = words('is are was were be been being');

const HIGHER = words('higher up firmer stronger more');
/** Words that move a figure or may stand between it and one that does; most words are neither. */
const LEADING = new WordList([
  ...[...CHANGES, ...HIGHER, ...WITH_PARTICLE.keys(), 'back'],
  ...[...SKIPPED, ...RECKONED, ...AT_RATE, 'of', 'at'],
]);

/** Percent, points, money: what prices, indexes and rates move by. */
function isMeasure({ unit, head }: Found): boolean {
  if (unit === null) return head === 'point';
  const per = unit.indexOf(' per ');
  return isMeasuring(per < 0 ? unit : unit.slice(0, per));
}
const isMeasuring = (unit: string): boolean => MEASURES.has(unit) || isMoney(unit);
const MEASURES: ReadonlySet<string> = new Set(['%', 'percentage point', 'basis point', 'point', 'cent', 'penny', 'paisa']);

const LOWER = words('lower down weaker softer less');
/** A direction only of money that is compared with that of another time: "£3bn less than a year earlier". */
const COMPARED = words('more less');
const TIMES = words('year years month months week weeks quarter day days ago earlier last previous');

/** "closed 45 points higher", "5 percent down on last year": the direction stands behind the measure, and no other thing is compared with. */
function trendBehind(tokens: readonly Token[], one: Found, measure: boolean): Trend {
  if (!measure) return null;
  const at = Math.max(one.spanTo, one.mentionTo);
  const lower = word(tokens, at);
  const trend = isOf(tokens, at, HIGHER) ? 'up' : isOf(tokens, at, LOWER) ? 'down' : null;
  if (trend === null || word(tokens, at + 1) === 'to') return null;
  if (COMPARED.has(lower) && !(isMoney(one.unit) && word(tokens, at + 1) === 'than')) return null;
  if (word(tokens, at + 1) === 'than') return [2, 3, 4, 5].some((step) => isTime(tokens, at + step)) ? trend : null;
  return isOf(tokens, at + 1, AFTER_DIRECTION) || isSign(tokens, at + 1, CLOSERS) || !near(tokens, at + 1) ? trend : null;
}
/** "16,369 up 58 points": what goes on otherwise has its own measure. */
const AFTER_DIRECTION = words(
  'at on from in for after since as and but while when compared versus against this last year over following today',
);
const CLOSERS = new WordList('.,;:)!?”"’'.split(''));
const isTime = (tokens: readonly Token[], i: number): boolean => isOf(tokens, i, TIMES) || /^(?:19|20)\d\d$/.test(digits(tokens, i));

const OBJECT = 4;
const JOBS = words('job position post worker employee');
/** "cut rates 25 basis points", "were raised 4 percent", "slashed $4 billion": what somebody does, with a measure of the change behind it. */
function transitive(tokens: readonly Token[], one: Found, measure: boolean): Trend {
  if (!(measure || (one.head !== null && JOBS.has(one.head))) || word(tokens, one.spanTo) === 'of') return null;
  for (let k = one.mentionFrom - 1; k >= 0 && k >= one.mentionFrom - OBJECT; k -= 1) {
    const lower = word(tokens, k);
    if (isDone(tokens, k, lower)) return k < one.mentionFrom - 1 || CUTS.has(lower) || isOf(tokens, k - 1, BEING) ? wayOf(lower) : null;
    if (lower === '' || !(isOf(tokens, k, DETERMINERS) || !(isOf(tokens, k, PHRASE_ENDS) || looksPast(lower)))) return null;
  }
  return null;
}
/** A verb of change that takes an object. "lower" is oftener an adjective. */
const isDone = (tokens: readonly Token[], k: number, lower: string): boolean =>
  isOf(tokens, k, OBJECTS) && !(lower === 'lower' && word(tokens, k - 1) !== 'to') && !isOf(tokens, k - 1, DETERMINERS);
const wayOf = (lower: string): Trend => (CUTS.has(lower) || FALLS.has(lower) ? 'down' : 'up');
const BOTH = words(
  'increased increase increases increasing decreased decrease decreases decreasing improved improve improves slowed slows',
);
const OBJECTS = new WordList([...RAISES, ...CUTS, ...BOTH]);
