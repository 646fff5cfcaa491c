import { integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';

/** Tables for programs that read along and write: what was told of what is public, keys, what was sent once, and who is told. Part of the schema in schema.ts. */
const json = (name: string) => text(name, { mode: 'json' });

/** Measures to be looked through for what changed for readers. */
export const publicDue = sqliteTable('public_due', { measureId: text('measure_id').primaryKey(), times: integer('times').notNull() });

/** What was told of a measure last, as a digest of all that readers see of it. */
export const publicKnown = sqliteTable('public_known', { measureId: text('measure_id').primaryKey(), digest: text('digest').notNull() });

/** Every public change in the order in which it was told, for good. The same act may be told of several measures. Its words stand in the record alone. */
export const publicChanges = sqliteTable(
  'public_changes',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    measureId: text('measure_id').notNull(),
    urn: text('urn').notNull(),
    at: text('at').notNull(),
    kind: text('kind').$type<import('./changes').ChangeKind>().notNull(),
  },
  (t) => [unique().on(t.measureId, t.urn)],
);

export const apiKeys = sqliteTable('api_keys', {
  id: text('id').primaryKey(),
  /** In whose name it acts, with at most what they may. */
  personId: text('person_id').notNull(),
  name: text('name').notNull(),
  /** SHA-256 of the key, which stands nowhere. */
  hash: text('hash').notNull().unique(),
  /** Its first signs, to tell it by. */
  begins: text('begins').notNull(),
  scopes: json('scopes').$type<string[]>().notNull(),
  madeBy: text('made_by').notNull(),
  createdAt: text('created_at').notNull(),
  usedAt: text('used_at'),
  revokedAt: text('revoked_at'),
});

/** What somebody sent under a key of their choice, and what it was answered; null while it is being done. */
export const sentOnce = sqliteTable(
  'sent_once',
  {
    personId: text('person_id').notNull(),
    key: text('key').notNull(),
    operation: text('operation').notNull(),
    digest: text('digest').notNull(),
    answer: json('answer').$type<unknown>(),
    at: text('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.key] })],
);

export const webhooks = sqliteTable('webhooks', {
  id: text('id').primaryKey(),
  url: text('url').notNull(),
  /** Signs what is sent. It has to be at hand, and so stands here as it is. */
  secret: text('secret').notNull(),
  /** The last public change for which a delivery was made. */
  told: integer('told').notNull(),
  madeBy: text('made_by').notNull(),
  createdAt: text('created_at').notNull(),
  revokedAt: text('revoked_at'),
});

export const webhookDeliveries = sqliteTable('webhook_deliveries', {
  id: text('id').primaryKey(),
  webhookId: text('webhook_id').notNull(),
  seq: integer('seq').notNull(),
  tries: integer('tries').notNull(),
  /** When it is tried next; null once it arrived or was given up. */
  dueAt: text('due_at'),
  /** What the last try was answered. */
  status: integer('status'),
  fault: text('fault'),
  doneAt: text('done_at'),
  createdAt: text('created_at').notNull(),
});
