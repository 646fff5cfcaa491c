import { z } from 'zod';
import { refuse } from '@/lib/base';
import { ROLES } from '../actor';
import { saveDraft } from '../drafts';
import { addPerson, disablePerson, enablePerson, revokeAllSessions, setPassword, setRole } from '../people';
import { removeSecondFactor } from '../second-factor';
import { id, optionalText, text } from './fields';
import { operation } from './operation';
import { named } from './outputs';

export const peopleOperations = [
  operation({
    id: 'people.add',
    summary: 'Add a person',
    who: 'admin',
    path: 'people',
    input: z.strictObject({ email: text, name: text, role: z.enum(ROLES), password: optionalText }),
    output: named,
    draft: 'none',
    run: ({ db, actor, now }, input) => addPerson(db, input, actor, now),
  }),
  operation({
    id: 'people.disable',
    summary: 'Take away the access of a person',
    who: 'admin',
    path: 'people/{id}/disable',
    input: z.strictObject({ id }),
    output: named,
    draft: 'none',
    run: ({ db, actor, now }, input) => disablePerson(db, input, actor, now),
  }),
  operation({
    id: 'people.enable',
    summary: 'Give a person access again',
    who: 'admin',
    path: 'people/{id}/enable',
    input: z.strictObject({ id }),
    output: named,
    draft: 'none',
    run: ({ db, actor, now }, input) => enablePerson(db, input, actor, now),
  }),
  operation({
    id: 'people.revoke-sessions',
    summary: 'End all log-ins of a person',
    who: 'admin',
    path: 'people/{id}/revoke-sessions',
    input: z.strictObject({ id }),
    output: named,
    draft: 'none',
    run: ({ db, actor, now }, input) => revokeAllSessions(db, input, actor, now),
  }),
  operation({
    id: 'people.set-role',
    summary: 'Give a person another role',
    who: 'admin',
    path: 'people/{id}/role',
    input: z.strictObject({ id, role: z.enum(ROLES) }),
    output: named,
    draft: 'none',
    run: ({ db, actor, now }, input) => setRole(db, input, actor, now),
  }),
  operation({
    id: 'people.remove-second-factor',
    summary: 'Take away the second factor of somebody who lost it',
    who: 'admin',
    provided: 'of anybody but oneself',
    path: 'people/{id}/second-factor/remove',
    input: z.strictObject({ id }),
    output: named,
    draft: 'none',
    run: async ({ db, actor, now }, input) =>
      actor.kind === 'person' && actor.id === input.id
        ? refuse(403, 'OwnFactor', 'This is your own second factor.', 'Switch it off on the page of your account, by your password.')
        : removeSecondFactor(db, input.id, 'people.remove-second-factor', actor, now),
  }),
  operation({
    id: 'people.set-password',
    summary: 'Give a person another password',
    who: 'owner',
    path: 'people/password',
    input: z.strictObject({ email: text, password: text }),
    output: named,
    draft: 'none',
    run: ({ db, actor, now }, input) => setPassword(db, input, actor, now),
  }),
];

export const draftOperations = [
  operation({
    id: 'drafts.save',
    summary: 'Keep what was typed into a form',
    who: 'reader',
    path: 'drafts',
    input: z.strictObject({
      form: text.min(1).max(300, 'This is no form of ours.'),
      fields: z.record(text, z.union([text, z.array(text)])),
      /** The version of the draft that was seen, "" for none: another one kept since is not overwritten. Left out, it is. */
      version: text.max(40, 'This is no version of a draft.').optional(),
    }),
    output: z.strictObject({ form: z.string(), version: z.string(), savedAt: z.string() }),
    draft: 'none',
    run: async ({ db, actor, now }, { version: seen, ...draft }) =>
      actor.kind === 'person'
        ? saveDraft(db, actor.id, { ...draft, seen }, now)
        : refuse(403, 'Forbidden', 'Only a person has drafts.', 'Sign in with a name of your own.'),
  }),
];
