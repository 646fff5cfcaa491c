import { eq } from 'drizzle-orm';
import type { Instant, Refusal } from '@/lib/base';
import { ENGINE_VERSION } from '@/lib/claim';
import type { Actor } from './actor';
import type { ArticleRow } from './codec';
import { regroup } from './grouping';
import type { Database, Tx } from './open';
import { isRegroupOwed } from './owed';
import type { Change } from './placed-reading';
import { type KeptReading, readForRecord } from './reading';
import { type Origin, recordReading } from './reading-record';
import { articlesNotReadBy, countNotReadBy, noteAlike, readingToday } from './readings';
import { rereadingOf } from './rereading';
import { articles, sources } from './schema';
import { nextTurn } from './turns';

/** What became of one article: reported once its new reading is on disk, or compared where nothing is to be written. */
export interface RereadArticle {
  articleId: string;
  externalId: string | null;
  changes: Change[];
  /** Claims that are read as before. */
  same: number;
  refusal: Refusal | null;
}

export interface RereadOptions {
  /** Compares and writes nothing. */
  dryRun?: boolean;
  /** Leaves the grouping owed. */
  groupLater?: boolean;
  /** Hears how many articles there are to read, before the first. */
  onStart?: (articles: number) => void;
  onArticle?: (article: RereadArticle) => Promise<void>;
}

/** Ids that are looked up at once. */
const PAGE = 200;
/** Articles that go to the disk together, and most characters of their text: a transaction costs it a moment, whatever is in it. */
const TOGETHER = 20;
const CHARACTERS = 2_000_000;

type Loaded = ArticleRow & Origin;
interface Read {
  article: Loaded;
  reading: KeptReading;
}

/**
 * Reads every article again that another engine read last, keeps each new reading beside the old one with a fact of its own, and groups once
 * at the end. Ended at any point and called again it goes on with what is left: what is left is seen from the readings themselves. An article
 * that cannot be read is reported with its refusal and left for the next time.
 */
export async function rereadArticles(db: Database, by: Actor, now: Instant, options: RereadOptions = {}) {
  const { dryRun = false, groupLater = false, onStart, onArticle } = options;
  onStart?.(await countNotReadBy(db.read, ENGINE_VERSION));
  for (let after = ''; ; ) {
    const ids = await articlesNotReadBy(db.read, ENGINE_VERSION, after, PAGE);
    if (ids.length === 0) break;
    for await (const batch of batchesOf(db, ids)) {
      for (const done of await (dryRun ? compared(db, batch, now) : kept(db, batch, by, now))) await onArticle?.(done);
    }
    after = ids.at(-1) as string;
  }
  if (dryRun || groupLater || !(await isRegroupOwed(db.read))) return { measures: 0, conflicts: 0 };
  const { measures, opened, reopened } = await regroup(db, now);
  return { measures, conflicts: opened + reopened };
}

type Outcome = Read | RereadArticle;
const isRead = (one: Outcome): one is Read => 'reading' in one;

/** Articles in the order of their ids, each with its new reading, some at a time. */
async function* batchesOf(db: Database, ids: readonly string[]): AsyncGenerator<Outcome[]> {
  let [batch, characters]: [Outcome[], number] = [[], 0];
  for (const id of ids) {
    const article = await loaded(db, id);
    const { publishedAt, outlet, title, language, text, externalId } = article;
    const read = await readForRecord(text, { publishedAt, outlet, title, language });
    batch.push(read.ok ? { article, reading: read.value } : { articleId: id, externalId, changes: [], same: 0, refusal: read.refusal });
    characters += text.length;
    if (batch.length >= TOGETHER || characters >= CHARACTERS) {
      yield batch;
      [batch, characters] = [[], 0];
    }
    await nextTurn();
  }
  if (batch.length > 0) yield batch;
}

async function loaded(db: Database, id: string): Promise<Loaded> {
  const found = await db.read
    .select({ article: articles, outlet: sources.name })
    .from(articles)
    .leftJoin(sources, eq(articles.sourceId, sources.id))
    .where(eq(articles.id, id))
    .get();
  if (!found) throw new Error(`article ${id} is missing`);
  return { ...found.article, outlet: found.outlet };
}

async function compared(db: Database, batch: readonly Outcome[], now: Instant): Promise<RereadArticle[]> {
  const done: RereadArticle[] = [];
  for (const one of batch) {
    if (isRead(one)) done.push(reportOf(one, await rereadingOf(db.read, one.article, one.reading, now)));
    else done.push(one);
  }
  return done;
}

/** What was judged meanwhile is seen, because the claims are compared inside the transaction. */
function kept(db: Database, batch: readonly Outcome[], by: Actor, now: Instant): Promise<RereadArticle[]> {
  if (!batch.some(isRead)) return Promise.resolve(batch as RereadArticle[]);
  return db.write(async (tx) => {
    const done: RereadArticle[] = [];
    for (const one of batch) {
      const report = isRead(one) ? await keepOne(tx, one, by, now) : one;
      if (report) done.push(report);
      await nextTurn();
    }
    return done;
  });
}

/** Looks again whether another was faster: then there is nothing to keep. */
async function keepOne(tx: Tx, { article, reading }: Read, by: Actor, now: Instant): Promise<RereadArticle | null> {
  const engine = (await readingToday(tx, article.id))?.engine ?? article.engine;
  if (engine === ENGINE_VERSION) return null;
  const made = await rereadingOf(tx, article, reading, now);
  const { state, doubts } = reading;
  await recordReading(tx, article, { engine: ENGINE_VERSION, state, doubts, readAt: now }, made, by);
  if (!made.changes.some(({ held }) => held)) await noteAlike(tx, article.id, ENGINE_VERSION);
  return reportOf({ article, reading }, made);
}

const reportOf = ({ article }: Read, { changes, same }: { changes: Change[]; same: number }): RereadArticle => ({
  ...{ articleId: article.id, externalId: article.externalId, changes, same, refusal: null },
});
