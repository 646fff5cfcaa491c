import { detectLanguage, isRead } from '@/lib/article';
import { type Day, dayOf, type Span, slice } from '@/lib/base';
import { type Doubt, readQuantities } from '@/lib/quantity';
import { asOfFor, type SentenceDates, sentenceDates } from './asof';
import { noClaim } from './checkable';
import { frameOf } from './frame';
import { type Utterances, utterancesOf } from './occasion';
import { linkParts, type ReadClaim } from './parts';
import { type Predicate, predicateOf } from './predicate';
import { type Speakers, speakerFor, speakersOf } from './speaker';
import type { ArticleContext, ArticleReading, Claim } from './types';
import { type ArticleView, type Mention, mentionsOf, viewOf } from './view';
import { measureWords } from './wording';

/**
 * Numbers of one article that are read, whatever they count: more than half a book has. What has more is a table, or made to be slow, and
 * each of its claims would be kept, compared and shown. The rest is left unread, and a doubt of kind "length" says from where.
 */
export const MOST_NUMBERS = 5000;

/** What is read once for an article and used for each of its claims. */
interface Surroundings {
  view: ArticleView;
  speakers: Speakers;
  utterances: Utterances;
  dates: (sentence: Mention['sentence']) => SentenceDates;
  published: Day | null;
}

/**
 * Reads one article: its quantities, and of those that assert something, who says it, as of when, and what it counts. Never throws.
 * A language the engine does not read gives "not-read" and nothing else. Offsets are UTF-16 code units into the text as given.
 */
export function readArticle(text: string, context: ArticleContext): ArticleReading {
  if (!isRead(context.language ?? detectLanguage(text))) return { quantities: [], claims: [], doubts: [], state: 'not-read' };
  const view = viewOf(text);
  const { quantities, doubts } = readQuantities(text, view.tokens, MOST_NUMBERS + 1);
  const unread = quantities.splice(MOST_NUMBERS)[0]?.mention;
  const around = surroundings(view, context.publishedAt === null ? null : dayOf(context.publishedAt));
  const claims: ReadClaim[] = [];
  for (const mention of mentionsOf(view, quantities)) {
    if (mention.quantity.excluded !== null) continue;
    const predicate = predicateOf(view, mention);
    if (noClaim(view, mention, predicate) === null) claims.push({ mention, claim: claimOf(around, mention, predicate) });
  }
  linkParts(view, claims);
  return { quantities, claims: claims.map(({ claim }) => claim), doubts: doubtsUpTo(unread, doubts), state: 'read' };
}

function doubtsUpTo(unread: Span | undefined, doubts: Doubt[]): Doubt[] {
  if (unread === undefined) return doubts;
  return [...doubts.filter(({ start }) => start < unread.start), { kind: 'length', readings: [], ...unread }];
}

function surroundings(view: ArticleView, published: Day | null): Surroundings {
  const speakers = speakersOf(view);
  const cache = new Map<number, SentenceDates>();
  const dates = (sentence: Mention['sentence']): SentenceDates => {
    const known = cache.get(sentence.index) ?? sentenceDates(view, sentence, published);
    cache.set(sentence.index, known);
    return known;
  };
  return { view, speakers, utterances: utterancesOf(view, speakers, published), dates, published };
}

function claimOf(around: Surroundings, mention: Mention, predicate: Predicate): Claim {
  const { view, utterances, published } = around;
  const { quantity, sentence } = mention;
  const speaker = speakerFor(view, around.speakers, mention);
  const spokenOn = speaker ? (utterances.day.get(speaker.name) ?? null) : null;
  const asOf = asOfFor(view, around.dates(sentence), mention, predicate.verbAt, spokenOn, published);
  const { low, high, lowInclusive, highInclusive, hedge, unit, noun, grain, figure } = quantity;
  return {
    span: quantity.mention,
    text: slice(view.text, quantity.mention),
    sentence: { start: sentence.start, end: sentence.end },
    figure,
    grain,
    low,
    high,
    lowInclusive,
    highInclusive,
    hedge,
    unit,
    noun,
    measure: measureWords(view, mention, predicate),
    speaker,
    occasion: speaker ? (utterances.occasion.get(speaker.name) ?? null) : null,
    asOf: asOf.day,
    asOfBasis: asOf.basis,
    partOf: null,
    frame: frameOf(view, mention, predicate),
  };
}
