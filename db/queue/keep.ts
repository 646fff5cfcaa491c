import type { CaseEvent, CaseState, CaseView } from '@/lib/adjudication';
import type { CaseRow } from '../case-record';
import type { Tx } from '../open';
import { writeRows } from '../rows';
import { queueItems } from '../schema';
import { among, plain, send, type Words, words } from '../statement';
import { wakeChanged } from './due';

type Item = typeof queueItems.$inferSelect;

/** Where a case waits: with an opinion on it for another, else as its state says. */
const homeOf = ({ state, opinionsBy }: CaseRow): Item['home'] =>
  HOME_OF[state] === 'conflicts' && opinionsBy.length > 0 ? 'second-review' : HOME_OF[state];

/** Where a case waits in each of its states. A new state is given its place here, and its splits in `db/desk/splits.ts`. */
const HOME_OF: Record<CaseState, Item['home']> = {
  open: 'conflicts',
  reopened: 'conflicts',
  'in-review': 'conflicts',
  ruled: 'to-publish',
  published: 'settled',
  dismissed: 'settled',
  withdrawn: 'settled',
};

/** A case after something happened to it. `found`: the engine said anew what stands in it. */
export interface KeptCase {
  row: CaseRow;
  view: CaseView;
  event: CaseEvent;
  found: boolean;
}

/** The most severe first, then the surest, then the oldest; what is settled, the latest first. */
const rankOf = ({ severity, confidence, changedAt }: CaseRow, home: Item['home']): number =>
  home === 'settled' ? -Date.parse(changedAt) / 1000 : (severity === 'high' ? 0 : 10) - confidence;

/** An objection stands until a ruling, a dismissal, a withdrawal or a reopening answers it. */
const sentBackBy = ({ type }: CaseEvent): boolean | null => (type === 'returned' ? true : ANSWERS.includes(type) ? false : null);
const ANSWERS: readonly CaseEvent['type'][] = ['ruled', 'dismissed', 'reopened', 'withdrawn'];

const KEPT = plain(`ON CONFLICT (id) DO UPDATE SET
  home = CASE WHEN look_by IS NOT NULL AND excluded.home = 'conflicts' THEN 'second-review' ELSE excluded.home END, rank = excluded.rank, taken_by = excluded.taken_by,
  ruled_by = excluded.ruled_by, publications = excluded.publications, audit_owed = excluded.audit_owed, sent_back = coalesce(excluded.sent_back, sent_back)`);

/** Keeps the places of some cases in the queue with what happened to them, in the same transaction. */
export async function keepCases(tx: Tx, cases: readonly KeptCase[]): Promise<void> {
  const items = cases.map(({ row, view, event }): Item => {
    const home = homeOf(row);
    const { takenBy, ruledBy, publications } = view;
    return {
      ...{ id: row.id, kind: 'case', home, rank: rankOf(row, home), since: row.openedAt, waiting: 0, total: 0 },
      ...{ takenBy, ruledBy, publications, sentBack: sentBackBy(event) },
      ...{ assignedTo: null, snoozedUntil: null, snoozeReason: null, flag: null, auditOwed: view.audit === 'owed' },
      ...{ askedOf: null, askedOn: null, lookBy: null },
    };
  });
  await writeRows(tx, queueItems, items, KEPT);
  const decided = cases.flatMap(({ row, event }) => (ENDS_LOOK.includes(event.type) ? [row.id] : []));
  if (decided.length > 0) send(tx, words`UPDATE queue_items SET look_by = NULL WHERE id IN ${among(decided)} AND look_by IS NOT NULL`);
  const ids = cases.flatMap(({ row, found }) => (found ? [row.id] : []));
  if (ids.length > 0) {
    refileFacets(tx, ids);
    await wakeChanged(tx, ids, (cases[0] as KeptCase).row.changedAt);
  }
  const given = cases.flatMap(({ row, event, found }) => (found || !MOVES_OPINIONS.includes(event.type) ? [] : [row.id]));
  if (given.length > 0) refileOpinions(tx, given);
  const published = cases.flatMap(({ row, event }) => (event.type === 'published' ? [row.measureId] : []));
  if (published.length > 0) watchAge(tx, published);
  const withdrawn = cases.flatMap(({ row, event }) => (event.type === 'withdrawn' ? [row.measureId] : []));
  // Nothing of it is public any more, so nothing there grows old.
  if (withdrawn.length > 0)
    send(tx, words`UPDATE queue_items SET home = 'done' WHERE id IN ${among(withdrawn)} AND kind = 'measure' AND home = 'stale'`);
}

/** With these somebody looked at the case and decided: a second look that was asked for is had. */
const ENDS_LOOK: readonly CaseEvent['type'][] = ['submitted', 'ruled', 'dismissed', 'reopened'];

/** After these a case may have other opinions than before. */
const MOVES_OPINIONS: readonly CaseEvent['type'][] = ['submitted', 'ruled', 'returned', 'reopened', 'dismissed', 'withdrawn'];

function refileOpinions(tx: Tx, ids: readonly string[]): void {
  send(tx, words`DELETE FROM queue_facets WHERE id IN ${among(ids)} AND facet = 'opinion'`);
  send(tx, words`INSERT INTO queue_facets (split, facet, value, rank, since, id) ${opinionsIn(ids)}`);
}

/** Whose opinions count on a case, and who wants one of somebody else; and the empty text where there are two, which differ as long as it waits. */
const opinionsIn = (ids: readonly string[]): Words => words`
  SELECT q.split, 'opinion', o.value, q.rank, q.since, q.id FROM queue_items q JOIN cases c ON c.id = q.id, json_each(c.opinions_by) o WHERE q.id IN ${among(ids)}
  UNION SELECT split, 'opinion', look_by, rank, since, id FROM queue_items WHERE id IN ${among(ids)} AND look_by IS NOT NULL
  UNION SELECT q.split, 'opinion', '', q.rank, q.since, q.id FROM queue_items q JOIN cases c ON c.id = q.id
    WHERE q.id IN ${among(ids)} AND json_array_length(c.opinions_by) > 1`;

/** What cases can be looked for by: who published and who said what stands in their positions, how those clash, and their measure. */
function refileFacets(tx: Tx, ids: readonly string[]): void {
  send(tx, words`DELETE FROM queue_facets WHERE id IN ${among(ids)} AND facet IN ('source', 'speaker', 'kind', 'measure', 'opinion')`);
  send(tx, words`INSERT INTO queue_facets (split, facet, value, rank, since, id) ${facetsOf(ids)}`);
}

export const facetsOf = (ids: readonly string[]): Words => words`
  WITH stands AS (
    SELECT DISTINCT q.id, q.split, q.rank, q.since, member.value AS claim
    FROM queue_items q JOIN cases c ON c.id = q.id, json_each(c.positions) AS position, json_each(position.value -> '$.claims') AS member
    WHERE q.id IN ${among(ids)})
  SELECT s.split, 'source', a.source_id, s.rank, s.since, s.id FROM stands s JOIN claims c ON c.id = s.claim JOIN articles a ON a.id = c.article_id
    WHERE a.source_id IS NOT NULL
  UNION SELECT s.split, 'speaker', c.speaker_name, s.rank, s.since, s.id FROM stands s JOIN claims c ON c.id = s.claim WHERE c.speaker_name IS NOT NULL
  UNION SELECT s.split, 'kind', r.kind, s.rank, s.since, s.id FROM stands s CROSS JOIN relations r ON r.a = s.claim WHERE r.alert = 1
  UNION SELECT q.split, 'measure', c.measure_id, q.rank, q.since, q.id FROM queue_items q JOIN cases c ON c.id = q.id WHERE q.id IN ${among(ids)}
  UNION ${opinionsIn(ids)}`;

/** A measure that readers were told about is looked at again once its newest figure is old; a figure without a day is as old as its acceptance. */
export const watchAge = (tx: Tx, measureIds: readonly string[]): void =>
  send(
    tx,
    words`INSERT INTO queue_items (id, kind, home, rank, since)
      SELECT measure_id, 'measure', 'stale', 0, max(coalesce(as_of, substr(accepted_at, 1, 10))) FROM claims
      WHERE measure_id IN ${among(measureIds)} AND status = 'accepted' GROUP BY measure_id
      ON CONFLICT (id) DO UPDATE SET home = excluded.home`,
  );

/** The same of the measures of claims that readers see from now on, where it is said after how many days they are looked at again. */
export const watchReviewed = (tx: Tx, claimIds: readonly string[]): void =>
  send(
    tx,
    words`INSERT INTO queue_items (id, kind, home, rank, since)
      SELECT measure_id, 'measure', 'stale', 0, max(coalesce(as_of, substr(accepted_at, 1, 10))) FROM claims
      WHERE status = 'accepted' AND measure_id IN (SELECT d.measure_id FROM claims c JOIN measure_definitions d ON d.measure_id = c.measure_id
        WHERE c.id IN ${among(claimIds)} AND d.review_days IS NOT NULL) GROUP BY measure_id
      ON CONFLICT (id) DO NOTHING`,
  );
