import { z } from 'zod';
import { type Result, refuse } from '@/lib/base';
import { makeKey, revokeKey } from '../api-keys';
import { proveSelf } from '../own-password';
import { id, optionalText, text } from './fields';
import { type OperationContext, operation } from './operation';
import { named } from './outputs';
import { SCOPE_NAMES } from './scopes';

/** One word, or several: a form sends a box that is ticked alone as itself. */
const scopes = z.union([z.array(z.enum(SCOPE_NAMES)).min(1), z.enum(SCOPE_NAMES).transform((one) => [one])]);

/** Whether it is the administrator who asks, and not whoever found their session open. */
export async function provenSelf({ db, actor, network, session, now }: OperationContext, password: string | null): Promise<Result<null>> {
  if (actor.kind !== 'person') return refuse(403, 'Forbidden', 'Only a person does this.', 'Sign in as an administrator.');
  return proveSelf(db, password ?? '', actor, { network: network ?? 'unknown', session: session ?? null }, now);
}

export const keyOperations = [
  operation({
    id: 'keys.create',
    summary: 'Make a key for a program',
    who: 'admin',
    path: 'keys',
    input: z.strictObject({ name: text, person: id, scopes, old: optionalText }),
    output: named.extend({ key: z.string() }),
    draft: 'none',
    secret: true,
    run: async (context, { old, ...input }) => {
      const proven = await provenSelf(context, old);
      return proven.ok ? makeKey(context.db, input, context.actor, context.now) : proven;
    },
  }),
  operation({
    id: 'keys.revoke',
    summary: 'Revoke the key of a program',
    who: 'admin',
    path: 'keys/{id}/revocation',
    input: z.strictObject({ id }),
    output: named,
    draft: 'none',
    undo: { instead: 'Make another key: this one opens nothing any more.' },
    run: ({ db, actor, now }, input) => revokeKey(db, input, actor, now),
  }),
];
