import { words } from '../../base';
import type { Found } from '../found';
import { isMoney } from '../units/currencies';
import { DURATIONS } from '../units/units';
import { type Chain, chainAt, chainBefore, join, NOTHING, startsClause, verbBehind } from './chain';
import { type Chunk, chunkAt } from './chunk';
import type { Place } from './places';
import { BINDING } from './wordclass';

type Chunks = readonly Chunk[];
/** One way to find what a quantity is about: null where it does not apply, empty where the sentence names nothing. */
type Rule = (chunks: Chunks, place: Place, one: Found) => Chain | null;

/** What the quantity at a place is about, by the first rule that applies. */
export function aboutOf(chunks: Chunks, place: Place, one: Found): Chain {
  for (const rule of one.noun === null || MEASURES.has(one.noun) ? MEASURED : COUNTED) {
    const chain = rule(chunks, place, one);
    if (chain !== null) return chain;
  }
  return place.subject;
}

/** Counted like things, yet they measure: "rose 12 points", "costs 30 cents", "five times the price". */
const MEASURES = words('times fold points point cents pence');
const lasts = (one: Found): boolean => one.unit !== null && DURATIONS.has(one.unit);

const some = (chain: Chain): Chain | null => (chain.length > 0 ? chain : null);
const nounAt = (chunks: Chunks, at: number): Chain | null => (chunks[at]?.kind === 'noun' ? chainAt(chunks, at, false) : null);
/** What hangs on the quantity, then the subject of its verb. */
const withSubject = ({ verb, subject }: Place, chain: Chain | null): Chain | null =>
  chain === null || verb === null ? chain : join(chain, subject);

/** "5 % of sales", "4 of the 9 pilots", "12 tons of rice", "$5 worth of rice", "three years worth of lessons" */
const ofBehind: Rule = (chunks, place, one) => {
  const link = chunks[place.at + 1]?.word === 'worth' ? place.at + 2 : place.at + 1;
  const whole =
    chunks[link]?.word === 'of' ? (chunks[link + 1]?.named ? chainAt(chunks, link + 1, false) : nounAt(chunks, link + 1)) : null;
  if (whole === null || one.unit === '%' || (one.unit === null && one.noun === null)) return whole;
  return join(
    withSubject(place, whole) ?? whole,
    chunkAt(chunks, place.at - 1)?.word === 'with' ? chainBefore(chunks, place.at - 1) : NOTHING,
  );
};

/** "a 5 % tax on tea", "a 20 km ride" */
const nounBehind: Rule = (chunks, place) => {
  // "a 1.5-litre four-valve engine"
  let next = place.at + 1;
  while (next < place.at + 3 && chunks[next]?.kind === 'quantity' && touches(chunks, next)) next += 1;
  if (chunks[next]?.kind !== 'noun' || !touches(chunks, next) || startsClause(chunks, next)) return null;
  return withSubject(place, join(chainAt(chunks, next, false, ATTACHED), ownerOf(chunks, place.at) ?? NOTHING));
};
const touches = (chunks: Chunks, at: number): boolean => chunkAt(chunks, at - 1)?.to === chunks[at]?.from;
const ATTACHED: ReadonlySet<string> = new Set([...BINDING, 'to', 'with', 'against']);

/** "the county's 12 clinics" */
const ownerOf = (chunks: Chunks, at: number): Chain | null =>
  chunkAt(chunks, at - 1)?.kind === 'noun' && chunkAt(chunks, at - 1)?.word.endsWith("'s") ? some(chainBefore(chunks, at)) : null;
const owned: Rule = (chunks, { at }) => ownerOf(chunks, at);

/** "a 32-page report" */
const hyphened: Rule = (chunks, place, one) => (one.nounFrom === one.to + 1 ? nounBehind(chunks, place, one) : null);

/** "Ole Hansen, 34,", "children under the age of 5": the age is theirs. */
const ageOf: Rule = (chunks, { at }, one) => {
  if (one.unit !== null && !one.unit.endsWith(' old')) return null;
  if (chunkAt(chunks, at - 1)?.word === 'of' && chunkAt(chunks, at - 2)?.word === 'age')
    return chunkAt(chunks, at - 3)?.kind === 'prep' ? some(chainBefore(chunks, at - 3)) : null;
  return one.unit === null ? null : some(chainBefore(chunks, chunkAt(chunks, at - 1)?.word === 'aged' ? at - 1 : at));
};

/** "five times the price", "fell three times" */
const timesOf: Rule = (chunks, { at, subject }, one) => (one.noun === 'times' ? (nounAt(chunks, at + 1) ?? subject) : null);

/** "a gain of 5 %", "rice worth $5" – a total of things is about the things. */
const nounOf: Rule = (chunks, place) => {
  const { at } = place;
  if (!LEADING.has(chunkAt(chunks, at - 1)?.word ?? '') || TOTALS.has(chunkAt(chunks, at - 2)?.word ?? '')) return null;
  return withSubject(place, some(chainBefore(chunks, at - 1)));
};
const LEADING = words('of worth');
const TOTALS = words('total number');

/** "a phone with 4,000 mAh"; "with prices at $5", "…, prices at $5": what has the quantity, or the thing said to stand at it. */
const withThing: Rule = (chunks, place) => {
  const link = chunkAt(chunks, place.at - 1);
  const thing = link?.kind === 'prep' ? some(chainBefore(chunks, place.at - 1)) : null;
  if (thing === null) return null;
  if (link?.word === 'with') return withSubject(place, thing);
  const lead = chunkAt(chunks, (thing[0] as number) - 1);
  return lead?.word === 'with' || (lead?.kind === 'comma' && link?.word === 'at') ? thing : null;
};

/** "At $3bn, the deal is the largest", "Starting at $3 the meal is": the subject comes later. */
const subjectAhead: Rule = (chunks, { at, verb, subject }, one) => {
  if (subject.length > 0 || at > 3 || (lasts(one) && chunkAt(chunks, at - 1)?.word !== 'at')) return null;
  if (verb === null ? chunkAt(chunks, at - 1)?.kind !== 'prep' : verb.form !== 'open' || verb !== chunks[0]) return null;
  let next = at + 1;
  while (chunks[next]?.kind === 'comma' || chunks[next]?.kind === 'time') next += 1;
  return chunks[next]?.kind === 'noun' && chunks[next + 1]?.kind === 'verb' ? [next] : null;
};

/** "3 % for women", "$5m for a house", "$2bn on roads", "$40m in damages", "$3m to the bill" */
const spentOn: Rule = (chunks, place, one) => {
  const { at } = place;
  const link = chunks[at + 1]?.word ?? '';
  if (chunkAt(chunks, at - 1)?.kind === 'prep' || !(link === 'for' ? !lasts(one) : isMoney(one.unit) && SPENT.has(link))) return null;
  return chunks[at + 2]?.word === 'average' ? null : withSubject(place, nounAt(chunks, at + 2));
};
const SPENT = words('on in to into towards from');
const JOINED = words('and comma');

/** "sold the house for $5m", "raised its stake to 7 %": the object with its subject; how long it took is said of the subject. */
const objectBefore: Rule = (chunks, { at, verb, object, subject }, one) => {
  const link = chunkAt(chunks, linkOf(chunks, at));
  if (link?.kind !== 'prep' || verb === null) return null;
  return subject.length > 0 && lasts(one) && verb.form !== 'be' && link.word !== 'to' ? subject : join(object, subject);
};
/** What joins the figure to its clause; of "at 24 mpg in town and 31 mpg outside" the same for both. */
function linkOf(chunks: Chunks, at: number): number {
  if (!JOINED.has(chunkAt(chunks, at - 1)?.kind ?? '')) return at - 1;
  for (let k = at - 2; k > at - 6; k -= 1) {
    const kind = chunkAt(chunks, k)?.kind;
    if (kind === 'quantity') return k - 1;
    if (kind !== 'noun' && kind !== 'prep' && kind !== 'time') break;
  }
  return at - 1;
}

/** "$5m is the price": a figure that is itself the subject is what the noun says it is. */
const identified: Rule = (chunks, { at, verb }) => {
  if (verb !== null || chunkAt(chunks, at - 1)?.kind === 'prep') return null;
  const own = verbBehind(chunks, at);
  return own >= 0 && chunks[own]?.form === 'be' ? nounAt(chunks, own + 1) : null;
};

const WITHIN = words('prep quantity comma and');
/** "the index (up 12 points)", "Lyon (3 dead)" */
const inBrackets: Rule = (chunks, { at }) => {
  let open = at - 1;
  while (open > at - 6 && WITHIN.has(chunkAt(chunks, open)?.kind ?? '')) open -= 1;
  return chunkAt(chunks, open)?.kind === 'open' ? some(chainBefore(chunks, open)) : null;
};

/** "wavelengths above 2 μm", "Total: $5", "a battery, 4,000 mAh," */
const nounBefore: Rule = (chunks, { at, verb, subject }, one) => {
  const last = chunkAt(chunks, at - 1);
  const earlier = chunkAt(chunks, at - 2);
  const thing = chainBefore(chunks, last?.kind === 'prep' || last?.kind === 'colon' ? at - 1 : at);
  switch (last?.kind) {
    case 'colon':
      return thing;
    case 'prep':
      return verb === null ? (some(subject) ?? thing) : null;
    case 'noun':
      return verb === null || JOINED.has(earlier?.kind ?? '') ? thing : join(thing, subject);
    case 'comma':
      if (earlier?.kind !== 'noun' || (subject.length === 0 && chunkAt(chunks, at - 3)?.kind === 'prep')) return null;
      return verb === null || one.unit === null ? thing : join(thing, subject);
    default:
      return null;
  }
};

/** "12 nurses in Lima" */
const placed: Rule = (chunks, place) =>
  PLACED.has(chunks[place.at + 1]?.word ?? '') ? withSubject(place, nounAt(chunks, place.at + 2)) : null;
const PLACED = words('of in from for at on across among');

/** "40 nurses who attended the rally" */
const relative: Rule = (chunks, { at }) =>
  chunks[at + 1]?.kind === 'rel' && chunks[at + 2]?.kind === 'verb' ? nounAt(chunks, at + 3) : null;

/** "Two of Lima's clinics": whose they are. */
const partOwned: Rule = (_, { at }, one) => (one.noun !== null && OWNER.test(one.noun) ? [at] : null);
const OWNER = /['’]s /;

/** A counted thing that is itself the subject: what it acts on, or, where something is done to it, the thing itself. */
const asSubject: Rule = (chunks, { at, verb }) => {
  if (verb !== null || (chunkAt(chunks, at - 1)?.kind === 'prep' && !TOTALS.has(chunkAt(chunks, at - 2)?.word ?? ''))) return null;
  const own = verbBehind(chunks, at);
  if (own < 0) return null;
  if (chunks[own]?.form === 'passive') return [at];
  return (chunks[own]?.form === 'finite' ? nounAt(chunks, own + 1) : null) ?? NOTHING;
};

/** Percentages, money, lengths, bare numbers. */
const MEASURED: readonly Rule[] = [
  timesOf,
  ofBehind,
  nounBehind,
  ageOf,
  inBrackets,
  withThing,
  subjectAhead,
  nounOf,
  spentOn,
  identified,
  objectBefore,
  nounBefore,
];
/** Counted things: what they belong to, not the things themselves. */
const COUNTED: readonly Rule[] = [
  hyphened,
  ofBehind,
  owned,
  partOwned,
  ageOf,
  relative,
  placed,
  inBrackets,
  nounOf,
  withThing,
  asSubject,
  nounBefore,
];
