import type { ReactNode } from 'react';
import type { Link } from '@/db/links';
import type { Refusal } from '@/lib/base';
import { ROLE_WORDS } from '@/lib/publication';
import { barePage } from './bare-page';
import { retryHeader } from './problem';
import { BareProblem } from './sign-in-page';

const Card = ({ title, children }: { title: string; children: ReactNode }) => (
  <main className="bare-card">
    <p className="bare-brand">
      <a href="/">Countercheck</a>
    </p>
    <h1>{title}</h1>
    {children}
  </main>
);

const page = (title: string, body: ReactNode, refusal: Refusal | null = null) =>
  barePage(refusal?.status ?? 200, title, <Card title={title}>{body}</Card>, refusal ? retryHeader(refusal) : {});

const BackToSignIn = () => (
  <p className="small-print">
    <a href="/sign-in">Back to the page to sign in</a>
  </p>
);

const NewPassword = ({ label }: { label: string }) => (
  <div className="field">
    <label htmlFor="password">{label}</label>
    <input type="password" id="password" name="password" autoComplete="new-password" required aria-describedby="h-password" />
    <p className="hint" id="h-password">
      Ten characters at least; a long phrase is best.
    </p>
  </div>
);

export const forgotPage = (refusal: Refusal | null, email = '') =>
  page(
    'Another password',
    <>
      {refusal && <BareProblem refusal={refusal} />}
      <p>You get a letter with a link, by which you choose one.</p>
      <form method="post" action="/sign-in/forgot" className="form">
        <label className="field">
          <span>E-mail address</span>
          <input type="email" name="email" autoComplete="username" required defaultValue={email} />
        </label>
        <button type="submit" className="button primary">
          Send me the link
        </button>
      </form>
      <BackToSignIn />
    </>,
    refusal,
  );

/** The same words whether or not somebody has the address. */
export const askedPage = () =>
  page(
    'Look into your mail',
    <>
      <p>If somebody here signs in with that address, a letter with a link is on its way. The link works once, within an hour.</p>
      <p>
        Nothing came? Look among unwanted mail, then ask the operator of this desk: where no mail is set up, letters wait in a folder there.
      </p>
      <BackToSignIn />
    </>,
  );

export const resetPage = (token: string, refusal: Refusal | null) =>
  page(
    'Choose another password',
    <>
      {refusal && <BareProblem refusal={refusal} />}
      <form method="post" action="/sign-in/reset" className="form">
        <input type="hidden" name="token" value={token} />
        <NewPassword label="New password" />
        <button type="submit" className="button primary">
          Keep this password
        </button>
        <p className="hint">All sessions that are open with the old one end.</p>
      </form>
    </>,
    refusal,
  );

export const invitedPage = (token: string, { email, role }: Pick<Link, 'email' | 'role'>, refusal: Refusal | null, name = '') =>
  page(
    'You are invited',
    <>
      {refusal && <BareProblem refusal={refusal} />}
      <p>
        To this desk as <strong>{ROLE_WORDS[role ?? 'reader'].one}</strong>.
      </p>
      <p className="quiet">{ROLE_WORDS[role ?? 'reader'].meaning}</p>
      <form method="post" action="/sign-in/invited" className="form">
        <input type="hidden" name="token" value={token} />
        <div className="field">
          <label htmlFor="address">Address you sign in with</label>
          <input type="email" id="address" autoComplete="username" readOnly defaultValue={email ?? ''} />
        </div>
        <div className="field">
          <label htmlFor="name">Your name</label>
          <input type="text" id="name" name="name" autoComplete="name" required defaultValue={name} aria-describedby="h-name" />
          <p className="hint" id="h-name">
            Seen on the desk. The public sees roles, never names.
          </p>
        </div>
        <NewPassword label="Password" />
        <button type="submit" className="button primary">
          Join the desk
        </button>
      </form>
    </>,
    refusal,
  );

/** A link that was used, withdrawn, cut on its way or has expired: which of these, nobody is told. */
export const overPage = (next: { href: string; words: string }) =>
  page(
    'This link works no more',
    <>
      <p>It was used, withdrawn, replaced by a later one, or has expired.</p>
      <p>
        <a href={next.href}>{next.words}</a>
      </p>
    </>,
    { status: 410, code: 'LinkOver', cause: '', next: '' },
  );
