'use client';

import { useEffect, useRef, useState } from 'react';
import { holdsAt, type KeySettings, keysOf, type Place } from '@/lib/keys';
import { keepDrafts } from '../_drafts/keep';
import { watchLine } from '../_drafts/offline';
import { SignInAgain } from '../_drafts/sign-in-again';
import { watchJobs } from '../_jobs/watch';
import { suggestMentions } from '../_notes/mention';
import { beHere } from '../_presence/here';
import { keepPlace, takePlace } from './items';
import { listen } from './keyboard';
import { Palette } from './palette';
import { preload } from './preload';
import { run, type Stage } from './run';
import { Sheet } from './sheet';
import { whyByNumber } from './verdicts';

/** The page between a press and an act on rows of the queue. */
const ASKED = '/review/batch';

export interface FrameProps {
  place: Place;
  role: string;
  /** Id of whoever works here: what is kept in the browser is kept under it. */
  person: string;
  settings: KeySettings;
  mac: boolean;
}

/** The script of every page of the desk: keys, the sheet and the palette, drafts at every keystroke. Pages need none of it. */
export function Frame(frame: FrameProps) {
  const [open, setOpen] = useState<'sheet' | 'palette' | null>(null);
  const [signIn, setSignIn] = useState<(() => void) | null>(null);
  const [said, setSaid] = useState('');
  const [offline, setOffline] = useState<string | null>(null);
  /** Who said “later” is not asked again on this page: the line at the form goes on telling. */
  const later = useRef(false);
  const stage = useRef<Stage>({ show: setOpen, say: setSaid });
  useEffect(() => {
    const { place, role, settings, person } = frame;
    const map = holdsAt(place, role).map((command) => ({ id: command.id, keys: keysOf(command, settings) }));
    const carryOut = (id: string) => run(id, stage.current);
    const onBar = (event: MouseEvent) => {
      const button = (event.target as Element).closest<HTMLElement>('button[data-frame]');
      if (button) carryOut(button.dataset.command!);
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-command]');
      if (link?.pathname === ASKED) keepPlace(link);
    };
    const onSubmit = (event: SubmitEvent) => keepPlace(event.submitter);
    document.addEventListener('click', onBar);
    document.addEventListener('keydown', whyByNumber);
    document.addEventListener('submit', onSubmit);
    const stops = [
      listen(map, carryOut),
      keepDrafts(person, { say: setSaid, signedOut: (again) => later.current || setSignIn(() => again) }),
      beHere(setSaid),
      suggestMentions(setSaid),
      watchLine(setOffline),
      watchJobs(),
      () => document.removeEventListener('click', onBar),
      () => document.removeEventListener('keydown', whyByNumber),
      () => document.removeEventListener('submit', onSubmit),
    ];
    takePlace(location.pathname === ASKED);
    preload();
    document.documentElement.dataset.desk = 'ready';
    return () => {
      for (const stop of stops) stop();
    };
    // The page is loaded anew for whatever would change these.
  }, []);
  const close = () => setOpen(null);
  return (
    <>
      {open === 'sheet' && <Sheet frame={frame} onClose={close} />}
      {open === 'palette' && (
        <Palette
          frame={frame}
          onClose={close}
          onRun={(id) => {
            close();
            // Once the dialog is gone and the page has its focus back.
            setTimeout(() => run(id, stage.current));
          }}
        />
      )}
      {offline && (
        <p className="offline" role="alert">
          {offline}
        </p>
      )}
      {signIn && (
        <SignInAgain
          person={frame.person}
          onDone={signIn}
          onClose={() => setSignIn(null)}
          onLater={() => {
            later.current = true;
          }}
        />
      )}
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
    </>
  );
}
