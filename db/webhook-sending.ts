import { createHmac } from 'node:crypto';
import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import { type Instant, ok } from '@/lib/base';
import type { Site } from '@/lib/publication';
import { changesSince, inWords, type ToldChange } from './changes';
import { newId } from './ids';
import { changeData } from './lookups';
import type { Database } from './open';
import { type Reached, reach, sendTo } from './outbound';
import { publicChanges, webhookDeliveries, webhooks } from './schema';
import { unlogged } from './verb';
import { hostsOfTests } from './webhooks';

/** Seconds until the next try: eight of them over a day and a half, then it is given up until somebody sends it again. */
const WAITS = [10, 60, 300, 1800, 7200, 21_600, 86_400];
/** So many are sent to one address before the next look. */
const TOGETHER = 20;

type Delivery = typeof webhookDeliveries.$inferSelect;
type Webhook = typeof webhooks.$inferSelect;

/** Says when and by whom it was sent: the moment in seconds, and the HMAC-SHA256 of it, a dot and the body. */
const signatureOf = (secret: string, second: number, body: string): string =>
  `t=${second},v1=${createHmac('sha256', secret).update(`${second}.${body}`).digest('hex')}`;

/**
 * Notes for each webhook what was told since, and sends what is due: one change, one request. Each address is looked at anew before it is sent
 * to. Gives how many arrived and how many did not.
 */
export async function sendWebhooks(db: Database, site: Site, now: Instant): Promise<{ arrived: number; failed: number }> {
  const open = await db.read.select().from(webhooks).where(isNull(webhooks.revokedAt));
  for (const webhook of open) await noteDue(db, webhook, now);
  // Who answers slowly keeps nobody else waiting.
  const sent = (await Promise.all(open.map((webhook) => sendDue(db, webhook, site, now)))).flat();
  return { arrived: sent.filter(Boolean).length, failed: sent.filter((arrived) => !arrived).length };
}

async function noteDue(db: Database, { id, told }: Webhook, now: Instant): Promise<void> {
  const changes = await changesSince(db.read, told);
  const last = changes.at(-1);
  if (!last) return;
  await unlogged(db, async (tx) => {
    const rows = changes.map(({ seq }) => ({ id: newId(), webhookId: id, seq, tries: 0, dueAt: now, createdAt: now }));
    await tx.insert(webhookDeliveries).values(rows);
    await tx.update(webhooks).set({ told: last.seq }).where(eq(webhooks.id, id));
    return ok(null);
  });
}

async function sendDue(db: Database, webhook: Webhook, site: Site, now: Instant): Promise<boolean[]> {
  const due = await db.read
    .select({ delivery: webhookDeliveries, change: publicChanges })
    .from(webhookDeliveries)
    .innerJoin(publicChanges, eq(publicChanges.seq, webhookDeliveries.seq))
    .where(and(eq(webhookDeliveries.webhookId, webhook.id), lte(webhookDeliveries.dueAt, now)))
    .orderBy(asc(webhookDeliveries.dueAt), asc(webhookDeliveries.seq))
    .limit(TOGETHER);
  if (due.length === 0) return [];
  const told = await db.snapshot((read) =>
    inWords(
      read,
      due.map(({ change }) => change),
    ),
  );
  const arrived: boolean[] = [];
  for (const [at, { delivery }] of due.entries()) {
    const tried = await attempt(webhook, delivery, told[at] as ToldChange, site, now);
    arrived.push(tried.doneAt !== null);
    await unlogged(db, async (tx) => ok(await tx.update(webhookDeliveries).set(tried).where(eq(webhookDeliveries.id, delivery.id))));
  }
  return arrived;
}

type Tried = Pick<Delivery, 'tries' | 'status' | 'fault' | 'dueAt' | 'doneAt'>;

async function attempt({ url, secret }: Webhook, delivery: Delivery, change: ToldChange, site: Site, now: Instant): Promise<Tried> {
  const tries = delivery.tries + 1;
  const wait = WAITS[tries - 1];
  const failed = (status: number | null, fault: string): Tried => ({
    ...{ tries, status, fault, doneAt: null },
    dueAt: wait === undefined ? null : new Date(Date.parse(now) + wait * 1000).toISOString(),
  });
  const reached = await reach(url, hostsOfTests());
  if (!reached.ok) return failed(null, reached.refusal.cause);
  try {
    const status = await send(reached.value, secret, delivery.id, JSON.stringify(changeData(change, site)), now);
    if (status >= 200 && status < 300) return { tries, status, fault: null, dueAt: null, doneAt: now };
    return failed(status, status >= 300 && status < 400 ? 'It leads elsewhere, and no redirect is followed.' : `It answered ${status}.`);
  } catch (error) {
    return failed(null, `It could not be reached: ${(error as { code?: string }).code ?? (error as Error).message}.`);
  }
}

function send(to: Reached, secret: string, delivery: string, body: string, now: Instant): Promise<number> {
  const second = Math.floor(Date.parse(now) / 1000);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Countercheck webhook',
    'countercheck-delivery': delivery,
    'countercheck-signature': signatureOf(secret, second, body),
  };
  return sendTo(to, headers, body);
}
