import { compare, type Token, tokensOf, words } from '@/lib/base';
import { actsApart, isPerson } from '@/lib/claim';
import { endsPhrase, singular } from '@/lib/quantity';
import { canonical, countedOf, isParty, kindOfPeople } from './nouns';
import { type Place, placesOf, sharedShare } from './sameplace';
import { scopeRelation } from './scope';
import { figuresOf } from './shares';
import type { Reason, RecordedClaim } from './types';
import { dimensionOf } from './units';

/** A statement beside another: its words, and a claim for each figure in it. */
export interface Statement {
  text: string;
  claims: readonly RecordedClaim[];
}

/** Two figures that answer one question, as far as the words tell: indexes of their claims. */
export interface Match {
  a: number;
  b: number;
  score: number;
  reasons: Reason[];
}

/** What is worked out once for a statement: its tokens, where its figures stand, and its content words. */
interface View {
  tokens: readonly Token[];
  claims: readonly RecordedClaim[];
  /** Index of the first token of each figure. */
  at: readonly number[];
  content: ReadonlySet<string>;
  near: readonly ReadonlySet<string>[];
}

/** From this score on two figures answer one question. */
const ENOUGH = 0.2;
/** Content words on each side of a figure that tell what it is about. */
const NEAR = 4;
/** Statements are a sentence or two: what is longer is looked at up to here, so that the work stays small. */
const MOST_TOKENS = 400;
const MOST_FIGURES = 40;

/**
 * The weights were tuned on judged pairs of statements. What counts is that a figure stands in the same place of like words, that the same
 * thing is counted, that like words stand beside it, and that the figures are of one size: papers that disagree are rarely far apart.
 */
const WEIGHTS = {
  place: 0.4,
  thing: 0.7,
  'like thing': 0.4,
  'other thing': -0.4,
  unit: 0.2,
  'other unit': -0.3,
  'no unit': -0.3,
  'words beside': 1,
  'same figure': 0.6,
  magnitude: -2.4,
  'other act': -0.8,
  where: 0.3,
  part: -0.5,
  bare: 0.7,
  'one sentence': 0.5,
  subject: 1,
} as const;
/** What two figures must make up for before any likeness counts. */
const START = -0.8;

/**
 * Which figures of two statements answer the same questions, best first and each figure once. Whoever puts two statements side by side
 * presumes that they speak of one thing, so likeness is enough where a grouping of many asks for more. Symmetric; never throws.
 */
export function matchFigures(a: Statement, b: Statement): Match[] {
  // Of answers that are as good as each other the first is taken: it hangs on the statements, never on which was named first.
  if (isBefore(b.text, a.text)) return matchFigures(b, a).map((match) => ({ ...match, a: match.b, b: match.a }));
  const [x, y] = [viewOf(a), viewOf(b)];
  const place = placesOf(maskOf(x), maskOf(y));
  const alike = sharedShare(x.content, y.content);
  const all: Match[] = [];
  for (let i = 0; i < x.at.length; i += 1)
    for (let j = 0; j < y.at.length; j += 1) {
      const reasons = reasonsFor(x, i, y, j, place, alike);
      const score = reasons.reduce((sum, { weight }) => sum + weight, START);
      if (score >= ENOUGH) all.push({ a: i, b: j, score, reasons });
    }
  return eachOnce(all);
}

/** The shorter text leads: it mostly says in short what the other tells at length. */
const isBefore = (a: string, b: string): boolean => a.length < b.length || (a.length === b.length && a < b);

function eachOnce(all: Match[]): Match[] {
  const [left, right] = [new Set<number>(), new Set<number>()];
  return all
    .sort((x, y) => y.score - x.score || x.a + x.b - y.a - y.b || x.a - y.a)
    .filter(({ a, b }) => !left.has(a) && !right.has(b) && left.add(a) && right.add(b));
}

function viewOf({ text, claims }: Statement): View {
  const tokens = tokensOf(text, 0, MOST_TOKENS);
  const known = claims.slice(0, MOST_FIGURES).filter(({ figure }) => figure.start < (tokens.at(-1)?.end ?? 0));
  const at = known.map(({ figure }) => tokens.findIndex(({ end }) => end > figure.start));
  return { tokens, claims: known, at, content: new Set(tokens.flatMap(stemOf)), near: at.map((i) => new Set(beside(tokens, i))) };
}

/** The words of a statement with its figures and other digits masked: where two of them run alike, their figures stand in one place. */
function maskOf({ tokens, at }: View): string[] {
  const masked = tokens.map(({ kind, lower }) => (kind === 'number' ? '#' : lower));
  for (const i of at) masked[i] = '#';
  return masked;
}

/** Words that two papers use for one thing meet at their first six letters, a noun and its verb as well: "likes" and "was liked". */
const rootOf = (word: string): string => (word.length > 3 ? word.replace(/(?:ed|e)$/, '') : word).slice(0, 6);
const stemOf = ({ kind, lower }: Token): string[] =>
  kind !== 'word' || lower.length < 2 || SMALL_WORDS.has(lower) ? [] : [rootOf(canonical(lower))];
const SMALL_WORDS = words('the a an of in on at to for and or is are was were be been has have had it its that this with by as from');

function beside(tokens: readonly Token[], i: number): string[] {
  const found: string[] = [];
  for (const step of [-1, 1])
    for (let k = i + step, left = NEAR; k >= 0 && k < tokens.length && left > 0; k += step) {
      const stem = stemOf(tokens[k] as Token);
      found.push(...stem);
      left -= stem.length;
    }
  return found;
}

function reasonsFor(x: View, i: number, y: View, j: number, place: Place, alike: number): Reason[] {
  const [a, b] = [x.claims[i] as RecordedClaim, y.claims[j] as RecordedClaim];
  const [p, q] = [x.near[i] as ReadonlySet<string>, y.near[j] as ReadonlySet<string>];
  const [one, other] = figuresOf(a, b);
  const reasons: Reason[] = [];
  const add = (feature: keyof typeof WEIGHTS, share: number, said: string): void => {
    if (share !== 0) reasons.push({ feature, weight: WEIGHTS[feature] * share, words: said });
  };
  add('place', place.of.get(x.at[i] as number) === y.at[j] ? 1 : 0, 'both stand in the same place of like words');
  addThing(add, a, b, p, q);
  addUnit(add, a, b);
  add('words beside', sharedShare(p, q), 'like words stand beside both');
  add('same figure', compare(one, other) === 0 ? 1 : 0, 'both give one figure');
  add('magnitude', apart(Number(one), Number(other)), 'figures of different size');
  add('other act', befellOthers(a, b) ? 1 : 0, 'they tell of two acts');
  add('where', where(a, b), 'of one place, or of two');
  add('part', isSomeOf(a) !== isSomeOf(b) ? 1 : 0, 'one is told as a part of another figure');
  add('bare', isBare(a) || isBare(b) ? 1 : 0, 'one is told without what it counts');
  add('one sentence', place.share, 'the statements run alike');
  add('subject', alike, 'the statements share their words');
  return reasons;
}

/** Those who died are none of those who recovered, unless both are called by one name. */
function befellOthers(a: RecordedClaim, b: RecordedClaim): boolean {
  const [x, y] = [countedOf(a).acts, countedOf(b).acts];
  const [named, others] = [nounWords(a), nounWords(b)];
  // What a figure counts is often told far from it, and then its act is a guess.
  if (named.length === 0 || others.length === 0) return false;
  return actsApart(x, y) && !x.some((act) => y.includes(act)) && !others.some((word) => named.includes(word));
}

/** Whether both are told of one place (1), or of two that do not overlap (-1). */
function where(a: RecordedClaim, b: RecordedClaim): number {
  const scope = scopeRelation(a, b);
  return scope === 'apart' ? -1 : scope === 'same' && a.frame.scope.length > 0 ? 1 : 0;
}

type Add = (feature: keyof typeof WEIGHTS, share: number, said: string) => void;

function addThing(add: Add, a: RecordedClaim, b: RecordedClaim, p: ReadonlySet<string>, q: ReadonlySet<string>): void {
  const [x, y] = [countedOf(a).heads, countedOf(b).heads];
  const shared = x.filter((head) => y.includes(head));
  if (shared.length > 0) {
    add('thing', 1, `both count ${shared.join(' and ')}`);
    return;
  }
  const [named, other] = [nounWords(a), nounWords(b)];
  // "reviewed by 12 critics" and "12 reviews": what one counts, the other tells by its verb.
  const like = named.some((word) => other.includes(word) || q.has(word)) || other.some((word) => p.has(word));
  if (like || areSomebody(x, y)) add('like thing', 1, `${a.noun ?? 'a figure'} / ${b.noun ?? 'a figure'}`);
  else if (x.length > 0 && y.length > 0 && a.unit === null && b.unit === null && !areParties(x, y))
    add('other thing', 1, `${x.join(' and ')} / ${y.join(' and ')}`);
}

/** Whoever is counted may be called people, but for those who are some of the people: children, say. */
const areSomebody = (x: readonly string[], y: readonly string[]): boolean =>
  !/-in-/.test(kindOfPeople(x, y) ?? '') &&
  ((x.includes('person') && y.length > 0 && y.every(isPerson)) || (y.includes('person') && x.length > 0 && x.every(isPerson)));

/** Papers call the same people by many names. */
const areParties = (x: readonly string[], y: readonly string[]): boolean => [...x, ...y].every(isParty);

const nounWords = ({ noun }: RecordedClaim): string[] =>
  (noun ?? '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2 && !endsPhrase(word))
    .map((word) => rootOf(singular(word)));

/** "26 cases, 15 of which": some of what was counted just before, which has no name of its own. */
const isSomeOf = ({ noun, partOf, text }: RecordedClaim): boolean => partOf !== null && (noun === null || !text.includes(noun));

const isBare = ({ unit, noun, partOf }: RecordedClaim): boolean => unit === null && noun === null && partOf === null;

function addUnit(add: Add, a: RecordedClaim, b: RecordedClaim): void {
  const [x, y] = [dimensionOf(a.unit), dimensionOf(b.unit)];
  const untold = (x === null && isBare(a)) || (y === null && isBare(b));
  if (x !== y) add(untold ? 'no unit' : 'other unit', 1, `${a.unit ?? 'a count'} / ${b.unit ?? 'a count'}`);
  else if (x !== null) add('unit', 1, `both measure ${x}`);
}

/** How far apart two figures are, in powers of ten, up to three. */
function apart(x: number, y: number): number {
  if (x === y) return 0;
  // Nobody and two are as near as one and three.
  if (x === 0 || y === 0) return Math.min(1, Math.log10(1 + Math.abs(x + y)));
  return Math.min(3, Math.abs(Math.log10(Math.abs(x / y))));
}
