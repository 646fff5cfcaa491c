import { eq } from 'drizzle-orm';
import { digestOf } from '@/lib/audit';
import { ENGINE_VERSION } from '@/lib/claim';
import { append } from './audit';
import type { ReadColumns } from './hand-columns';
import type { Reads, Tx } from './open';
import type { Person } from './people';
import { claims, handReadings } from './schema';
import { withSpeakers } from './speakers';

export type HandRow = typeof handReadings.$inferSelect;

/** The acts that read by hand, as the log names them. */
export const HAND_ACTS = { added: 'claims.add', corrected: 'claims.correct', 'taken-back': 'claims.take-back' } as const;

export const claimSubject = (id: string): string => `claim:${id}`;

/** What the log keeps of an act: the digest of what stood before and that of the whole row with what stands after it. */
export const handHashes = ({ seq: _, ...row }: HandRow): string[] => [digestOf(row.before), digestOf(row)];

/** Every act on a claim, the first one first. */
export const handsOn = (from: Reads, claimId: string): Promise<HandRow[]> =>
  from.select().from(handReadings).where(eq(handReadings.claimId, claimId)).orderBy(handReadings.revision);

/** What of an act its verb says. */
export type Hand = Pick<
  HandRow,
  'claimId' | 'revision' | 'act' | 'takesBack' | 'changed' | 'before' | 'reading' | 'selected' | 'reason' | 'at'
>;

/** Keeps an act with its fact, and makes what it says what the claim says. Nothing of the acts before it is touched. */
export async function recordHand(tx: Tx, hand: Hand, by: Person): Promise<void> {
  const row: HandRow = { ...hand, seq: 0, engine: ENGINE_VERSION, by: by.id, byRole: by.role };
  const { at, revision } = hand;
  const fact = { at, actor: by, action: HAND_ACTS[hand.act], subject: claimSubject(hand.claimId) };
  const seq = await append(tx, { ...fact, fromVersion: revision - 1, toVersion: revision, evidenceHashes: handHashes(row) });
  await tx.insert(handReadings).values({ ...row, seq });
  if (hand.act !== 'added')
    await tx
      .update(claims)
      .set({ ...(hand.reading satisfies ReadColumns), speakerId: await speakerOf(tx, hand) })
      .where(eq(claims.id, hand.claimId));
}

/** Whom the claim leads to once it says that. */
async function speakerOf(tx: Tx, { reading: { speakerName, speakerRole }, at }: Hand): Promise<string | null> {
  const [led] = await withSpeakers(tx, [{ speakerName, speakerRole, createdAt: at }]);
  return led?.speakerId ?? null;
}
