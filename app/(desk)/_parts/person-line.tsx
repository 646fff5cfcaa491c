import type { FormState } from '@/app/_shell/desk-page';
import type { PersonRow } from '@/db/people';
import { dayWords, ROLE_WORDS } from '@/lib/publication';
import { Choice, OperationForm } from './forms';
import { ROLE_CHOICES } from './invitations';

interface Props {
  person: PersonRow;
  self: boolean;
  secondFactor: boolean;
  page: string;
}

const NONE: FormState = { name: '', draft: null, refused: null };

/** One person with role, access and what can be done about them. */
export function PersonLine({ person, self, secondFactor, page }: Props) {
  const step = (operation: string, word: string) => (
    <OperationForm path={`people/${person.id}/${operation}`} page={page}>
      <button type="submit" className="button slim" aria-label={`${word}: ${person.name}`}>
        {word}
      </button>
    </OperationForm>
  );
  return (
    <tr>
      <th scope="row">
        {person.name}
        {self && <span className="quiet"> (you)</span>}
        <span className="quiet address">
          {person.email.slice(0, person.email.lastIndexOf('@'))}
          <wbr />
          {person.email.slice(person.email.lastIndexOf('@'))}
        </span>
      </th>
      <td data-label="Role">
        {ROLE_WORDS[person.role].word}
        {person.demo && <span className="quiet"> (demonstration)</span>}
      </td>
      <td data-label="Access">
        {person.disabledAt ? `Disabled since ${dayWords(person.disabledAt)}` : 'May sign in'}
        {secondFactor && <span className="quiet address">with a second factor</span>}
      </td>
      <td>
        <div className="judge">
          {!person.disabledAt && step('revoke-sessions', 'End sessions')}
          {person.disabledAt ? step('enable', 'Enable') : step('disable', 'Disable')}
          <details>
            <summary aria-label={`Change role: ${person.name}`}>Change role …</summary>
            <OperationForm path={`people/${person.id}/role`} page={page} className="form" label={`Role of ${person.name}`}>
              <Choice
                state={NONE}
                scope={person.id}
                name="role"
                label="Role"
                empty={null}
                otherwise={person.role}
                options={ROLE_CHOICES}
                hint="From their next click on, in sessions that are open too."
              />
              <button type="submit" className="button slim">
                Change the role
              </button>
            </OperationForm>
          </details>
          {secondFactor && !self && (
            <details>
              <summary aria-label={`Second factor: ${person.name}`}>Second factor …</summary>
              <OperationForm path={`people/${person.id}/second-factor/remove`} page={page} className="form">
                <p className="hint">Be sure that it is {person.name} who asks: their password alone then lets in.</p>
                <button type="submit" className="button slim danger">
                  Take it away
                </button>
              </OperationForm>
            </details>
          )}
        </div>
      </td>
    </tr>
  );
}
