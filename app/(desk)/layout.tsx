import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { currentActor } from '@/app/_shell/actor';
import { database } from '@/app/_shell/database';
import { deskStyleHref } from '@/app/_shell/desk-style';
import { settings } from '@/app/_shell/settings';
import { styleHref } from '@/app/_ui/stylesheet';
import { countUnseenMentions, unreadCount } from '@/db/desk';
import { deskKeys } from './_keys/desk-keys';
import { Frame } from './_keys/frame';
import { KeyBar } from './_keys/key-bar';
import { Masthead } from './_parts/masthead';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { default: 'Desk · Countercheck', template: '%s · Countercheck desk' },
  robots: { index: false, follow: false },
};

/** The frame of every page of the desk. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  const unread = actor ? await unreadCount((await database()).read, actor.id) : 0;
  const path = (await headers()).get('x-desk-path') ?? '/review';
  return (
    <html lang="en">
      <head>
        <link rel="stylesheet" href={styleHref()} />
        <link rel="stylesheet" href={deskStyleHref()} />
        <link rel="stylesheet" href="/theme.css" media="screen" />
        <link rel="manifest" href="/manifest.webmanifest" />
      </head>
      <body className="desk">
        <a className="skip" href="#content">
          Skip to content
        </a>
        <Masthead
          actor={actor}
          path={path}
          demo={settings().mode === 'demo'}
          unread={unread}
          mentions={actor ? await countUnseenMentions((await database()).read, actor.id) : 0}
        />
        <main className="desk-page" id="content">
          {children}
        </main>
        {actor && <KeyBar role={actor.role} />}
        {actor && <Frame person={actor.id} role={actor.role} {...(await deskKeys())} />}
      </body>
    </html>
  );
}
