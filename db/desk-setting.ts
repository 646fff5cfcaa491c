import { eq } from 'drizzle-orm';
import type { Reads, Tx } from './open';
import { deskSettings } from './schema';

/** What an administrator may set for the whole desk. */
type DeskSetting = 'review' | 'audit-share' | 'queue';

/** The value as it is kept; null where nobody set it. */
export async function deskSetting(from: Reads, name: DeskSetting): Promise<string | null> {
  return (await from.select().from(deskSettings).where(eq(deskSettings.name, name)).get())?.value ?? null;
}

/** @param value null leaves it to what stands where nobody set it. */
export async function keepDeskSetting(tx: Tx, name: DeskSetting, value: string | null): Promise<void> {
  if (value === null) await tx.delete(deskSettings).where(eq(deskSettings.name, name));
  else await tx.insert(deskSettings).values({ name, value }).onConflictDoUpdate({ target: deskSettings.name, set: { value } });
}
