import type { Quantity } from '@/lib/quantity';

/** Those of whom newspapers give the number as if they were a thing: "the number of dead". */
const OF_PEOPLE =
  /\bnumber of (?:the )?(?:people )?(dead|missing|injured|wounded|homeless|displaced|sick|infected|arrested|detained|unemployed|jobless)\b/i;
const TOLL = /\b(?:(injury|injured|casualty) )?toll\b/i;
const SUM = /\b(dead|population|attendance|membership|workforce|headcount|enrolment|enrollment|turnout|casualties)\b/i;

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
