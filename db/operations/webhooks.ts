import { z } from 'zod';
import { addWebhook, resendDelivery, revokeWebhook } from '../webhooks';
import { id, optionalText, text } from './fields';
import { provenSelf } from './keys';
import { operation } from './operation';
import { named } from './outputs';

export const webhookOperations = [
  operation({
    id: 'webhooks.create',
    summary: 'Have every public change sent to an address',
    who: 'admin',
    path: 'webhooks',
    input: z.strictObject({ url: text, old: optionalText }),
    output: named.extend({ secret: z.string() }),
    draft: 'none',
    secret: true,
    run: async (context, { url, old }) => {
      const proven = await provenSelf(context, old);
      return proven.ok ? addWebhook(context.db, { url }, context.actor, context.now) : proven;
    },
  }),
  operation({
    id: 'webhooks.revoke',
    summary: 'Send nothing more to an address',
    who: 'admin',
    path: 'webhooks/{id}/revocation',
    input: z.strictObject({ id }),
    output: named,
    draft: 'none',
    undo: { instead: 'Add the address again: it gets another secret.' },
    run: ({ db, actor, now }, input) => revokeWebhook(db, input, actor, now),
  }),
  operation({
    id: 'webhooks.resend',
    summary: 'Send one change to an address again',
    who: 'admin',
    path: 'webhooks/deliveries/{id}/resend',
    input: z.strictObject({ id }),
    output: named,
    draft: 'none',
    undo: { instead: 'What was sent is sent.' },
    run: ({ db, actor, now }, input) => resendDelivery(db, input, actor, now),
  }),
];
