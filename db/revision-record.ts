import { digestOf } from '@/lib/audit';
import type { Instant } from '@/lib/base';
import type { Actor } from './actor';
import { append } from './audit';
import { followersOfSubject } from './followers';
import { notify } from './notify';
import type { Tx } from './open';
import { revisions } from './schema';

export type RevisionRow = typeof revisions.$inferSelect;

/** The acts that change a speaker, an outlet or a measure: each names its row in the log by its digest. */
export const REVISION_ACTS = [
  ...['speakers.merge', 'speakers.split', 'speakers.rename', 'speakers.alias'],
  ...['sources.merge', 'sources.split', 'sources.rename', 'sources.alias'],
  ...['measures.define', 'measures.merge', 'measures.split', 'measures.undo'],
] as const;
export type RevisionAct = (typeof REVISION_ACTS)[number];

export const revisionDigest = ({ seq: _, ...revision }: RevisionRow): string => digestOf(revision);

/** What a person did, and what stood before and after it. */
export interface Revised {
  subject: string;
  /** What it becomes by this act. */
  revision: number;
  act: RevisionAct;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  reason: string | null;
  /** Of the row as the act leaves it. */
  digest: string;
}

/** Appends one act with its fact, which carries ids and digests and no names. */
export async function recordRevision(tx: Tx, { digest, ...revised }: Revised, by: Actor, at: Instant): Promise<void> {
  if (by.kind !== 'person') throw new Error('only a person changes a speaker, an outlet or a measure');
  const row: RevisionRow = { ...revised, seq: 0, by: by.id, byRole: by.role, at };
  const { subject, act: action, revision: toVersion } = row;
  const evidenceHashes = [digest, revisionDigest(row)];
  const seq = await append(tx, { at, actor: by, action, subject, fromVersion: toVersion - 1, toVersion, evidenceHashes });
  await tx.insert(revisions).values({ ...row, seq });
  await notify(tx, await followersOfSubject(tx, subject, { what: 'revised', at }), by.id);
}
