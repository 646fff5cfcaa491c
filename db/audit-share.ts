import { and, isNull, ne } from 'drizzle-orm';
import { type AuditDraw, drawAudit } from '@/lib/adjudication';
import { digestOf } from '@/lib/audit';
import { type Instant, ok, type Result } from '@/lib/base';
import type { Actor } from './actor';
import { append, headHash } from './audit';
import { deskSetting, keepDeskSetting } from './desk-setting';
import { isAdjudicator } from './editors';
import type { Database, Reads, Tx } from './open';
import { people } from './schema';
import { verb } from './verb';

const AS_DELIVERED = 10;

/** How many of the rulings that two agreed on are looked at by a third person before they are public, in percent. */
export async function auditShare(from: Reads): Promise<number> {
  const set = await deskSetting(from, 'audit-share');
  return set === null ? AS_DELIVERED : Number(set);
}

/** @param share whole percent, 0 to 100; 0 draws none. What was drawn before stays owed. */
export function setAuditShare(db: Database, { share }: { share: number }, by: Actor, now: Instant): Promise<Result<{ share: number }>> {
  return verb(db, async (tx) => {
    const [before, after] = [{ share: await auditShare(tx) }, { share }];
    await keepDeskSetting(tx, 'audit-share', String(share));
    const fact = { action: 'desk.set-audit', subject: 'desk', reason: `${share} %`, evidenceHashes: [digestOf({ before, after })] };
    await append(tx, { at: now, actor: by, ...fact, before, after });
    return ok({ share });
  });
}

/** How it is drawn whether the ruling that comes next is audited; null where the desk wants no audits, or has nobody besides these who could make one. */
export async function drawnAudit(tx: Tx, caseId: string, barred: readonly string[]): Promise<AuditDraw | null> {
  const share = await auditShare(tx);
  if (share === 0) return null;
  const deciders = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(isNull(people.disabledAt), ne(people.role, 'reader')));
  for (const { id } of deciders)
    if (!barred.includes(id) && (await isAdjudicator(tx, id, barred))) return drawAudit(caseId, await headHash(tx), share);
  return null;
}
