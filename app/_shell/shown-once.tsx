import type { ReactNode } from 'react';
import { barePage } from './bare-page';
import { settings } from './settings';

/** What an act gives that is kept nowhere in clear: it is answered by a page of its own, and going on leaves it behind. Null for all others. */
export function shownOnce(operation: string, value: unknown): Promise<Response> | null {
  const { link, email, codes, key, secret } = (value ?? {}) as Partial<Record<'link' | 'email' | 'key' | 'secret', string>> & {
    codes?: string[];
  };
  if (operation === 'people.invite' && link && email) return card('Invited', <Invited link={link} email={email} />, '/admin/people');
  if (operation === 'keys.create' && key) return card('The key', <Key opens={key} />, '/admin/keys');
  if (operation === 'webhooks.create' && secret) return card('The secret of the webhook', <Secret signs={secret} />, '/admin/webhooks');
  if (codes) return card('Your recovery codes', <Codes codes={codes} />, '/review/account');
  return null;
}

/** Where no script runs it stays hidden, and a click selects what is shown. */
const CopyButton = ({ label }: { label: string }) => (
  <p>
    <button type="button" className="button slim" data-copy hidden>
      {label}
    </button>{' '}
    <span role="status" className="quiet" />
  </p>
);

const card = (title: string, body: ReactNode, next: string) =>
  barePage(
    200,
    title,
    <main className="bare-card">
      <h1>{title}</h1>
      {body}
      <p>
        <a className="button primary" href={next}>
          Go on
        </a>
      </p>
    </main>,
    {},
    true,
  );

const Invited = ({ link, email }: { link: string; email: string }) => (
  <>
    <p>
      This link is for <bdi>{email}</bdi>. It works once, within a week, and <strong>is shown this once</strong>.
    </p>
    <p className="once">
      <code>{link}</code>
    </p>
    <CopyButton label="Copy the link" />
    <p>
      {settings().mail.smtpUrl === null
        ? 'No mail is set up here: hand it over yourself. A letter with it lies in the outbox beside the record.'
        : 'A letter with it is on its way too.'}
    </p>
  </>
);

const Key = ({ opens }: { opens: string }) => (
  <>
    <p>
      Whoever has this key acts in the name of its person. It <strong>is shown this once</strong>: put it where the program finds it, and
      nowhere else.
    </p>
    <p className="once">
      <code>{opens}</code>
    </p>
    <p>
      A program sends it as <code>Authorization: Bearer …</code>
    </p>
  </>
);

const Secret = ({ signs }: { signs: string }) => (
  <>
    <p>
      What is sent is signed with this secret, so that whoever gets it can tell that it comes from here. It{' '}
      <strong>is shown this once</strong>.
    </p>
    <p className="once">
      <code>{signs}</code>
    </p>
    <p>
      The header <code>Countercheck-Signature</code> is <code>t=SECONDS,v1=HMAC</code>: the HMAC-SHA256, in hex, of the seconds, a dot and
      the body.
    </p>
  </>
);

const Codes = ({ codes }: { codes: string[] }) => (
  <>
    <p>
      Your sign-in asks for a code from now on. If you lose the app, each of these lets you in once. They{' '}
      <strong>are shown this once</strong>: write them down, away from the device.
    </p>
    <ol className="once">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ol>
    <CopyButton label="Copy the codes" />
  </>
);
