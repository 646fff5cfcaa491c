import { z } from 'zod';
import { ok } from '@/lib/base';
import { ROLES } from '../actor';
import { acceptInvitation, invite, withdrawInvitation } from '../invitations';
import { askReset, resetPassword } from '../own-password';
import { text } from './fields';
import { invitationLetter, resetLetter } from './letters';
import { operation } from './operation';
import { named } from './outputs';

const token = z.string().max(200);

/** What goes by a link that works once: joining the desk, and a password that was forgotten. */
export const linkOperations = [
  operation({
    id: 'people.invite',
    summary: 'Invite somebody by e-mail to a role',
    who: 'admin',
    path: 'people/invitations',
    input: z.strictObject({ email: text, role: z.enum(ROLES) }),
    // The link is told here, once, and stands in the letter: the record holds its digest.
    output: z.strictObject({ email: z.string(), link: z.string() }),
    draft: 'none',
    secret: true,
    run: async ({ db, actor, now, post }, input) => {
      const invited = await invite(db, input, actor, now);
      if (!invited.ok) return invited;
      const { email, token } = invited.value;
      const link = `${post?.site ?? ''}/sign-in/invited?token=${token}`;
      post?.send(invitationLetter(email, input.role, link));
      return ok({ email, link });
    },
  }),
  operation({
    id: 'people.withdraw-invitation',
    summary: 'Withdraw an invitation',
    who: 'admin',
    path: 'people/invitations/{id}/withdraw',
    input: z.strictObject({ id: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: named,
    draft: 'none',
    run: ({ db, actor, now }, input) => withdrawInvitation(db, input, actor, now),
  }),
  operation({
    id: 'people.accept-invitation',
    summary: 'Take up an invitation',
    who: 'anyone',
    provided: 'whoever holds its link',
    path: 'people/join',
    input: z.strictObject({ token, name: text, password: text }),
    output: z.strictObject({ email: z.string() }),
    draft: 'none',
    run: ({ db, now }, input) => acceptInvitation(db, input, now),
  }),
  operation({
    id: 'people.ask-reset',
    summary: 'Ask for a link to reset a forgotten password',
    who: 'anyone',
    path: 'people/forgotten',
    input: z.strictObject({ email: text }),
    output: z.strictObject({ asked: z.literal(true) }),
    draft: 'none',
    run: async ({ db, now, network = 'unknown', post }, { email }) => {
      const asked = await askReset(db, email, network, now);
      if (!asked.ok) return asked;
      // Nobody waits for the letter: how long the answer takes would tell who is here.
      if (asked.value.token) post?.send(resetLetter(asked.value.email, `${post.site}/sign-in/reset?token=${asked.value.token}`));
      return ok({ asked: true as const });
    },
  }),
  operation({
    id: 'people.reset-password',
    summary: 'Reset a forgotten password',
    who: 'anyone',
    provided: 'whoever holds the link from the letter',
    path: 'people/reset',
    input: z.strictObject({ token, password: text }),
    output: z.strictObject({ reset: z.literal(true) }),
    draft: 'none',
    run: async ({ db, now }, input) => {
      const reset = await resetPassword(db, input, now);
      return reset.ok ? ok({ reset: true as const }) : reset;
    },
  }),
];
