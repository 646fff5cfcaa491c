import type { What } from './notification-kinds';
import type { News } from './notify';
import type { Reads } from './open';
import { among, ask, type Words, words } from './statement';

/** A name that was merged is followed as the one that stands for it, and a measure as the one that its claims went to. */
const FOLLOWED_CLAIMS = (claimIds: Words): Words => words`
  SELECT f.person_id AS "to", k.id AS claim FROM claims k JOIN follows f ON f.kind = 'measure'
    AND k.measure_id IN (f.id, (SELECT successor_id FROM measures WHERE id = f.id)) WHERE k.id IN ${claimIds}
  UNION SELECT f.person_id, k.id FROM claims k JOIN articles a ON a.id = k.article_id JOIN sources o ON o.id IN (a.source_id, a.agency_id)
    JOIN sources s ON coalesce(s.standing_id, s.id) = coalesce(o.standing_id, o.id) JOIN follows f ON f.kind = 'source' AND f.id = s.id
    WHERE k.id IN ${claimIds}
  UNION SELECT f.person_id, k.id FROM claims k JOIN speakers o ON o.id = k.speaker_id
    JOIN speakers s ON coalesce(s.standing_id, s.id) = coalesce(o.standing_id, o.id) JOIN follows f ON f.kind = 'speaker' AND f.id = s.id
    WHERE k.id IN ${claimIds}`;

/** Whether anybody follows anything: nearly every write asks, and most find that nobody does. */
async function anyFollows(from: Reads): Promise<boolean> {
  const [found] = await ask<{ some: number }>(from, words`SELECT EXISTS (SELECT 1 FROM follows) AS some`);
  return found?.some === 1;
}

/** Who follows the question, the outlet or the speaker of some claims, and is told of what holds them. `subjects`: of each claim. */
export async function followersOf(
  from: Reads,
  subjects: ReadonlyMap<string, string>,
  { what, at }: Pick<News, 'what' | 'at'>,
): Promise<News[]> {
  if (subjects.size === 0 || !(await anyFollows(from))) return [];
  const rows = await ask<{ to: string; claim: string }>(from, FOLLOWED_CLAIMS(among(subjects.keys())));
  return rows.map(({ to, claim }) => ({ to, what, subject: subjects.get(claim) as string, at }));
}

/** Who follows the measures of some cases, or what stands in their positions. `happened`: what each of them is told of, by case. */
export async function followersOfCases(from: Reads, happened: ReadonlyMap<string, What>, at: string): Promise<News[]> {
  if (happened.size === 0 || !(await anyFollows(from))) return [];
  const rows = await ask<{ id: string; claim: string | null; to: string | null }>(
    from,
    words`SELECT c.id, member.value AS claim, NULL AS "to" FROM cases c, json_each(c.positions) p, json_each(p.value -> '$.claims') member
        WHERE c.id IN ${among(happened.keys())}
      UNION ALL SELECT c.id, NULL, f.person_id FROM cases c JOIN follows f ON f.kind = 'measure'
        AND c.measure_id IN (f.id, (SELECT successor_id FROM measures WHERE id = f.id)) WHERE c.id IN ${among(happened.keys())}`,
  );
  const own = rows.flatMap(({ id, to }): News[] =>
    to === null ? [] : [{ to, what: happened.get(id) as What, subject: `case:${id}`, at }],
  );
  const caseOf = new Map(rows.flatMap(({ id, claim }) => (claim === null ? [] : [[claim, id] as const])));
  const others = await ask<{ to: string; claim: string }>(from, FOLLOWED_CLAIMS(among(caseOf.keys())));
  return [
    ...own,
    ...others.map(({ to, claim }): News => {
      const id = caseOf.get(claim) as string;
      return { to, what: happened.get(id) as What, subject: `case:${id}`, at };
    }),
  ];
}

/** Who follows this very thing: "speaker:k3v9m2qd4x". */
export async function followersOfSubject(from: Reads, subject: string, { what, at }: Pick<News, 'what' | 'at'>): Promise<News[]> {
  const [kind = '', id = ''] = subject.split(':');
  const rows = await ask<{ to: string }>(from, words`SELECT person_id AS "to" FROM follows WHERE id = ${id} AND kind = ${kind}`);
  return rows.map(({ to }) => ({ to, what, subject, at }));
}
