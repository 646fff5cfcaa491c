import { sql } from 'drizzle-orm';
import { nameKey } from '../name-key';
import { NAMED, type NamedKind } from '../named';
import type { Reads } from '../open';
import type { SpeakerKind } from '../speaker-form';

/** A speaker or an outlet on the desk's list. */
export interface NamedLine {
  id: string;
  name: string;
  /** The post that tells a short name apart. */
  role: string | null;
  /** Null for outlets. */
  kind: SpeakerKind | null;
  /** Names that lead to it. */
  aliases: number;
  /** Claims it made, or articles it published. */
  uses: number;
}

/** A page of the list, and the cursor of the next one. */
export interface NamedPage {
  lines: NamedLine[];
  next: string | null;
}

const SIZE = 50;

const TABLE: Record<NamedKind, ReturnType<typeof sql.raw>> = { speaker: sql.raw('speakers'), source: sql.raw('sources') };
/** The columns that outlets do without. */
const ROLE: Record<NamedKind, ReturnType<typeof sql.raw>> = {
  speaker: sql.raw('t.role, t.kind'),
  source: sql.raw('NULL AS role, NULL AS kind'),
};

const USES: Record<NamedKind, ReturnType<typeof sql>> = {
  speaker: sql`(SELECT count(*) FROM claims WHERE speaker_id IN (SELECT id FROM speakers s WHERE s.id = t.id OR s.standing_id = t.id))`,
  source: sql`(SELECT count(*) FROM articles a WHERE a.source_id IN (SELECT id FROM sources s WHERE s.id = t.id OR s.standing_id = t.id))
    + (SELECT count(*) FROM articles a WHERE a.agency_id IN (SELECT id FROM sources s WHERE s.id = t.id OR s.standing_id = t.id))`,
};

/**
 * Names that stand by themselves, by name, from behind the one named by `after` on; with `search` those that have it in their name or in that of
 * an alias.
 */
export async function listNamed(from: Reads, kind: NamedKind, search: string, after: string | null): Promise<NamedPage> {
  const table = TABLE[kind];
  const key = nameKey(search.slice(0, 200));
  const like = `%${key.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const found =
    key === '' ? sql`true` : sql`t.id IN (SELECT coalesce(standing_id, id) FROM ${table} WHERE name_key LIKE ${like} ESCAPE '\\')`;
  const cursor = sql`(SELECT name_key FROM ${table} WHERE id = ${after})`;
  const behind = after === null ? sql`true` : sql`(t.name_key > ${cursor} OR (t.name_key = ${cursor} AND t.id > ${after}))`;
  const rows = await from.all<NamedLine>(sql`SELECT t.id, t.name, ${ROLE[kind]},
      (SELECT count(*) FROM ${table} s WHERE s.standing_id = t.id) AS aliases, ${USES[kind]} AS uses
    FROM ${table} t WHERE t.standing_id IS NULL AND ${found} AND ${behind} ORDER BY t.name_key, t.id LIMIT ${SIZE + 1}`);
  const lines = rows.slice(0, SIZE);
  return { lines, next: rows.length > SIZE ? (lines.at(-1)?.id ?? null) : null };
}

/** A name that may be another one for the same, with the reason why somebody should look. */
export interface Candidate extends NamedLine {
  reason: string;
}

const MOST_CANDIDATES = 12;

/** Names that share their last word with this one, or are the same under another post: suggested, and never merged by themselves. */
export async function candidatesFor(from: Reads, kind: NamedKind, row: { id: string; nameKey: string }): Promise<Candidate[]> {
  const words = row.nameKey.split(' ').filter((word) => word.length > 1);
  const [first, last] = [words[0] ?? row.nameKey, words.at(-1) ?? row.nameKey];
  const shared = kind === 'source' || words.length > 1 ? [first, last] : [row.nameKey];
  const alike = sql.join(
    [...new Set(shared)].map((word) => sql`(' ' || t.name_key || ' ') LIKE ${`% ${word.replace(/[\\%_]/g, '')} %`}`),
    sql` OR `,
  );
  const rows = await from.all<
    NamedLine & { nameKey: string }
  >(sql`SELECT t.id, t.name, t.name_key AS nameKey, ${ROLE[kind]}, 0 AS aliases, ${USES[kind]} AS uses
    FROM ${TABLE[kind]} t WHERE t.standing_id IS NULL AND t.id <> ${row.id} AND (${alike}) ORDER BY t.name_key LIMIT 200`);
  const posts = kind === 'speaker' ? await postsOf(from, [row.id, ...rows.map(({ id }) => id)]) : new Map<string, Set<string>>();
  const own = posts.get(row.id) ?? new Set();
  const ranked = rows.flatMap(({ nameKey: key, ...line }) => {
    const post = [...(posts.get(line.id) ?? [])].find((one) => own.has(one));
    const short = isPart(row.nameKey, key) || isPart(key, row.nameKey);
    if (!short && key !== row.nameKey) return [];
    const why = key === row.nameKey ? 'the same name' : 'one name is part of the other';
    return [{ ...line, reason: post ? `${why}, and both are called “${post}”` : why, rank: post ? 0 : 1 }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_CANDIDATES)
    .map(({ rank: _, ...line }) => line);
}

const isPart = (short: string, long: string): boolean => short !== long && ` ${long} `.includes(` ${short} `);

/** So many of the youngest claims of each tell its posts. */
const FOR_POSTS = 200;

/** The posts that claims give each, in small letters. */
async function postsOf(from: Reads, ids: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await from.all<{ id: string; post: string }>(sql`SELECT DISTINCT c.speaker_id AS id, lower(c.speaker_role) AS post
    FROM json_each(${JSON.stringify(ids)}) f JOIN claims c
      ON c.rowid IN (SELECT rowid FROM claims WHERE speaker_id = f.value ORDER BY rowid DESC LIMIT ${FOR_POSTS})
    WHERE c.speaker_role IS NOT NULL`);
  const posts = new Map<string, Set<string>>();
  for (const { id, post } of rows) posts.set(id, (posts.get(id) ?? new Set()).add(post));
  return posts;
}

/** Where the list of this kind is. */
export const namedPath = (kind: NamedKind): string => NAMED[kind].page;
