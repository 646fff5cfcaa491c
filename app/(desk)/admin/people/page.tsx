import type { Metadata } from 'next';
import { database } from '@/app/_shell/database';
import { formState, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { ROLES } from '@/db/actor';
import { listPeople, type PersonRow } from '@/db/people';
import { dayWords, ROLE_WORDS } from '@/lib/publication';
import { Choice, OperationForm, TextField } from '../../_parts/forms';
import { DoneNote, ProblemNote } from '../../_parts/notices';

export const metadata: Metadata = { title: 'People' };

const PAGE = '/admin/people';

export default async function PeoplePage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor('admin');
  const people = await listPeople(await database());
  const add = await formState('people.add', actor, searchParams);
  const asked = await queryValue(searchParams, 'draft');
  const refused = asked?.startsWith('people.') ? (await formState(asked, actor, searchParams)).refused : null;
  return (
    <>
      <DoneNote done={await queryValue(searchParams, 'done')} />
      <ProblemNote refusal={refused} />
      <header className="sheet-head">
        <h1>People</h1>
        <details>
          <summary>What each role may do</summary>
          <dl className="facts tight">
            {ROLES.map((role) => (
              <div key={role} className="pair">
                <dt>{ROLE_WORDS[role].word}</dt>
                <dd>{ROLE_WORDS[role].meaning}</dd>
              </div>
            ))}
          </dl>
          <p>
            <a href="/method#roles">Every act and who may do it</a>
          </p>
        </details>
      </header>
      <div className="two">
        <section aria-labelledby="everybody">
          <h2 id="everybody">Everybody</h2>
          <table className="stack people">
            <caption className="visually-hidden">People with access, and what can be done</caption>
            <thead>
              <tr>
                <th scope="col">Person</th>
                <th scope="col">Role</th>
                <th scope="col">Access</th>
                <th scope="col">Steps</th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <PersonLine key={person.id} person={person} self={person.id === actor.id} />
              ))}
            </tbody>
          </table>
        </section>
        <section aria-labelledby="add">
          <h2 id="add">Add a person</h2>
          <OperationForm path="people" page={PAGE} className="form" label="New person">
            <TextField state={add} name="email" type="email" label="E-mail address" />
            <TextField state={add} name="name" label="Name" hint="Seen on the desk. The public sees roles, never names." />
            <Choice
              state={add}
              name="role"
              label="Role"
              empty={null}
              otherwise="reviewer"
              options={ROLES.map((role) => [role, ROLE_WORDS[role].word])}
            />
            <TextField
              state={add}
              name="password"
              type="password"
              label="Password"
              hint="Ten characters at least; a long phrase is best. Empty: single sign-on only."
            />
            <button type="submit" className="button primary">
              Add the person
            </button>
          </OperationForm>
        </section>
      </div>
    </>
  );
}

function PersonLine({ person, self }: { person: PersonRow; self: boolean }) {
  const step = (operation: string, word: string) => (
    <OperationForm path={`people/${person.id}/${operation}`} page={PAGE}>
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
        <span className="quiet address">{person.email}</span>
      </th>
      <td data-label="Role">
        {ROLE_WORDS[person.role].word}
        {person.demo && <span className="quiet"> (demonstration)</span>}
      </td>
      <td data-label="Access">{person.disabledAt ? `Disabled since ${dayWords(person.disabledAt)}` : 'May sign in'}</td>
      <td>
        <div className="judge">
          {!person.disabledAt && step('revoke-sessions', 'End sessions')}
          {person.disabledAt ? step('enable', 'Enable') : step('disable', 'Disable')}
        </div>
      </td>
    </tr>
  );
}
