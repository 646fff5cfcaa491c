import type { Token } from '../../base';
import { type Found, isRange, type Refiner } from '../found';
import { mark, word, words } from '../look';
import type { Trend } from '../types';
import { CUTS, FALLS, RAISES, RISES } from '../words/movement';

/** Verbs of change before the figure: a trend, though not for the level after "to", nor for the one it came from. */
export const trendRefiner: Refiner = {
  name: 'trend',
  refine(tokens, found) {
    found.forEach((one, index) => {
      if (one.excluded !== null) return;
      one.trend = trendBefore(tokens, one) ?? inherited(tokens, index > 0 ? found[index - 1] : undefined, one);
      if (one.trend) one.readers.push('trend');
    });
  },
};

const SKIPPED = words(
  'by a an some another as much many more than about around roughly nearly almost over under further only just even approximately well',
);
/** Behind "by", what was changed may stand between: "cut its rates by 25 basis points". */
const FAR = 8;

function trendBefore(tokens: readonly Token[], one: Found): Trend {
  // "was cut from 19 to 12": both levels stand behind the verb.
  let by = isRange(one) && word(tokens, one.mentionFrom) === 'from';
  for (let k = one.mentionFrom - 1; k >= 0 && k >= one.mentionFrom - FAR; k -= 1) {
    const lower = word(tokens, k);
    if (lower === '') return null;
    const trend = movement(tokens, k, by);
    if (trend !== undefined) return trend;
    if (lower === 'by') by = true;
    else if (!by && !SKIPPED.has(lower) && !lower.endsWith('ly')) return null;
  }
  return null;
}

const DETERMINERS = words('a an the this that its their his her our');
/** "gave up 40 yards", "set up 12 camps": the particle belongs to a verb that is no movement. */
const PHRASAL = words(
  `gave give gives given giving picked pick picks set sets put puts made makes make took take takes taken turned turns broke breaks racked
  chalked notched piled wound signed bought brought backed opened cleaned coughed lined split rounded filled summed showed shows blew lit
  ended ends followed grew signs signing picking setting putting making taking gunned shut tore laid let sat settled struck knocked
  tracked hunted closed tied held holds holding used eaten ate teamed served stocked called came comes adds added`,
);

/** The trend of a verb at token `k`; undefined where none stands, null where what stands is no movement of the figure. */
function movement(tokens: readonly Token[], k: number, by: boolean): Trend | undefined {
  const lower = word(tokens, k);
  const up = RISES.has(lower) || (by && RAISES.has(lower));
  if (!up && !FALLS.has(lower) && !(by && CUTS.has(lower))) return undefined;
  const before = word(tokens, k - 1);
  if ((lower === 'up' || lower === 'down') && PHRASAL.has(before)) return null;
  return DETERMINERS.has(before) ? null : up ? 'up' : 'down';
}

/** "lost 190 points, or 0.6%", "rose 58 points (0.3 percent)": the same change said again in another unit. */
function inherited(tokens: readonly Token[], source: Found | undefined, one: Found): Trend {
  if (!source?.trend || isRange(source) || source.unit === one.unit || source.excluded !== null) return null;
  const at = one.mentionFrom - 1;
  const sign = mark(tokens, at);
  const or = word(tokens, at) === 'or';
  const from = or && mark(tokens, at - 1) === ',' ? at - 1 : at;
  const close = Math.max(source.spanTo, source.mentionTo) === from;
  return close && (or || ((sign === '(' || sign === ',') && one.unit === '%')) ? source.trend : null;
}
