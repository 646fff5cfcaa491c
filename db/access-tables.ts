import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ROLES } from './actor';

/** What a link that works once is for. "second-step" stands in no mail: it carries a sign-in from the password to the code. */
const LINK_KINDS = ['invitation', 'reset', 'second-step'] as const;

/** How somebody signed in, or tried to; and how that ended. */
const SIGN_IN_WAYS = ['password', 'code', 'recovery-code', 'provider'] as const;
const SIGN_IN_OUTCOMES = ['in', 'failed'] as const;

/** Private and passing, like sessions: none of these tables is held against the log, which has the acts alone. */
export const links = sqliteTable(
  'links',
  {
    /** Digest of the token: who reads the record cannot use the link. */
    id: text('id').primaryKey(),
    kind: text('kind', { enum: LINK_KINDS }).notNull(),
    personId: text('person_id'),
    /** Of an invitation: whom it is for, with which role, from whom. */
    email: text('email'),
    role: text('role', { enum: ROLES }),
    madeBy: text('made_by'),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
  },
  (t) => [index('links_by_expiry').on(t.expiresAt)],
);

export const secondFactors = sqliteTable('second_factors', {
  personId: text('person_id').primaryKey(),
  /** Base 32, as an app for codes takes it. */
  secret: text('secret').notNull(),
  /** The half minute of the last code that was taken: none of it or before is taken again. */
  lastStep: integer('last_step').notNull().default(0),
  createdAt: text('created_at').notNull(),
  /** Null until the first code proves that an app has the secret. */
  confirmedAt: text('confirmed_at'),
});

export const recoveryCodes = sqliteTable(
  'recovery_codes',
  { id: text('id').primaryKey(), personId: text('person_id').notNull(), usedAt: text('used_at') },
  (t) => [index('recovery_codes_by_person').on(t.personId)],
);

export const signIns = sqliteTable(
  'sign_ins',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    at: text('at').notNull(),
    way: text('way', { enum: SIGN_IN_WAYS }).notNull(),
    outcome: text('outcome', { enum: SIGN_IN_OUTCOMES }).notNull(),
    network: text('network').notNull(),
    agent: text('agent'),
  },
  (t) => [index('sign_ins_by_person').on(t.personId, t.at), index('sign_ins_by_time').on(t.at)],
);
