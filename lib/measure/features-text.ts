import { type Finding, reason, vetoed } from './finding';
import { sharedShare } from './sameplace';
import { DAY, LONG_APART, type Told } from './told';

/** Below this likeness of wording, one text that gives both figures is speaking of two things. */
const UNLIKE = 0.15;
const UNLIKE_WORDS = reason('text', -0.25, 'one text gives both, in unlike words');
const ONE_SENTENCE = vetoed('text', 'one sentence gives both');
const ONE_VOICE = reason('text', -0.3, 'one voice in one text gives both');

/** A text seldom contradicts itself unawares, and one voice in one sentence never does: it contrasts or lists. */
export function byText({ claim: a }: Told, { claim: b }: Told, similarity: number): Finding {
  if (a.articleId !== b.articleId || (a.low === b.low && a.high === b.high)) return null;
  // What a paper says by itself and what it lets somebody say seldom contradict each other.
  const oneVoice = a.speaker === null || b.speaker === null || a.speaker.name === b.speaker.name;
  const headline = a.frame.headline || b.frame.headline;
  if (oneVoice && a.sentence.start === b.sentence.start) return ONE_SENTENCE;
  if (oneVoice && !headline) return ONE_VOICE;
  const apart = Math.abs(a.sentence.start - b.sentence.start);
  if (a.speaker !== null && b.speaker !== null && apart < BESIDE_EACH_OTHER) return null;
  return similarity < UNLIKE ? UNLIKE_WORDS : null;
}

/** Whoever puts two voices next to each other, in so many characters, lets the one answer the other. */
const BESIDE_EACH_OTHER = 250;

/** From so many names on, an article has told its story. */
const A_STORY = 5;
const A_NOTE = 3;
const OTHER_STORY = vetoed('text', 'the articles share no names');
const HARDLY_A_NAME = reason('story', -0.1, 'the articles share hardly a name');
const OTHER_NOTE = reason('story', -0.5, 'the two texts share no names');
const PERHAPS_OTHER_NOTE = reason('story', -0.2, 'the two texts share no names');

/**
 * Articles that share none of the names they speak of tell two stories, however alike their sentences are. A note that names too little to be
 * sure of that weighs against one question only.
 */
export function byStory(x: Told, y: Told): Finding {
  const told = Math.min(x.story.size, y.story.size);
  if (told === 0 || x.claim.articleId === y.claim.articleId) return null;
  const share = sharedShare(x.story, y.story);
  if (told < A_STORY && share > 0) return null;
  if (told < A_STORY) return told >= A_NOTE || daysBetween(x, y) > LONG_APART ? OTHER_NOTE : PERHAPS_OTHER_NOTE;
  if (share === 0) return OTHER_STORY;
  return share < 0.15 ? HARDLY_A_NAME : null;
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
