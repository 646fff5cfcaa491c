'use client';

import { type FormEvent, useState } from 'react';
import { Dialog } from '../_keys/dialog';

interface Props {
  /** Whose page this is: what was typed goes to nobody else's drafts. */
  person: string;
  onDone(): void;
  onClose(): void;
  onLater(): void;
}

/** The session ended while somebody wrote: the way back in, on the page itself, so that nothing has to be typed again. */
export function SignInAgain({ person, onDone, onClose, onLater }: Props) {
  const [refused, setRefused] = useState('');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const answer = await ask({ email: String(fields.get('email')), password: String(fields.get('password')) });
    if (answer.id === person) {
      onClose();
      onDone();
    } else if (answer.id) setRefused('This page belongs to somebody else. Sign in as that person, or open the desk in another window.');
    else setRefused(answer.words);
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
        <label className="field">
          <span>E-mail address</span>
          <input type="email" name="email" autoComplete="username" required />
        </label>
        <label className="field">
          <span>Password</span>
          <input type="password" name="password" autoComplete="current-password" required />
        </label>
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

async function ask(fields: { email: string; password: string }): Promise<{ id?: string; words: string }> {
  try {
    const response = await fetch('/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    });
    const answer = (await response.json()) as { id?: string; detail?: string; next?: string };
    return response.ok ? { id: answer.id, words: '' } : { words: `${answer.detail ?? ''} ${answer.next ?? ''}` };
  } catch {
    return { words: 'The server was not reached. What you wrote is kept in this browser; try again when you are online.' };
  }
}
