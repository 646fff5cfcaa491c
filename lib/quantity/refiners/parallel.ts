import { compare, type Token, WordList, words } from '../../base';
import { closesPhrase } from '../closes';
import { type Found, figureOf } from '../found';
import { isOf, isSign, isStop, mark, word } from '../look';
import { isGapped } from '../signs/gapped';
import { isMoney } from '../units/currencies';
import { looksPast, VERBS } from '../words/stopwords';

/** Prepositions behind a figure that say where or among whom it holds: "3 in Lyon and 2 in Nantes". */
export const CARRIERS = words('in at on for from outside within near among of');

/** What may stand between two figures of one unit: "3.4 percent or 5.1", "208 pounds to 193". */
const LINKS: ReadonlySet<string> = new Set([
  ...['or', 'and', 'to', 'from', 'than', 'versus', 'against', ', from', ', up from', ', down from', 'up from', 'down from'],
  ...['compared with', 'compared to', ', compared with', ', compared to', ', against', ', versus', 'rather than', 'instead of'],
]);
/** "a loss of 3 million euros in May from a profit of 401 million": the same kind of figure of another time. */
const fromOne = (between: readonly string[]): boolean =>
  between.at(-1) === 'of' && between.slice(-4, -2).some((lower) => lower === 'from' || lower === 'against' || lower === 'versus');
const BACK: ReadonlySet<string> = new Set([', up from', ', down from', ', compared with', ', compared to']);
const AGES: ReadonlySet<string> = new Set([',', 'and', ', and', 'or']);
const NEAR = 8;
const FARTHEST = 14;
/** Words for a count itself: "put the figure at 300" counts what was counted before. */
export const NUMBERS = words('figure number total toll count tally');
export const CONTRASTS = words('and but while whereas');
const ENDS = new WordList([',', '.', ';', ')']);
/** "3,450 pounds, 200 less than before": the figure is a difference in what was just measured. */
const DIFFERENCES = words('less more fewer higher lower lighter heavier longer shorter');
/** Where a car is driven: "28 mpg city and 36 highway". */
export const COURSES = words('city highway combined urban');

/** Whether a figure without a unit has that of the figure before it: only where the two are plainly parallel. */
function sharesUnit(tokens: readonly Token[], source: Found, one: Found): boolean {
  const length = one.mentionFrom - source.spanTo;
  if (length > FARTHEST || length < 0) return false;
  const between = tokens.slice(source.spanTo, one.mentionFrom).map(({ lower }) => lower);
  // "520 ounces of gold in May, up from 480"
  if (source.unit !== '%' && (BACK.has(between.slice(-3).join(' ')) || BACK.has(`, ${between.slice(-2).join(' ')}`) || fromOne(between)))
    return true;
  if (length > NEAR) return false;
  const link = between.join(' ');
  // "aged 12, nine and six"
  if (source.unit?.endsWith(' old')) return AGES.has(link);
  if (isOf(tokens, one.to, DIMENSIONS) && between.some((lower) => DIMENSIONS.has(lower))) return true;
  // "5 feet by 3"
  if (link === 'by') return closesPhrase(tokens, one.to);
  if (source.unit !== '%')
    return LINKS.has(link) || word(tokens, one.from - 1) === 'another' || together(tokens, between, one) || differs(tokens, link, one);
  if (compare(figureOf(one), '100') >= 0) return false;
  // "rose 2 percent to 81.40": behind a change the level is no percentage.
  if (link === 'to') return word(tokens, source.mentionFrom - 1) === 'from';
  // "exports rose 3 percent and imports 5."
  const closes = tokens[one.to] === undefined || isSign(tokens, one.to, ENDS);
  const contrast = CONTRASTS.has(between.find((lower) => lower !== ',') ?? '');
  return (closes && contrast) || LINKS.has(link) || together(tokens, between, one);
}

/** "5 feet wide, 3 deep" */
const DIMENSIONS = words('wide deep high tall long thick across');

/** "22 mpg in town and 30 on the motorway", "14 percent of its income on food and 6 on fuel": the same is said of both. */
function together(tokens: readonly Token[], between: readonly string[], one: Found): boolean {
  const next = word(tokens, one.to);
  const last = between.length === 1 && COURSES.has(next) ? 'and' : between.at(-1);
  if (last !== 'and' && last !== ',' && last !== 'but') return runsOn(between, next);
  if (COURSES.has(next)) return COURSES.has(between[0] ?? '') || between[0] === 'in';
  return CARRIERS.has(next) && (CARRIERS.has(between[0] ?? '') || between.includes(next));
}

/** "12 mm on Monday 9 on Tuesday": a list that lost its commas. */
const runsOn = (between: readonly string[], next: string): boolean =>
  CARRIERS.has(next) && between[0] === next && between.length > 1 && between.length < 4 && !between.some((lower) => VERBS.has(lower));

const differs = (tokens: readonly Token[], link: string, one: Found): boolean =>
  (link === '' || link === ',') && isOf(tokens, one.to, DIFFERENCES);

const PAID = words('cost costs costing priced sells charged charges paid pays');
/** Figures are no farther apart than a sentence is long, in tokens. */
export const LONGEST_SENTENCE = 60;
/** What the nearest figure before it in the same sentence counts, when the two are parallel. */
export function backward(tokens: readonly Token[], found: readonly Found[], index: number): Found | null {
  const one = found[index] as Found;
  const people = word(tokens, Math.max(one.to, one.mentionTo)) === 'who';
  for (let k = index - 1; k >= 0 && k >= index - 4; k -= 1) {
    const source = found[k] as Found;
    if (one.from - source.to > LONGEST_SENTENCE || separated(tokens, source.to, one.from)) return null;
    if (source.excluded !== null || (source.noun === null && source.unit === null)) continue;
    // "has 5 doors and costs 12,000"
    if (isOf(tokens, one.mentionFrom - 1, PAID) && !isMoney(source.unit)) continue;
    if (source.unit !== null && (people || !(sharesUnit(tokens, source, one) || isGapped(tokens, one.from)))) continue;
    // "they made 60 tests, and 3 tested positive": who did it is not what was done.
    if (source.head && looksPast(word(tokens, one.to)) && word(tokens, one.to).startsWith(source.head)) continue;
    if (word(tokens, one.mentionFrom - 1) === 'at' && source.head !== 'point' && !isOf(tokens, one.mentionFrom - 2, NUMBERS)) continue;
    return source;
  }
  return null;
}

/** A sentence ends between two tokens. */
function separated(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > LONGEST_SENTENCE) return true;
  for (let k = from; k < to; k += 1) if (tokens[k + 1]?.gap === 'block' || (isStop(tokens, k) && mark(tokens, k) !== ';')) return true;
  return false;
}
