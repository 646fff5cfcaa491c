import { words } from '@/lib/base';
import { singular } from '@/lib/quantity';
import { oncePerSentence } from './once';
import { isPerson } from './people';
import { EVENT } from './saying';
import { type ArticleView, capitalAt, markAt, type SentenceView, wordAt } from './view';

/** What crashes, sinks or blows up does so in one place. */
const AT_ONE_SPOT = words(
  'crash accident collision derailment blast explosion coach bus minibus train tram ferry plane jet airliner helicopter tanker trawler boat ship lorry truck van',
);
/** What befalls a whole town or country. */
const WIDE = words(
  `flood storm hurricane cyclone typhoon tornado landslide avalanche tsunami eruption collapse sinking shipwreck wreck stampede crush
shooting bombing massacre riot siege war conflict battle clash uprising coup disaster tragedy catastrophe outbreak epidemic pandemic famine wildfire blaze`,
);

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
export const tellsOfOne = oncePerSentence((view, sentence): boolean =>
  names(view, sentence, (lower) => AT_ONE_SPOT.has(lower) || WIDE.has(lower) || EVENT.test(lower)),
);

/** The sentence tells of one thing that happened in one spot, so that a place named with it narrows no count. */
export const tellsOfSpot = oncePerSentence((view, sentence): boolean => names(view, sentence, (lower) => AT_ONE_SPOT.has(lower)));
