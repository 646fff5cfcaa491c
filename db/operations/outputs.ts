import { z } from 'zod';
import { CASE_STATES } from '@/lib/adjudication';
import type { FieldFault, Refusal } from '@/lib/base';
import { AS_OF_BASES } from '@/lib/claim';
import { HEDGES } from '@/lib/quantity';

/** Pieces of what operations give back. */
export const named = z.strictObject({ id: z.string() });

export const stepped = named.extend({
  state: z.enum(CASE_STATES),
  revision: z.int(),
  awaits: z.enum(['first', 'second', 'third']).nullable(),
});

/** A claim that a person read, and the revision that comes next. */
export const handDone = named.extend({ revision: z.int() });

/** Figures are exact decimals; places are UTF-16 code units into the stored text. */
export const readingPreview = z.strictObject({
  selected: z.strictObject({ start: z.int(), end: z.int() }),
  ...{ start: z.int(), end: z.int(), text: z.string(), low: z.string().nullable(), high: z.string().nullable() },
  ...{
    lowInclusive: z.boolean(),
    highInclusive: z.boolean(),
    hedge: z.enum(HEDGES),
    unit: z.string().nullable(),
    noun: z.string().nullable(),
  },
  ...{
    measure: z.string(),
    speaker: z.string().nullable(),
    asOf: z.string().nullable(),
    asOfBasis: z.enum(AS_OF_BASES),
    scope: z.array(z.string()),
  },
  words: z.strictObject({
    figure: z.string(),
    hedge: z.string(),
    counts: z.string(),
    speaker: z.string(),
    asOf: z.string(),
    scope: z.string(),
  }),
});

const fieldFault: z.ZodType<FieldFault> = z.strictObject({ code: z.string(), cause: z.string(), next: z.string(), field: z.string() });

/** A refusal inside a report, where one bad item stops no other. */
const refusal: z.ZodType<Refusal> = z.strictObject({
  status: z.literal([400, 401, 403, 404, 405, 406, 409, 410, 413, 414, 415, 422, 429, 503, 507]),
  code: z.string(),
  cause: z.string(),
  next: z.string(),
  field: z.string().optional(),
  faults: z.array(fieldFault).optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});

const item = z.strictObject({
  externalId: z.string().nullable(),
  status: z.enum(['created', 'unchanged', 'failed']),
  articleId: z.string().nullable(),
  claims: z.int(),
  state: z.enum(['read', 'not-read']).nullable(),
  refusal: refusal.nullable(),
});

/** What became of a batch: its good items in their order, the refused ones by their place in what was sent. */
export const batchReport = z.strictObject({
  items: z.array(item),
  measures: z.int(),
  conflicts: z.int(),
  refused: z.array(z.strictObject({ index: z.int(), refusal })),
});
