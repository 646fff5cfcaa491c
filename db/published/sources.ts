import { eq, sql } from 'drizzle-orm';
import type { MeasureRecord, PublicArticle, PublicSource, TakenBack } from '@/lib/publication';
import type { Reads } from '../open';
import { sources } from '../schema';
import { among, words } from '../statement';
import { publicArticles } from './articles';
import { publicClaims } from './claims';
import { measureRecords } from './records';
import { takenBackBy } from './taken-back';

export interface SourceLine extends PublicSource {
  articles: number;
  claims: number;
}

/** Sources with at least one public claim, with their counts; a negative `most` gives all of them. No score of trust: counts are facts, scores are opinions. */
export async function listedSources(from: Reads, most = 500): Promise<SourceLine[]> {
  // What one outlet printed of another counts once where both are names of one.
  return from.all<SourceLine>(sql`
    SELECT t.id, t.name, sum(p.articles) AS articles, sum(p.claims) AS claims
    FROM (SELECT coalesce(s.standing_id, s.id) AS standing, p.* FROM public_sources p JOIN sources s ON s.id = p.source_id
      UNION SELECT coalesce(s.standing_id, s.id), p.* FROM public_sources p JOIN sources s ON s.id = p.agency_id) p
    JOIN sources t ON t.id = p.standing GROUP BY t.id ORDER BY t.name LIMIT ${most}`);
}

/** So many articles of an outlet are shown, the latest first, and so many questions. */
const MOST_ARTICLES = 50;
const MOST_MEASURES = 25;

export interface SourceRecord {
  source: PublicSource;
  /** Of all its public articles. */
  counts: { articles: number; claims: number };
  /** The latest of them. */
  articles: { article: PublicArticle; claims: number }[];
  /** The measures their claims answer. */
  measures: MeasureRecord[];
  /** Its articles that it took back, the last first. */
  takenBack: TakenBack[];
}

const FAMILY = (id: string) => sql`(SELECT id FROM sources WHERE id = ${id} OR standing_id = ${id})`;
const PAIRS = (id: string) => sql`(SELECT * FROM public_sources WHERE source_id IN ${FAMILY(id)} OR agency_id IN ${FAMILY(id)})`;

/** The id of the outlet that stands for this one today; null where nothing of it is public. */
export async function sourceToday(from: Reads, id: string): Promise<string | null> {
  const row = await from.select({ standingId: sources.standingId }).from(sources).where(eq(sources.id, id)).get();
  if (!row) return null;
  const today = row.standingId ?? id;
  const [seen] = await from.all<{ n: number }>(sql`SELECT EXISTS (SELECT 1 FROM ${PAIRS(today)}) AS n`);
  return seen?.n === 1 ? today : null;
}

/** What an outlet published and what others print of an agency, under all its names. */
export async function sourceRecord(from: Reads, id: string): Promise<SourceRecord | null> {
  const source = await from.select({ id: sources.id, name: sources.name }).from(sources).where(eq(sources.id, id)).get();
  if (!source) return null;
  const [counts] = await from.all<SourceRecord['counts']>(
    sql`SELECT coalesce(sum(articles), 0) AS articles, coalesce(sum(claims), 0) AS claims FROM ${PAIRS(id)}`,
  );
  const latest = await latestArticles(from, id);
  const articles = await publicArticles(from, latest);
  const { claims: members } = await publicClaims(from, words`claims.article_id IN ${among(latest)}`);
  if (members.length === 0) return null;
  const own = new Map(latest.map((article) => [article, members.filter((claim) => claim.article.id === article)]));
  const measures = [...new Set(latest.flatMap((article) => own.get(article) ?? []).map((claim) => claim.measureId))];
  return {
    source,
    counts: counts as SourceRecord['counts'],
    articles: latest.flatMap((article) => {
      const shown = articles.get(article);
      return shown ? [{ article: shown, claims: own.get(article)?.length ?? 0 }] : [];
    }),
    measures: await measureRecords(from, measures.slice(0, MOST_MEASURES)),
    takenBack: await takenBackBy(from, id),
  };
}

/** Ids of the latest public articles that it published or wrote. Each of its names is asked by itself, in the order of an index. */
async function latestArticles(from: Reads, id: string): Promise<string[]> {
  const names = await from.all<{ id: string }>(sql`SELECT id FROM ${FAMILY(id)}`);
  const found = new Map<string, string>();
  for (const name of names)
    for (const column of [sql`source_id`, sql`agency_id`]) {
      const rows = await from.all<{ id: string; day: string }>(sql`SELECT id, day FROM public_articles
        WHERE ${column} = ${name.id} AND ${column} <> '' ORDER BY day DESC, id LIMIT ${MOST_ARTICLES}`);
      for (const row of rows) found.set(row.id, row.day);
    }
  const byDay = ([a, day]: [string, string], [b, other]: [string, string]) => other.localeCompare(day) || (a < b ? -1 : 1);
  return [...found]
    .sort(byDay)
    .slice(0, MOST_ARTICLES)
    .map(([article]) => article);
}
