import { type Facets, facetsOf, type MeasureRecord } from '@/lib/publication';
import type { Reads, Tx } from './open';
import { among, ask, send, words } from './statement';

/** So many claims of a measure are asked for the places they name. */
const MOST_SCOPES = 200;

/** What each of these measures is found by in lists; a measure that readers do not see is found by nothing. */
export async function facetsNow(
  from: Reads,
  ids: readonly string[],
  records: readonly MeasureRecord[],
): Promise<Map<string, Facets | null>> {
  const scopes = await scopesOf(from, ids);
  const byId = new Map(records.map((record) => [record.id, record]));
  return new Map(
    ids.map((id) => {
      const record = byId.get(id);
      return [id, record ? facetsOf(record, scopes.get(id) ?? []) : null];
    }),
  );
}

async function scopesOf(from: Reads, ids: readonly string[]): Promise<Map<string, string[][]>> {
  const rows = await ask<{ id: string; scopes: string }>(
    from,
    words`SELECT s.value AS id, (SELECT json_group_array(json(scope)) FROM (SELECT c.frame ->> '$.scope' AS scope FROM claims c
        WHERE c.measure_id = s.value AND +c.status = 'accepted' AND c.accepted_at IS NOT NULL LIMIT ${MOST_SCOPES}) WHERE scope IS NOT NULL) AS scopes
      FROM json_each(${JSON.stringify(ids)}) s`,
  );
  return new Map(rows.map(({ id, scopes }) => [id, JSON.parse(scopes) as string[][]]));
}

/** Files them, of these measures alone: what is as it was is not written. */
export function fileFacets(tx: Tx, facets: ReadonlyMap<string, Facets | null>): void {
  const [ids, rows, subjects, verdicts]: [string[], string[][], (string | null)[][], string[][]] = [[], [], [], []];
  for (const [id, found] of facets) {
    ids.push(id);
    if (found === null) continue;
    rows.push(...found.values.map(([facet, value]) => [id, facet, value]));
    for (const [facet, some] of [['topic', found.topics] as const, ['place', found.places] as const])
      for (const { slug, name, wider } of some) {
        rows.push([id, facet, slug]);
        subjects.push([facet, slug, name, wider]);
      }
    verdicts.push(...found.verdicts.map(({ claim, verdict, at }) => [claim, id, verdict, at]));
  }
  const [own, wanted, ruled] = [among(ids), JSON.stringify(rows), JSON.stringify(verdicts)];
  send(
    tx,
    words`DELETE FROM public_facets WHERE measure_id IN ${own} AND (measure_id, facet, value) NOT IN
      (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${wanted}))`,
  );
  if (subjects.length > 0)
    send(
      tx,
      words`INSERT INTO public_subjects (facet, slug, name, wider, measures) SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, 0
        FROM json_each(${JSON.stringify(subjects)}) WHERE true ON CONFLICT DO NOTHING`,
    );
  send(
    tx,
    words`INSERT INTO public_facets (measure_id, facet, value, latest) SELECT p.id, w.value ->> 1, w.value ->> 2, p.latest
      FROM json_each(${wanted}) w CROSS JOIN public_measures p ON p.id = w.value ->> 0 WHERE true
      ON CONFLICT (measure_id, facet, value) DO UPDATE SET latest = excluded.latest WHERE latest <> excluded.latest`,
  );
  send(tx, words`DELETE FROM public_verdicts WHERE measure_id IN ${own} AND claim_id NOT IN (SELECT value ->> 0 FROM json_each(${ruled}))`);
  if (verdicts.length > 0)
    send(
      tx,
      words`INSERT INTO public_verdicts (claim_id, measure_id, verdict, at)
        SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(${ruled}) WHERE true
        ON CONFLICT (claim_id) DO UPDATE SET measure_id = excluded.measure_id, verdict = excluded.verdict, at = excluded.at`,
    );
}
