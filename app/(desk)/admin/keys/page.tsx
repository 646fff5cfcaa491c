import type { Metadata } from 'next';
import { database } from '@/app/_shell/database';
import { formState, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { type KeyLine, listKeys } from '@/db/api-keys';
import { SCOPE_NAMES, SCOPES } from '@/db/operations';
import { hasPassword } from '@/db/own-password';
import { listPeople } from '@/db/people';
import { dayWords, instantWords, ROLE_WORDS } from '@/lib/publication';
import { Choice, OperationForm, TextField } from '../../_parts/forms';
import { DoneNote, ProblemNote } from '../../_parts/notices';

export const metadata: Metadata = { title: 'Keys of programs' };

const PAGE = '/admin/keys';

/** Keys by which programs act: who each stands for, what it was made for, and when it was used last. */
export default async function KeysPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor('admin');
  const db = await database();
  const state = await formState('keys.create', actor, searchParams);
  const [keys, people, typed] = [await listKeys(db.read), await listPeople(db), await hasPassword(db.read, actor.id)];
  const holders = people
    .filter(({ disabledAt }) => disabledAt === null)
    .map(({ id, name, role }): [string, string] => [id, `${name} (${ROLE_WORDS[role].word})`]);
  return (
    <>
      <DoneNote done={await queryValue(searchParams, 'done')} />
      <ProblemNote refusal={state.refused} />
      <header className="sheet-head">
        <h1>Keys of programs</h1>
        <p className="quiet">
          A program with a key acts in the name of a person, with at most what they may, and only what the key was made for. Reading needs
          none. What programs may ask stands in <a href="/developers/reference">the reference</a>.
        </p>
      </header>
      <section aria-labelledby="in-force">
        <h2 id="in-force">{keys.length === 0 ? 'No keys yet' : 'Keys'}</h2>
        {keys.length > 0 ? <KeyTable keys={keys} /> : <p>A key that is made below stands here, with its last use.</p>}
      </section>
      <section aria-labelledby="make" className="form-section">
        <h2 id="make">Make a key</h2>
        <OperationForm path="keys" page={PAGE} className="form" label="Make a key" once>
          <TextField state={state} name="name" label="What it is for" />
          <Choice state={state} name="person" label="In whose name" empty={null} otherwise={actor.id} options={holders} />
          <fieldset className="field">
            <legend className="field-name">For what</legend>
            {SCOPE_NAMES.map((scope) => (
              <label key={scope} className="tick">
                <input type="checkbox" name="scopes" value={scope} /> {SCOPES[scope].words}
              </label>
            ))}
          </fieldset>
          {typed ? (
            <TextField state={state} name="old" type="password" label="Your password" complete="current-password" />
          ) : (
            <p className="hint">You have no password here: sign in again, and make the key within ten minutes.</p>
          )}
          <button type="submit" className="button primary">
            Make the key
          </button>
        </OperationForm>
      </section>
    </>
  );
}

function KeyTable({ keys }: { keys: KeyLine[] }) {
  return (
    <table className="stack">
      <caption className="visually-hidden">Keys, the youngest first, and what can be done</caption>
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">In the name of</th>
          <th scope="col">For</th>
          <th scope="col">Last used</th>
          <th scope="col">Steps</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.id}>
            <th scope="row">
              {key.name}
              <span className="quiet address">
                {key.begins}… made on {dayWords(key.createdAt)}
              </span>
            </th>
            <td data-label="In the name of">{key.person}</td>
            <td data-label="For">{key.scopes.join(', ')}</td>
            <td data-label="Last used">{key.usedAt ? instantWords(key.usedAt) : 'never'}</td>
            <td>
              {key.revokedAt ? (
                `Revoked on ${dayWords(key.revokedAt)}`
              ) : (
                <OperationForm path={`keys/${key.id}/revocation`} page={PAGE}>
                  <button type="submit" className="button slim danger" aria-label={`Revoke: ${key.name}`}>
                    Revoke
                  </button>
                </OperationForm>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
