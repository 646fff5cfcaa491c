import { createHash } from 'node:crypto';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { normalForm, passagesOf } from '@/lib/article';
import { type Instant, type Refusal, type Result, refusal } from '@/lib/base';
import { ENGINE_VERSION } from '@/lib/claim';
import { type Actor, personId } from './actor';
import { recordArticle } from './article-record';
import { fileClaims } from './claim-keys';
import { type ArticleRow, claimRow, recordedClaim } from './codec';
import { newId } from './ids';
import type { ArticleInput } from './intake';
import type { Reads, Tx } from './open';
import { fileOrigin } from './origins';
import { oweRegroup } from './owed';
import { type KeptReading, readForRecord } from './reading';
import { articles, sources } from './schema';
import { ensureSource, nameKey } from './sources';

/** An article with its fingerprint; its text is read once, when first asked for. */
export interface Prepared {
  input: ArticleInput;
  textHash: string;
  reading(): Promise<Result<KeptReading>>;
}

export type Stored =
  | { kind: 'created'; id: string; claims: number; state: ArticleRow['state'] }
  | { kind: 'unchanged'; id: string; state: ArticleRow['state'] }
  | { kind: 'differs'; refusal: Refusal };

/** SHA-256 of the normal form of a text, in hex: reprints share it. */
export const textHashOf = (text: string): string => createHash('sha256').update(normalForm(text), 'utf8').digest('hex');

export function prepare(input: ArticleInput): Prepared {
  let reading: Promise<Result<KeptReading>> | undefined;
  const { text, publishedAt, outlet, title, language } = input;
  const read = () => (reading ??= readForRecord(text, { publishedAt, outlet, title, language }));
  return { input, textHash: textHashOf(text), reading: read };
}

/**
 * The article if the record has it: under its external id, or as the same text of the same outlet. Under a known external id
 * anything else is refused: what was published is never overwritten.
 */
export async function knownCopy(from: Reads, { input, textHash }: Prepared): Promise<Exclude<Stored, { kind: 'created' }> | null> {
  const key = input.outlet === null ? null : nameKey(input.outlet);
  const columns = { article: articles, outletKey: sources.nameKey };
  const query = () => from.select(columns).from(articles).leftJoin(sources, eq(articles.sourceId, sources.id));
  const named = input.externalId === null ? undefined : await query().where(eq(articles.externalId, input.externalId)).get();
  if (named) {
    const differences = differencesOf(named.article, named.outletKey, input, textHash, key);
    if (differences.length > 0) return { kind: 'differs', refusal: differs(input.externalId!, differences) };
    return { kind: 'unchanged', id: named.article.id, state: named.article.state };
  }
  const ofOutlet = key === null ? isNull(articles.sourceId) : eq(sources.nameKey, key);
  const copy = await query()
    .where(and(eq(articles.textHash, textHash), ofOutlet))
    .get();
  return copy ? { kind: 'unchanged', id: copy.article.id, state: copy.article.state } : null;
}

function differencesOf(stored: ArticleRow, storedKey: string | null, input: ArticleInput, textHash: string, key: string | null): string[] {
  const pairs: [string, unknown, unknown][] = [
    ['text', stored.textHash, textHash],
    ['outlet', storedKey, key],
    ['publishedAt', stored.publishedAt, input.publishedAt],
    ['title', stored.title, input.title],
    ['byline', stored.byline, input.byline],
    ['url', stored.url, input.url],
  ];
  return pairs.filter(([, before, after]) => before !== after).map(([name]) => name);
}

const CALLED: Record<string, string> = { publishedAt: 'date', byline: 'author', url: 'link' };

function differs(externalId: string, fields: string[]): Refusal {
  const cause = `"${externalId}" is stored already with another ${fields.map((name) => CALLED[name] ?? name).join(', ')}.`;
  const next = 'A stored article is never overwritten: give the new version a name of its own.';
  return refusal(409, 'ArticleDiffers', cause, next, { field: 'externalId', details: { externalId, fields } });
}

/** Records one article that was read, with its claims, inside the transaction. Looks again: another may have been faster. */
export async function storeArticle(tx: Tx, article: Prepared, reading: KeptReading, by: Actor, now: Instant): Promise<Stored> {
  const known = await knownCopy(tx, article);
  if (known) return known;
  const { input, textHash } = article;
  const { state, doubts, claims: found } = reading;
  const source = input.outlet === null ? null : await ensureSource(tx, input.outlet, by, now);
  const original = await tx
    .select({ id: articles.id, sameTextAs: articles.sameTextAs })
    .from(articles)
    .where(eq(articles.textHash, textHash))
    .orderBy(asc(articles.createdAt))
    .limit(1)
    .get();
  const { externalId, publishedAt, title, byline, url, language, text, demoNote } = input;
  const row: ArticleRow = {
    ...{ id: newId(), externalId, sourceId: source?.id ?? null, publishedAt, title, byline, url, language },
    ...{ state, text, textHash, sameTextAs: original ? (original.sameTextAs ?? original.id) : null },
    ...{ engine: ENGINE_VERSION, doubts, demoNote, enteredBy: personId(by), createdAt: now },
  };
  const ids = found.map(() => newId());
  const rows = found.map((claim, ordinal) => {
    const partOf = claim.partOf === null ? null : (ids[claim.partOf] ?? null);
    return claimRow(claim, { id: ids[ordinal]!, articleId: row.id, ordinal, partOf, createdAt: now });
  });
  await recordArticle(tx, row, source?.name ?? null, rows, by);
  await fileOrigin(tx, row, passagesOf(text));
  const origin = { outlet: source?.name ?? null, publishedAt, textHash };
  await fileClaims(
    tx,
    rows.map((claim) => recordedClaim(claim, origin)),
  );
  await oweRegroup(tx, now);
  return { kind: 'created', id: row.id, claims: rows.length, state };
}
