import { endsPhrase, looksPast } from '@/lib/quantity';
import { CONTINUING, SAY } from './saying';

/** Forms of being and having, and what goes before another verb. */
export const AUX = /^(am|is|are|was|were|be|been|being|has|have|had|will|would|could|may|might|must|should|can)$/;
/** Behind these a participle is passive. */
export const BE = /^(am|is|are|was|were|be|been|being|get|got)$/;
/** What may stand between a verb and what is counted. */
export const PREPOSITION = /^(to|for|with|from|by|in|at|of|into|against|among|on|between|across|through|towards?|after)$/;
/** Words of a count that name no thing. */
export const HEDGING =
  /^(over|more|than|nearly|almost|about|around|some|at|least|most|up|to|as|many|much|an|another|further|total|of|estimated|under|less|fewer|roughly|approximately)$/;
const PAST: ReadonlySet<string> = new Set(
  (
    'took made gave sent held came went fell rose left lost won saw found kept met paid ran set shot sold spent stood struck brought built bought ' +
    'caught cut died fought fled flew grew hit hurt killed led marched drew drove ate broke began became swept threw wore wrote rode sank swam ' +
    'stole burned burnt recovered affected confirmed injured wounded arrested infected detained displaced damaged destroyed registered reported captured ' +
    'abandoned laid missing dead die flee survive'
  ).split(' '),
);
/** Forms that are verbs when they stand before a figure. */
export const BEFORE_FIGURE =
  /^(killing|leaving|left|wounding|injuring|seizing|cost|costs|costing|produce|produces|expects?|plans?|lost|spoken|sent|visits?|needs?|kills?|injures?|arrests?|rescues?|answers?|seizes?|lend|lends|import|export|save|saves|build|builds|lays|laying|repair|pumping|buy|buys|acquire|spend|receive|receives|employs?)$/;

/** A finite past, or a participle. */
export const verbal = (lower: string): boolean =>
  (looksPast(lower) || PAST.has(lower)) && (!SAY.has(lower) || /^(pledged|promised)$/.test(lower));
/** A verb that reports speech, and nothing that happened. */
export const saidOf = (lower: string): boolean => SAY.has(lower) && !/^(reported|confirmed|called|put|pledged|promised)$/.test(lower);
/** A form in -ing that is a verb. */
export const progressive = (lower: string): boolean =>
  lower.length > 5 &&
  lower.endsWith('ing') &&
  !CONTINUING.has(lower) &&
  !endsPhrase(lower) &&
  !/^(according|following|regarding|concerning|morning|evening|something|nothing)$/.test(lower);
/** Words at which a clause opens, so that the counted thing behind them is its subject. */
export const OPENERS = /^(that|and|while|but|as|where|when|because|although|though|whereas|until|if)$/;
/** What follows "were" where nothing is done. */
export const NO_VERB =
  /^(the|a|an|its|his|her|their|our|this|that|on|under|in|at|of|to|for|with|from|by|within|outside|inside|near|off|among|between|about|over|more|there)$/;
/** "known to have died", "believed to be missing" */
export const HELD = /^(known|believed|thought|feared|reported|presumed|confirmed|understood|said|estimated|expected)$/;
