import { type Day, dayWords, sameDay, toNumber } from '@/lib/base';
import { actsApart, placeNamed, placeWords, tellsFate } from '@/lib/claim';
import { type Finding, list, reason, vetoed } from './finding';
import { cameFor, contraryOf, kindOfPeople, otherSums } from './nouns';
import { otherPurposes } from './purposes';
import { sharedShare } from './sameplace';
import type { ScopeRelation } from './scope';
import { figuresOf } from './shares';
import { spokenActs, spokenThings } from './spoken';
import { DAY, LONG_APART, type Told } from './told';

const shares = (x: readonly string[], y: readonly string[]): boolean => x.some((word) => y.includes(word));
const eachOf = (x: Told, y: Told): string => `${spokenThings(x.heads)} / ${spokenThings(y.heads)}`;

const OTHER_UNIT = vetoed('unit', (x, y) => `${x.claim.unit ?? 'a count'} / ${y.claim.unit ?? 'a count'}`);
const SAME_DIMENSION = reason('unit', 0.2, (x) => `both measure ${x.dimension}`);

export function byUnit(x: Told, y: Told): Finding {
  if (x.dimension !== y.dimension) return OTHER_UNIT;
  return x.dimension ? SAME_DIMENSION : null;
}

const OTHER_THINGS = vetoed('noun', eachOf);
const SAME_THINGS = reason('noun', 0.3, (x, y) => `both count ${spokenThings(x.heads.filter((head) => y.heads.includes(head)))}`);
const PEOPLE = reason('noun', 0.2, (x, y) => `both count people (${eachOf(x, y)})`);

export function byNoun(x: Told, y: Told): Finding {
  const worded = x.contraries.length > 0 && y.contraries.length > 0;
  const contrary = (worded ? contraryOf(x.claim, y.claim) : otherSums(x.claim, y.claim)) ?? otherPurposes(x.claim, y.claim);
  if (contrary) return vetoed('noun', contrary.join(' / '));
  // What is measured is not counted.
  if (x.claim.unit !== null || x.heads.length === 0 || y.heads.length === 0) return null;
  if (shares(x.heads, y.heads)) return SAME_THINGS;
  if (!x.people || !y.people || kindOfPeople(x.heads, y.heads) === 'apart' || cameFor(x, y)) return OTHER_THINGS;
  return x.heads.includes('person') || y.heads.includes('person') ? PEOPLE : null;
}

const BEFALLEN = reason('act', -0.05, (x, y) => {
  const teller = x.acts.length > 0 ? x : y;
  return `only one tells of “${spokenActs(teller.claim, teller.acts)}”`;
});
const actsOfEach = (x: Told, y: Told): string =>
  `one tells of “${spokenActs(x.claim, x.acts)}”, the other of “${spokenActs(y.claim, y.acts)}”`;
const ACTS_APART = vetoed('act', actsOfEach);
const OTHER_ACTS = reason('act', -0.05, actsOfEach);
const ALL_ACTS = reason('act', 0.3, sharedActs);
const SOME_ACTS = reason('act', 0.2, sharedActs);

export function byAct(x: Told, y: Told): Finding {
  // What befell people is seldom left unsaid: those aboard are not those hurt.
  if (x.acts.length === 0 || y.acts.length === 0) return tellsFate(x.acts.length > 0 ? x.acts : y.acts) ? BEFALLEN : null;
  let shared = 0;
  for (const name of x.acts) if (y.acts.includes(name)) shared += 1;
  if (shared > 0) return shared === x.acts.length && shared === y.acts.length ? ALL_ACTS : SOME_ACTS;
  return actsApart(x.acts, y.acts) ? ACTS_APART : OTHER_ACTS;
}

/** In the words of both, where these are two. */
function sharedActs(x: Told, y: Told): string {
  const acts = x.acts.filter((name) => y.acts.includes(name));
  const spoken = new Set([x, y].map(({ claim }) => `“${spokenActs(claim, acts)}”`));
  return `both are about the act ${[...spoken].join(' / ')}`;
}

export function byDirection({ claim: a }: Told, { claim: b }: Told, act: Finding): Finding {
  const [x, y] = [a.frame.direction, b.frame.direction];
  // Givers and receivers are counted, not measured: months of export have no other side.
  if (a.unit !== null || !x || !y || x === y || act === null || act.weight <= 0) return null;
  const who = a.frame.subject ?? b.frame.subject ?? 'the subject';
  return vetoed('direction', x === 'out' ? `by ${who} / to ${who}` : `to ${who} / by ${who}`);
}

const SAME_SUBJECT = reason('subject', 0.08, (x) => `both are about ${x.claim.frame.subject}`);
const subjectOfEach = (x: Told, y: Told): string => `about ${x.claim.frame.subject} / about ${y.claim.frame.subject}`;
const TWO_BODIES = reason('subject', -0.5, subjectOfEach);
const OTHER_SUBJECT = reason('subject', -0.2, subjectOfEach);

export function bySubject(x: Told, y: Told): Finding {
  if (!x.subject || !y.subject) return null;
  if (x.subject.includes(y.subject) || y.subject.includes(x.subject)) return SAME_SUBJECT;
  // A text that speaks of both by their names takes them for two.
  return shares(y.subjectWords, x.claim.frame.story) && shares(x.subjectWords, y.claim.frame.story) ? TWO_BODIES : OTHER_SUBJECT;
}

/** A year on, what happened once has happened again. */
const YEAR = 365;

const dayOf = ({ claim: { asOf } }: Told): string => dayWords(asOf as Day);
const dayOfEach = (x: Told, y: Told): string => `as of ${dayOf(x)} / as of ${dayOf(y)}`;
const SAME_DAY = reason('time', 0.05, (x) => `both as of ${dayOf(x)}`);
const LONG_PAST = vetoed('text', (x, y) => `${dayOfEach(x, y)}, long past`);
const OTHER_YEAR = reason('time', -0.35, dayOfEach);
const OTHER_DAYS = reason('time', -0.15, dayOfEach);

export function byTime(x: Told, y: Told): Finding {
  const [a, b] = [x.claim.asOf, y.claim.asOf];
  if (!a || !b) return null;
  if (sameDay(a, b)) return SAME_DAY;
  if (x.longPast !== y.longPast) return LONG_PAST;
  const days = Math.abs(x.time - y.time) / DAY;
  if (days <= LONG_APART || !x.toTheDay || !y.toTheDay) return null;
  return days > YEAR && !x.moves && !y.moves ? OTHER_YEAR : OTHER_DAYS;
}

/** "Tonnes per day": the unit tells it. */
const isPer = (unit: string | null): boolean => unit?.includes('per ') === true;

const CHANGE_AND_LEVEL = reason('step', -0.25, 'a change / a level');
const FLOW_AND_LEVEL = vetoed('unit', 'so many a day / so many');

/** By how much a figure changed is not how much it is. */
export function byStep({ claim: a }: Told, { claim: b }: Told): Finding {
  if ((a.frame.step === 'by') !== (b.frame.step === 'by')) return CHANGE_AND_LEVEL;
  // "1,100 cars a day" are not 11,000 cars.
  const flows = !isPer(a.unit) && !isPer(b.unit) && (a.frame.aggregation === 'flow') !== (b.frame.aggregation === 'flow');
  return flows ? FLOW_AND_LEVEL : null;
}

const OTHER_WINNER = vetoed('noun', (x, y) => `won by ${list([...x.bearer])} / by ${list([...y.bearer])}`);
const topicOfEach = (x: Told, y: Told): string => `${list(topicWords(x))} / ${list(topicWords(y))}`;
const OTHER_BUILDING = vetoed('noun', topicOfEach);
const OTHER_TOPIC = reason('topic', -0.4, topicOfEach);

/** What two changes are of: the revenue of a firm is not its shares, whatever they fell by. So are the votes of two parties. */
export function byTopic(x: Told, y: Told): Finding {
  if (x.bearer.size > 0 && y.bearer.size > 0 && sharedShare(x.bearer, y.bearer) === 0) return OTHER_WINNER;
  if (x.topic.size === 0 || y.topic.size === 0 || sharedShare(x.topic, y.topic) > 0) return null;
  // Papers may call one building a hall and a venue; one paper that speaks of a hall and a rink takes them for two.
  return x.acts.includes('hold') && y.acts.includes('hold') && x.claim.articleId === y.claim.articleId ? OTHER_BUILDING : OTHER_TOPIC;
}

const topicWords = ({ claim: { frame } }: Told): string[] =>
  frame.modifiers.filter((word) => (frame.act === 'hold' ? word !== 'capacity' : !frame.story.includes(word)));

const scopeOf = ({ claim }: Told, spoken: (place: string) => string): string => list(claim.frame.scope.map(spoken));
const TWO_PARTS = reason('scope', -0.1, 'two parts of one total');
const OTHER_SCOPE = reason('scope', -0.1, (x, y) => `${scopeOf(x, placeWords)} / ${scopeOf(y, placeWords)}`);
const SAME_SCOPE = reason('scope', 0.05, (x) => `both about ${scopeOf(x, aboutPlace)}`);

export function byScope({ claim: a }: Told, { claim: b }: Told, scope: ScopeRelation): Finding {
  if (scope === 'apart') return a.partOf !== null && a.partOf === b.partOf ? TWO_PARTS : OTHER_SCOPE;
  // One quarter is told of many sums.
  return scope === 'same' && a.frame.scope.some(isNamed) ? SAME_SCOPE : null;
}

/** "near Kostava" and "at Kostava" tell of Kostava; what is outside a country does not. */
const aboutPlace = (place: string): string => (place.startsWith('outside ') ? `what is ${place}` : placeNamed(place));

const isNamed = (place: string): boolean => /^(?:outside )?\p{Lu}/u.test(placeNamed(place));

/** How many times apart two figures may be: beyond the first few, papers are rarely speaking of one thing. Measured things vary less. */
const APART: readonly { over: number; counted: Finding; measured: Finding }[] = [
  { over: 1000, counted: -0.4, measured: -0.6 },
  { over: 100, counted: -0.25, measured: -0.5 },
  { over: 10, counted: -0.1, measured: -0.3 },
  { over: 3, counted: 0, measured: -0.15 },
].map(({ over, counted, measured }) => {
  const words = `figures more than ${over} times apart`;
  return { over, counted: counted === 0 ? null : reason('magnitude', counted, words), measured: reason('magnitude', measured, words) };
});

/** Two papers that give one figure mostly speak of one thing. */
const SAME_FIGURE = reason('magnitude', 0.2, 'figures of one size');
const SAME_SMALL = reason('magnitude', 0.1, 'figures of one size');
const SMALL = 12;

export function byMagnitude(one: Told, other: Told): Finding {
  const { claim: a } = one;
  const [x, y] = a.unit === other.claim.unit ? [one.size, other.size] : sizesOf(one, other);
  if (x === 0 || y === 0) return null;
  if (x === y) return x > SMALL || a.unit !== null ? SAME_FIGURE : SAME_SMALL;
  const ratio = Math.max(x, y) / Math.min(x, y);
  for (const { over, counted, measured } of APART) if (ratio > over) return a.unit === null ? counted : measured;
  return null;
}

/** In one unit, as far as there is a way. */
const sizesOf = (one: Told, other: Told): [number, number] =>
  figuresOf(one.claim, other.claim).map((figure) => Math.abs(toNumber(figure))) as [number, number];
