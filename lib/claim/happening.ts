import { WordTable } from '@/lib/base';
import { singular } from '@/lib/quantity';
import { oncePerSentence } from './once';
import { isPerson } from './people';
import { type ArticleView, capitalAt, markAt, type SentenceView, wordAt } from './view';

/**
 * What a happening is. `spot`: it is in one place; `craft`: so is what crashes, sinks or blows up, and people are aboard it; `wide`: it befalls
 * a whole town or country; `gathering`: of these a place or a body holds several, so that what one of them counted is no count of all.
 */
type Kind = 'spot' | 'craft' | 'wide' | 'gathering';

/** All words for one thing that happens, and what it is. Every question about happenings asks here, so that no list knows less than another. */
const ROWS: readonly (readonly [Kind, string])[] = [
  ['spot', 'crash accident collision derailment blast explosion'],
  [
    'craft',
    `coach bus minibus train tram ferry plane jet airliner liner aircraft helicopter flight tanker trawler yacht boat ship vessel craft lorry
    truck van`,
  ],
  [
    'wide',
    `flood storm hurricane cyclone typhoon tornado blizzard snowstorm landslide mudslide avalanche quake earthquake aftershock tsunami eruption
    collapse sinking shipwreck wreck stampede crush attack shooting stabbing bombing airstrike massacre riot siege war conflict battle clash
    uprising coup disaster tragedy catastrophe outbreak epidemic pandemic famine drought heatwave fire wildfire blaze inferno`,
  ],
  [
    'gathering',
    `meeting conference videoconference summit operation raid march rally protest ceremony session workshop seminar forum event exercise`,
  ],
];
const HAPPENINGS = new WordTable(ROWS.flatMap(([kind, line]) => line.split(/\s+/).map((word): [string, Kind] => [word, kind])));

export const isHappening = (lower: string): boolean => HAPPENINGS.has(lower);
export const isGathering = (lower: string): boolean => HAPPENINGS.get(lower) === 'gathering';
export const isCraft = (lower: string): boolean => HAPPENINGS.get(lower) === 'craft';

/** "the 1994 flood", "a coach", "Kostava flood": ferry accidents, by contrast, are many, and bus drivers are people. */
function isOne(tokens: ArticleView['tokens'], at: number, from: number): boolean {
  if (isPerson(singular(wordAt(tokens, at + 1))) || NETWORK.test(wordAt(tokens, at + 1))) return false;
  for (let k = at - 1; k >= Math.max(from, at - NAMED_WITHIN) && markAt(tokens, k) === ''; k -= 1)
    if (/^(?:an?|the|this|that|its|their)$/.test(wordAt(tokens, k)) || capitalAt(tokens, k)) return true;
  return false;
}
/** "a bus strike", "the train line": what runs all over the place is in no one spot. */
const NETWORK =
  /^(?:strikes?|compan(?:y|ies)|services?|stations?|lines?|networks?|fares?|operators?|routes?|stops?|traffic|travel|firm|maker)$/;
const NAMED_WITHIN = 4;

const names = ({ tokens }: ArticleView, { from, to }: SentenceView, is: (lower: string) => boolean): boolean => {
  for (let k = from; k < to; k += 1) if (is(wordAt(tokens, k)) && isOne(tokens, k, from)) return true;
  return false;
};

/** The sentence tells of one thing that happened, wherever it did. */
export const tellsOfOne = oncePerSentence((view, sentence): boolean => names(view, sentence, isHappening));

/** The sentence tells of one thing that happened in one spot, so that a place named with it narrows no count. */
export const tellsOfSpot = oncePerSentence((view, sentence): boolean =>
  names(view, sentence, (lower) => HAPPENINGS.get(lower) === 'spot' || isCraft(lower)),
);
