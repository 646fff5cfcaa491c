import { type Day, dayWords, sameDay, toNumber } from '@/lib/base';
import { actsApart, placeNamed, placeWords, tellsFate } from '@/lib/claim';
import { cameFor, contraryOf, kindOfPeople, otherSums } from './nouns';
import { otherPurposes } from './purposes';
import { sharedShare } from './sameplace';
import type { ScopeRelation } from './scope';
import { figuresOf } from './shares';
import { spokenActs, spokenThings } from './spoken';
import type { Told } from './told';
import type { Reason } from './types';

/**
 * A reason, or a difference that makes two questions different whatever else they share; null where nothing speaks for or against. Its words
 * are put together when somebody reads them: far more pairs are weighed than shown.
 */
export type Finding = (Omit<Reason, 'words'> & { veto: Veto | null; words: Words }) | null;
export type Veto = 'noun' | 'unit' | 'act' | 'direction' | 'text';
type Words = string | (() => string);

const list = (words: readonly string[]): string => words.join(' and ').replaceAll('_', ' ') || 'nothing named';
const reason = (feature: string, weight: number, words: Words): Finding => ({ feature, weight, veto: null, words });
const vetoed = (veto: Veto, words: Words): Finding => ({ feature: veto, weight: -1, veto, words });

const shares = (x: readonly string[], y: readonly string[]): boolean => x.some((word) => y.includes(word));
const eachOf = (x: readonly string[], y: readonly string[]): string => `${spokenThings(x)} / ${spokenThings(y)}`;

export function byUnit(x: Told, y: Told): Finding {
  if (x.dimension !== y.dimension) return vetoed('unit', () => `${x.claim.unit ?? 'a count'} / ${y.claim.unit ?? 'a count'}`);
  return x.dimension ? reason('unit', 0.2, () => `both measure ${x.dimension}`) : null;
}

export function byNoun(x: Told, y: Told): Finding {
  const worded = x.contraries.length > 0 && y.contraries.length > 0;
  const contrary = (worded ? contraryOf(x.claim, y.claim) : otherSums(x.claim, y.claim)) ?? otherPurposes(x.claim, y.claim);
  if (contrary) return vetoed('noun', contrary.join(' / '));
  // What is measured is not counted.
  if (x.claim.unit !== null || x.heads.length === 0 || y.heads.length === 0) return null;
  if (shares(x.heads, y.heads))
    return reason('noun', 0.3, () => `both count ${spokenThings(x.heads.filter((head) => y.heads.includes(head)))}`);
  if (!x.people || !y.people || kindOfPeople(x.heads, y.heads) === 'apart' || cameFor(x, y))
    return vetoed('noun', () => eachOf(x.heads, y.heads));
  const generic = x.heads.includes('person') || y.heads.includes('person');
  return generic ? reason('noun', 0.2, () => `both count people (${eachOf(x.heads, y.heads)})`) : null;
}

const BEFALLEN = -0.05;

export function byAct(x: Told, y: Told): Finding {
  if (x.acts.length === 0 || y.acts.length === 0) {
    // What befell people is seldom left unsaid: those aboard are not those hurt.
    const teller = x.acts.length > 0 ? x : y;
    return tellsFate(teller.acts) ? reason('act', BEFALLEN, () => `only one tells of “${spokenActs(teller.claim, teller.acts)}”`) : null;
  }
  const shared = x.acts.filter((name) => y.acts.includes(name));
  if (shared.length > 0) {
    const all = shared.length === x.acts.length && shared.length === y.acts.length;
    return reason('act', all ? 0.3 : 0.2, () => `both are about the act ${sharedAct(x, y, shared)}`);
  }
  const two = () => `one tells of “${spokenActs(x.claim, x.acts)}”, the other of “${spokenActs(y.claim, y.acts)}”`;
  return actsApart(x.acts, y.acts) ? vetoed('act', two) : reason('act', -0.05, two);
}

/** In the words of both, where these are two. */
function sharedAct({ claim: a }: Told, { claim: b }: Told, acts: readonly string[]): string {
  return [...new Set([a, b].map((claim) => `“${spokenActs(claim, acts)}”`))].join(' / ');
}

export function byDirection({ claim: a }: Told, { claim: b }: Told, act: Finding): Finding {
  const [x, y] = [a.frame.direction, b.frame.direction];
  // Givers and receivers are counted, not measured: months of export have no other side.
  if (a.unit !== null || !x || !y || x === y || act === null || act.weight <= 0) return null;
  const who = a.frame.subject ?? b.frame.subject ?? 'the subject';
  return vetoed('direction', x === 'out' ? `by ${who} / to ${who}` : `to ${who} / by ${who}`);
}

export function bySubject(x: Told, y: Told): Finding {
  if (!x.subject || !y.subject) return null;
  const [a, b] = [x.claim.frame, y.claim.frame];
  if (x.subject.includes(y.subject) || y.subject.includes(x.subject)) return reason('subject', 0.08, () => `both are about ${a.subject}`);
  // A text that speaks of both by their names takes them for two.
  const both = shares(y.subjectWords, a.story) && shares(x.subjectWords, b.story);
  return reason('subject', both ? TWO_BODIES : -0.2, () => `about ${a.subject} / about ${b.subject}`);
}

const TWO_BODIES = -0.5;

/** Days from which on two reports are rarely of one event. */
const LONG_APART = 45;
const DAY = 86_400_000;
/** A year on, what happened once has happened again. */
const YEAR = 365;

export function byTime(x: Told, y: Told): Finding {
  const [a, b] = [x.claim.asOf, y.claim.asOf];
  if (!a || !b) return null;
  if (sameDay(a, b)) return reason('time', 0.05, () => `both as of ${dayWords(a)}`);
  if (x.longPast !== y.longPast) return vetoed('text', () => `${asOfBoth(a, b)}, long past`);
  const days = Math.abs(x.time - y.time) / DAY;
  if (days <= LONG_APART || !x.toTheDay || !y.toTheDay) return null;
  return reason('time', days > YEAR && !x.moves && !y.moves ? -0.35 : -0.15, () => asOfBoth(a, b));
}

const asOfBoth = (a: Day, b: Day): string => `as of ${dayWords(a)} / as of ${dayWords(b)}`;

/** "Tonnes per day": the unit tells it. */
const isPer = (unit: string | null): boolean => unit?.includes('per ') === true;

/** By how much a figure changed is not how much it is. */
export function byStep({ claim: a }: Told, { claim: b }: Told): Finding {
  if ((a.frame.step === 'by') !== (b.frame.step === 'by')) return reason('step', -0.25, 'a change / a level');
  // "1,100 cars a day" are not 11,000 cars.
  const flows = !isPer(a.unit) && !isPer(b.unit) && (a.frame.aggregation === 'flow') !== (b.frame.aggregation === 'flow');
  return flows ? vetoed('unit', 'so many a day / so many') : null;
}

/** What two changes are of: the revenue of a firm is not its shares, whatever they fell by. So are the votes of two parties. */
export function byTopic(x: Told, y: Told): Finding {
  if (x.bearer.size > 0 && y.bearer.size > 0 && sharedShare(x.bearer, y.bearer) === 0)
    return vetoed('noun', () => `won by ${list([...x.bearer])} / by ${list([...y.bearer])}`);
  const apart = x.topic.size > 0 && y.topic.size > 0 && sharedShare(x.topic, y.topic) === 0;
  const two = () => `${list(topicWords(x))} / ${list(topicWords(y))}`;
  // Papers may call one building a hall and a venue; one paper that speaks of a hall and a rink takes them for two.
  if (apart && x.acts.includes('hold') && y.acts.includes('hold') && x.claim.articleId === y.claim.articleId) return vetoed('noun', two);
  return apart ? reason('topic', OTHER_TOPIC, two) : null;
}
const OTHER_TOPIC = -0.4;
const topicWords = ({ claim: { frame } }: Told): string[] =>
  frame.modifiers.filter((word) => (frame.act === 'hold' ? word !== 'capacity' : !frame.story.includes(word)));

export function byScope({ claim: a }: Told, { claim: b }: Told, scope: ScopeRelation): Finding {
  if (scope === 'apart' && a.partOf !== null && a.partOf === b.partOf) return reason('scope', -0.1, 'two parts of one total');
  if (scope === 'apart')
    return reason('scope', -0.1, () => `${list(a.frame.scope.map(placeWords))} / ${list(b.frame.scope.map(placeWords))}`);
  // One quarter is told of many sums.
  return scope === 'same' && a.frame.scope.some(isNamed)
    ? reason('scope', 0.05, () => `both about ${list(a.frame.scope.map(aboutPlace))}`)
    : null;
}

/** "near Kostava" and "at Kostava" tell of Kostava; what is outside a country does not. */
const aboutPlace = (place: string): string => (place.startsWith('outside ') ? `what is ${place}` : placeNamed(place));

const isNamed = (place: string): boolean => /^(?:outside )?\p{Lu}/u.test(placeNamed(place));

/** How many times apart two figures may be: beyond the first few, papers are rarely speaking of one thing. Measured things vary less. */
const APART: readonly { over: number; counted: number; measured: number }[] = [
  { over: 1000, counted: -0.4, measured: -0.6 },
  { over: 100, counted: -0.25, measured: -0.5 },
  { over: 10, counted: -0.1, measured: -0.3 },
  { over: 3, counted: 0, measured: -0.15 },
];

/** Two papers that give one figure mostly speak of one thing. */
const SAME_FIGURE = 0.2;

export function byMagnitude(one: Told, other: Told): Finding {
  const { claim: a } = one;
  const [x, y] = a.unit === other.claim.unit ? [one.size, other.size] : sizesOf(one, other);
  if (x === 0 || y === 0) return null;
  if (x === y) return reason('magnitude', x > 12 || a.unit !== null ? SAME_FIGURE : 0.1, 'figures of one size');
  const ratio = Math.max(x, y) / Math.min(x, y);
  const step = APART.find(({ over }) => ratio > over);
  const weight = (a.unit === null ? step?.counted : step?.measured) ?? 0;
  return step && weight !== 0 ? reason('magnitude', weight, () => `figures more than ${step.over} times apart`) : null;
}

/** In one unit, as far as there is a way. */
const sizesOf = (one: Told, other: Told): [number, number] =>
  figuresOf(one.claim, other.claim).map((figure) => Math.abs(toNumber(figure))) as [number, number];

/** Below this likeness of wording, one text that gives both figures is speaking of two things. */
const UNLIKE = 0.15;

/** A text seldom contradicts itself unawares, and one voice in one sentence never does: it contrasts or lists. */
export function byText({ claim: a }: Told, { claim: b }: Told, similarity: number): Finding {
  if (a.articleId !== b.articleId || (a.low === b.low && a.high === b.high)) return null;
  // What a paper says by itself and what it lets somebody say seldom contradict each other.
  const oneVoice = a.speaker === null || b.speaker === null || a.speaker.name === b.speaker.name;
  const headline = a.frame.headline || b.frame.headline;
  if (oneVoice && a.sentence.start === b.sentence.start) return vetoed('text', 'one sentence gives both');
  if (oneVoice && !headline) return reason('text', -0.3, 'one voice in one text gives both');
  const apart = Math.abs(a.sentence.start - b.sentence.start);
  if (a.speaker !== null && b.speaker !== null && apart < BESIDE_EACH_OTHER) return null;
  return similarity < UNLIKE ? reason('text', -0.25, 'one text gives both, in unlike words') : null;
}

/** Whoever puts two voices next to each other, in so many characters, lets the one answer the other. */
const BESIDE_EACH_OTHER = 250;

/** From so many names on, an article has told its story. */
const A_STORY = 5;
const A_NOTE = 3;

/**
 * Articles that share none of the names they speak of tell two stories, however alike their sentences are. A note that names too little to be
 * sure of that weighs against one question only.
 */
export function byStory(x: Told, y: Told): Finding {
  const told = Math.min(x.story.size, y.story.size);
  if (told === 0 || x.claim.articleId === y.claim.articleId) return null;
  const share = sharedShare(x.story, y.story);
  if (told < A_STORY && share > 0) return null;
  if (told < A_STORY) {
    const other = told >= A_NOTE || daysBetween(x, y) > LONG_APART;
    return reason('story', other ? -0.5 : -0.2, 'the two texts share no names');
  }
  if (share === 0) return vetoed('text', 'the articles share no names');
  return share < 0.15 ? reason('story', -0.1, 'the articles share hardly a name') : null;
}

/** Between the days on which they were printed; 0 where one has none. */
function daysBetween({ claim: { publishedAt: a } }: Told, { claim: { publishedAt: b } }: Told): number {
  return a === null || b === null ? 0 : Math.abs(Date.parse(a) - Date.parse(b)) / DAY;
}

const BESIDE = 0.35;

/** Like words right beside two figures say more of their question than like sentences, which may tell many things. */
export function byNeighbours(x: Told, y: Told): Finding {
  const share = sharedShare(x.near, y.near);
  return share === 0 ? null : reason('beside', BESIDE * share, 'like words stand beside both');
}

const WORDS = 0.4;

export const byWords = (similarity: number): Finding =>
  similarity === 0 ? null : reason('words', WORDS * similarity, 'wording of the sentences');
