import { type Token, words } from '../../base';
import { type Found, makeExcluded, type Reader } from '../found';
import { DASHES, digits, glued, isDash, isHyphen, isOf, mark, near, word } from '../look';
import { countedAhead } from '../signs/ahead';

/** What was won, lost or decided by two figures: before them, or behind them. */
const BEFORE = words(
  `won win wins winning approved approves passed passes rejected rejects beat beats beaten beating lost lose loses losing lead leads led leading trail trails trailed trailing drew draw tied
  defeated defeating edged routed thrashed hammered crushed voted vote ruled scoreline final aggregate record score finished`,
);
const BEHIND = words(
  `win victory victories defeat loss lead draw tie record score scoreline vote ruling decision aggregate deficit advantage triumph rout
  thrashing shutout upset formation majority setback mark start finish`,
);
const NILS = words('nil love all');
const PLAIN = /^\d{1,3}$/;
const SHORT = /^\d{1,2}$/;
const LEADING_ZEROS = /^0\d{2,}$/;

/** "3-1", "a 2-4 defeat", "15-7-3", "won 6–4, 7–6", "2-nil", "3:1": results of games and votes, and records of them. */
export const scoreReader: Reader = {
  name: 'score',
  begins: 'number',
  beside: { behind: ['to', ':', ...DASHES] },
  read(tokens, i) {
    if (isAspect(tokens, i)) return makeExcluded('score', i, i + 3, 'score');
    if (!PLAIN.test(digits(tokens, i))) return null;
    if (word(tokens, i + 1) === 'to') return votedTo(tokens, i);
    if (!glued(tokens, i + 1)) return null;
    if (isHyphen(tokens, i + 1) && isOf(tokens, i + 2, NILS) && glued(tokens, i + 2)) return makeExcluded('score', i, i + 3, 'score');
    const shots = shotsEnd(tokens, i);
    if (shots > 0) return makeExcluded('score', i, shots, 'score');
    // "555-0199" is a telephone.
    if (isHyphen(tokens, i + 1) && glued(tokens, i + 2) && LEADING_ZEROS.test(digits(tokens, i + 2)))
      return makeExcluded('identifier', i, i + 3, 'identifier');
    if (!isJoint(tokens, i + 1)) return null;
    let to = i + 3;
    while (to < i + 12 && isJoint(tokens, to)) to += 2;
    // "1-800-555-0101" is a telephone.
    if (isDash(tokens, to) && glued(tokens, to) && glued(tokens, to + 1) && digits(tokens, to + 1) !== '') return null;
    // More than two figures are a record or a line-up; long ones are a number to call.
    if (to > i + 3)
      return makeExcluded('score', i, to, SHORT.test(digits(tokens, i)) && SHORT.test(digits(tokens, to - 1)) ? 'score' : 'identifier');
    if (mark(tokens, i + 1) === ':') return makeExcluded('score', i, to, 'score');
    return played(tokens, i, to) || isShooting(tokens, i, to) || isCricket(tokens, i, to) ? makeExcluded('score', i, to, 'score') : null;
  },
};

/** "19.5:9": the sides of a picture. */
const isAspect = (tokens: readonly Token[], i: number): boolean =>
  mark(tokens, i + 1) === ':' &&
  glued(tokens, i + 1) &&
  glued(tokens, i + 2) &&
  SIDES.test(digits(tokens, i)) &&
  SHORT.test(digits(tokens, i + 2));
const SIDES = /^\d{1,2}\.\d{1,2}$/;

/** "3-for-4", "24-of-36", "5-on-5": shots and hits of tries, sides of a game. The index behind them, or 0. */
function shotsEnd(tokens: readonly Token[], i: number): number {
  const link = word(tokens, i + 2);
  const tight = isHyphen(tokens, i + 1) && isHyphen(tokens, i + 3) && glued(tokens, i + 2) && glued(tokens, i + 3) && glued(tokens, i + 4);
  return tight && (link === 'for' || link === 'of' || link === 'on') && PLAIN.test(digits(tokens, i + 4)) ? i + 5 : 0;
}

/** A dash or colon between two short figures. */
const isJoint = (tokens: readonly Token[], k: number): boolean =>
  (isDash(tokens, k) || mark(tokens, k) === ':') && glued(tokens, k) && glued(tokens, k + 1) && PLAIN.test(digits(tokens, k + 1));

/** The words around say that something was played or voted on. A result that falls ("3-1") is known without them, by the reader of ranges. */
function played(tokens: readonly Token[], i: number, to: number): boolean {
  for (let k = to; k < to + 2 && near(tokens, k); k += 1) {
    if (isOf(tokens, k, BEHIND)) return true;
    if (tokens[k]?.kind !== 'word') break;
  }
  for (let k = i - 1; k >= i - 10 && k >= 0; k -= 1) {
    if (isOf(tokens, k, BEFORE)) return !countsBehind(tokens, to);
    if (isDash(tokens, k) || mark(tokens, k) === ',' || (tokens[k]?.kind !== 'mark' && (k > i - 5 || tokens[k]?.kind === 'number')))
      continue;
    break;
  }
  return false;
}

/** "shot 15-22 from the field", "went 4-6 on threes": what went in, of what was tried. */
const isShooting = (tokens: readonly Token[], i: number, to: number): boolean =>
  isOf(tokens, i - 1, SHOT) && isOf(tokens, to, TRIED) && Number(digits(tokens, i)) <= Number(digits(tokens, i + 2));
const SHOT = words('shot shoots shooting went goes going');
const TRIED = words('from on at');

const BOWLED = words('took takes taking claimed claims claiming bowled bowls returned grabbed figures analysis best');
const INNINGS = words('stumps lunch tea close overs over innings wickets declared chasing');
const FAR = 4;
/** "took 3-33 in 12 overs", "figures of 5-57", "were 3-212 at stumps": wickets, which are ten, and the runs they cost or came with. */
function isCricket(tokens: readonly Token[], i: number, to: number): boolean {
  const [wickets, runs] = [Number(digits(tokens, i)), Number(digits(tokens, i + 2))];
  if (wickets > 10 || runs <= 10 || runs < 2 * wickets) return false;
  const at = word(tokens, i - 1) === 'of' ? i - 2 : i - 1;
  if (isOf(tokens, at, BOWLED) && !countedAhead(tokens, to)) return true;
  for (let k = to; k < to + FAR && tokens[k]?.kind === 'word' && near(tokens, k); k += 1)
    if (isOf(tokens, k, INNINGS)) return runs >= 10 * wickets;
  return false;
}

/** "approved it 230 to 195": the winners stand first, and nothing is counted. */
function votedTo(tokens: readonly Token[], i: number): Found | null {
  const second = digits(tokens, i + 2);
  const falls = PLAIN.test(second) && Number(second) <= Number(digits(tokens, i));
  return falls && !countedAhead(tokens, i + 3) && !isOf(tokens, i - 1, FROM) && played(tokens, i, i + 3)
    ? makeExcluded('score', i, i + 3, 'score')
    : null;
}
const FROM = words('from down by between');

/** "won 2-3 more seats": something small is counted. */
const countsBehind = (tokens: readonly Token[], to: number): boolean =>
  mark(tokens, to) === '%' || (tokens[to]?.kind === 'word' && tokens[to]?.gap === 'space' && isOf(tokens, to, AMOUNTS));
const AMOUNTS = words('percent per points seats games million billion times years months weeks days more');
