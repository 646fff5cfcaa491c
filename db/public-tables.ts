import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

const FACETS = ['state', 'reason', 'verdict', 'kind', 'topic', 'place', 'source', 'speaker'] as const;

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
  /** Public claims that answer it. */
  claims: integer('claims').notNull().default(0),
});

/**
 * What public measures are found by in lists: where their case stands, the reason and the verdicts of the ruling that holds, the kinds of their
 * conflicts, topics and places with the wider ones, the sources and speakers of their claims. `latest` is that of the measure.
 */
export const publicFacets = sqliteTable(
  'public_facets',
  {
    measureId: text('measure_id').notNull(),
    facet: text('facet', { enum: FACETS }).notNull(),
    value: text('value').notNull(),
    latest: text('latest').notNull(),
  },
  (t) => [primaryKey({ columns: [t.measureId, t.facet, t.value] })],
);

/** Topics and places that public measures are about, by the word in their address, with how many each; `wider` is what it is part of. */
export const publicSubjects = sqliteTable(
  'public_subjects',
  {
    facet: text('facet', { enum: ['topic', 'place'] }).notNull(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    wider: text('wider'),
    measures: integer('measures').notNull(),
  },
  (t) => [primaryKey({ columns: [t.facet, t.slug] })],
);

/** The verdict on each claim that a published ruling gave one, and when it was published. */
export const publicVerdicts = sqliteTable('public_verdicts', {
  claimId: text('claim_id').primaryKey(),
  measureId: text('measure_id').notNull(),
  verdict: text('verdict').notNull(),
  at: text('at').notNull(),
});

/** Words of what is public, by what is left of each where one letter is lost: two spellings of one word mostly share that. */
export const wordSlips = sqliteTable('word_slips', { slip: text('slip').notNull(), word: text('word').notNull() }, (t) => [
  primaryKey({ columns: [t.slip, t.word] }),
]);

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
