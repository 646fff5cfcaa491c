import { z } from 'zod';
import { ok, refuse } from '@/lib/base';
import { holdItem, leaveItem, presentAt } from '../presence';
import { id, text } from './fields';
import { operation } from './operation';

export const presenceOperations = [
  operation({
    id: 'presence.hold',
    summary: 'Tell colleagues that you are at a case, an article or a measure, and learn who else is',
    who: 'reviewer',
    path: 'presence/{id}',
    input: z.strictObject({
      id,
      /** Names the window of the browser: a person may have several. */
      window: text.min(1).max(40),
      /** "works" takes the lock or renews it, "looks" asks who is there, "leaves" lets go of it. */
      presence: z.enum(['works', 'looks', 'leaves']),
    }),
    /** `left`: milliseconds that are left of one's own lock, 0 where there is none. */
    output: z.strictObject({
      left: z.number(),
      others: z.array(z.strictObject({ id: z.string(), name: z.string(), left: z.number() })),
    }),
    draft: 'none',
    passing: true,
    run: async ({ db, actor, now, session }, { id: item, window, presence }) => {
      if (actor.kind !== 'person' || !session)
        return refuse(403, 'Forbidden', 'Only a person with a session can be somewhere.', 'Sign in as a reviewer.');
      const here = { id: item, session, window };
      if (presence === 'leaves') leaveItem(here);
      else if (presence === 'works') {
        const held = await holdItem(db.read, here);
        if (!held.ok) return held;
      }
      const all = (await presentAt(db.read, [item], now)).get(item) ?? [];
      return ok({ left: all.find((one) => one.id === actor.id)?.left ?? 0, others: all.filter((one) => one.id !== actor.id) });
    },
  }),
];
