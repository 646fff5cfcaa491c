import { z } from 'zod';
import { HEDGES } from '@/lib/quantity';

/**
 * What lookups give, as the tests hold real answers against it and documents are made from it. Each may come to have more fields: whoever
 * reads them passes over those they do not know.
 */
const maybe = z.string().nullable();
const link = z.url();

/** Exact decimals as text; an open end is null. `text` is the mention, letter for letter. */
const figure = z.looseObject({
  text: z.string(),
  value: maybe,
  low: maybe,
  high: maybe,
  lowInclusive: z.boolean(),
  highInclusive: z.boolean(),
  hedge: z.enum(HEDGES),
  unit: maybe,
  noun: maybe,
  precision: z.string(),
});

export const namedThing = z.looseObject({ id: z.string(), url: link, name: z.string() });
const sourceName = z.looseObject({ id: z.string(), name: z.string() }).nullable();
const speaker = z.looseObject({ name: z.string(), role: maybe, inferred: z.boolean() }).nullable();
const notice = z.looseObject({ day: maybe, url: maybe, reason: z.string(), at: z.string(), by: z.string(), logEntry: z.int() }).nullable();
const counts = z.looseObject({ claims: z.int(), articles: z.int(), sources: z.int(), origins: z.int() });

export const measureInList = z.looseObject({
  ...{ id: z.string(), url: link, title: z.string(), unit: maybe, aggregation: z.string(), status: z.string(), answer: z.string() },
  ...{ reason: maybe, counts, case: maybe, latest: maybe },
});

/** What readers saw of a measure from one moment to the next. */
export const edition = z.looseObject({ number: z.int(), at: z.string(), entry: z.int() });
export const editionChange = z.looseObject({ what: z.string(), before: maybe, after: maybe, claim: maybe });
/** Of what moment an answer is; null for the last. `edition` is that of its measure. */
const then = { edition: edition.nullable(), asked: z.looseObject({ asof: maybe, known: maybe }) };

export const claimInList = z.looseObject({
  ...{ id: z.string(), url: link, measure: z.string(), figure, words: z.string(), quote: maybe, speaker, source: sourceName },
  ...{ article: z.string(), asOf: maybe, asOfBasis: z.string(), published: maybe, acceptedAt: z.string() },
});

const article = z.looseObject({
  ...{ id: z.string(), url: link, original: maybe, title: maybe, demonstration: z.boolean(), retracted: notice, withheld: notice },
});

export const claimOfMeasure = z.looseObject({
  ...{ id: z.string(), url: link, figure, quote: maybe, speaker, source: z.string(), article, asOf: maybe, asOfBasis: z.string() },
  ...{ published: maybe, partOf: maybe, verdict: maybe, acceptedAt: z.string(), byHand: z.looseObject({}).nullable() },
});
export const claimWhole = claimOfMeasure.extend({ measure: measureInList, ...then });

const position = z.looseObject({ label: z.string(), verdict: maybe, accepted: z.boolean(), claims: z.array(z.string()) });
const why = z.looseObject({ kind: maybe, explanation: z.string(), possibleReasons: z.array(z.string()) }).nullable();
const check = z.looseObject({
  kind: z.string(),
  expression: z.string(),
  verdict: z.string(),
  total: z.string(),
  parts: z.array(z.string()),
});
const ruling = z.looseObject({ kind: z.string(), reason: z.string(), rationale: z.string(), publishedAt: z.string() }).nullable();
const held = z.looseObject({ id: z.string(), url: link, status: z.string(), openedAt: z.string() }).nullable();

export const measureWhole = z.looseObject({
  ...{ id: z.string(), url: link, title: z.string(), unit: maybe, aggregation: z.string(), definition: z.looseObject({}).nullable() },
  ...{ status: z.string(), answer: z.looseObject({ form: z.string(), sentence: z.string() }), reason: maybe, counts },
  ...{ positions: z.array(position), why, checks: z.array(check), case: held, corrections: z.array(z.looseObject({})), ruling },
  ...{ claims: z.array(claimOfMeasure), changes: z.array(z.looseObject({ urn: z.string(), at: z.string(), kind: z.string() })) },
  ...then,
});

export const seriesPoint = figure.extend({
  ...{ asOf: z.string(), asOfBasis: z.string(), claim: z.string(), source: z.string(), verdict: maybe, accepted: z.boolean() },
});

export const sourcesCompared = z.looseObject({
  measure: measureInList,
  sources: z.array(z.looseObject({ source: z.string(), claims: z.array(claimOfMeasure) })),
  relations: z.array(z.looseObject({ a: z.string(), b: z.string(), kind: z.string(), explanation: z.string(), conflict: z.boolean() })),
});

export const caseInList = z.looseObject({
  ...{ id: z.string(), url: link, status: z.string(), openedAt: z.string(), answer: z.string(), positions: z.array(position), why },
  measure: z.looseObject({ id: z.string(), url: link, title: z.string() }),
});
export const caseWhole = caseInList.extend({
  ...{ withdrawal: z.looseObject({}).nullable(), dismissal: z.looseObject({}).nullable(), ruling },
  ...{ corrections: z.array(z.looseObject({})), checks: z.array(check), claims: z.array(claimOfMeasure) },
  ...then,
});

export const articleInList = z.looseObject({ id: z.string(), url: link, title: maybe, source: sourceName, published: maybe });
const piece = z.looseObject({ text: z.string(), claim: maybe });
export const articleWhole = articleInList.extend({
  ...{ agency: sourceName, byline: maybe, original: maybe, language: maybe, demonstration: z.boolean(), addedAt: z.string() },
  ...{ textHash: z.string(), engine: z.string(), origin: z.string(), retracted: notice, withheld: notice },
  shown: z.enum(['whole', 'excerpts', 'withheld']),
  text: z.looseObject({ cutBefore: z.boolean(), cutAfter: z.boolean(), stretches: z.array(z.array(piece)) }),
  claims: z.array(claimInList),
  asked: then.asked,
});

/** A part of a list, and the cursor of the next part; null at the end. */
export const listOf = <T extends z.ZodType>(one: T) => z.looseObject({ data: z.array(one), next: z.string().nullable() });
