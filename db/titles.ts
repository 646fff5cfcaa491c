import type { Reads } from './open';
import { said } from './shown-article';
import { among, ask, words } from './statement';

/** What people call the things that acts are about, by subject ("case:k3v9m2qd4x"); nothing for what has no name of its own. Of an act it is what the log calls it. */
export async function titlesOf(from: Reads, subjects: readonly string[]): Promise<Map<string, string>> {
  const numbers = subjects.flatMap((subject) => /^act:(\d{1,12})$/.exec(subject)?.[1] ?? []);
  const ids = among(subjects.map((subject) => subject.split(':')[1] ?? ''));
  const rows = await ask<{ id: string; title: string | null }>(
    from,
    words`SELECT c.id, m.title FROM cases c JOIN measures m ON m.id = c.measure_id WHERE c.id IN ${ids}
      UNION ALL SELECT id, title FROM measures WHERE id IN ${ids}
      UNION ALL SELECT a.id, coalesce(${said('title', 'a')}, s.name, 'An article') FROM articles a LEFT JOIN sources s ON s.id = a.source_id
        WHERE a.id IN ${ids}
      UNION ALL SELECT id, text FROM claims WHERE id IN ${ids}
      UNION ALL SELECT id, name FROM sources WHERE id IN ${ids}
      UNION ALL SELECT id, name FROM speakers WHERE id IN ${ids}
      UNION ALL SELECT id, name FROM people WHERE id IN ${ids}
      UNION ALL SELECT id, name FROM queue_views WHERE id IN ${ids}
      UNION ALL SELECT CAST(seq AS TEXT), action FROM acts WHERE seq IN (SELECT CAST(value AS INTEGER) FROM json_each(${JSON.stringify(numbers)}))`,
  );
  const titles = new Map(rows.map(({ id, title }) => [id, title]));
  return new Map(
    subjects.flatMap((subject): [string, string][] => {
      const title = titles.get(subject.split(':')[1] ?? '');
      return title == null ? [] : [[subject, title]];
    }),
  );
}
