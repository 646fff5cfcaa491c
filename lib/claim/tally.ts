import { type Token, words } from '@/lib/base';
import type { Quantity } from '@/lib/quantity';
import { wordAt } from './view';

/** Those of whom newspapers give the number as if they were a thing: "the number of dead". */
const OF_PEOPLE =
  /\bnumber of (?:the )?(?:people )?(dead|missing|injured|wounded|homeless|displaced|sick|infected|arrested|detained|unemployed|jobless)\b/i;
const TOLL = /\b(?:(injury|injured|casualty) )?toll\b/i;
const SUM = /\b(capacity|dead|population|attendance|membership|workforce|headcount|enrolment|enrollment|turnout|casualties)\b/i;

/**
 * The word that names the sum which a bare figure is: "toll" of "the death toll rose to 45", "dead" of "the number of dead" and "put the dead
 * at 12", "population"; null where the figure counts or measures something by itself, or the sentence is about no sum.
 */
export function talliedBy({ noun, unit, about }: Quantity): string | null {
  if (noun !== null || unit !== null || about === null) return null;
  const people = OF_PEOPLE.exec(about)?.[1];
  if (people) return people.toLowerCase();
  const toll = TOLL.exec(about);
  if (toll) return toll[1] ? 'injured' : 'toll';
  return SUM.exec(about)?.[1]?.toLowerCase() ?? null;
}

/** "Its estimate of those aboard was 594", "put the count at 31": a bare figure that is told to be a count, of what its sentence names. */
export const isCount = (tokens: readonly Token[], { noun, unit, concept }: Quantity, from: number): boolean =>
  noun === null && unit === null && COUNT_AT.has(wordAt(tokens, from - 1)) && concept.some((word) => COUNTS.has(word.toLowerCase()));
const COUNTS = words('tally count number total figure estimate crowd deaths fatalities');
const COUNT_AT = words('at to of was is were are reached hit passed exceeded topped stands totalled totaled equalled');
