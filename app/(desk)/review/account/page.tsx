import type { Metadata } from 'next';
import { sessionId } from '@/app/_shell/actor';
import { database, now } from '@/app/_shell/database';
import { formState, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { hasPassword } from '@/db/own-password';
import { openSessions, storedSession } from '@/db/people';
import { secondFactorOf } from '@/db/second-factor';
import { lastSignIns } from '@/db/sign-in-history';
import { ROLE_WORDS } from '@/lib/publication';
import { FactorPanel } from '../../_parts/factor-panel';
import { OperationForm, TextField } from '../../_parts/forms';
import { DoneNote, ProblemNote } from '../../_parts/notices';
import { SessionList } from '../../_parts/session-list';
import { SignInTable } from '../../_parts/sign-in-table';

export const metadata: Metadata = { title: 'Your account' };

const PAGE = '/review/account';

/** What everybody looks after by themselves: password, second factor, sessions, and what was tried in their name. */
export default async function AccountPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const { read } = await database();
  const sid = await sessionId();
  const [password, asked] = [await formState('account.change-password', actor, searchParams), await queryValue(searchParams, 'draft')];
  const state = asked?.startsWith('account.') ? await formState(asked, actor, searchParams) : null;
  const scope = state && SCOPES[state.name];
  return (
    <>
      <DoneNote done={await queryValue(searchParams, 'done')} />
      <ProblemNote refusal={state?.refused ?? null} scope={scope ?? null} />
      <header className="sheet-head">
        <h1>Your account</h1>
        <p className="quiet">
          {actor.name}, {ROLE_WORDS[actor.role].word.toLowerCase()}. {ROLE_WORDS[actor.role].meaning}
        </p>
      </header>
      <div className="two">
        <div>
          <section aria-labelledby="password">
            <h2 id="password">Password</h2>
            <OperationForm path="account/password" page={PAGE} className="form" label="Password">
              <TextField state={password} name="old" type="password" label="Your password now" complete="current-password" />
              <TextField
                state={password}
                name="password"
                type="password"
                label="New password"
                hint="Ten characters at least; a long phrase is best. All your other sessions end."
              />
              <button type="submit" className="button">
                Change the password
              </button>
            </OperationForm>
          </section>
          <FactorPanel
            factor={await secondFactorOf(read, actor)}
            hasPassword={await hasPassword(read, actor.id)}
            state={state}
            page={PAGE}
          />
        </div>
        <div>
          <SessionList sessions={await openSessions(read, actor.id, now())} own={sid === null ? null : storedSession(sid)} page={PAGE} />
          <section aria-labelledby="history">
            <h2 id="history">Sign-ins of the last 90 days</h2>
            <SignInTable lines={await lastSignIns(read, actor.id)} named={false} />
          </section>
        </div>
      </div>
    </>
  );
}

/** Forms of this page that ask for the password are told apart by these. */
const SCOPES: Record<string, string> = {
  'account.confirm-second-factor': 'confirm',
  'account.renew-recovery-codes': 'renew',
  'account.drop-second-factor': 'drop',
};
