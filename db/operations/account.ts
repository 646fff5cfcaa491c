import { z } from 'zod';
import type { Actor } from '../actor';
import { changePassword, proveSelf } from '../own-password';
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor, renewRecoveryCodes } from '../second-factor';
import { endSession, type Person } from '../sessions';
import { text } from './fields';
import { type OperationContext, operation } from './operation';
import { named } from './outputs';

/** These are for people signed in, as `who` says: neither the operator nor the machine has an account. */
function asPerson(actor: Actor): Person {
  if (actor.kind !== 'person') throw new Error('only a person has an account');
  return actor;
}

const prove = ({ db, actor, network = 'unknown', session = null, now }: OperationContext, old: string) =>
  proveSelf(db, old, asPerson(actor), { network, session }, now);

/** Left out by those who have no password here. */
const old = text.optional().transform((given) => given ?? '');

const codes = z.strictObject({ codes: z.array(z.string()) });

/** What everybody may do with their own account, whatever their role. */
export const accountOperations = [
  operation({
    id: 'account.change-password',
    summary: 'Change one’s own password, which ends one’s other sessions',
    who: 'reader',
    path: 'account/password',
    input: z.strictObject({ old: text, password: text }),
    output: named,
    draft: 'none',
    run: ({ db, actor, now, network = 'unknown', session = null }, input) =>
      changePassword(db, input, asPerson(actor), { network, session }, now),
  }),
  operation({
    id: 'account.end-session',
    summary: 'End one of one’s own sessions',
    who: 'reader',
    path: 'account/sessions/{id}/end',
    input: z.strictObject({ id: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: named,
    draft: 'none',
    run: ({ db, actor, now }, { id }) => endSession(db, id, asPerson(actor), now),
  }),
  operation({
    id: 'account.begin-second-factor',
    summary: 'Begin a second factor of one’s own',
    who: 'reader',
    path: 'account/second-factor',
    input: z.strictObject({}),
    output: z.strictObject({ begun: z.literal(true) }),
    draft: 'none',
    run: ({ db, actor, now }) => beginSecondFactor(db, asPerson(actor), now),
  }),
  operation({
    id: 'account.confirm-second-factor',
    summary: 'Switch a second factor of one’s own on, by one’s password and its first code',
    who: 'reader',
    path: 'account/second-factor/confirm',
    input: z.strictObject({ old, code: text }),
    output: codes,
    draft: 'none',
    secret: true,
    run: async (context, given) => {
      const proved = await prove(context, given.old);
      return proved.ok ? confirmSecondFactor(context.db, given.code, asPerson(context.actor), context.now) : proved;
    },
  }),
  operation({
    id: 'account.renew-recovery-codes',
    summary: 'Make new recovery codes of one’s own',
    who: 'reader',
    path: 'account/recovery-codes',
    input: z.strictObject({ old }),
    output: codes,
    draft: 'none',
    secret: true,
    run: async (context, given) => {
      const proved = await prove(context, given.old);
      return proved.ok ? renewRecoveryCodes(context.db, asPerson(context.actor), context.now) : proved;
    },
  }),
  operation({
    id: 'account.drop-second-factor',
    summary: 'Switch one’s own second factor off',
    who: 'reader',
    path: 'account/second-factor/drop',
    input: z.strictObject({ old }),
    output: named,
    draft: 'none',
    run: async (context, given) => {
      const proved = await prove(context, given.old);
      const { id } = asPerson(context.actor);
      return proved.ok ? removeSecondFactor(context.db, id, 'account.drop-second-factor', context.actor, context.now) : proved;
    },
  }),
];
