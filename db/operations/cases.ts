import { z } from 'zod';
import { CERTAINTIES, groundsFaults, REASON_CODES, VERDICTS } from '@/lib/adjudication';
import type { FieldFault } from '@/lib/base';
import { auditCase, dismissCase, publishCase, releaseCase, reopenCase, returnCase, ruleCase, takeCase, withdrawCase } from '../cases';
import { box, id, optionalIndex, optionalText, revision, text } from './fields';
import { operation } from './operation';
import { stepped } from './outputs';
import { undismiss, unrelease, untake } from './undo-cases';

const seen = { id, revision };

const evidence = z
  .array(z.strictObject({ url: text, note: text.optional() }))
  .optional()
  // Empty rows of the form are no evidence.
  .transform((rows = []) =>
    rows.map(({ url, note = '' }) => ({ url: url.trim(), note: note.trim() })).filter(({ url, note }) => url || note),
  );

/** Not said is an answer: then the form sends nothing. */
const certainty = z
  .union([z.enum(CERTAINTIES), z.literal('')])
  .nullish()
  .transform((word) => word || null);

/** Names of the form: verdict.0, verdict.1 …, accepted, reasonCode, rationale, evidence.0.url, evidence.0.note …, noEvidence. */
const rulingInput = z.strictObject({
  ...seen,
  verdict: z.array(z.enum(VERDICTS)),
  accepted: optionalIndex,
  reasonCode: z.enum(REASON_CODES),
  certainty,
  rationale: text,
  dissent: optionalText,
  evidence,
  noEvidence: box,
});

/** The part of a ruling that can be looked at by itself, of an input that is no ruling yet. */
const grounds = z.object({ rationale: text.catch(''), evidence: evidence.catch([]), noEvidence: box.catch(false) });

function groundsMissing(raw: unknown): FieldFault[] {
  const read = grounds.safeParse(raw);
  return read.success ? groundsFaults(read.data) : [];
}

export const caseOperations = [
  operation({
    id: 'cases.take',
    summary: 'Take a case for review',
    who: 'reviewer',
    path: 'cases/{id}/take',
    input: z.strictObject(seen),
    output: stepped,
    draft: 'none',
    undo: untake,
    run: ({ db, actor, now }, input) => takeCase(db, input, actor, now),
  }),
  operation({
    id: 'cases.release',
    summary: 'Put a case back into the queue',
    who: 'reviewer',
    path: 'cases/{id}/release',
    input: z.strictObject(seen),
    output: stepped,
    draft: 'none',
    undo: unrelease,
    run: ({ db, actor, now }, input) => releaseCase(db, input, actor, now),
  }),
  operation({
    id: 'cases.rule',
    summary: 'Rule on a case',
    who: 'reviewer',
    provided:
      'whoever read none of its figures by hand; between two opinions that differ an editor, or any third person where the desk has no editor but those who gave one',
    path: 'cases/{id}/rulings',
    input: rulingInput,
    besides: groundsMissing,
    output: stepped.extend({ rulingId: z.string() }),
    draft: 'kept',
    undo: { instead: 'Ask a second person to return the ruling, or rule anew.' },
    run: ({ db, actor, now }, { id, revision, verdict, ...ruling }) =>
      ruleCase(db, { id, revision, ruling: { verdicts: verdict, ...ruling } }, actor, now),
  }),
  operation({
    id: 'cases.return',
    summary: 'Return a ruling to the person who made it',
    who: 'reviewer',
    path: 'cases/{id}/return',
    input: z.strictObject({ ...seen, reason: text }),
    output: stepped,
    draft: 'kept',
    undo: { instead: 'The person whose ruling it was rules again.' },
    run: ({ db, actor, now }, input) => returnCase(db, input, actor, now),
  }),
  operation({
    id: 'cases.audit',
    summary: 'Let a ruling stand that two agreed on and that was drawn for an audit',
    who: 'reviewer',
    provided:
      'an editor, or any third person where the desk has no editor but the two; neither of the two, nor whoever read one of its figures by hand',
    path: 'cases/{id}/audit',
    input: z.strictObject(seen),
    output: stepped,
    draft: 'none',
    undo: { instead: 'Return the ruling with a reason, as long as it is not public.' },
    run: ({ db, actor, now }, input) => auditCase(db, input, actor, now),
  }),
  operation({
    id: 'cases.publish',
    summary: "Confirm and publish another person's ruling",
    who: 'reviewer',
    provided:
      'an editor, or any second person where the desk has no editor but the author of the ruling; never the author, nor whoever read one of its figures by hand',
    path: 'cases/{id}/publications',
    input: z.strictObject({ ...seen, notice: optionalText }),
    output: stepped.extend({ publicationId: z.string() }),
    draft: 'kept',
    undo: { instead: 'What is public is corrected, not undone: rule anew, and a second person publishes that as a correction.' },
    run: ({ db, actor, now }, input) => publishCase(db, input, actor, now),
  }),
  operation({
    id: 'cases.withdraw',
    summary: 'Withdraw a published ruling, with a public reason',
    who: 'reviewer',
    provided: 'an editor, or any reviewer where the desk has no editor',
    path: 'cases/{id}/withdrawal',
    input: z.strictObject({ ...seen, reason: text }),
    output: stepped,
    draft: 'kept',
    undo: { instead: 'Open the case again and rule anew: what was withdrawn is not shown a second time.' },
    run: ({ db, actor, now }, input) => withdrawCase(db, input, actor, now),
  }),
  operation({
    id: 'cases.dismiss',
    summary: 'Dismiss a case as no conflict',
    who: 'reviewer',
    provided:
      'neither the author of a ruling that waits nor whoever read one of its figures by hand; a published case only after another person reopened it',
    path: 'cases/{id}/dismiss',
    input: z.strictObject({ ...seen, reason: text }),
    output: stepped,
    draft: 'kept',
    undo: undismiss,
    run: ({ db, actor, now }, input) => dismissCase(db, input, actor, now),
  }),
  operation({
    id: 'cases.reopen',
    summary: 'Reopen a settled case',
    who: 'reviewer',
    path: 'cases/{id}/reopen',
    input: z.strictObject({ ...seen, reason: text }),
    output: stepped,
    draft: 'kept',
    undo: { instead: 'Dismiss the case again, or rule on it.' },
    run: ({ db, actor, now }, input) => reopenCase(db, input, actor, now),
  }),
];
