import { z } from 'zod';
import type { Result } from '@/lib/base';
import { type Moments, momentsAsked } from '@/lib/publication';
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
export const partThen = part.extend(moments);
export const partOfOneThen = byIdThen.extend({ after });
/** The number of an edition. */
export const number = z.string().regex(/^[1-9]\d{0,8}$/);

/** 422 `MomentMalformed`. */
export const momentsIn = ({ asof, known }: { asof?: string; known?: string }): Result<Moments> =>
  momentsAsked(new URLSearchParams([...(asof === undefined ? [] : [['asof', asof]]), ...(known === undefined ? [] : [['known', known]])]));
