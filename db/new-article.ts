import { createHash } from 'node:crypto';
import { normalForm, type Published, passagesOf, publishedBy } from '@/lib/article';
import { type Instant, type Refusal, refusal } from '@/lib/base';
import { ENGINE_VERSION } from '@/lib/claim';
import type { RecordedClaim } from '@/lib/measure';
import { type Actor, personId } from './actor';
import { type NewArticle, recordArticles } from './article-record';
import { recordSnapshot } from './article-snapshots';
import { fileClaims } from './claim-keys';
import { type ArticleRow, type ClaimRow, claimRow, recordedClaim } from './codec';
import { newId } from './ids';
import type { ArticleInput } from './intake';
import { remember } from './known-claims';
import { nameKey } from './name-key';
import type { Reads, Tx } from './open';
import { fileOrigins, type Unfiled } from './origins';
import type { KeptReading, Readable } from './reading';
import { ensureAgencies, ensureSources } from './sources';
import { among, ask, turnOf, words } from './statement';

/** An article with its fingerprint. */
export interface Prepared {
  input: ArticleInput;
  textHash: string;
}

export type Stored =
  | { kind: 'created'; id: string; claims: number; state: ArticleRow['state'] }
  | { kind: 'unchanged'; id: string; state: ArticleRow['state'] }
  | { kind: 'differs'; refusal: Refusal };

/** SHA-256 of the normal form of a text, in hex: reprints share it. */
export const textHashOf = (text: string): string => createHash('sha256').update(normalForm(text), 'utf8').digest('hex');

export const prepare = (input: ArticleInput): Prepared => ({ input, textHash: textHashOf(input.text) });

/** What is read of an article. */
export const readableOf = ({ input: { text, publishedAt, outlet, title, language } }: Prepared): Readable => ({
  text,
  context: { publishedAt, outlet, title, language },
});

/** What of an article tells whether another is the same. */
type Copy = Pick<ArticleRow, 'id' | 'externalId' | 'state' | 'textHash' | 'sameTextAs' | 'publishedAt' | 'title' | 'byline' | 'url'> & {
  outletKey: string | null;
};

/**
 * For each article the one that the record has of it: under its external id, or as the same text of the same outlet. Under a known
 * external id anything else is refused: what was published is never overwritten.
 */
export async function knownCopies(from: Reads, some: readonly Prepared[]): Promise<(Known | null)[]> {
  const rows = await likeThese(from, some);
  return some.map((article) => copyAmong(rows, article));
}

type Known = Exclude<Stored, { kind: 'created' }>;

/** Articles under the external ids of these or with their texts, the first stored first. */
async function likeThese(from: Reads, some: readonly Prepared[]): Promise<Copy[]> {
  const names = among(some.flatMap(({ input }) => input.externalId ?? []));
  const hashes = among(some.map((article) => article.textHash));
  return ask(
    from,
    words`SELECT a.id, external_id AS externalId, state, text_hash AS textHash, same_text_as AS sameTextAs, published_at AS publishedAt,
      title, byline, url, name_key AS outletKey
      FROM articles a LEFT JOIN sources ON sources.id = source_id WHERE external_id IN ${names} OR text_hash IN ${hashes} ORDER BY a.created_at`,
  );
}

function copyAmong(rows: readonly Copy[], { input, textHash }: Prepared): Known | null {
  const keys = outletKeys(input);
  const named = input.externalId === null ? undefined : rows.find(({ externalId }) => externalId === input.externalId);
  const differences = named ? differencesOf(named, input, textHash, keys) : [];
  if (differences.length > 0) return { kind: 'differs', refusal: differs(input.externalId!, differences) };
  const copy = named ?? rows.find((row) => row.textHash === textHash && keys.includes(row.outletKey));
  return copy ? { kind: 'unchanged', id: copy.id, state: copy.state } : null;
}

/** The outlet without the agency that its name tells; and with it, as a record from before agencies were told apart has it. */
function outletKeys({ outlet, byline }: ArticleInput): (string | null)[] {
  return [publishedBy(outlet, byline).outlet, outlet].map((name) => (name === null ? null : nameKey(name)));
}

function differencesOf(stored: Copy, input: ArticleInput, textHash: string, keys: readonly (string | null)[]): string[] {
  const pairs: [string, unknown, unknown][] = [
    ['text', stored.textHash, textHash],
    ['outlet', stored.outletKey, keys.includes(stored.outletKey) ? stored.outletKey : keys[0]],
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

/** An article that was read and is not stored yet. */
export interface Fresh {
  article: Prepared;
  reading: KeptReading;
}

/**
 * Records articles that were read, with their claims, inside the transaction; no two of them may be copies of each other. Looks again:
 * another may have been faster.
 */
export async function storeArticles(tx: Tx, some: readonly Fresh[], by: Actor, now: Instant): Promise<Stored[]> {
  const like = await likeThese(
    tx,
    some.map(({ article }) => article),
  );
  const copies = some.map(({ article }) => copyAmong(like, article));
  const fresh = some.filter((_, at) => copies[at] === null);
  const published = new Map(fresh.map((one) => [one, publishedBy(one.article.input.outlet, one.article.input.byline)]));
  const told = [...published.values()];
  const known = await ensureSources(tx, [...new Set(told.flatMap(({ outlet }) => outlet ?? []))], by, now);
  const agencies = await ensureAgencies(tx, new Set(told.flatMap(({ agency }) => agency ?? [])), by, now);
  const originals = new Map(like.toReversed().map((row) => [row.textHash, row.sameTextAs ?? row.id]));
  const added = fresh.map((one): NewArticle => {
    const { outlet, agency } = published.get(one) as Published;
    const source = outlet === null ? null : (known.get(nameKey(outlet)) ?? null);
    const agencyId = agency === null ? null : (agencies.get(agency)?.id ?? null);
    const place = { sourceId: source?.id ?? null, agencyId, sameTextAs: originals.get(one.article.textHash) ?? null };
    const article = rowOf(one, place, by, now);
    return { article, outlet: source?.name ?? null, rows: claimsOf(one.reading, article) };
  });
  if (added.length > 0) await recordArticles(tx, added, by);
  const own = new Set(fresh.flatMap(({ article }, at) => (article.input.isOwn ? [added[at]!.article.id] : [])));
  for (const { article } of added) if (!own.has(article.id)) await recordSnapshot(tx, article);
  await fileAll(tx, added);
  const stored = added.map(({ article: { id, state }, rows }): Stored => ({ kind: 'created', id, claims: rows.length, state }));
  return copies.map((copy) => copy ?? (stored.shift() as Stored));
}

type Place = Pick<ArticleRow, 'sourceId' | 'agencyId' | 'sameTextAs'>;

function rowOf({ article, reading }: Fresh, place: Place, by: Actor, now: Instant): ArticleRow {
  const { externalId, publishedAt, title, byline, url, language, text, demoNote } = article.input;
  return {
    ...{ id: newId(), externalId, publishedAt, title, byline, url, language, ...place },
    ...{ state: reading.state, text, textHash: article.textHash },
    ...{ engine: ENGINE_VERSION, doubts: reading.doubts, demoNote, enteredBy: personId(by), createdAt: now },
  };
}

function claimsOf({ claims }: KeptReading, { id: articleId, createdAt }: ArticleRow): ClaimRow[] {
  const ids = claims.map(() => newId());
  return claims.map((claim, ordinal) => {
    const partOf = claim.partOf === null ? null : (ids[claim.partOf] ?? null);
    return claimRow(claim, { id: ids[ordinal]!, articleId, ordinal, partOf, createdAt });
  });
}

/** Files what is worked out of the articles: whose reprints they are, and the keys their claims are found under. */
async function fileAll(tx: Tx, added: readonly NewArticle[]): Promise<void> {
  const unfiled: Unfiled[] = [];
  for (const { article } of added) {
    await turnOf(tx);
    unfiled.push({ article, found: passagesOf(article.text), told: article.sameTextAs !== null });
  }
  const origins = await fileOrigins(tx, unfiled);
  const filed = added.flatMap(({ article: { publishedAt, textHash }, outlet, rows }, at): RecordedClaim[] => {
    const originId = origins[at] as string;
    return rows.map((claim) => recordedClaim(claim, { outlet, publishedAt, textHash, originId }));
  });
  await turnOf(tx);
  await fileClaims(tx, filed);
  remember(tx, filed);
}
