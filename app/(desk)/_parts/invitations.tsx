import type { FormState } from '@/app/_shell/desk-page';
import { ROLES } from '@/db/actor';
import type { Link } from '@/db/links';
import { instantWords, ROLE_WORDS } from '@/lib/publication';
import { Choice, OperationForm, TextField } from './forms';

export const ROLE_CHOICES = ROLES.map((role): [string, string] => [role, ROLE_WORDS[role].word]);

/** Inviting somebody, and the invitations that wait. */
export function Invitations({ waiting, state, page }: { waiting: Link[]; state: FormState; page: string }) {
  return (
    <section aria-labelledby="invite">
      <h2 id="invite">Invite somebody</h2>
      <OperationForm path="people/invitations" page={page} className="form" label="Invitation">
        <TextField
          state={state}
          scope="invite"
          name="email"
          type="email"
          label="E-mail address"
          hint="They get a link by which they choose a name and a password. It works once, within a week."
        />
        <Choice state={state} scope="invite" name="role" label="Role" empty={null} otherwise="reviewer" options={ROLE_CHOICES} />
        <button type="submit" className="button primary">
          Invite
        </button>
      </OperationForm>
      {waiting.length > 0 && (
        <>
          <h3 className="next-step">Waiting to be taken up</h3>
          <ul className="sessions">
            {waiting.map(({ id, email, role, expiresAt }) => (
              <li key={id}>
                <span>
                  <strong>{email}</strong>
                  <span className="quiet">
                    as {ROLE_WORDS[role ?? 'reader'].one}, until {instantWords(expiresAt)}
                  </span>
                </span>
                <OperationForm path={`people/invitations/${id}/withdraw`} page={page}>
                  <button type="submit" className="button slim" aria-label={`Withdraw the invitation of ${email}`}>
                    Withdraw
                  </button>
                </OperationForm>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
