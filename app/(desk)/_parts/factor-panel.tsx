import type { FormState } from '@/app/_shell/desk-page';
import type { SecondFactor } from '@/db/second-factor';
import { countWords, instantWords } from '@/lib/publication';
import { OperationForm, TextField } from './forms';

interface Props {
  factor: SecondFactor;
  /** Else it is by a sign-in of the last minutes that its person shows who they are. */
  hasPassword: boolean;
  /** The form of this page that was refused. */
  state: FormState | null;
  page: string;
}

const NONE: FormState = { name: '', draft: null, refused: null };

/** A second factor from nothing to on and off again. Every step works without a script, and the secret as text, without a picture. */
export function FactorPanel({ factor, hasPassword, state, page }: Props) {
  const of = (name: string) => (state?.name === name ? state : NONE);
  return (
    <section aria-labelledby="factor">
      <h2 id="factor">Second factor</h2>
      {factor.state === 'off' && <Off page={page} />}
      {factor.state === 'begun' && <Begun {...{ factor, hasPassword, page }} state={of('account.confirm-second-factor')} />}
      {factor.state === 'on' && (
        <>
          <p>
            On since {instantWords(factor.since)}: signing in asks for a code of your app.{' '}
            {factor.codesLeft === 0 ? 'No recovery code is left.' : `${countWords(factor.codesLeft, 'recovery code')} left.`}
          </p>
          <WithPassword
            {...{ page, hasPassword, path: 'account/recovery-codes', scope: 'renew', state: of('account.renew-recovery-codes') }}
            summary="New recovery codes …"
            hint="The ones you have now stop working."
            button="Make new codes"
          />
          <WithPassword
            {...{ page, hasPassword, path: 'account/second-factor/drop', scope: 'drop', state: of('account.drop-second-factor') }}
            summary="Switch it off …"
            hint="Your password alone then lets in whoever knows it."
            button="Switch the second factor off"
          />
        </>
      )}
    </section>
  );
}

const Off = ({ page }: { page: string }) => (
  <OperationForm path="account/second-factor" page={page} label="Second factor" className="form">
    <p>
      Off. With it, signing in also asks for a code of six digits that an app on your phone or computer shows, so that a password in the
      wrong hands is not enough.
    </p>
    <button type="submit" className="button">
      Set it up
    </button>
  </OperationForm>
);

interface BegunProps {
  factor: Extract<SecondFactor, { state: 'begun' }>;
  hasPassword: boolean;
  page: string;
  state: FormState;
}

function Begun({ factor, hasPassword, page, state }: BegunProps) {
  const scope = 'confirm';
  return (
    <>
      <ol className="steps">
        <li>
          Add an account to your app for codes: <a href={factor.uri}>open it with this link</a>, or type this key there:
          <code className="secret">{factor.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </li>
        <li>Type the code that the app shows.</li>
      </ol>
      <OperationForm path="account/second-factor/confirm" page={page} className="form" label="First code">
        <TextField state={state} scope={scope} name="code" label="Code" complete="one-time-code" />
        {hasPassword ? (
          <TextField state={state} scope={scope} name="old" type="password" label="Your password" complete="current-password" />
        ) : (
          <NoPassword />
        )}
        <button type="submit" className="button primary">
          Switch it on
        </button>
      </OperationForm>
      <OperationForm path="account/second-factor" page={page} label="Another key" className="next-step">
        <button type="submit" className="button slim">
          Begin again with another key
        </button>
      </OperationForm>
    </>
  );
}

const NoPassword = () => <p className="hint">You have no password here: do it within ten minutes after you signed in.</p>;

function WithPassword(props: {
  page: string;
  hasPassword: boolean;
  path: string;
  scope: string;
  state: FormState;
  summary: string;
  hint: string;
  button: string;
}) {
  const { page, hasPassword, path, scope, state, summary, hint, button } = props;
  return (
    <details open={state.refused !== null}>
      <summary>{summary}</summary>
      <OperationForm path={path} page={page} className="form" label={button}>
        {hasPassword ? (
          <TextField state={state} scope={scope} name="old" type="password" label="Your password" hint={hint} complete="current-password" />
        ) : (
          <>
            <p className="hint">{hint}</p>
            <NoPassword />
          </>
        )}
        <button type="submit" className="button">
          {button}
        </button>
      </OperationForm>
    </details>
  );
}
