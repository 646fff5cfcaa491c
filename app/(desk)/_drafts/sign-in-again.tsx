'use client';

import { type FormEvent, useEffect, useState } from 'react';
import { PasswordFields } from '@/app/_ui/password-fields';
import { Dialog } from '../_keys/dialog';
import { isWriting } from '../_keys/keyboard';

interface Props {
  /** Whose page this is: what was typed goes to nobody else's drafts. */
  person: string;
  onDone(): void;
  onClose(): void;
  onLater(): void;
}

/**
 * The session ended while somebody wrote: the way back in, on the page itself, so that nothing has to be typed again. As long as they write, it is
 * a line that takes no focus: the next words would land in the field of an address.
 */
export function SignInAgain(props: Props) {
  const [asks, setAsks] = useState(() => !isAtWork());
  useEffect(() => {
    if (asks) return;
    const onKey = (event: KeyboardEvent) => {
      const leads = (event.key === 'Tab' && !event.shiftKey) || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
      if (!leads || !isAtWork()) return;
      event.preventDefault();
      event.stopPropagation();
      setAsks(true);
    };
    // Between two fields nothing has the focus for a moment.
    const onLeave = () => setTimeout(() => isAtWork() || setAsks(true));
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('focusout', onLeave);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('focusout', onLeave);
    };
  }, [asks]);
  if (asks) return <SignInDialog {...props} />;
  return (
    <p className="offline" role="alert">
      Your session has ended. What you write is kept in this browser: write on, and press Tab to sign in.{' '}
      <button type="button" className="button slim" onClick={() => setAsks(true)}>
        Sign in
      </button>
    </p>
  );
}

/** Whether somebody writes at this moment. */
const isAtWork = (): boolean => document.activeElement instanceof HTMLElement && isWriting(document.activeElement);

function SignInDialog({ person, onDone, onClose, onLater }: Props) {
  const [refused, setRefused] = useState('');
  /** The password was right, and a code is asked for: the token of the first step. */
  const [step, setStep] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const answer = await ask(Object.fromEntries(new FormData(event.currentTarget)));
    if (answer.id === person) {
      onClose();
      onDone();
      return;
    }
    setStep(answer.step ?? null);
    setRefused(
      answer.id ? 'This page belongs to somebody else. Sign in as that person, or open the desk in another window.' : answer.words,
    );
  };
  return (
    <Dialog label="Sign in again" className="sign-in-again" onClose={onClose}>
      <form onSubmit={submit} className="form">
        <h2>Your session has ended</h2>
        <p>What you wrote is still here. Sign in, and it is saved as your draft.</p>
        {refused && (
          <p className="fault" role="alert">
            {refused}
          </p>
        )}
        {step === null ? <PasswordFields /> : <CodeField step={step} />}
        <p className="dialog-acts">
          <button type="submit" className="button primary">
            Sign in
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              onLater();
              onClose();
            }}
          >
            Later
          </button>
          <a href="/sign-in" target="_blank" rel="noreferrer">
            Sign in another way, in a new window
          </a>
        </p>
      </form>
    </Dialog>
  );
}

/** Its own field has the focus: whoever sees it has just pressed “Sign in”. */
function CodeField({ step }: { step: string }) {
  return (
    <>
      <input type="hidden" name="step" value={step} />
      <label className="field">
        <span>Code of your app, or a recovery code</span>
        <input ref={(field) => field?.focus()} type="text" name="code" autoComplete="one-time-code" required />
      </label>
    </>
  );
}

async function ask(fields: { [name: string]: FormDataEntryValue }): Promise<{ id?: string; step?: string; words: string }> {
  try {
    const response = await fetch('/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    });
    const answer = (await response.json()) as { id?: string; detail?: string; next?: string; details?: { step?: string } };
    return response.ok
      ? { id: answer.id, words: '' }
      : { step: answer.details?.step, words: `${answer.detail ?? ''} ${answer.next ?? ''}` };
  } catch {
    return {
      step: fields.step?.toString(),
      words: 'The server was not reached. What you wrote is kept in this browser; try again when you are online.',
    };
  }
}
