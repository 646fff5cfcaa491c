import { z } from 'zod';
import { refuse } from '@/lib/base';
import { itemOf } from '../acts';
import { ID_PATTERN } from '../ids';
import { seeMentions } from '../mentions';
import { NOTE_FIELDS } from '../note-tables';
import { addNote, editNote, settleNote } from '../notes';
import { id, revision, text } from './fields';
import { operation } from './operation';
import { named } from './outputs';

/** "case", "rationale", "verdict:k3v9m2qd4x": a part of the case, with the claim that tells which. Empty: the case as a whole. */
const on = z
  .string()
  .optional()
  .transform((value, context) => {
    const [about = '', claimId = null] = (value || 'case').split(':');
    const known = NOTE_FIELDS.find((field) => field === about);
    if (known && (claimId === null || ID_PATTERN.test(claimId))) return { about: known, claimId };
    context.addIssue({ code: 'custom', message: 'This is no part of a case.' });
    return z.NEVER;
  });

const noted = named.extend({ version: z.int() });

export const noteOperations = [
  operation({
    id: 'notes.add',
    summary: 'Write a note on a case, for the desk alone',
    who: 'reviewer',
    path: 'cases/{id}/notes',
    input: z.strictObject({ id, text, on }),
    output: noted,
    draft: 'kept',
    undo: { instead: 'Write it anew, or resolve it: a note that was read is not taken back.' },
    run: ({ db, actor, now }, { id: caseId, text: words, on: about }) => addNote(db, { id: caseId, text: words, ...about }, actor, now),
  }),
  operation({
    id: 'notes.edit',
    summary: 'Write your own note anew',
    who: 'reviewer',
    provided: 'the author of the note',
    path: 'notes/{id}/text',
    input: z.strictObject({ id, revision, text }),
    output: noted,
    draft: 'kept',
    undo: { instead: 'Write it anew: what it said before is kept beside it.' },
    run: ({ db, actor, now }, { revision: version, ...input }) => editNote(db, { ...input, version }, actor, now),
  }),
  operation({
    id: 'notes.resolve',
    summary: 'Say that nothing is left to do about a note',
    who: 'reviewer',
    path: 'notes/{id}/resolve',
    input: z.strictObject({ id }),
    output: named,
    draft: 'none',
    undo: ({ db, actor, now }, act) => settleNote(db, { id: itemOf(act), resolved: false }, actor, now),
    run: ({ db, actor, now }, input) => settleNote(db, { ...input, resolved: true }, actor, now),
  }),
  operation({
    id: 'notes.reopen',
    summary: 'Take a resolved note up again',
    who: 'reviewer',
    path: 'notes/{id}/reopen',
    input: z.strictObject({ id }),
    output: named,
    draft: 'none',
    undo: ({ db, actor, now }, act) => settleNote(db, { id: itemOf(act), resolved: true }, actor, now),
    run: ({ db, actor, now }, input) => settleNote(db, { ...input, resolved: false }, actor, now),
  }),
  operation({
    id: 'mentions.see',
    summary: 'Mark a note that names you as seen, or all of them',
    who: 'reader',
    path: 'mentions/seen',
    input: z.strictObject({ note: z.union([id, z.literal('')]).optional() }),
    output: z.strictObject({ seen: z.int() }),
    draft: 'none',
    run: async ({ db, actor, now }, { note }) =>
      actor.kind === 'person'
        ? seeMentions(db, actor.id, note || null, now)
        : refuse(403, 'Forbidden', 'Only a person is mentioned.', 'Sign in with a name of your own.'),
  }),
];
