import { z } from 'zod';
import { type Result, refuse } from '@/lib/base';
import type { Actor } from '../actor';
import { sendDigests } from '../digest';
import { setFollow } from '../following';
import { KINDS, type NotificationKind } from '../notification-kinds';
import { setNotifications } from '../notification-settings';
import { FOLLOWED } from '../notification-tables';
import { markRead } from '../reading-notifications';
import { box, id, optionalText } from './fields';
import { operation } from './operation';

/** A box for each kind: ticked is told. */
const told = z.strictObject(Object.fromEntries(KINDS.map((kind) => [kind, box])) as Record<NotificationKind, typeof box>).optional();
const offIn = (ticked: Partial<Record<NotificationKind, boolean>> = {}): NotificationKind[] => KINDS.filter((kind) => !ticked[kind]);

const NOBODY = (): Result<never> => refuse(403, 'Forbidden', 'Only a person is told things.', 'Sign in with a name of your own.');
const personOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.id : null);

/** What people follow and are told is private: it is no fact of the log, and only they can ask for it. */
export const notificationOperations = [
  operation({
    id: 'follows.set',
    summary: 'Follow a measure, an outlet or a speaker, or follow it no more',
    who: 'reader',
    path: 'follows',
    input: z.strictObject({ kind: z.enum(FOLLOWED), id, follow: box }),
    output: z.strictObject({ follows: z.boolean() }),
    draft: 'none',
    run: async ({ db, actor, now }, input) => {
      const person = personOf(actor);
      return person === null ? NOBODY() : setFollow(db, person, input, now);
    },
  }),
  operation({
    id: 'notifications.read',
    summary: 'Mark what you were told as read',
    who: 'reader',
    path: 'notifications/read',
    input: z.strictObject({ one: id.optional(), until: optionalText }),
    output: z.strictObject({ read: z.int() }),
    draft: 'none',
    run: async ({ db, actor, now }, { one = null, until }) => {
      const person = personOf(actor);
      return person === null ? NOBODY() : markRead(db, person, { id: one, until }, now);
    },
  }),
  operation({
    id: 'settings.notifications',
    summary: 'Choose what you are told, in the app and by mail',
    who: 'reader',
    path: 'settings/notifications',
    input: z.strictObject({ app: told, mail: told }),
    output: z.strictObject({ off: z.int() }),
    draft: 'none',
    run: async ({ db, actor, now }, { app, mail }) => {
      const person = personOf(actor);
      return person === null ? NOBODY() : setNotifications(db, person, { off: { app: offIn(app), mail: offIn(mail) } }, now);
    },
  }),
  operation({
    id: 'notifications.digest',
    summary: 'Send the letters with what people were told',
    who: 'owner',
    path: 'notifications/digest',
    input: z.strictObject({}),
    output: z.strictObject({ letters: z.int(), failed: z.int() }),
    draft: 'none',
    run: async ({ db, post, now }) =>
      post
        ? sendDigests(db, post, now)
        : refuse(503, 'NoPost', 'Nothing carries letters here.', 'Run it at the command line, or through the server.'),
  }),
];
