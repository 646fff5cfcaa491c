import type { Refusal } from '@/lib/base';
import { PasswordFields } from '../_ui/password-fields';
import { barePage } from './bare-page';
import { settings } from './settings';

export interface SignInView {
  status: number;
  /** Where to go afterwards: an own path. */
  next: string;
  email: string;
  refusal: Refusal | null;
  /** A form that was sent after its session had ended, kept in the page until its writer is back. */
  resume: string | null;
  /** The password was right, and a code is asked for: the token of the first step. */
  step?: string | null;
  /** What happened before, in a sentence. */
  note?: string;
  /** What happened went well. */
  done?: boolean;
  headers?: HeadersInit;
}

/** Our own page, without script. The address stays typed, the password never does. */
export const signInPage = ({
  status,
  next,
  email,
  refusal,
  resume,
  step = null,
  note,
  done = false,
  headers,
}: SignInView): Promise<Response> =>
  barePage(
    status,
    'Sign in',
    <main className="bare-card">
      <p className="bare-brand">
        <a href="/">Countercheck</a>
      </p>
      <h1>Sign in to the desk</h1>
      {resume !== null && refusal === null && (
        <div className="notice" role="status">
          <p>
            <strong>Your session had ended.</strong> What you wrote is kept in this page: sign in and it is in its form again.
          </p>
        </div>
      )}
      {note && (
        <div className={done ? 'done' : 'notice'} role="status">
          <p>{note}</p>
        </div>
      )}
      {refusal !== null && refusal.code !== 'CodeNeeded' && <BareProblem refusal={refusal} />}
      <form method="post" action={resume === null ? '/sign-in' : '/sign-in?kept'} className="form">
        <Kept next={next} resume={resume} />
        {step === null ? <PasswordFields email={email} /> : <CodeField step={step} />}
        <button type="submit" className="button primary">
          Sign in
        </button>
      </form>
      <p className="small-print">
        {step === null ? <a href="/sign-in/forgot">I forgot my password</a> : <a href="/sign-in">Begin again</a>}
      </p>
      {settings().oidc && step === null && (
        <form method="post" action="/sign-in/oidc" className="form apart">
          <Kept next={next} resume={null} />
          <button type="submit" className="button">
            Sign in with single sign-on
          </button>
        </form>
      )}
      {settings().mode === 'demo' && step === null && (
        <p className="small-print">
          This is a demonstration. The command that started it printed an address and a password for each demo person.
        </p>
      )}
    </main>,
    headers,
  );

/** Why it did not work, and what to do. */
export const BareProblem = ({ refusal }: { refusal: Refusal }) => (
  <div className="problem" id="problem" role="alert">
    <p>
      <strong>{refusal.cause}</strong>
    </p>
    <p>{refusal.next}</p>
  </div>
);

const CodeField = ({ step }: { step: string }) => (
  <>
    <input type="hidden" name="step" value={step} />
    <div className="field">
      <label htmlFor="code">Code</label>
      <input type="text" id="code" name="code" autoComplete="one-time-code" required aria-describedby="h-code" />
      <p className="hint" id="h-code">
        The six digits that your app shows now. If you lost it, one of your recovery codes.
      </p>
    </div>
  </>
);

const Kept = ({ next, resume }: Pick<SignInView, 'next' | 'resume'>) => (
  <>
    <input type="hidden" name="next" value={next} />
    {resume !== null && <input type="hidden" name="resume" value={resume} />}
  </>
);
