import { and, eq } from 'drizzle-orm';
import { type Instant, ok, type Result, refusedForm } from '@/lib/base';
import { AS_DELIVERED, type KeySettings, keyFaults, keysToKeep } from '@/lib/keys';
import type { Database, Reads } from './open';
import { settings } from './schema';
import { unlogged } from './verb';

/** The keys a person works with: those delivered, until they changed some. */
export async function keySettings(from: Reads, personId: string): Promise<KeySettings> {
  const row = await from.select({ value: settings.value }).from(settings).where(own(personId)).get();
  return (row?.value as KeySettings | undefined) ?? AS_DELIVERED;
}

/**
 * Sets the keys of a person, as typed. It is private, so it is no fact of the log. 422 `KeyTaken` where two commands of one page would
 * share a key, `KeyUnreadable`, `CommandUnknown`; all that is wrong is named at once.
 */
export function setKeys(db: Database, personId: string, typed: KeySettings, now: Instant): Promise<Result<{ changed: number }>> {
  return unlogged(db, async (tx) => {
    // A form sends every key there is: what is as delivered was not changed, and a clash stands by what was.
    const value = { letters: typed.letters, keys: keysToKeep(typed.keys) };
    const [first, ...others] = keyFaults(value);
    if (first) return { ok: false, refusal: refusedForm([first, ...others]) };
    await tx
      .insert(settings)
      .values({ personId, name: 'keys', value, changedAt: now })
      .onConflictDoUpdate({ target: [settings.personId, settings.name], set: { value, changedAt: now } });
    return ok({ changed: Object.keys(value.keys).length });
  });
}

const own = (personId: string) => and(eq(settings.personId, personId), eq(settings.name, 'keys'));
