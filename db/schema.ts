import { blob, index, integer, primaryKey, real, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { CHECK_KINDS } from '@/lib/conflict';
import { ROLES } from './actor';

export { links, recoveryCodes, secondFactors, signIns } from './access-tables';
export { caseEvents, cases, publications, rulings } from './case-tables';
export { measureDefinitions, places, revisions, topics } from './definition-tables';
export { deskSettings, drafts, sessions, signInFailures } from './desk-tables';
export { editionParts, editions, editionsOwed } from './edition-tables';
export { handReadings } from './hand-table';
export { apiKeys, publicChanges, publicDue, publicKnown, sentOnce, webhookDeliveries, webhooks } from './machine-tables';
export { sources, speakers } from './named-tables';
export { mentions, notes, noteVersions } from './note-tables';
export { articleNotices } from './notice-table';
export { follows, notifications } from './notification-tables';
export { pairJudgements, suggestions } from './pair-table';
export {
  checkTerms,
  publicArticles,
  publicFacets,
  publicMeasures,
  publicSources,
  publicStale,
  publicSubjects,
  publicVerdicts,
  publicVoices,
  wordSlips,
} from './public-tables';
export { acts, queueCounts, queueFacets, queueItems, queueViews } from './queue-table';
export { readings } from './readings-table';
export { reports } from './report-table';
export { articleOrigins, passages } from './schema-origins';
export { settings } from './settings-table';
export { articleSnapshots } from './snapshot-table';

/**
 * The shape of the record for typed queries. The migrations are the truth (triggers and full-text tables cannot be said here);
 * a test holds both against each other. Exact figures are decimal text. Lists of words that will grow (roles, states, kinds) are
 * guarded by these types and by the schemas of the operations, not by a CHECK: SQLite can only change one by making the table anew,
 * and a table that is append-only cannot be made anew.
 */
const json = (name: string) => text(name, { mode: 'json' });
const flag = (name: string) => integer(name, { mode: 'boolean' }).notNull();

export const meta = sqliteTable('meta', { key: text('key').primaryKey(), value: text('value').notNull() });

export const people = sqliteTable('people', {
  id: text('id').primaryKey(),
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  role: text('role', { enum: ROLES }).notNull(),
  passwordHash: text('password_hash'),
  /** Random: the log keeps a digest of the whole row, and nobody can guess their way back from it to an address. */
  salt: text('salt').notNull(),
  demo: flag('demo').default(false),
  disabledAt: text('disabled_at'),
  createdAt: text('created_at').notNull(),
});

export const articles = sqliteTable('articles', {
  id: text('id').primaryKey(),
  externalId: text('external_id').unique(),
  sourceId: text('source_id'),
  publishedAt: text('published_at'),
  title: text('title'),
  byline: text('byline'),
  url: text('url'),
  language: text('language'),
  state: text('state', { enum: ['read', 'not-read'] }).notNull(),
  text: text('text').notNull(),
  textHash: text('text_hash').notNull(),
  sameTextAs: text('same_text_as'),
  engine: text('engine').notNull(),
  doubts: json('doubts').$type<import('@/lib/quantity').Doubt[]>().notNull(),
  demoNote: text('demo_note'),
  enteredBy: text('entered_by'),
  createdAt: text('created_at').notNull(),
  /** The agency whose text it is, where the outlet or the byline names one. */
  agencyId: text('agency_id'),
});

export const measures = sqliteTable('measures', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  unit: text('unit'),
  aggregation: text('aggregation', { enum: ['fixed', 'running', 'level', 'flow', 'rate'] }).notNull(),
  createdAt: text('created_at').notNull(),
  /** Where its accepted claims went when a grouping left it empty: its address leads there for good. */
  successorId: text('successor_id'),
  /** How its cases are decided, where that is not as the desk does: by one person, or by two who do not see each other's opinion. */
  review: text('review', { enum: ['single', 'blind'] }),
});

export const claims = sqliteTable(
  'claims',
  {
    id: text('id').primaryKey(),
    articleId: text('article_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    start: integer('start_at').notNull(),
    end: integer('end_at').notNull(),
    text: text('text').notNull(),
    sentenceStart: integer('sentence_start').notNull(),
    sentenceEnd: integer('sentence_end').notNull(),
    figureStart: integer('figure_start').notNull(),
    figureEnd: integer('figure_end').notNull(),
    low: text('low'),
    high: text('high'),
    lowInclusive: flag('low_inclusive'),
    highInclusive: flag('high_inclusive'),
    grain: text('grain').notNull(),
    hedge: text('hedge').$type<import('@/lib/quantity').Hedge>().notNull(),
    unit: text('unit'),
    noun: text('noun'),
    measureWords: text('measure_words').notNull(),
    speakerName: text('speaker_name'),
    speakerRole: text('speaker_role'),
    speakerInferred: flag('speaker_inferred').default(false),
    occasion: json('occasion').$type<import('@/lib/claim').Occasion>(),
    asOf: text('as_of'),
    asOfBasis: text('as_of_basis', { enum: ['stated', 'event', 'publication', 'assumed'] }).notNull(),
    partOf: text('part_of'),
    frame: json('frame').$type<import('@/lib/claim').Frame>().notNull(),
    measureId: text('measure_id'),
    /** "superseded": nobody judged it, and a later reading of its article took its place. */
    status: text('status', { enum: ['read', 'accepted', 'rejected', 'superseded'] })
      .notNull()
      .default('read'),
    createdAt: text('created_at').notNull(),
    acceptedAt: text('accepted_at'),
    /** The record that its speaker's name led to when it came in: see named-tables.ts. */
    speakerId: text('speaker_id'),
  },
  (t) => [unique().on(t.articleId, t.ordinal), index('claims_by_measure').on(t.measureId)],
);

/** What each claim is filed under, by the day of its article: its likest are looked up here. Worked out from the claim, and never a fact. */
export const claimKeys = sqliteTable(
  'claim_keys',
  { key: text('key').notNull(), day: integer('day').notNull(), claimId: text('claim_id').notNull() },
  (t) => [primaryKey({ columns: [t.key, t.day, t.claimId] })],
);

/** Measures that a claim left or came back to by a judgement: they are compared anew at the next grouping. */
export const measuresOwed = sqliteTable('measures_owed', { measureId: text('measure_id').primaryKey() });

export const claimJudgements = sqliteTable('claim_judgements', {
  id: text('id').primaryKey(),
  claimId: text('claim_id').notNull(),
  /** The entry of the log that made it: an article accepted at once makes many. */
  seq: integer('seq').notNull(),
  /** "taken-back": nobody's word on the reading stands, and it waits again. */
  judgement: text('judgement', { enum: ['accepted', 'rejected', 'taken-back'] }).notNull(),
  reason: text('reason'),
  by: text('by').notNull(),
  /** The role at the time of the act: pages show it for good. */
  byRole: text('by_role', { enum: ROLES }).notNull(),
  at: text('at').notNull(),
});

export const relations = sqliteTable(
  'relations',
  {
    a: text('a').notNull(),
    b: text('b').notNull(),
    relation: text('relation').$type<import('@/lib/conflict').Relation>().notNull(),
    kind: text('kind').$type<import('@/lib/conflict').Kind>().notNull(),
    alert: flag('alert'),
    severity: text('severity', { enum: ['high', 'normal'] }).notNull(),
    explanation: text('explanation').notNull(),
    possibleReasons: json('possible_reasons').$type<string[]>().notNull(),
    confidence: real('confidence').notNull(),
  },
  (t) => [primaryKey({ columns: [t.a, t.b] })],
);

export const checks = sqliteTable('checks', {
  id: text('id').primaryKey(),
  kind: text('kind', { enum: CHECK_KINDS }).notNull(),
  total: text('total').notNull(),
  parts: json('parts').$type<string[]>().notNull(),
  expression: text('expression').notNull(),
  verdict: text('verdict', { enum: ['pass', 'fail', 'warn'] }).notNull(),
});

/** Append-only, chained: see lib/audit. The database refuses anything but the next row. */
export const auditLog = sqliteTable('audit_log', {
  seq: integer('seq').primaryKey(),
  body: text('body').notNull(),
  prev: blob('prev', { mode: 'buffer' }).notNull(),
  leaf: blob('leaf', { mode: 'buffer' }).notNull(),
});
