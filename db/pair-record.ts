import { digestOf } from '@/lib/audit';
import type { Actor } from './actor';
import { append } from './audit';
import { newId } from './ids';
import type { Tx } from './open';
import { insertRows } from './rows';
import { pairJudgements } from './schema';

export type PairRow = typeof pairJudgements.$inferSelect;

/** The acts on pairs: each names its row in the log by its digest. */
export const PAIR_ACTS = ['pairs.judge', 'pairs.take-back'] as const;

export const pairDigest = ({ seq: _, ...judgement }: PairRow): string => digestOf(judgement);

const pairSubject = ({ a, b }: Pick<PairRow, 'a' | 'b'>): string => `pair:${a}+${b}`;

/** Two claims in the one order in which the record names a pair. */
export const pairOf = (one: string, other: string): Pick<PairRow, 'a' | 'b'> => (one < other ? { a: one, b: other } : { a: other, b: one });

/** Appends one person's word with its fact; gives its id. */
export async function recordPair(tx: Tx, said: Omit<PairRow, 'id' | 'seq' | 'by' | 'byRole'>, by: Actor): Promise<string> {
  if (by.kind !== 'person') throw new Error('only a person judges a pair');
  const row: PairRow = { id: newId(), seq: 0, ...said, by: by.id, byRole: by.role };
  const action = row.word === 'taken-back' ? 'pairs.take-back' : 'pairs.judge';
  const seq = await append(tx, {
    at: row.at,
    actor: by,
    action,
    subject: pairSubject(row),
    evidenceHashes: [pairDigest(row)],
    after: { id: row.id, about: row.about, word: row.word },
  });
  await tx.insert(pairJudgements).values({ ...row, seq });
  return row.id;
}

type Said = Omit<PairRow, 'id' | 'seq' | 'by' | 'byRole'>;

/**
 * Appends the words that follow from one act of a person on a whole measure, with one fact for those said and one for those taken back. Gives their ids in the
 * order given.
 */
export async function recordPairs(tx: Tx, measureId: string, said: readonly Said[], by: Actor): Promise<string[]> {
  if (by.kind !== 'person') throw new Error('only a person judges a pair');
  const rows = said.map((one): PairRow => ({ id: newId(), seq: 0, ...one, by: by.id, byRole: by.role }));
  for (const action of PAIR_ACTS) {
    const own = rows.filter(({ word }) => (word === 'taken-back') === (action === 'pairs.take-back'));
    if (own.length === 0) continue;
    const evidenceHashes = own.map(pairDigest).sort();
    const seq = await append(tx, { at: own[0]!.at, actor: by, action, subject: `pairs:${measureId}`, evidenceHashes });
    await insertRows(
      tx,
      pairJudgements,
      own.map((row) => ({ ...row, seq })),
    );
  }
  return rows.map(({ id }) => id);
}
