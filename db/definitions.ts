import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from './actor';
import { type DefinitionRow, definitionDigest, definitionOf, measureSubject } from './definition-record';
import { cleanWords, type DefinitionInput } from './definition-words';
import { standingMeasure } from './measure-standing';
import type { Database, Reads, Tx } from './open';
import { rewordMeasure } from './question';
import { watchAge } from './queue/keep';
import { movedOn } from './refused';
import { type RevisionAct, recordRevision } from './revision-record';
import { measureDefinitions } from './schema';
import { ensureTopics, topicNames } from './topics';
import { verb } from './verb';

/** What an act on a measure came to. */
export interface Defined {
  id: string;
  revision: number;
}

/** What of a definition people read, for the history: ids of topics and places say nothing to anybody. */
export async function readable(from: Reads, row: DefinitionRow): Promise<Record<string, unknown>> {
  const { measureId: _, revision: __, changedAt: ___, topics, places, ...words } = row;
  return { ...words, topicNames: await topicNames(from, 'topics', topics), placeNames: await topicNames(from, 'places', places) };
}

/**
 * Says what a measure is: its question, what counts and what does not, how it adds up, when it is due again, topics and places. What is left empty is
 * what its claims say. 404 `MeasureUnknown`; 409 `MergedAway`, `VersionConflict` with both versions; 422 for a field that cannot be.
 */
export function defineMeasure(
  db: Database,
  { id, revision, ...typed }: Defined & DefinitionInput,
  by: Actor,
  now: Instant,
): Promise<Result<Defined>> {
  return verb(db, async (tx) => {
    const measure = await standingMeasure(tx, id);
    if (!measure.ok) return measure;
    const cleaned = cleanWords(typed);
    if (!cleaned.ok) return cleaned;
    const before = await definitionOf(tx, id, now);
    const said = await readable(tx, before);
    if (before.revision !== revision)
      return movedOn({ ...typed, revision }, { ...said, revision: before.revision }, 'Somebody else changed this definition meanwhile.');
    const { topics, places, ...words } = cleaned.value;
    const named = { topics: await ensureTopics(tx, 'topics', topics, now), places: await ensureTopics(tx, 'places', places, now) };
    const row = { ...before, ...words, ...named };
    const after = await readable(tx, row);
    if (JSON.stringify(after) === JSON.stringify(said))
      return refuse(409, 'IllegalTransition', 'Nothing of it is different from what stands there.', 'Nothing is left to do.');
    const revised = await revise(tx, row, { act: 'measures.define', before: said, after, reason: null }, by, now);
    await rewordMeasure(tx, id);
    if (row.reviewDays !== null) watchAge(tx, [id]);
    return ok(revised);
  });
}

/** Writes the definition of a measure under its next revision, with the fact of the act that changed it or the measure. */
export async function revise(
  tx: Tx,
  row: DefinitionRow,
  done: { act: RevisionAct; before: Record<string, unknown>; after: Record<string, unknown>; reason: string | null },
  by: Actor,
  now: Instant,
): Promise<Defined> {
  const next = { ...row, revision: row.revision + 1, changedAt: now };
  const { measureId, ...columns } = next;
  await tx.insert(measureDefinitions).values(next).onConflictDoUpdate({ target: measureDefinitions.measureId, set: columns });
  await recordRevision(
    tx,
    { subject: measureSubject(measureId), revision: next.revision, ...done, digest: definitionDigest(next) },
    by,
    now,
  );
  return { id: measureId, revision: next.revision };
}
