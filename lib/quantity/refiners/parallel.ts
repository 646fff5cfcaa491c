import { compare, type Token } from '../../base';
import { type Found, figureOf } from '../found';
import { mark, word } from '../look';

/** Prepositions behind a figure that say where or among whom it holds: "3 in Lyon and 2 in Nantes". */
export const CARRIERS: ReadonlySet<string> = new Set('in at on from outside within near among of'.split(' '));

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
export const NUMBERS: ReadonlySet<string> = new Set('figure number total toll count tally'.split(' '));
export const CONTRASTS: ReadonlySet<string> = new Set('and but while whereas'.split(' '));
const ENDS: ReadonlySet<string> = new Set([',', '.', ';', ')', '']);
/** "3,450 pounds, 200 less than before": the figure is a difference in what was just measured. */
const DIFFERENCES: ReadonlySet<string> = new Set('less more fewer higher lower lighter heavier longer shorter'.split(' '));
/** Where a car is driven: "28 mpg city and 36 highway". */
export const COURSES: ReadonlySet<string> = new Set('city highway combined urban'.split(' '));

/** Whether a figure without a unit has that of the figure before it: only where the two are plainly parallel. */
export function sharesUnit(tokens: readonly Token[], source: Found, one: Found): boolean {
  const length = one.mentionFrom - source.spanTo;
  if (length > FARTHEST || length < 0) return false;
  const between = tokens.slice(source.spanTo, one.mentionFrom).map(({ lower }) => lower);
  // "520 ounces of gold in May, up from 480"
  if (source.unit !== '%' && (BACK.has(between.slice(-3).join(' ')) || fromOne(between))) return true;
  if (length > NEAR) return false;
  const link = between.join(' ');
  // "aged 12, nine and six"
  if (source.unit?.endsWith(' old')) return AGES.has(link);
  if (source.unit !== '%')
    return LINKS.has(link) || word(tokens, one.from - 1) === 'another' || together(tokens, between, one) || differs(tokens, link, one);
  if (compare(figureOf(one), '100') >= 0) return false;
  // "rose 2 percent to 81.40": behind a change the level is no percentage.
  if (link === 'to') return word(tokens, source.mentionFrom - 1) === 'from';
  // "exports rose 3 percent and imports 5."
  const closes = ENDS.has(mark(tokens, one.to)) && (tokens[one.to] === undefined || tokens[one.to]?.kind === 'mark');
  const contrast = CONTRASTS.has(between.find((lower) => lower !== ',') ?? '');
  return (closes && contrast) || LINKS.has(link) || together(tokens, between, one);
}

/** "22 mpg in town and 30 on the motorway", "14 percent of its income on food and 6 on fuel": the same is said of both. */
function together(tokens: readonly Token[], between: readonly string[], one: Found): boolean {
  const last = between.length === 1 && COURSES.has(word(tokens, one.to)) ? 'and' : between.at(-1);
  if (last !== 'and' && last !== ',' && last !== 'but') return false;
  const next = word(tokens, one.to);
  if (COURSES.has(next)) return COURSES.has(between[0] ?? '') || between[0] === 'in';
  return CARRIERS.has(next) && (CARRIERS.has(between[0] ?? '') || between.includes(next));
}

const differs = (tokens: readonly Token[], link: string, one: Found): boolean =>
  (link === '' || link === ',') && DIFFERENCES.has(word(tokens, one.to));
