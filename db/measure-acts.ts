import { and, desc, eq } from 'drizzle-orm';
import { measureSubject } from './definition-record';
import type { SaidByAct } from './measure-members';
import type { Reads } from './open';
import type { RevisionRow } from './revision-record';
import { measures, revisions } from './schema';
import { isAmong } from './statement';

/** What a merge or a split left behind, for whoever takes it back. */
export interface Acted extends SaidByAct {
  act: 'measures.merge' | 'measures.split';
  revision: number;
  seq: number;
  /** Where the claims went. */
  to: string;
  claims: string[];
}

/** The merges and splits of a measure that hold today, the last one first. */
export async function actsOn(from: Reads, id: string): Promise<Acted[]> {
  const acts = ['measures.merge', 'measures.split', 'measures.undo'];
  const rows = await from
    .select()
    .from(revisions)
    .where(and(eq(revisions.subject, measureSubject(id)), isAmong(revisions.act, acts)))
    .orderBy(desc(revisions.revision));
  const undone = new Set(rows.flatMap(({ act, after }) => (act === 'measures.undo' ? [after.undoes as number] : [])));
  return rows.filter(({ act, revision }) => act !== 'measures.undo' && !undone.has(revision)).map(actedBy);
}

function actedBy({ act, revision, seq, after }: RevisionRow): Acted {
  const { into, to = into, claims, words, replaced } = after as unknown as SaidByAct & { into?: string; to?: string; claims: string[] };
  return { act: act as Acted['act'], revision, seq, to: to as string, claims, words, replaced };
}

/** The merges that hold today and brought claims into a measure, with the measures they came from. */
export async function mergedInto(from: Reads, id: string): Promise<(Acted & { from: string })[]> {
  const emptied = await from.select({ id: measures.id }).from(measures).where(eq(measures.successorId, id));
  const all: (Acted & { from: string })[] = [];
  for (const { id: own } of emptied) {
    const [last] = await actsOn(from, own);
    if (last?.act === 'measures.merge' && last.to === id) all.push({ ...last, from: own });
  }
  return all;
}
