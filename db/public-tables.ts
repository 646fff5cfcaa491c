import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * What lists of the public begin with, kept by the database with each write, so that a list costs what it shows and not what there is. Nobody is
 * shown a word of these tables: each page reads the records they name through db/published, which asks again what is public.
 */
export const publicMeasures = sqliteTable('public_measures', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  /** The instant at which something public last happened to it. */
  latest: text('latest').notNull(),
  /** The case on it that can be public, and since when. */
  caseId: text('case_id'),
  openedAt: text('opened_at'),
});

/** Articles with a public claim. Source, agency and day are the empty text where there is none. */
export const publicArticles = sqliteTable('public_articles', {
  id: text('id').primaryKey(),
  sourceId: text('source_id').notNull(),
  agencyId: text('agency_id').notNull(),
  day: text('day').notNull(),
  claims: integer('claims').notNull(),
});

/** How many of them there are of each outlet with each agency, as their texts name them. */
export const publicSources = sqliteTable(
  'public_sources',
  {
    sourceId: text('source_id').notNull(),
    agencyId: text('agency_id').notNull(),
    articles: integer('articles').notNull(),
    claims: integer('claims').notNull(),
  },
  (t) => [primaryKey({ columns: [t.sourceId, t.agencyId] })],
);

/** How many public claims a speaker has under each name and post. */
export const publicVoices = sqliteTable(
  'public_voices',
  {
    speakerId: text('speaker_id').notNull(),
    name: text('name').notNull(),
    role: text('role').notNull(),
    claims: integer('claims').notNull(),
  },
  (t) => [primaryKey({ columns: [t.speakerId, t.name, t.role] })],
);

/** What a transaction touched that readers may see: worked out anew before its commit, after which this table is empty. A "title" is one of any measure. */
export const publicStale = sqliteTable(
  'public_stale',
  { kind: text('kind', { enum: ['measure', 'claim', 'article', 'title'] }).notNull(), id: text('id').notNull() },
  (t) => [primaryKey({ columns: [t.kind, t.id] })],
);

/** The parts of each sum, to be found by. */
export const checkTerms = sqliteTable('check_terms', { claimId: text('claim_id').notNull(), checkId: text('check_id').notNull() }, (t) => [
  primaryKey({ columns: [t.claimId, t.checkId] }),
]);
