import { sql } from 'drizzle-orm';
import type { Reads } from '../open';
import { topicNames } from '../topics';

export interface TopicLine {
  id: string;
  name: string;
  /** From the widest on, its own name last. */
  path: string[];
  /** Public measures that are said to be about just this. */
  measures: number;
}

const MOST = 500;

/** Topics or places that people gave to public measures, with how many each. */
export async function listedTopics(from: Reads, kind: 'topics' | 'places'): Promise<TopicLine[]> {
  const column = sql.raw(kind);
  const rows = await from.all<{ id: string; measures: number }>(sql`
    SELECT t.value AS id, count(*) AS measures FROM measure_definitions d JOIN public_measures p ON p.id = d.measure_id, json_each(d.${column}) AS t
    GROUP BY t.value ORDER BY t.value LIMIT ${MOST}`);
  const lines: TopicLine[] = [];
  for (const { id, measures } of rows) {
    const [named] = await topicNames(from, kind, [id]);
    const path = named?.split(' > ') ?? [];
    if (path.length > 0) lines.push({ id, name: path.at(-1) as string, path, measures: Number(measures) });
  }
  return lines.sort((a, b) => a.path.join(' ').localeCompare(b.path.join(' ')));
}
