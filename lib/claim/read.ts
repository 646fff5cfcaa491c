import { detectLanguage, isRead } from '@/lib/article';
import { type Day, dayOf, type Span, slice, words } from '@/lib/base';
import { type Doubt, readQuantities } from '@/lib/quantity';
import { asOfFor } from './asof';
import { noClaim } from './checkable';
import { frameOf } from './frame';
import { isStandingResult, markOf } from './marks';
import { type Utterances, utterancesOf } from './occasion';
import type { ReadClaim } from './part-claims';
import { linkParts } from './parts';
import { type Predicate, predicateOf } from './predicate';
import { type SentenceDates, sentenceDates } from './sentence-dates';
import { type Speakers, speakerFor, speakersOf } from './speaker';
import { storyOf } from './story';
import type { ArticleContext, ArticleReading, Claim, StatementReading } from './types';
import type { Unclaimed } from './unclaimed';
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
  title: string | null;
  story: string[];
}

/**
 * Reads one article: its quantities, and of those that assert something, who says it, as of when, and what it counts. Never throws.
 * A language the engine does not read gives "not-read" and nothing else. Offsets are UTF-16 code units into the text as given.
 */
export const readArticle = (text: string, context: ArticleContext): ArticleReading =>
  read(text, context, (view, mention, predicate) => mention.quantity.excluded === null && noClaim(view, mention, predicate) === null);

/** The same with every number that makes no claim, in the order of the text, and why it does not. */
export function readExplained(text: string, context: ArticleContext): ArticleReading & { unclaimed: Unclaimed[] } {
  const unclaimed: Unclaimed[] = [];
  const reading = read(text, context, (view, mention, predicate) => {
    const why = noClaim(view, mention, predicate);
    const { excluded, mention: span } = mention.quantity;
    if (why !== null) unclaimed.push({ span, why: excluded ?? why });
    return why === null;
  });
  return { ...reading, unclaimed };
}

/**
 * Reads one statement that somebody puts beside another: a claim for each figure that its words count or measure, also where an article
 * would only ask it, suppose it, set a scene with it or point back with it. What a text denies stays out.
 */
export function readStatement(text: string, context: ArticleContext): StatementReading {
  const marks: Claim[] = [];
  const reading = read(text, context, (view, mention, predicate, claimFor) => {
    const { excluded } = mention.quantity;
    if (excluded === null || POINTING.has(excluded)) return noClaim(view, mention, predicate) !== 'denied';
    const mark = markOf(view, mention);
    if (mark !== null) marks.push(onEdge(claimFor({ ...mention, quantity: mark }), isStandingResult(view, mention) ? 'before' : null));
    return false;
  });
  return { ...reading, claims: reading.claims.map((claim) => asMultiple(text, claim)), marks };
}

/** "five times more likely", "three times as many": how many times as much, and not how often. */
const asMultiple = (text: string, claim: Claim): Claim =>
  claim.unit === null && claim.noun === 'times' && COMPARES.test(text.slice(claim.span.end, claim.span.end + COMPARES_WITHIN))
    ? { ...claim, unit: 'times' }
    : claim;
const COMPARES = /^ (?:as [a-z]+ as|more|higher|larger|greater|likelier|the (?:rate|risk|chance))\b/i;
const COMPARES_WITHIN = 40;

/** A day is told by itself, and not as of another; a standing before the end of its game. */
const onEdge = (claim: Claim, edge: 'before' | null): Claim => ({ ...claim, frame: { ...claim.frame, edge } });

/** Figures that count, though they point to what was counted before. */
const POINTING = words('definite partitive multiple rating');

type Keeps = (view: ArticleView, mention: Mention, predicate: Predicate, claimFor: (mention: Mention) => Claim) => boolean;

function read(text: string, context: ArticleContext, keeps: Keeps): ArticleReading {
  if (!isRead(context.language ?? detectLanguage(text))) return { quantities: [], claims: [], doubts: [], state: 'not-read' };
  const view = viewOf(text);
  const { quantities, doubts } = readQuantities(text, view.tokens, MOST_NUMBERS + 1);
  const unread = quantities.splice(MOST_NUMBERS)[0]?.mention;
  const around = surroundings(view, context);
  const claims: ReadClaim[] = [];
  for (const mention of mentionsOf(view, quantities)) {
    const predicate = predicateOf(view, mention);
    const claimFor = (one: Mention): Claim => claimOf(around, one, predicate);
    if (keeps(view, mention, predicate, claimFor)) claims.push({ mention, claim: claimFor(mention) });
  }
  linkParts(view, claims);
  return { quantities, claims: claims.map(({ claim }) => claim), doubts: doubtsUpTo(unread, doubts), state: 'read' };
}

function doubtsUpTo(unread: Span | undefined, doubts: Doubt[]): Doubt[] {
  if (unread === undefined) return doubts;
  return [...doubts.filter(({ start }) => start < unread.start), { kind: 'length', readings: [], ...unread }];
}

export function surroundings(view: ArticleView, { publishedAt, title }: ArticleContext): Surroundings {
  const published = publishedAt === null ? null : dayOf(publishedAt);
  const speakers = speakersOf(view);
  const cache = new Map<number, SentenceDates>();
  const dates = (sentence: Mention['sentence']): SentenceDates => {
    const known = cache.get(sentence.index) ?? sentenceDates(view, sentence, published);
    cache.set(sentence.index, known);
    return known;
  };
  return { view, speakers, utterances: utterancesOf(view, speakers, published), dates, published, title, story: storyOf(view) };
}

/** An opening sentence is no headline, wherever the title is kept. */
const isHeadline = ({ view, title }: Surroundings, { index, fragment, start, end }: Mention['sentence']): boolean =>
  index === 0 && (fragment || view.text.slice(start, end).trim() === title?.trim());

export function claimOf(around: Surroundings, mention: Mention, predicate: Predicate): Claim {
  const { view, utterances, published } = around;
  const { quantity, sentence } = mention;
  const speaker = speakerFor(view, around.speakers, mention);
  const spokenOn = speaker ? (utterances.day.get(speaker.name) ?? null) : null;
  const asOf = asOfFor(view, around.dates(sentence), mention, predicate.verbAt, spokenOn, published);
  const { low, high, lowInclusive, highInclusive, hedge, unit, noun, grain, figure } = quantity;
  return {
    span: quantity.mention,
    text: slice(view.text, quantity.mention),
    // "3 . 3 %" goes on behind what looks like the end of its sentence.
    sentence: { start: sentence.start, end: Math.max(sentence.end, quantity.figure.end) },
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
    frame: frameOf(view, mention, predicate, { dated: asOf.dated, story: around.story, headline: isHeadline(around, sentence) }),
  };
}
