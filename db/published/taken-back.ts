import type { TakenBack } from '@/lib/publication';
import type { Reads } from '../open';
import { ask, words } from '../statement';

const MOST = 200;

/** Public articles of an outlet, under all its names, that it took back, the last first. What the law withholds has no title. */
export const takenBackBy = (from: Reads, source: string): Promise<TakenBack[]> =>
  ask<TakenBack>(
    from,
    words`SELECT a.id, CASE WHEN w.id IS NULL THEN a.title END AS title, a.published_at AS published, n.day
      FROM article_notices n JOIN public_articles p ON p.id = n.article_id JOIN articles a ON a.id = p.id
      LEFT JOIN article_notices w ON w.article_id = a.id AND w.kind = 'withheld' AND w.ended_seq IS NULL
      WHERE n.kind = 'retracted' AND n.ended_seq IS NULL
        AND p.source_id IN (SELECT id FROM sources WHERE id = ${source} OR standing_id = ${source})
      ORDER BY n.day DESC, a.id LIMIT ${MOST}`,
  );
