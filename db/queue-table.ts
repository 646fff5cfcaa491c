import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What the queue holds: a conflict to decide, an article with readings to judge, a published measure that may have grown old. */
const ITEM_KINDS = ['case', 'article', 'measure'] as const;

/**
 * One row for each thing there is to do, by the id of what it is about. `split`, which the database works out, is the part of the queue that
 * lists it: its home, or "snoozed" while it is away. `rank`, `since` and `id` are its place there, ascending.
 */
export const queueItems = sqliteTable('queue_items', {
  id: text('id').primaryKey(),
  kind: text('kind', { enum: ITEM_KINDS }).notNull(),
  /** "done": an article without a reading that waits. */
  home: text('home', { enum: ['conflicts', 'articles', 'second-review', 'to-publish', 'stale', 'settled', 'done'] }).notNull(),
  rank: real('rank').notNull(),
  /** An instant; of a measure the day of its newest figure. */
  since: text('since').notNull(),
  /** Of an article: readings that nobody judged, and all of them. */
  waiting: integer('waiting').notNull().default(0),
  total: integer('total').notNull().default(0),
  /** Of a case, as its events tell. */
  takenBy: text('taken_by'),
  ruledBy: text('ruled_by'),
  publications: integer('publications').notNull().default(0),
  sentBack: integer('sent_back', { mode: 'boolean' }),
  assignedTo: text('assigned_to'),
  snoozedUntil: text('snoozed_until'),
  snoozeReason: text('snooze_reason'),
  flag: text('flag'),
  /** Of a case whose ruling was drawn for an audit that nobody has made yet. */
  auditOwed: integer('audit_owed', { mode: 'boolean' }),
  /** Whose answer is waited for, and the day they were asked. */
  askedOf: text('asked_of'),
  askedOn: text('asked_on'),
  /** Who wants a second person to look at a case: until somebody decides, it stands among the second reviews. */
  lookBy: text('look_by'),
});

/** What the items of a split can be looked for by, each in the order of the split. "who" of nobody, and "flag" and "asked" of any word, is the empty text. "opinion" holds who gave one on a case or wants a second look at it, and the empty text where two differ. */
export const queueFacets = sqliteTable(
  'queue_facets',
  {
    /** A split; "mine" for what somebody has in any of them. */
    split: text('split').notNull(),
    facet: text('facet', { enum: ['who', 'flag', 'asked', 'source', 'speaker', 'kind', 'measure', 'opinion'] }).notNull(),
    value: text('value').notNull(),
    rank: real('rank').notNull(),
    since: text('since').notNull(),
    id: text('id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.split, t.facet, t.value, t.rank, t.since, t.id] })],
);

/** How many items each split lists, kept by the database with each of them. */
export const queueCounts = sqliteTable('queue_counts', { split: text('split').primaryKey(), items: integer('items').notNull() });

/** Filters under a name. */
export const queueViews = sqliteTable('queue_views', {
  id: text('id').primaryKey(),
  personId: text('person_id').notNull(),
  name: text('name').notNull(),
  /** Listed for everybody at the desk. Its address works for all of them in any case. */
  shared: integer('shared', { mode: 'boolean' }).notNull(),
  /** The query of its address: "split=conflicts&severity=high". */
  query: text('query').notNull(),
  createdAt: text('created_at').notNull(),
});

/** What people did, by the number of its entry in the log: the way from a person to their entries, with what was before and after. Append-only. */
export const acts = sqliteTable('acts', {
  seq: integer('seq').primaryKey(),
  by: text('by').notNull(),
  action: text('action').notNull(),
  subject: text('subject').notNull(),
  at: text('at').notNull(),
  /** The act that it was a part of. */
  under: integer('under'),
  /** The act that it takes back: each is taken back once. */
  undoes: integer('undoes').unique(),
  before: text('before', { mode: 'json' }).$type<Change>(),
  after: text('after', { mode: 'json' }).$type<Change>(),
});

/** Fields by name, as they were or as they became. Ids of people and plain values. */
export type Change = Record<string, string | number | boolean | null>;
