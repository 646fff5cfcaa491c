import { z } from 'zod';
import { ok, type Result, refuse } from '@/lib/base';
import { type FilterName, type Filters, filtersIn, type Moments, momentsAsked } from '@/lib/publication';
import { ID_PATTERN } from '../ids';

/** Pieces of what lookups are asked. */
export const byId = z.strictObject({ id: z.string().regex(ID_PATTERN, 'This is no id of ours.') });
export const nothing = z.strictObject({});
/** The cursor of a list; `run` gets the id it stands for. */
const after = z.string().max(200).optional();
export const part = z.strictObject({ after });

/** Another moment than this one. Each is read by `momentsIn`. */
const moments = {
  asof: z.string().max(100).optional().describe('What held on this day: 2020-03-26.'),
  known: z.string().max(100).optional().describe('What was on record then: a day, or a moment in UTC as in 2020-03-27T09:30:00Z.'),
};
export const byIdThen = byId.extend(moments);
export const partOfOneThen = byIdThen.extend({ after });
/** The number of an edition. */
export const number = z.string().regex(/^[1-9]\d{0,8}$/);

/** 422 `MomentMalformed`. */
export const momentsIn = ({ asof, known }: { asof?: string; known?: string }): Result<Moments> =>
  momentsAsked(new URLSearchParams([...(asof === undefined ? [] : [['asof', asof]]), ...(known === undefined ? [] : [['known', known]])]));

/** Fields that narrow a list, each a text; what they may be is said by `filtersIn`. */
const filter = z.string().max(100).optional();
const ofMeasures = { state: filter, reason: filter, verdict: filter, topic: filter, place: filter, source: filter, speaker: filter };
export const narrowedMeasures = z.strictObject({ after, ...moments, ...ofMeasures });
export const narrowedCases = z.strictObject({ after, ...moments, ...ofMeasures, kind: filter });
export const narrowedClaims = z.strictObject({ after, ...moments, ...ofMeasures, from: filter, to: filter });

/** The filters that are asked for. 422 `InvalidField`. */
export const filtersOf = (said: Partial<Record<FilterName, string | undefined>>): Result<Filters> =>
  filtersIn((name) => said[name as FilterName] ?? null, Object.keys(said) as FilterName[]);

/** How a list is asked for. */
interface ListAsked {
  filters: Filters;
  /** Null for this one. */
  moments: Moments | null;
  after: string | null;
}

/** The filters, the moment and the cursor of a list. 422 `InvalidField`: what a list was narrowed by is not known of other moments. */
export function listAsked({
  after = null,
  asof,
  known,
  ...said
}: { after?: string | null; asof?: string; known?: string } & Partial<Record<FilterName, string | undefined>>): Result<ListAsked> {
  if (asof === undefined && known === undefined) {
    const filters = filtersOf(said);
    return filters.ok ? ok({ filters: filters.value, moments: null, after }) : filters;
  }
  const field = Object.entries(said).find(([, value]) => value !== undefined)?.[0];
  if (field !== undefined)
    return refuse(422, 'InvalidField', 'A list of another moment is not narrowed.', `Leave out "${field}", or "asof" and "known".`, {
      field,
    });
  const moments = momentsIn({ asof, known });
  return moments.ok ? ok({ filters: {}, moments: moments.value, after }) : moments;
}
