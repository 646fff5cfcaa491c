import { z } from 'zod';
import type { Result } from '@/lib/base';
import { type FilterName, type Filters, filtersIn } from '@/lib/publication';
import { ID_PATTERN } from '../ids';

/** Pieces of what lookups are asked. */
export const byId = z.strictObject({ id: z.string().regex(ID_PATTERN, 'This is no id of ours.') });
export const nothing = z.strictObject({});
/** The cursor of a list; `run` gets the id it stands for. */
const after = z.string().max(200).optional();
export const part = z.strictObject({ after });
export const partOfOne = byId.extend({ after });

/** Fields that narrow a list, each a text; what they may be is said by `filtersIn`. */
const filter = z.string().max(100).optional();
const ofMeasures = { state: filter, reason: filter, verdict: filter, topic: filter, place: filter, source: filter, speaker: filter };
export const narrowedMeasures = z.strictObject({ after, ...ofMeasures });
export const narrowedCases = z.strictObject({ after, ...ofMeasures, kind: filter });
export const narrowedClaims = z.strictObject({ after, ...ofMeasures, from: filter, to: filter });

/** The filters among what is asked. 422 `InvalidField`. */
export function filtersOf({
  after: _,
  ...said
}: { after?: string | undefined } & Partial<Record<FilterName, string | undefined>>): Result<Filters> {
  return filtersIn((name) => said[name as FilterName] ?? null, Object.keys(said) as FilterName[]);
}
