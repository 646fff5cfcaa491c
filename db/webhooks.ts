import { randomBytes } from 'node:crypto';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { digestOf } from '@/lib/audit';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import { type Actor, actorId } from './actor';
import { append } from './audit';
import type { ChangeKind } from './changes';
import { newId } from './ids';
import type { Database, Reads } from './open';
import { reach } from './outbound';
import { publicChanges, webhookDeliveries, webhooks } from './schema';
import { verb } from './verb';

/** Hosts that tests send to; an installation in production starts with none. */
export const hostsOfTests = (env: NodeJS.ProcessEnv = process.env): string[] =>
  env.COUNTERCHECK_MODE === 'production' ? [] : (env.COUNTERCHECK_WEBHOOK_HOSTS ?? '').split(',').filter(Boolean);

/**
 * From now on every public change is sent to this address, signed with a secret that is given this once. 422 `AddressRefused` for one that
 * leads to where nobody should be sent.
 */
export async function addWebhook(
  db: Database,
  { url }: { url: string },
  by: Actor,
  now: Instant,
): Promise<Result<{ id: string; secret: string }>> {
  const reached = await reach(url.trim(), hostsOfTests());
  if (!reached.ok) return reached;
  const secret = `ccw_${randomBytes(32).toString('base64url')}`;
  return verb(db, async (tx) => {
    const [last] = await tx.select({ seq: sql<number>`coalesce(max(${publicChanges.seq}), 0)` }).from(publicChanges);
    const id = newId();
    const address = reached.value.url.href;
    await tx.insert(webhooks).values({ id, url: address, secret, told: Number(last?.seq ?? 0), madeBy: actorId(by), createdAt: now });
    const after = { url: address };
    await append(tx, {
      ...{ at: now, actor: by, action: 'webhooks.create', subject: `webhook:${id}`, reason: reached.value.url.host, after },
      evidenceHashes: [digestOf({ before: null, after })],
    });
    return ok({ id, secret });
  });
}

/** Nothing is sent there any more, what waits to be sent included. 404 `WebhookUnknown`. */
export const revokeWebhook = (db: Database, { id }: { id: string }, by: Actor, now: Instant): Promise<Result<{ id: string }>> =>
  verb(db, async (tx) => {
    const open = and(eq(webhooks.id, id), isNull(webhooks.revokedAt));
    const [row] = await tx.update(webhooks).set({ revokedAt: now }).where(open).returning({ url: webhooks.url });
    if (!row) return refuse(404, 'WebhookUnknown', 'There is no such webhook in force.', 'Look at the list again.');
    await tx.update(webhookDeliveries).set({ dueAt: null }).where(eq(webhookDeliveries.webhookId, id));
    await append(tx, { at: now, actor: by, action: 'webhooks.revoke', subject: `webhook:${id}`, reason: new URL(row.url).host });
    return ok({ id });
  });

/** Sends one delivery again, whatever became of it. 404 `DeliveryUnknown`, also where its webhook was revoked. */
export const resendDelivery = (db: Database, { id }: { id: string }, by: Actor, now: Instant): Promise<Result<{ id: string }>> =>
  verb(db, async (tx) => {
    const row = await tx
      .select({ id: webhookDeliveries.id, webhook: webhooks.id })
      .from(webhookDeliveries)
      .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
      .where(and(eq(webhookDeliveries.id, id), isNull(webhooks.revokedAt)))
      .get();
    if (!row) return refuse(404, 'DeliveryUnknown', 'There is no such delivery of a webhook in force.', 'Look at the list again.');
    await tx.update(webhookDeliveries).set({ dueAt: now, tries: 0, doneAt: null, fault: null }).where(eq(webhookDeliveries.id, id));
    await append(tx, { at: now, actor: by, action: 'webhooks.resend', subject: `webhook:${row.webhook}`, reason: id });
    return ok({ id });
  });

export interface DeliveryLine {
  id: string;
  at: Instant;
  kind: ChangeKind;
  measureId: string;
  tries: number;
  dueAt: Instant | null;
  status: number | null;
  fault: string | null;
  doneAt: Instant | null;
}

export interface WebhookLine {
  id: string;
  url: string;
  createdAt: Instant;
  revokedAt: Instant | null;
  /** The youngest first. */
  deliveries: DeliveryLine[];
}

const MOST_SHOWN = 20;

/** All webhooks there ever were, the youngest first, with what was sent last. */
export async function listWebhooks(from: Reads): Promise<WebhookLine[]> {
  const { id, url, createdAt, revokedAt } = webhooks;
  const rows = await from.select({ id, url, createdAt, revokedAt }).from(webhooks).orderBy(desc(createdAt), id);
  const lines: WebhookLine[] = [];
  for (const row of rows) {
    const sent = await from
      .select({ delivery: webhookDeliveries, kind: publicChanges.kind, measureId: publicChanges.measureId })
      .from(webhookDeliveries)
      .innerJoin(publicChanges, eq(publicChanges.seq, webhookDeliveries.seq))
      .where(eq(webhookDeliveries.webhookId, row.id))
      .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.seq))
      .limit(MOST_SHOWN);
    const deliveries = sent.map(({ delivery, kind, measureId }) => {
      const { id: own, createdAt: at, tries, dueAt, status, fault, doneAt } = delivery;
      return { id: own, at, kind, measureId, tries, dueAt, status, fault, doneAt };
    });
    lines.push({ ...row, deliveries });
  }
  return lines;
}
