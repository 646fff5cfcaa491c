import { z } from 'zod';
import { ID_PATTERN } from '../ids';

/** Pieces of what lookups are asked. */
export const byId = z.strictObject({ id: z.string().regex(ID_PATTERN, 'This is no id of ours.') });
export const nothing = z.strictObject({});
/** The cursor of a list; `run` gets the id it stands for. */
const after = z.string().max(200).optional();
export const part = z.strictObject({ after });
export const partOfOne = byId.extend({ after });
