import type { Metadata } from 'next';
import { database, now } from '@/app/_shell/database';
import { formState, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { ROLES } from '@/db/actor';
import { openInvitations } from '@/db/links';
import { listPeople } from '@/db/people';
import { peopleWithSecondFactor } from '@/db/second-factor';
import { lastSignIns } from '@/db/sign-in-history';
import { ROLE_WORDS } from '@/lib/publication';
import { Choice, OperationForm, TextField } from '../../_parts/forms';
import { Invitations, ROLE_CHOICES } from '../../_parts/invitations';
import { DoneNote, ProblemNote } from '../../_parts/notices';
import { PersonLine } from '../../_parts/person-line';
import { SignInTable } from '../../_parts/sign-in-table';

export const metadata: Metadata = { title: 'People' };

const PAGE = '/admin/people';

export default async function PeoplePage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor('admin');
  const db = await database();
  const [people, withFactor] = [await listPeople(db), await peopleWithSecondFactor(db.read)];
  const add = await formState('people.add', actor, searchParams);
  const invite = await formState('people.invite', actor, searchParams);
  const asked = await queryValue(searchParams, 'draft');
  const refused = asked?.startsWith('people.') ? (await formState(asked, actor, searchParams)).refused : null;
  return (
    <>
      <DoneNote done={await queryValue(searchParams, 'done')} names={new Map(people.map(({ id, name }) => [id, name]))} />
      <ProblemNote refusal={refused} scope={asked === 'people.invite' ? 'invite' : null} />
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
                <PersonLine
                  key={person.id}
                  person={person}
                  self={person.id === actor.id}
                  secondFactor={withFactor.has(person.id)}
                  page={PAGE}
                />
              ))}
            </tbody>
          </table>
        </section>
        <div>
          <Invitations waiting={await openInvitations(db.read, now())} state={invite} page={PAGE} />
          <section aria-labelledby="add">
            <h2 id="add">Add a person without a letter</h2>
            <OperationForm path="people" page={PAGE} className="form" label="New person">
              <TextField state={add} name="email" type="email" label="E-mail address" />
              <TextField state={add} name="name" label="Name" hint="Seen on the desk. The public sees roles, never names." />
              <Choice state={add} name="role" label="Role" empty={null} otherwise="reviewer" options={ROLE_CHOICES} />
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
      </div>
      <section aria-labelledby="sign-ins">
        <h2 id="sign-ins">Sign-ins of the last 90 days</h2>
        <SignInTable lines={await lastSignIns(db.read, null)} named />
      </section>
    </>
  );
}
