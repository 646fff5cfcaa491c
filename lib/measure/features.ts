import { isDay, lastDayOf, sameDay, toNumber, words } from '@/lib/base';
import { actsApart, isPerson, tellsFate } from '@/lib/claim';
import { type Counted, canonical, contraryOf, countedOf, kindOfPeople } from './nouns';
import { once } from './once';
import { sharedShare } from './sameplace';
import type { ScopeRelation } from './scope';
import { figuresOf } from './shares';
import type { Reason, RecordedClaim } from './types';
import { dimensionOf } from './units';

/** A reason, or a difference that makes two questions different whatever else they share. */
export type Finding = Reason | { veto: 'noun' | 'unit' | 'act' | 'direction' | 'text'; words: string };

const list = (words: readonly string[]): string => words.join(' and ').replaceAll('_', ' ') || 'nothing named';
const reason = (feature: string, weight: number, words: string): Reason => ({ feature, weight, words });

export function byUnit(a: RecordedClaim, b: RecordedClaim): Finding {
  const [x, y] = [dimensionOf(a.unit), dimensionOf(b.unit)];
  if (x !== y) return { veto: 'unit', words: `${a.unit ?? 'a count'} / ${b.unit ?? 'a count'}` };
  return x ? reason('unit', 0.2, `both measure ${x}`) : reason('unit', 0, 'both are counts');
}

export function byNoun(a: RecordedClaim, b: RecordedClaim, x: Counted, y: Counted): Finding {
  const contrary = contraryOf(a, b);
  if (contrary) return { veto: 'noun', words: contrary.join(' / ') };
  if (a.unit !== null) return reason('noun', 0, 'measured, not counted');
  if (x.heads.length === 0 || y.heads.length === 0) return reason('noun', 0, 'a counted thing is not named by both');
  const shared = x.heads.filter((head) => y.heads.includes(head));
  if (shared.length > 0) return reason('noun', 0.3, `both count ${list(shared)}`);
  if (kindOfPeople(x.heads, y.heads) === 'apart') return { veto: 'noun', words: `${list(x.heads)} / ${list(y.heads)}` };
  if (x.heads.every(isPerson) && y.heads.every(isPerson)) {
    const generic = x.heads.includes('person') || y.heads.includes('person');
    return reason('noun', generic ? 0.2 : 0, `both count people (${list(x.heads)} / ${list(y.heads)})`);
  }
  return { veto: 'noun', words: `${list(x.heads)} / ${list(y.heads)}` };
}

const BEFALLEN = -0.05;

export function byAct(x: Counted, y: Counted): Finding {
  if (x.acts.length === 0 || y.acts.length === 0) {
    // What befell people is seldom left unsaid: those aboard are not those hurt.
    const told = [...x.acts, ...y.acts];
    return tellsFate(told) ? reason('act', BEFALLEN, `only one tells of ${list(told)}`) : reason('act', 0, 'the act is not told by both');
  }
  const shared = x.acts.filter((name) => y.acts.includes(name));
  if (shared.length > 0) {
    const all = shared.length === x.acts.length && shared.length === y.acts.length;
    return reason('act', all ? 0.3 : 0.2, `both are about the act “${list(shared)}”`);
  }
  if (actsApart(x.acts, y.acts)) return { veto: 'act', words: `${list(x.acts)} / ${list(y.acts)}` };
  return reason('act', -0.05, `${list(x.acts)} / ${list(y.acts)}`);
}

export function byDirection(a: RecordedClaim, b: RecordedClaim, act: Finding): Finding {
  const [x, y] = [a.frame.direction, b.frame.direction];
  // Givers and receivers are counted, not measured: months of export have no other side.
  if (a.unit === null && x && y && x !== y && 'weight' in act && act.weight > 0) {
    const who = a.frame.subject ?? b.frame.subject ?? 'the subject';
    return { veto: 'direction', words: x === 'out' ? `by ${who} / to ${who}` : `to ${who} / by ${who}` };
  }
  return reason('direction', 0, 'no contrary direction');
}

const PRONOUN = /^(?:we|they|it|he|she|i|one|this|these|those|that)$/;

function subjectOf(claim: RecordedClaim): string | null {
  const subject = claim.frame.subject?.toLowerCase().replace(/^the /, '') ?? null;
  return subject && !PRONOUN.test(subject) ? subject : null;
}

export function bySubject(a: RecordedClaim, b: RecordedClaim): Finding {
  const [x, y] = [subjectOf(a), subjectOf(b)];
  if (!x || !y) return reason('subject', 0, 'the subject is not told by both');
  if (x.includes(y) || y.includes(x)) return reason('subject', 0.08, `both are about ${a.frame.subject}`);
  // A text that speaks of both by their names takes them for two.
  const both = tellsOf(a, y) && tellsOf(b, x);
  return reason('subject', both ? TWO_BODIES : -0.2, `about ${a.frame.subject} / about ${b.frame.subject}`);
}

const TWO_BODIES = -0.5;

/** The story names what another claim is about. */
const tellsOf = ({ frame }: RecordedClaim, subject: string): boolean => subject.split(/[\s-]+/).some((word) => frame.story.includes(word));

/** Days from which on two reports are rarely of one event. */
const LONG_APART = 45;
const DAY = 86_400_000;
/** A year on, what happened once has happened again. */
const YEAR = 365;

/** "The worst since 2019, when 68 people died": what happened once, and years before it is told. */
const isPast = once(({ asOf, publishedAt, frame }) => ({
  long:
    frame.dated &&
    (frame.aggregation === 'fixed' || frame.aggregation === 'running') &&
    asOf !== null &&
    publishedAt !== null &&
    Date.parse(publishedAt) - Date.parse(lastDayOf(asOf)) > YEAR * DAY,
}));

export function byTime(a: RecordedClaim, b: RecordedClaim): Finding {
  if (!a.asOf || !b.asOf) return reason('time', 0, 'a date is missing');
  if (sameDay(a.asOf, b.asOf)) return reason('time', 0.05, `both as of ${a.asOf}`);
  if (isPast(a).long !== isPast(b).long) return { veto: 'text', words: `as of ${a.asOf} / as of ${b.asOf}, long past` };
  const days = Math.abs(Date.parse(a.asOf) - Date.parse(b.asOf)) / DAY;
  const moves = [a, b].some(({ frame }) => frame.aggregation !== 'fixed' && frame.aggregation !== 'running');
  const apart = days > LONG_APART && isDay(a.asOf) && isDay(b.asOf);
  return reason('time', apart ? (days > YEAR && !moves ? -0.35 : -0.15) : 0, `as of ${a.asOf} / as of ${b.asOf}`);
}

/** By how much a figure changed is not how much it is. */
export function byStep(a: RecordedClaim, b: RecordedClaim): Finding {
  const one = (a.frame.step === 'by') !== (b.frame.step === 'by');
  if (one) return reason('step', -0.25, 'a change / a level');
  // "1,100 cars a day" are not 11,000 cars.
  const flows = a.unit === null && (a.frame.aggregation === 'flow') !== (b.frame.aggregation === 'flow');
  return flows ? { veto: 'unit', words: 'so many a day / so many' } : reason('step', 0, 'no change against a level');
}

/** What two changes are of: the revenue of a firm is not its shares, whatever they fell by. */
export function byTopic(a: RecordedClaim, b: RecordedClaim): Finding {
  const won = [a, b].every((claim) => claim.unit === '%' && countedOf(claim).acts.includes('vote'));
  const [mine, yours] = [bearerOf(a), bearerOf(b)];
  if (won && mine.size > 0 && yours.size > 0 && sharedShare(mine, yours) === 0)
    return { veto: 'noun', words: `won by ${list([...mine])} / by ${list([...yours])}` };
  if (a.unit === null || b.unit === null || !moves(a) || !moves(b)) return reason('topic', 0, 'no two changes');
  const [x, y] = [topicOf(a), topicOf(b)];
  const apart = x.size > 0 && y.size > 0 && sharedShare(x, y) === 0;
  return reason('topic', apart ? OTHER_TOPIC : 0, apart ? `${list([...x])} / ${list([...y])}` : 'no topics that differ');
}
/** Whose votes they are, as far as names tell. */
const bearerOf = once(({ frame }) => {
  const named = [...(frame.subject ?? '').toLowerCase().split(/\s+/), ...frame.modifiers];
  const where = frame.scope.join(' ').toLowerCase();
  return new Set(named.filter((word) => word !== '' && !OF_VOTES.has(word) && !where.includes(word)));
});
const OF_VOTES = words('the vote votes party bloc election poll polls ballot ballots list candidate voter');
const OTHER_TOPIC = -0.4;
/** A change, or the value it led to. */
const moves = ({ frame }: RecordedClaim): boolean => frame.step !== null || frame.aggregation === 'level';
/** Whose it is tells nothing of what it is. */
const topicOf = once(
  ({ frame }) => new Set(frame.modifiers.filter((word) => !frame.story.includes(word)).map((word) => canonical(word).slice(0, 6))),
);

export function byScope(a: RecordedClaim, b: RecordedClaim, scope: ScopeRelation): Finding {
  if (scope === 'apart' && a.partOf !== null && a.partOf === b.partOf) return reason('scope', -0.1, 'two parts of one total');
  if (scope === 'apart') return reason('scope', -0.1, `${list(a.frame.scope)} / ${list(b.frame.scope)}`);
  if (scope === 'same' && a.frame.scope.length > 0) return reason('scope', 0.05, `both about ${list(a.frame.scope)}`);
  return reason('scope', 0, 'no scopes that differ');
}

/** How many times apart two figures may be: beyond the first few, papers are rarely speaking of one thing. Measured things vary less. */
const APART: readonly { over: number; counted: number; measured: number }[] = [
  { over: 1000, counted: -0.4, measured: -0.6 },
  { over: 100, counted: -0.25, measured: -0.5 },
  { over: 10, counted: -0.1, measured: -0.3 },
  { over: 3, counted: 0, measured: -0.15 },
];

/** Two papers that give one figure mostly speak of one thing. */
const SAME_FIGURE = 0.2;

export function byMagnitude(a: RecordedClaim, b: RecordedClaim): Finding {
  const [x, y] = figuresOf(a, b).map((figure) => Math.abs(toNumber(figure))) as [number, number];
  if (x === 0 || y === 0) return reason('magnitude', 0, 'one figure is zero');
  const ratio = Math.max(x, y) / Math.min(x, y);
  const step = APART.find(({ over }) => ratio > over);
  if (step) return reason('magnitude', a.unit === null ? step.counted : step.measured, `figures more than ${step.over} times apart`);
  return reason('magnitude', ratio === 1 ? (x > 12 || a.unit !== null ? SAME_FIGURE : 0.1) : 0, 'figures of one size');
}

/** Below this likeness of wording, one text that gives both figures is speaking of two things. */
const UNLIKE = 0.15;

/** A text seldom contradicts itself unawares, and one voice in one sentence never does: it contrasts or lists. */
export function byText(a: RecordedClaim, b: RecordedClaim, similarity: number): Finding {
  if (a.articleId !== b.articleId || (a.low === b.low && a.high === b.high)) return reason('text', 0, 'nothing in the texts against it');
  // What a paper says by itself and what it lets somebody say seldom contradict each other.
  const oneVoice = a.speaker === null || b.speaker === null || a.speaker.name === b.speaker.name;
  const headline = Math.min(a.sentence.start, b.sentence.start) === 0;
  if (oneVoice && a.sentence.start === b.sentence.start) return { veto: 'text', words: 'one sentence gives both' };
  if (oneVoice && !headline) return reason('text', -0.3, 'one voice in one text gives both');
  if (a.speaker !== null && b.speaker !== null && Math.abs(a.sentence.start - b.sentence.start) < BESIDE_EACH_OTHER)
    return reason('text', 0, 'two voices, one behind the other');
  return similarity < UNLIKE
    ? reason('text', -0.25, 'one text gives both, in unlike words')
    : reason('text', 0, 'nothing in the texts against it');
}

/** Whoever puts two voices next to each other, in so many characters, lets the one answer the other. */
const BESIDE_EACH_OTHER = 250;

/** From so many names on, an article has told its story. */
const A_STORY = 5;

const storyOf = once(({ frame }) => new Set(frame.story.map((name) => name.slice(0, 5))));

/**
 * Articles that share none of the names they speak of tell two stories, however alike their sentences are. A note that names too little to be
 * sure of that weighs against one question only.
 */
export function byStory(a: RecordedClaim, b: RecordedClaim): Finding {
  const [x, y] = [storyOf(a), storyOf(b)];
  const told = Math.min(x.size, y.size);
  if (a.articleId === b.articleId || told === 0) return reason('story', 0, 'one story, as far as is told');
  const share = sharedShare(x, y);
  if (told < A_STORY) return share === 0 ? reason('story', -0.2, 'the notes share no names') : reason('story', 0, 'the notes share names');
  if (share === 0) return { veto: 'text', words: 'the articles share no names' };
  return share < 0.15 ? reason('story', -0.1, 'the articles share hardly a name') : reason('story', 0, 'the articles share names');
}

const BESIDE = 0.35;
const neighboursOf = once(({ frame }) => new Set(frame.near.map((word) => canonical(word).slice(0, 6))));

/** Like words right beside two figures say more of their question than like sentences, which may tell many things. */
export function byNeighbours(a: RecordedClaim, b: RecordedClaim): Finding {
  return reason('beside', BESIDE * sharedShare(neighboursOf(a), neighboursOf(b)), 'like words stand beside both');
}
