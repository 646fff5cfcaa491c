import { isListed, WordList, words } from '../../base';
import type { Found } from '../found';
import { isMoney } from '../units/currencies';
import { DURATIONS } from '../units/units';
import { type Chain, chainAt, chainBefore, join, NOTHING, startsClause, verbBehind } from './chain';
import { type Chunk, chunkAt, kindAt } from './chunk';
import { KINDS } from './kinds';
import type { Place } from './places';
import { BINDING } from './wordclass';

const { NOUN, TIME, VERB, PREP, AND, REL, COMMA, COLON, OPEN, QUANTITY } = KINDS;

type Chunks = readonly Chunk[];
/** One way to find what a quantity is about: null where it does not apply, empty where the sentence names nothing. */
type Rule = (chunks: Chunks, place: Place, one: Found) => Chain | null;

/** Counted like things, yet they measure: "rose 12 points", "costs 30 cents", "five times the price". */
const MEASURES = words('times fold points point cents pence');
const lasts = (one: Found): boolean => one.unit !== null && DURATIONS.has(one.unit);

const some = (chain: Chain): Chain | null => (chain.length > 0 ? chain : null);
const nounAt = (chunks: Chunks, at: number): Chain | null => (kindAt(chunks, at) === NOUN ? chainAt(chunks, at, false) : null);
/** What hangs on the quantity, then the subject of its verb. */
const withSubject = ({ verb, subject }: Place, chain: Chain | null): Chain | null =>
  chain === null || verb === null ? chain : join(chain, subject);

/** "5 % of sales", "4 of the 9 pilots", "12 tons of rice", "$5 worth of rice", "three years worth of lessons" */
const ofBehind: Rule = (chunks, place, one) => {
  const link = chunkAt(chunks, place.at + 1).word === 'worth' ? place.at + 2 : place.at + 1;
  const whole =
    chunkAt(chunks, link).word === 'of'
      ? chunkAt(chunks, link + 1).named
        ? chainAt(chunks, link + 1, false)
        : nounAt(chunks, link + 1)
      : null;
  if (whole === null || one.unit === '%' || (one.unit === null && one.noun === null)) return whole;
  return join(
    withSubject(place, whole) ?? whole,
    chunkAt(chunks, place.at - 1).word === 'with' ? chainBefore(chunks, place.at - 1) : NOTHING,
  );
};

/** "a 5 % tax on tea", "a 20 km ride" */
const nounBehind: Rule = (chunks, place) => {
  // "a 1.5-litre four-valve engine"
  let next = place.at + 1;
  while (next < place.at + 3 && kindAt(chunks, next) === QUANTITY && touches(chunks, next)) next += 1;
  if (kindAt(chunks, next) !== NOUN || !touches(chunks, next) || startsClause(chunks, next)) return null;
  return withSubject(place, join(chainAt(chunks, next, false, ATTACHED), ownerOf(chunks, place.at) ?? NOTHING));
};
const touches = (chunks: Chunks, at: number): boolean => chunkAt(chunks, at - 1).to === chunks[at]?.from;
const ATTACHED = new WordList([...BINDING, 'to', 'with', 'against']);

/** "the county's 12 clinics" */
const ownerOf = (chunks: Chunks, at: number): Chain | null =>
  kindAt(chunks, at - 1) === NOUN && chunkAt(chunks, at - 1).word.endsWith("'s") ? some(chainBefore(chunks, at)) : null;
const owned: Rule = (chunks, { at }) => ownerOf(chunks, at);

/** "a 32-page report" */
const hyphened: Rule = (chunks, place, one) => (one.nounFrom === one.to + 1 ? nounBehind(chunks, place, one) : null);

/** "Ole Hansen, 34,", "children under the age of 5": the age is theirs. */
const ageOf: Rule = (chunks, { at }, one) => {
  if (one.unit !== null && !one.unit.endsWith(' old')) return null;
  if (chunkAt(chunks, at - 1).word === 'of' && chunkAt(chunks, at - 2).word === 'age')
    return kindAt(chunks, at - 3) === PREP ? some(chainBefore(chunks, at - 3)) : null;
  return one.unit === null ? null : some(chainBefore(chunks, chunkAt(chunks, at - 1).word === 'aged' ? at - 1 : at));
};

/** "five times the price", "fell three times" */
const timesOf: Rule = (chunks, { at, subject }, one) => (one.noun === 'times' ? (nounAt(chunks, at + 1) ?? subject) : null);

/** "a gain of 5 %", "rice worth $5" – a total of things is about the things. */
const nounOf: Rule = (chunks, place) => {
  const { at } = place;
  if (!isListed(chunkAt(chunks, at - 1).spelling, LEADING) || isListed(chunkAt(chunks, at - 2).spelling, TOTALS)) return null;
  const thing = some(chainBefore(chunks, at - 1));
  // "30 towns were flooded; damage of $4bn": a thing named anew.
  return thing && chunkAt(chunks, (thing[0] as number) - 1).word === ';' ? thing : withSubject(place, thing);
};
const LEADING = words('of worth');
const TOTALS = words('total number');

/** "a phone with 4,000 mAh"; "with prices at $5", "…, prices at $5": what has the quantity, or the thing said to stand at it. */
const withThing: Rule = (chunks, place) => {
  const { kind, word } = chunkAt(chunks, place.at - 1);
  const thing = kind === PREP ? some(chainBefore(chunks, place.at - 1)) : null;
  if (thing === null) return null;
  if (word === 'with') return withSubject(place, thing);
  const lead = chunkAt(chunks, (thing[0] as number) - 1);
  return lead.word === 'with' || (lead.kind === COMMA && word === 'at') ? thing : null;
};

/** "At $3bn, the deal is the largest", "Starting at $3 the meal is": the subject comes later. */
const subjectAhead: Rule = (chunks, { at, verb, subject }, one) => {
  if (subject.length > 0 || at > 3 || (lasts(one) && chunkAt(chunks, at - 1).word !== 'at')) return null;
  if (verb === null ? kindAt(chunks, at - 1) !== PREP : verb.form !== 'open' || verb !== chunks[0]) return null;
  let next = at + 1;
  while ((kindAt(chunks, next) & (COMMA | TIME)) !== 0) next += 1;
  return kindAt(chunks, next) === NOUN && kindAt(chunks, next + 1) === VERB ? [next] : null;
};

/** Not behind a preposition: "3 % for women", "$5m for a house", "$2bn on roads", "$40m in damages", "$3m to the bill" */
const spentOn: Rule = (chunks, place, one) => {
  const { at } = place;
  const link = chunkAt(chunks, at + 1).word;
  if (!(link === 'for' ? !lasts(one) : isMoney(one.unit) && SPENT.has(link))) return null;
  return chunkAt(chunks, at + 2).word === 'average' ? null : withSubject(place, nounAt(chunks, at + 2));
};
const SPENT = words('on in to into towards from');
const JOINED = AND | COMMA;

/** "sold the house for $5m", "raised its stake to 7 %": the object with its subject; how long it took is said of the subject. */
const objectBefore: Rule = (chunks, { at, verb, object, subject }, one) => {
  if (verb === null) return null;
  const link = chunkAt(chunks, linkOf(chunks, at));
  if (link.kind !== PREP) return null;
  return subject.length > 0 && lasts(one) && verb.form !== 'be' && link.word !== 'to' ? subject : join(object, subject);
};
/** What joins the figure to its clause; of "at 24 mpg in town and 31 mpg outside" the same for both. */
function linkOf(chunks: Chunks, at: number): number {
  if ((kindAt(chunks, at - 1) & JOINED) === 0) return at - 1;
  for (let k = at - 2; k > at - 6; k -= 1) {
    const kind = kindAt(chunks, k);
    if (kind === QUANTITY) return k - 1;
    if ((kind & (NOUN | PREP | TIME)) === 0) break;
  }
  return at - 1;
}

/** Not behind a preposition: "$5m is the price", a figure that is itself the subject is what the noun says it is. */
const identified: Rule = (chunks, { at, verb }) => {
  if (verb !== null) return null;
  const own = verbBehind(chunks, at);
  return own >= 0 && chunkAt(chunks, own).form === 'be' ? nounAt(chunks, own + 1) : null;
};

const WITHIN = PREP | QUANTITY | COMMA | AND;
/** "the index (up 12 points)", "Lyon (3 dead)" */
const inBrackets: Rule = (chunks, { at }) => {
  let open = at - 1;
  while (open > at - 6 && (kindAt(chunks, open) & WITHIN) !== 0) open -= 1;
  return kindAt(chunks, open) === OPEN ? some(chainBefore(chunks, open)) : null;
};

/** "wavelengths above 2 μm", "Total: $5", "a battery, 4,000 mAh," */
const nounBefore: Rule = (chunks, { at, verb, subject }, one) => {
  const last = kindAt(chunks, at - 1);
  if ((last & (COLON | PREP | NOUN | COMMA)) === 0) return null;
  const earlier = kindAt(chunks, at - 2);
  if (last === PREP && verb !== null) return null;
  if (last === COMMA && (earlier !== NOUN || (subject.length === 0 && kindAt(chunks, at - 3) === PREP))) return null;
  const thing = chainBefore(chunks, (last & (PREP | COLON)) !== 0 ? at - 1 : at);
  if (last === COLON) return thing;
  if (last === PREP) return some(subject) ?? thing;
  return verb === null || (last === NOUN ? (earlier & JOINED) !== 0 : one.unit === null) ? thing : join(thing, subject);
};

/** "12 nurses in Lima" */
const placed: Rule = (chunks, place) =>
  isListed(chunkAt(chunks, place.at + 1).spelling, PLACED) ? withSubject(place, nounAt(chunks, place.at + 2)) : null;
const PLACED = words('of in from for at on across among');

/** "40 nurses who attended the rally" */
const relative: Rule = (chunks, { at }) =>
  kindAt(chunks, at + 1) === REL && kindAt(chunks, at + 2) === VERB ? nounAt(chunks, at + 3) : null;

/** "Two of Lima's clinics": whose they are. */
const partOwned: Rule = (_, { at }, one) => (one.noun !== null && OWNER.test(one.noun) ? [at] : null);
const OWNER = /['’]s /;

/** A counted thing that is itself the subject: what it acts on, or, where something is done to it, the thing itself. */
const asSubject: Rule = (chunks, { at, verb }) => {
  if (verb !== null || (kindAt(chunks, at - 1) === PREP && !TOTALS.has(chunkAt(chunks, at - 2).word))) return null;
  const own = verbBehind(chunks, at);
  if (own < 0) return null;
  if (chunkAt(chunks, own).form === 'passive') return [at];
  return (chunkAt(chunks, own).form === 'finite' ? nounAt(chunks, own + 1) : null) ?? NOTHING;
};

/** What the quantity at a place is about, by the first rule that applies; most apply behind some kinds of chunks alone. */
export function aboutOf(chunks: Chunks, place: Place, one: Found): Chain {
  const rule = one.noun === null || MEASURES.has(one.noun) ? ofMeasure : ofThings;
  return rule(chunks, place, one, kindAt(chunks, place.at - 1)) ?? place.subject;
}

/** Percentages, money, lengths, bare numbers. */
const ofMeasure = (chunks: Chunks, place: Place, one: Found, before: number): Chain | null =>
  timesOf(chunks, place, one) ??
  ofBehind(chunks, place, one) ??
  nounBehind(chunks, place, one) ??
  ageOf(chunks, place, one) ??
  ((before & (WITHIN | OPEN)) !== 0 ? inBrackets(chunks, place, one) : null) ??
  (before === PREP ? withThing(chunks, place, one) : null) ??
  subjectAhead(chunks, place, one) ??
  ((before & (PREP | NOUN)) !== 0 ? nounOf(chunks, place, one) : null) ??
  (before !== PREP ? (spentOn(chunks, place, one) ?? identified(chunks, place, one)) : null) ??
  objectBefore(chunks, place, one) ??
  nounBefore(chunks, place, one);

/** Counted things: what they belong to, not the things themselves. */
const ofThings = (chunks: Chunks, place: Place, one: Found, before: number): Chain | null =>
  hyphened(chunks, place, one) ??
  ofBehind(chunks, place, one) ??
  owned(chunks, place, one) ??
  partOwned(chunks, place, one) ??
  ageOf(chunks, place, one) ??
  relative(chunks, place, one) ??
  placed(chunks, place, one) ??
  ((before & (WITHIN | OPEN)) !== 0 ? inBrackets(chunks, place, one) : null) ??
  ((before & (PREP | NOUN)) !== 0 ? nounOf(chunks, place, one) : null) ??
  (before === PREP ? withThing(chunks, place, one) : null) ??
  asSubject(chunks, place, one) ??
  nounBefore(chunks, place, one);
