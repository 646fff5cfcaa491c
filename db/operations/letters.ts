import { ROLE_WORDS } from '@/lib/publication';
import type { Role } from '../actor';
import type { Mail } from '../mail';

/** What somebody reads who is invited. */
export const invitationLetter = (to: string, role: Role, link: string): Mail => ({
  to,
  subject: 'You are invited to a Countercheck desk',
  text: `You are invited to a Countercheck desk, as ${ROLE_WORDS[role].one}.

Choose a name and a password here. The link works once, within a week:

${link}

If you expected nothing of the kind, do nothing: nobody can sign in with your address.
`,
});

/** What somebody reads who asked for another password, or for whom somebody else did. */
export const resetLetter = (to: string, link: string): Mail => ({
  to,
  subject: 'Another password for Countercheck',
  text: `Somebody, most likely you, asked for another password for this address.

Choose it here. The link works once, within an hour:

${link}

If it was not you, do nothing: your password stays as it is.
`,
});
