import { type Day, isFuture, isPartialDay, lastDayOf, MONTH_NUMBERS, ok, type Result, refuse } from '@/lib/base';
import { type Claim, withNoun } from '@/lib/claim';
import type { HandField } from './hand-table';

/** What a person says of a claim beside its number. Left out: as it stands. Null: the words do not say. */
export interface SaidOtherwise {
  speaker?: string | null;
  speakerRole?: string | null;
  asOf?: Day | null;
  /** Places, with commas between them: "Norway", "outside Norway, near Bergen". */
  scope?: string | null;
  noun?: string | null;
}

const LONGEST = 200;
const MOST_PLACES = 12;

/**
 * The claim with what a person said of it, and the fields that differ by that. A day later than the publication is refused unless the claim
 * looks ahead (`AsOfTooLate`); `InvalidDate`, `FieldTooLong`.
 */
export function saidOtherwise(claim: Claim, said: SaidOtherwise, publishedAt: Day | null): Result<{ claim: Claim; changed: HandField[] }> {
  const changed: HandField[] = [];
  let next = claim;
  for (const [field, value] of Object.entries(said)) {
    const length = typeof value === 'string' ? value.length : 0;
    if (length > LONGEST)
      return refuse(422, 'FieldTooLong', `${length} characters are too many here.`, `Keep it under ${LONGEST}.`, { field });
  }
  const speaker = speakerOf(claim, said);
  if (speaker !== undefined) {
    next = { ...next, speaker, occasion: speaker === null || speaker.name !== claim.speaker?.name ? null : claim.occasion };
    changed.push('speaker');
  }
  const asOf = said.asOf === undefined ? claim.asOf : dayIn(said.asOf);
  if (asOf !== claim.asOf) {
    const fault = asOf === null ? null : dayFault(asOf, claim, publishedAt);
    if (fault) return fault;
    next = { ...next, asOf, asOfBasis: asOf === null ? 'assumed' : 'stated', frame: { ...next.frame, dated: asOf !== null } };
    changed.push('asOf');
  }
  const scope = said.scope === undefined ? undefined : placesIn(said.scope);
  if (scope && scope.join('\n') !== claim.frame.scope.join('\n')) {
    next = { ...next, frame: { ...next.frame, scope } };
    changed.push('scope');
  }
  const noun = said.noun === undefined ? undefined : blankless(said.noun);
  if (noun !== undefined && noun !== claim.noun) {
    next = withNoun(next, noun);
    changed.push('noun');
  }
  return ok({ claim: next, changed });
}

/** "26 March 2020", "March 26, 2020" and "March 2020" as an ISO day or month; everything else as it is. */
function dayIn(said: string | null): Day | null {
  const words = blankless(said);
  if (words === null) return null;
  const parts = words.replaceAll(',', ' ').split(/\s+/);
  const month = parts.map((part) => MONTH_NUMBERS.get(part.toLowerCase())).find((number) => number !== undefined);
  const year = parts.find((part) => /^\d{4}$/.test(part));
  const day = parts.find((part) => /^\d{1,2}$/.test(part));
  if (month === undefined || year === undefined || parts.length !== (day === undefined ? 2 : 3)) return words;
  return [year, month, ...(day === undefined ? [] : [day])].map((part) => String(part).padStart(2, '0')).join('-');
}

const blankless = (value: string | null): string | null => value?.replace(/[\p{Cc}\s]+/gu, ' ').trim() || null;

/** Undefined where nothing else is said than what stands. Whom a person names is named, and not inferred. */
function speakerOf({ speaker }: Claim, said: SaidOtherwise): Claim['speaker'] | undefined {
  if (said.speaker === undefined && said.speakerRole === undefined) return undefined;
  const name = said.speaker === undefined ? (speaker?.name ?? null) : blankless(said.speaker);
  const role = said.speakerRole === undefined ? (speaker?.role ?? null) : blankless(said.speakerRole);
  if (name === (speaker?.name ?? null) && (name === null || role === (speaker?.role ?? null))) return undefined;
  return name === null ? null : { name, role, inferred: false };
}

function dayFault(day: Day, { frame }: Claim, publishedAt: Day | null): Result<never> | null {
  const field = { field: 'asOf' };
  if (!isPartialDay(day))
    return refuse(422, 'InvalidDate', `"${day.slice(0, 40)}" is no date.`, 'Write it as 2031-05-04, or as a month or a year.', field);
  const looksAhead = frame.modality === 'forecast' || frame.modality === 'target';
  if (publishedAt === null || looksAhead || !isFuture(day, lastDayOf(publishedAt))) return null;
  const cause = `${day} is later than the publication of the article, ${publishedAt}, and the claim does not look ahead.`;
  return refuse(422, 'AsOfTooLate', cause, 'Give the day of which the figure speaks.', field);
}

const placesIn = (scope: string | null): string[] =>
  [...new Set((scope ?? '').split(',').flatMap((place) => blankless(place) ?? []))].slice(0, MOST_PLACES);
