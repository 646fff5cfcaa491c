import type { Refusal } from '@/lib/base';
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
  headers?: HeadersInit;
}

/** Our own page, without script. The address stays typed, the password never does. */
export const signInPage = ({ status, next, email, refusal, resume, headers }: SignInView): Promise<Response> =>
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
      {refusal !== null && (
        <div className="problem" id="problem" role="alert">
          <p>
            <strong>{refusal.cause}</strong>
          </p>
          <p>{refusal.next}</p>
        </div>
      )}
      <form method="post" action={resume === null ? '/sign-in' : '/sign-in?kept'} className="form">
        <Kept next={next} resume={resume} />
        <label className="field">
          <span>E-mail address</span>
          <input type="email" name="email" autoComplete="username" required defaultValue={email} />
        </label>
        <label className="field">
          <span>Password</span>
          <input type="password" name="password" autoComplete="current-password" required />
        </label>
        <button type="submit" className="button primary">
          Sign in
        </button>
      </form>
      {settings().oidc && (
        <form method="post" action="/sign-in/oidc" className="form apart">
          <Kept next={next} resume={null} />
          <button type="submit" className="button">
            Sign in with single sign-on
          </button>
        </form>
      )}
      {settings().mode === 'demo' && (
        <p className="small-print">
          This is a demonstration. The command that started it printed an address and a password for each demo person.
        </p>
      )}
    </main>,
    headers,
  );

const Kept = ({ next, resume }: Pick<SignInView, 'next' | 'resume'>) => (
  <>
    <input type="hidden" name="next" value={next} />
    {resume !== null && <input type="hidden" name="resume" value={resume} />}
  </>
);
