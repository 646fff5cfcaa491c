import { and, asc, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import type { Database, Reads, Tx } from './open';
import { claims, meta } from './schema';
import { withSpeakers } from './speakers';
import { send, words } from './statement';

export const SPEAKERS_OWED = 'speakers_owed';
/** Claims that are led to their speakers in one transaction. */
const TOGETHER = 500;

/** True where claims were stored before speakers had records. */
export async function areSpeakersOwed(from: Reads): Promise<boolean> {
  return (await from.select().from(meta).where(eq(meta.key, SPEAKERS_OWED)).get()) !== undefined;
}

/** Leads all claims to the records of their speakers, some at a time: others write in between. Cut off, it is still owed. */
export async function refileSpeakers(db: Database): Promise<void> {
  for (let last: string | null = ''; last !== null; ) {
    const after: string = last;
    last = await db.write((tx) => fileSome(tx, after));
  }
  await db.write((tx) => tx.delete(meta).where(eq(meta.key, SPEAKERS_OWED)));
}

/** Gives the id of the last one, or null where none was left. */
async function fileSome(tx: Tx, after: string): Promise<string | null> {
  const { id, speakerName, speakerRole, createdAt } = claims;
  const rows = await tx
    .select({ id, speakerName, speakerRole, createdAt })
    .from(claims)
    .where(and(gt(id, after), isNotNull(speakerName), isNull(claims.speakerId)))
    .orderBy(asc(id))
    .limit(TOGETHER);
  const led = JSON.stringify((await withSpeakers(tx, rows)).map((row) => [row.id, row.speakerId]));
  send(tx, words`UPDATE claims SET speaker_id = led.value ->> 1 FROM json_each(${led}) AS led WHERE claims.id = led.value ->> 0`);
  return rows.at(-1)?.id ?? null;
}
