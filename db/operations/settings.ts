import { z } from 'zod';
import { refuse } from '@/lib/base';
import { AS_DELIVERED, COMMANDS } from '@/lib/keys';
import { setKeys } from '../settings';
import { box } from './fields';
import { operation } from './operation';

const typed = z.string().max(60, 'No key is as long as this.');

export const settingsOperations = [
  operation({
    id: 'settings.keys',
    summary: 'Set your own keys for the commands of the desk',
    who: 'reviewer',
    path: 'settings/keys',
    input: z.strictObject({
      letters: box,
      keys: z
        .record(z.string(), typed)
        .refine((keys) => Object.keys(keys).length <= COMMANDS.length, 'These are more than there are commands.')
        .optional(),
      /** All as delivered again, whatever else is sent. */
      reset: box,
    }),
    output: z.strictObject({ changed: z.int() }),
    draft: 'none',
    run: async ({ db, actor, now }, { letters, keys = {}, reset }) =>
      actor.kind === 'person'
        ? setKeys(db, actor.id, reset ? AS_DELIVERED : { letters, keys }, now)
        : refuse(403, 'Forbidden', 'Only a person has keys of their own.', 'Sign in as a reviewer.'),
  }),
];
