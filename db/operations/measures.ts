import { z } from 'zod';
import { defineMeasure } from '../definitions';
import { mergeMeasures } from '../measure-merging';
import { splitMeasure } from '../measure-splitting';
import { undoMeasure } from '../measure-undoing';
import { id, optionalText, revision } from './fields';
import { operation } from './operation';
import { named } from './outputs';
import { undefine, unjoin } from './undo-revisions';

const seen = { id, revision };
const output = named.extend({ revision: z.int() });

const AGGREGATIONS = ['fixed', 'running', 'level', 'flow', 'rate'] as const;

/** Left out or empty, it is as the claims say. */
const aggregation = z
  .enum([...AGGREGATIONS, ''])
  .nullish()
  .transform((value) => value || null);

const days = z
  .union([z.int(), z.string().regex(/^\d{0,4}$/, 'Days are a whole number.')])
  .nullish()
  .transform((value) => (value === undefined || value === null || value === '' ? null : Number(value)));

export const measureOperations = [
  operation({
    id: 'measures.define',
    summary: 'Say what a measure is: what counts, what does not, how it adds up',
    who: ['editor', 'admin'],
    path: 'measures/{id}/definition',
    input: z.strictObject({
      ...seen,
      ...{ title: optionalText, unit: optionalText, aggregation, counts: optionalText, countsNot: optionalText, addsUp: optionalText },
      ...{ reviewDays: days, topics: optionalText, places: optionalText },
    }),
    output,
    draft: 'kept',
    undo: undefine,
    run: ({ db, actor, now }, input) => defineMeasure(db, input, actor, now),
  }),
  operation({
    id: 'measures.merge',
    summary: 'Merge one measure into another',
    who: ['editor', 'admin'],
    path: 'measures/{id}/merge',
    input: z.strictObject({ ...seen, into: id, reason: optionalText }),
    output: output.extend({ moved: z.int() }),
    draft: 'kept',
    undo: unjoin,
    run: ({ db, actor, now }, input) => mergeMeasures(db, input, actor, now),
  }),
  operation({
    id: 'measures.split',
    summary: 'Split claims off a measure that ask something else',
    who: ['editor', 'admin'],
    path: 'measures/{id}/split',
    input: z.strictObject({ ...seen, claims: z.array(id).max(400).optional(), reason: optionalText }),
    output: output.extend({ moved: z.int(), to: z.string() }),
    draft: 'kept',
    undo: unjoin,
    run: ({ db, actor, now }, input) => splitMeasure(db, { ...input, claims: input.claims ?? [] }, actor, now),
  }),
  operation({
    id: 'measures.undo',
    summary: 'Take back the last merge or split of a measure',
    who: ['editor', 'admin'],
    path: 'measures/{id}/undo',
    input: z.strictObject(seen),
    output: output.extend({ moved: z.int() }),
    draft: 'none',
    undo: { instead: 'Merge or split it anew, on its page.' },
    run: ({ db, actor, now }, input) => undoMeasure(db, input, actor, now),
  }),
];
