import { digestOf } from '@/lib/audit';
import { ok, type Refusal, type Result, refuse } from '@/lib/base';
import type { Reads, Tx } from './open';
import { movedOn } from './refused';
import { rowsOf } from './rows';
import { sources, speakers } from './schema';
import { sourceDigest, sourceSubject } from './sources';
import { plain, send, type Words, words } from './statement';

/** What has a name, aliases and a page: whoever says something, and whoever publishes it. */
export type NamedKind = 'speaker' | 'source';

export type SpeakerRow = typeof speakers.$inferSelect;
type SourceRow = typeof sources.$inferSelect;

/** What the two have in common. */
export type NamedRow = Pick<SpeakerRow, 'id' | 'name' | 'nameKey' | 'intoId' | 'standingId' | 'revision' | 'createdAt'>;

/** What each is called in sentences, and where its page on the desk is. */
export const NAMED: Record<NamedKind, { called: string; acts: 'speakers' | 'sources'; page: string }> = {
  speaker: { called: 'speaker', acts: 'speakers', page: '/review/speakers' },
  source: { called: 'outlet', acts: 'sources', page: '/review/sources' },
};

export const tableOf = (kind: NamedKind): Words => plain(NAMED[kind].acts);

export const speakerSubject = (id: string): string => `speaker:${id}`;

/** The digest of a speaker that a person changed; one that nobody did has no fact. What stands for it follows from others. */
export const speakerDigest = ({ standingId: _, ...row }: SpeakerRow): string => digestOf(row);

export const subjectOf = (kind: NamedKind, id: string): string => (kind === 'speaker' ? speakerSubject(id) : sourceSubject(id));

export async function namedRow(from: Reads, kind: NamedKind, id: string): Promise<NamedRow | null> {
  const which = words`WHERE id = ${id}`;
  const rows: NamedRow[] = kind === 'speaker' ? await rowsOf(from, speakers, which) : await rowsOf(from, sources, which);
  return rows[0] ?? null;
}

/** The digest of a row as it is stored now, for the fact of the act that changed it. */
export async function digestNow(tx: Tx, kind: NamedKind, id: string): Promise<string> {
  const row = await namedRow(tx, kind, id);
  return kind === 'speaker' ? speakerDigest(row as SpeakerRow) : sourceDigest(row as SourceRow);
}

/** 404 for an id that nobody has. */
export async function knownNamed(from: Reads, kind: NamedKind, id: string): Promise<Result<NamedRow>> {
  const row = await namedRow(from, kind, id);
  if (row) return ok(row);
  const { called, acts } = NAMED[kind];
  return refuse(
    404,
    kind === 'speaker' ? 'SpeakerUnknown' : 'SourceUnknown',
    `There is no ${called} "${id}".`,
    `Choose one from the list of ${acts}.`,
  );
}

/** What somebody saw is what there is: else they are told what it is now, beside what they sent. */
export function checkRevision(row: NamedRow, revision: number, sent: Record<string, unknown>): Result<null> {
  if (row.revision === revision) return ok(null);
  const { name, intoId } = row;
  return movedOn({ ...sent, revision }, { name, intoId, revision: row.revision });
}

/** What to do instead of acting on a name that another stands for. */
export async function wayOn(from: Reads, kind: NamedKind, row: NamedRow): Promise<Refusal> {
  const standing = (await namedRow(from, kind, row.standingId as string)) as NamedRow;
  const { called } = NAMED[kind];
  return {
    status: 409,
    code: 'MergedAway',
    cause: `The ${called} “${row.name}” was merged: “${standing.name}” stands for it.`,
    next: `Act on “${standing.name}”, or split “${row.name}” off first.`,
    details: { standing: standing.id },
  };
}

/** Leads a name and all that it stands for to what stands for them now. */
export function pointTo(tx: Tx, kind: NamedKind, id: string, standing: string | null): void {
  const table = tableOf(kind);
  const below = words`WITH RECURSIVE below (id) AS (SELECT ${id} UNION SELECT ${table}.id FROM ${table} JOIN below ON ${table}.into_id = below.id)`;
  send(
    tx,
    words`${below} UPDATE ${table} SET standing_id = CASE WHEN id = ${id} THEN ${standing} ELSE coalesce(${standing}, ${id}) END
      WHERE id IN (SELECT id FROM below)`,
  );
}
