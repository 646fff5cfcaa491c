import { and, eq } from 'drizzle-orm';
import { type Instant, ok, type Result } from '@/lib/base';
import { KINDS, type NotificationKind } from './notification-kinds';
import type { Database, Reads } from './open';
import { settings } from './schema';
import { unlogged } from './verb';

/** The two ways in which people are told. */
type Way = 'app' | 'mail';

/** What a person does not want to hear of, each way apart. */
export interface NotificationSettings {
  off: Record<Way, NotificationKind[]>;
}

/** Whether a person switched a kind off one way. What they set may be of before there was such a kind, or nothing at all. */
export const isOff = (value: unknown, way: Way, kind: NotificationKind): boolean =>
  ((value as Partial<NotificationSettings>).off?.[way] ?? []).includes(kind);

export async function notificationSettings(from: Reads, personId: string): Promise<NotificationSettings> {
  const row = await from.select({ value: settings.value }).from(settings).where(own(personId)).get();
  const of = (way: Way) => KINDS.filter((kind) => isOff(row?.value ?? {}, way, kind));
  return { off: { app: of('app'), mail: of('mail') } };
}

/** Sets which kinds a person hears of. It is private, so it is no fact of the log. What waits for the next digest is as it was set when it happened. */
export function setNotifications(
  db: Database,
  personId: string,
  value: NotificationSettings,
  now: Instant,
): Promise<Result<{ off: number }>> {
  return unlogged(db, async (tx) => {
    await tx
      .insert(settings)
      .values({ personId, name: 'notifications', value, changedAt: now })
      .onConflictDoUpdate({ target: [settings.personId, settings.name], set: { value, changedAt: now } });
    return ok({ off: value.off.app.length + value.off.mail.length });
  });
}

const own = (personId: string) => and(eq(settings.personId, personId), eq(settings.name, 'notifications'));
