import { and, eq, gt, lt, ne, not, or, sql } from 'drizzle-orm';
import type { Instant } from '@/lib/base';
import { ENGINE_VERSION } from '@/lib/claim';
import { isNoted } from '../notice-record';
import type { Reads } from '../open';
import type { Change } from '../placed-reading';
import { readForRecord } from '../reading';
import { engineToday, isAlike } from '../readings';
import { rereadingOf } from '../rereading';
import { articles, sources } from '../schema';
import { outletName } from '../sources';
import { nextTurn } from '../turns';

/** What the engine of today would read otherwise in one article. */
export interface NewerReading {
  id: string;
  title: string | null;
  source: string | null;
  publishedAt: string | null;
  /** The engine that read it last. */
  engine: string;
  /** Claims that would change, come or go; those that somebody judged stay as they are, whatever is read now. */
  changes: Change[];
  /** The text is too long to be read for a look; the command line reads it. */
  tooLong: boolean;
}

/** Articles on one page: each is read anew for it. */
export const READINGS_A_PAGE = 10;
/** Characters that are read while somebody waits for the page. */
const LONGEST = 20_000;

/** An older engine read it last, too, or somebody judged what it read, which therefore stayed and is read otherwise. */
const isOlder = or(
  ne(engineToday, ENGINE_VERSION),
  and(
    sql`EXISTS (SELECT 1 FROM claims c WHERE c.article_id = ${articles.id} AND c.status IN ('accepted', 'rejected'))`,
    not(isAlike(ENGINE_VERSION)),
  ),
);
/** What would be read otherwise in a text that is withheld would show words of it. */
const isOlderToday = and(isOlder, not(isNoted('withheld', articles.id)));

/** How many articles may be read otherwise today. Asked on each side of the name of today's engine: where no other read anything, nothing is read. */
export async function countOlderReadings(from: Reads): Promise<number> {
  const before = await from.$count(articles, and(lt(articles.engine, ENGINE_VERSION), isOlderToday));
  return before + (await from.$count(articles, and(gt(articles.engine, ENGINE_VERSION), isOlderToday)));
}

/** A page of them, by their ids, each read anew and compared. Writes nothing. @param page from 1 on. */
export async function newerReadings(from: Reads, page: number, now: Instant): Promise<NewerReading[]> {
  const rows = await from
    .select({ article: articles, outlet: sources.name, source: outletName, engine: engineToday })
    .from(articles)
    .leftJoin(sources, eq(sources.id, articles.sourceId))
    .where(and(ne(articles.engine, ENGINE_VERSION), isOlderToday))
    .orderBy(articles.id)
    .limit(READINGS_A_PAGE)
    .offset((page - 1) * READINGS_A_PAGE);
  const found: NewerReading[] = [];
  for (const { article, outlet, source, engine } of rows) {
    const { id, title, publishedAt, language, text } = article;
    const tooLong = text.length > LONGEST;
    const reading = tooLong ? null : await readForRecord(text, { publishedAt, outlet, title, language });
    const changes = reading?.ok ? (await rereadingOf(from, article, reading.value, now)).changes : [];
    found.push({ id, title, source, publishedAt, engine, changes, tooLong });
    await nextTurn();
  }
  return found;
}
