import { z } from 'zod';
import { addClaim } from '../adding-claims';
import { correctClaim, takeBackReading } from '../correcting';
import { previewReading } from '../hand-preview';
import { grouped } from './claims';
import { id, optionalPlace, revision, said, text } from './fields';
import { operation } from './operation';
import { handDone, named, readingPreview } from './outputs';
import { unadd, uncorrect, uncorrectAgain } from './undo-hands';

/** What is read from the text: the words, and where they begin where that was seen. Empty: the number stays as it is. */
const selection = { quote: text.optional(), place: optionalPlace };

/** Left out, a field stays as it is; empty, nothing is said of it. */
const fields = { speaker: said, speakerRole: said, asOf: said, scope: said, noun: said };

export const handOperations = [
  operation({
    id: 'claims.correct',
    summary: 'Correct the reading of a claim by the words of its article',
    who: 'reviewer',
    path: 'claims/{id}/corrections',
    input: z.strictObject({ id, revision, ...selection, ...fields, reason: text }),
    output: handDone,
    draft: 'kept',
    undo: uncorrect,
    run: async ({ db, actor, now }, { quote, place, ...input }) =>
      grouped(db, now, await correctClaim(db, { ...input, selected: quote?.trim() ? { quote, place } : null }, actor, now)),
  }),
  operation({
    id: 'claims.take-back',
    summary: 'Take back what a person read in a claim',
    who: 'reviewer',
    path: 'claims/{id}/take-back',
    input: z.strictObject({ id, revision }),
    output: handDone,
    draft: 'none',
    undo: uncorrectAgain,
    run: async ({ db, actor, now }, input) => grouped(db, now, await takeBackReading(db, input, actor, now)),
  }),
  operation({
    id: 'claims.add',
    summary: 'Add a claim that was not read',
    who: 'reviewer',
    path: 'articles/{id}/claims',
    input: z.strictObject({ id, quote: text, place: optionalPlace, ...fields, reason: said }),
    output: named.extend({ articleId: z.string() }),
    draft: 'kept',
    undo: unadd,
    run: async ({ db, actor, now }, { quote, place, reason, ...input }) =>
      grouped(db, now, await addClaim(db, { ...input, selected: { quote, place }, reason: reason ?? null }, actor, now)),
  }),
  operation({
    id: 'readings.preview',
    summary: 'Read the words of an article without keeping anything',
    who: 'reviewer',
    path: 'articles/{id}/readings/preview',
    input: z.strictObject({ id, quote: text, place: optionalPlace }),
    output: readingPreview,
    draft: 'none',
    run: ({ db }, { id, quote, place }) => previewReading(db, id, { quote, place }),
  }),
];
