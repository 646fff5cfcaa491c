import { compare, type Token } from '@/lib/base';
import { type Found, figureOf, isRange, type Refiner } from '../found';
import { SMALL } from '../numberwords';
import { capital, digits, glued, isHyphen, mark, near, sentenceStart, tokenAt, word, words } from '../readers/look';
import { CLOSED, VERBS } from '../stopwords';

/** Figures that define or point instead of counting: "the two countries", "one of the largest", "one must", "the bottom three". */
export const excludeRefiner: Refiner = {
  name: 'exclude',
  refine(tokens, found) {
    for (const one of found) {
      if (one.excluded !== null) continue;
      one.excluded = reason(tokens, one);
      if (one.excluded) one.readers.push('exclude');
    }
  },
};

function reason(tokens: readonly Token[], one: Found): string | null {
  const spelled = one.to === one.from + 1 && SMALL.has(word(tokens, one.from));
  const own = one.unit !== null || (one.noun !== null && !one.readers.includes('elided'));
  if (!own && isRank(tokens, one)) return 'rank';
  if (spelled)
    return (word(tokens, one.from) === 'one' ? pronoun(tokens, one, own) : null) ?? definite(tokens, one) ?? named(tokens, one, own);
  if (listNumber(tokens, one.from, one.to)) return 'list';
  return !own && rating(tokens, one) ? 'rating' : null;
}

const NO_COUNT = words('particular such single more last final');

function pronoun(tokens: readonly Token[], one: Found, own: boolean): string | null {
  const next = word(tokens, one.to);
  if (next === 'of') return 'partitive';
  if (NO_COUNT.has(next) || (one.unit === null && one.noun === null)) return 'pronoun';
  // "two in Lyon and one in Nice" counts on; "get hold of one in time" does not.
  const before = one.mentionFrom - 1;
  return own || word(tokens, before) === 'and' || word(tokens, before) === 'or' || mark(tokens, before) === ',' ? null : 'pronoun';
}

const DEFINING = words('the these those both all');

const definite = (tokens: readonly Token[], one: Found): string | null =>
  one.hedge === 'exact' &&
  one.mentionFrom === one.spanFrom &&
  DEFINING.has(word(tokens, one.spanFrom - 1)) &&
  !partOfFigure(tokens, one.spanFrom - 2) &&
  compare(figureOf(one), '13') < 0
    ? 'definite'
    : null;

/** "three of the nine pumps": a figure before "of the" makes the second one a total. */
const partOfFigure = (tokens: readonly Token[], of: number): boolean =>
  word(tokens, of) === 'of' && (tokenAt(tokens, of - 1)?.kind === 'number' || (SMALL.get(word(tokens, of - 1)) ?? 0) > 1);

/** "the Big Four", "Radio Two", "Seven Sisters Road": a number word with a capital inside a name. */
function named(tokens: readonly Token[], one: Found, own: boolean): string | null {
  if (!capital(tokens[one.from]) || sentenceStart(tokens, one.from) || (one.unit !== null && !capital(tokens[one.spanTo]))) return null;
  if (capital(tokens[one.to]) && near(tokens, one.to)) return 'name';
  if (word(tokens, one.from - 1).endsWith("'s")) return own ? null : 'name';
  const of = word(tokens, one.from - 1) === 'of' ? 1 : 0;
  const before = one.from - 1 - of;
  const lower = word(tokens, before);
  const title =
    capital(tokens[before]) && near(tokens, one.from) && !sentenceStart(tokens, before) && !CLOSED.has(lower) && !VERBS.has(lower);
  return title && !own && !lower.endsWith('s') ? 'name' : null;
}

const RANKS = words('top bottom final last first');
/** "among the top three", "the last 16": a place in a table. With what is counted ("the top three seeds") it counts. */
const isRank = (tokens: readonly Token[], one: Found): boolean =>
  !isRange(one) &&
  one.to === one.from + 1 &&
  one.spanTo === one.to &&
  RANKS.has(word(tokens, one.from - 1)) &&
  word(tokens, one.to) !== 'of';

const ONE_DIGIT = /^(?:\d|10|\d\.5)$/;
/** "Maria Lund: 7 Held the ball well": marks out of ten behind a name. */
function rating(tokens: readonly Token[], one: Found): boolean {
  const at = one.from - 1;
  if (
    mark(tokens, at) !== ':' ||
    !ONE_DIGIT.test(digits(tokens, one.from)) ||
    !capital(tokenAt(tokens, at - 1)) ||
    !capital(tokenAt(tokens, at - 2))
  )
    return false;
  const next = tokens[one.to];
  return next === undefined || next.gap === 'block' || next.gap === 'line' || capital(next);
}

/** "1." and "(2)" at the beginning of a line. */
function listNumber(tokens: readonly Token[], from: number, to: number): boolean {
  const opened = mark(tokens, from - 1) === '(';
  const start = tokens[opened ? from - 1 : from];
  if (start?.gap !== 'line' && start?.gap !== 'block') return false;
  const close = mark(tokens, to);
  return (
    to === from + 1 &&
    tokens[from]?.kind === 'number' &&
    (close === ')' || (close === '.' && glued(tokens, to) && tokens[to + 1]?.gap === 'space' && capital(tokens[to + 1]))) &&
    !isHyphen(tokens, to)
  );
}
