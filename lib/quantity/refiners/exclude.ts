import { compare, type Token, words } from '../../base';
import { type Found, figureOf, isRange, type Refiner } from '../found';
import { capital, glued, isHyphen, isOf, mark, near, sentenceStart, tokenAt, valueAt, word } from '../look';
import { isSpelledLabel } from '../signs/label';
import { NO_NAMES } from '../signs/proper';
import { SMALL } from '../words/numberwords';
import { isPlural } from '../words/plural';
import { CLOSED, looksPast, VERBS } from '../words/stopwords';

/** Figures that define or point instead of counting: "the two countries", "one of the largest", "one must", "the bottom three". */
export const excludeRefiner: Refiner = {
  name: 'exclude',
  refine(tokens, found) {
    for (let k = 0; k < found.length; k += 1) {
      const one = found[k] as Found;
      if (one.excluded !== null) continue;
      const last = k > 0 ? found[k - 1] : undefined;
      one.excluded = goesOn(tokens, last, one) ? 'name' : isNextScore(last, one) ? 'score' : reason(tokens, one);
      if (one.excluded) one.readers.push('exclude');
    }
  },
};

/** "Nineteen Eighty-Four": a second number word with a capital right behind a name goes on with it. */
const goesOn = (tokens: readonly Token[], last: Found | undefined, one: Found): boolean =>
  last?.excluded === 'name' && last.to === one.from && isOf(tokens, one.from, SMALL) && capital(tokens[one.from]);

/** "4-0 at home and 1-2 on the road": after a score another pair of figures is one too. */
const isNextScore = (last: Found | undefined, one: Found): boolean =>
  last?.excluded === 'score' && one.from - last.to < 8 && isRange(one) && one.to === one.from + 3 && one.unit === null && one.noun === null;

function reason(tokens: readonly Token[], one: Found): string | null {
  const spelled = isSpelled(tokens, one);
  const own = one.unit !== null || (one.noun !== null && !one.readers.includes('elided'));
  if (!own && isRank(tokens, one)) return 'rank';
  if (spelled && isSpelledLabel(tokens, one.from)) return 'identifier';
  if (spelled)
    return (word(tokens, one.from) === 'one' ? pronoun(tokens, one, own) : null) ?? named(tokens, one, own) ?? definite(tokens, one);
  return listNumber(tokens, one.from, one.to) ? 'list' : null;
}

/** "seven", "twenty-one", "Twenty One": number words below a hundred and nothing else. */
function isSpelled(tokens: readonly Token[], { from, to }: Found): boolean {
  if (!isOf(tokens, from, SMALL)) return false;
  const second = isHyphen(tokens, from + 1) ? from + 2 : from + 1;
  return to === from + 1 || (to === second + 1 && isOf(tokens, second, SMALL));
}

const NO_COUNT = words('particular such single last final');

function pronoun(tokens: readonly Token[], one: Found, own: boolean): string | null {
  const next = word(tokens, one.to);
  if (next === 'of') return 'partitive';
  if (isCounting(tokens, one)) return null;
  // "Formula One", "Air Force One"
  if (capital(tokens[one.from]) && capital(tokenAt(tokens, one.from - 1))) return 'name';
  if (NO_COUNT.has(next) || (next === 'more' && !own) || (one.unit === null && one.noun === null)) return 'pronoun';
  // "two in Lyon and one in Nice" counts on; "get hold of one in time" does not.
  const before = one.mentionFrom - 1;
  return own || word(tokens, before) === 'and' || word(tokens, before) === 'or' || mark(tokens, before) === ',' ? null : 'pronoun';
}

/** Nothing but the figure is said, or figures are told off: "one, two, three". */
const isCounting = (tokens: readonly Token[], { from, to }: Found): boolean =>
  (from === 0 && to === tokens.length) || isOf(tokens, mark(tokens, to) === ',' ? to + 1 : to, SMALL);

const DEFINING = words('the these those both all');

const definite = (tokens: readonly Token[], one: Found): string | null =>
  one.hedge === 'exact' &&
  one.mentionFrom === one.spanFrom &&
  isOf(tokens, one.spanFrom - 1, DEFINING) &&
  !partOfFigure(tokens, one.spanFrom - 2) &&
  compare(figureOf(one), '13') < 0
    ? 'definite'
    : null;

/** "three of the nine pumps": a figure before "of the" makes the second one a total. */
const partOfFigure = (tokens: readonly Token[], of: number): boolean =>
  word(tokens, of) === 'of' && (tokenAt(tokens, of - 1)?.kind === 'number' || (valueAt(tokens, of - 1, SMALL) ?? 0) > 1);

/** "the Big Four", "Radio Two", "Seven Sisters Road": a number word with a capital inside a name. */
function named(tokens: readonly Token[], one: Found, own: boolean): string | null {
  if (!capital(tokens[one.from]) || sentenceStart(tokens, one.from) || (one.unit !== null && !capital(tokens[one.spanTo]))) return null;
  const of = word(tokens, one.from - 1) === 'of' ? 1 : 0;
  const before = one.from - 1 - of;
  const lower = word(tokens, before);
  // "the Group of Seven": a capital on both sides of "of", whatever follows.
  if (of === 1 && capital(tokens[before]) && !isPlural(lower) && near(tokens, one.from)) return 'name';
  if (isHeadline(tokens, one.from - 1)) return null;
  if (capital(tokens[one.to]) && near(tokens, one.to)) return 'name';
  if (word(tokens, one.from - 1).endsWith("'s")) return own ? null : 'name';
  const title =
    capital(tokens[before]) && near(tokens, one.from) && !sentenceStart(tokens, before) && !CLOSED.has(lower) && !VERBS.has(lower);
  return title && !own && !lower.endsWith('s') ? 'name' : null;
}

/** "Storm Kills Two People": a verb or a small word with a capital stands in a headline, where capitals name nothing. */
const isHeadline = (tokens: readonly Token[], at: number): boolean =>
  capital(tokenAt(tokens, at)) && !sentenceStart(tokens, at) && (isOf(tokens, at, NO_NAMES) || looksPast(word(tokens, at)));

const RANKS = words('top bottom final last first');
/** "among the top three", "the last 16": a place in a table. With what is counted ("the top three seeds") it counts. */
const isRank = (tokens: readonly Token[], one: Found): boolean =>
  !isRange(one) &&
  one.to === one.from + 1 &&
  one.spanTo === one.to &&
  isOf(tokens, one.from - 1, RANKS) &&
  !isStretch(tokens, one) &&
  !partOfFigure(tokens, one.from - 3) &&
  word(tokens, one.to) !== 'of';

/** "twice in the last 10": of what was counted before, and no round of a cup ("in the last 16"). */
const isStretch = (tokens: readonly Token[], one: Found): boolean =>
  word(tokens, one.from - 2) === 'the' &&
  isOf(tokens, one.from - 3, STRETCHES) &&
  isOf(tokens, one.from - 1, ENDS_OF_TIME) &&
  !ROUNDS.has(figureOf(one));
const STRETCHES = words('in over during for');
const ENDS_OF_TIME = words('last first final');
const ROUNDS = words('4 8 16 32 64');

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
