import { asc, sql } from 'drizzle-orm';
import { nameKey } from '../name-key';
import type { NamedKind, NamedRow } from '../named';
import { namedRow, subjectOf } from '../named';
import { isNameOf } from '../naming';
import { notedIn } from '../notice-record';
import type { Reads } from '../open';
import { rowsOf } from '../rows';
import { revisions, sources, speakers } from '../schema';
import { said } from '../shown-article';
import type { SpeakerKind } from '../speaker-form';
import { isAmong, sqlOf, words } from '../statement';
import { type Candidate, candidatesFor } from './named';
import { namesOf } from './names';

/** A name that leads to another. */
export interface AliasLine {
  id: string;
  name: string;
  role: string | null;
  revision: number;
  /** What it was merged into: the one it leads to, or another alias of that. */
  into: { id: string; name: string };
}

/** Where it is used: a claim it made, or an article. */
export interface UseLine {
  articleId: string;
  /** The mention or the title. */
  text: string;
  /** As the article names it. */
  called: string | null;
  outlet: string | null;
  publishedAt: string | null;
}

/** One act on it, or on a name that leads to it. */
export interface RevisionLine {
  key: string;
  /** Id of what was acted on, and the revision that the act made of it. */
  id: string;
  revision: number;
  act: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  reason: string | null;
  who: string;
  at: string;
  /** The name that was acted on. */
  of: string;
}

/** All that the desk shows of a speaker or an outlet. */
export interface NamedSheet {
  row: NamedRow & { role: string | null; kind: SpeakerKind | null };
  /** What stands for it, where it was merged. */
  standing: { id: string; name: string } | null;
  aliases: AliasLine[];
  /** The name it was filed under, where it was given another: what comes in under it is filed here. Null: that is its name. */
  former: string | null;
  uses: UseLine[];
  candidates: Candidate[];
  history: RevisionLine[];
}

const MOST_USES = 30;

const nameOf = sql`coalesce(${sqlOf(said('title', 'a'))}, iif(${sql.raw(notedIn('withheld', 'a'))}, 'Article that is withheld', 'Article without a title'))`;

export async function readNamed(from: Reads, kind: NamedKind, id: string): Promise<NamedSheet | null> {
  const row = (await namedRow(from, kind, id)) as NamedSheet['row'] | null;
  if (!row) return null;
  const which = words`WHERE standing_id = ${id} ORDER BY name_key`;
  const family = (kind === 'speaker' ? await rowsOf(from, speakers, which) : await rowsOf(from, sources, which)) as NamedSheet['row'][];
  const names = new Map([row, ...family].map((one) => [one.id, one.name]));
  const history = await historyOf(from, kind, names);
  const standing = row.standingId === null ? null : await namedRow(from, kind, row.standingId);
  return {
    row: { ...row, role: row.role ?? null, kind: row.kind ?? null },
    standing: standing && { id: standing.id, name: standing.name },
    former: nameKey(row.name) === row.nameKey ? null : formerOf(row, history),
    aliases: family.flatMap((one) => {
      if (isNameOf(one, row)) return [];
      const into = one.intoId as string;
      return {
        id: one.id,
        name: one.name,
        role: one.role ?? null,
        revision: one.revision,
        into: { id: into, name: names.get(into) ?? '' },
      };
    }),
    uses: await usesOf(from, kind, [...names.keys()]),
    candidates: standing ? [] : await candidatesFor(from, kind, row),
    history,
  };
}

/** In the letters in which it last bore that name. */
function formerOf({ name, nameKey: filed }: NamedRow, history: readonly RevisionLine[]): string | null {
  const was = history.map(({ before }) => before.name).find((before) => typeof before === 'string' && nameKey(before) === filed);
  return typeof was === 'string' && was !== name ? was : null;
}

function usesOf(from: Reads, kind: NamedKind, ids: readonly string[]): Promise<UseLine[]> {
  if (kind === 'source') {
    const some = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
    return from.all<UseLine>(sql`SELECT a.id AS articleId, ${nameOf} AS text, NULL AS called,
        s.name AS outlet, a.published_at AS publishedAt FROM articles a LEFT JOIN sources s ON s.id = a.source_id
      WHERE a.id IN (SELECT id FROM articles WHERE source_id IN ${some} UNION SELECT id FROM articles WHERE agency_id IN ${some})
      ORDER BY a.published_at DESC, a.id LIMIT ${MOST_USES}`);
  }
  // The youngest of each name, from the end of the index: a speaker of many claims is not read in whole.
  return from.all<UseLine>(sql`SELECT a.id AS articleId, c.text, c.speaker_name || coalesce(', ' || c.speaker_role, '') AS called,
      s.name AS outlet, a.published_at AS publishedAt
    FROM json_each(${JSON.stringify(ids)}) f JOIN claims c ON c.rowid IN (SELECT rowid FROM claims
        WHERE speaker_id = f.value AND +status IN ('read', 'accepted') ORDER BY rowid DESC LIMIT ${MOST_USES})
      JOIN articles a ON a.id = c.article_id LEFT JOIN sources s ON s.id = a.source_id
    ORDER BY c.rowid DESC LIMIT ${MOST_USES}`);
}

async function historyOf(from: Reads, kind: NamedKind, names: ReadonlyMap<string, string>): Promise<RevisionLine[]> {
  const subjects = new Map([...names].map(([id, name]) => [subjectOf(kind, id), name]));
  const rows = await from.select().from(revisions).where(isAmong(revisions.subject, subjects.keys())).orderBy(asc(revisions.seq));
  const people = await namesOf(
    from,
    rows.map(({ by }) => by),
  );
  return rows.reverse().map(({ subject, revision, act, before, after, reason, by, at }) => ({
    ...{ key: `${subject} ${revision}`, id: subject.slice(subject.indexOf(':') + 1), revision, act, before, after, reason, at },
    who: people.get(by) ?? 'somebody',
    of: subjects.get(subject) ?? '',
  }));
}
