import { and, asc, desc, eq, gt, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Reads } from '../open';
import { articles, cases, claims } from '../schema';

/** The parts of the queue that are worked through item by item; pairs are worked through on their list. */
export const WALKED = ['conflicts', 'articles', 'to-publish'] as const;
export type Walked = (typeof WALKED)[number];

/** Who stands where: in which part, on which case or article. Null: at its beginning. */
export interface Standing {
  split: Walked;
  person: string;
  at: string | null;
}

/** Which cases a part holds. Those that are open are many, and are read in their order from an index that has these very words. */
const PARTS: Record<Exclude<Walked, 'articles'>, { of: SQL; where: SQL }> = {
  conflicts: { of: sql`${cases} INDEXED BY cases_open_in_order`, where: sql`${cases.state} IN ('open', 'reopened', 'in-review')` },
  'to-publish': { of: sql`${cases}`, where: sql`${cases.state} = 'ruled'` },
};

/**
 * The ids of the items that follow the one in view, in the order of the list, and after the last one those from the beginning: whoever
 * left some aside comes back to them. The item in view is never among them, and need not be in that part any more.
 */
export async function itemsAfter(from: Reads, standing: Standing, most: number): Promise<string[]> {
  const { split, at } = standing;
  const past = at === null ? null : await pastOf(from, split, at, 'after');
  const beyond = past === null ? [] : await itemsOf(from, standing, past, 'forward', most);
  if (beyond.length === most) return beyond;
  const first = await itemsOf(from, standing, undefined, 'forward', most + 1);
  return [...beyond, ...first.filter((id) => id !== at && !beyond.includes(id))].slice(0, most);
}

/** The id of the item before the one in view; null at the beginning. */
export async function itemBefore(from: Reads, standing: Standing): Promise<string | null> {
  const { split, at } = standing;
  const past = at === null ? null : await pastOf(from, split, at, 'before');
  return past === null ? null : ((await itemsOf(from, standing, past, 'back', 1))[0] ?? null);
}

type Way = 'forward' | 'back';

function itemsOf(from: Reads, { split, person }: Standing, past: SQL | undefined, way: Way, most: number): Promise<string[]> {
  if (split === 'articles') return articlesOf(from, past, way, most);
  // Nobody confirms their own ruling, so whoever confirms is led past those.
  const others = split === 'to-publish' ? sql`${person} <> (${lastAuthor})` : undefined;
  return casesOf(from, split, and(past, others), way, most);
}

const lastAuthor = sql`SELECT r.by FROM rulings AS r WHERE r.case_id = ${cases.id} ORDER BY r.at DESC LIMIT 1`;

type Part = keyof typeof PARTS;

async function casesOf(from: Reads, part: Part, past: SQL | undefined, way: Way, most: number): Promise<string[]> {
  const rows = await from.all<{ id: string }>(casesInOrder(part, past, way, most));
  return rows.map(({ id }) => id);
}

/** The order of the queue: the most severe first, then the surest, then the oldest. */
function casesInOrder(part: Part, past: SQL | undefined, way: Way, most: number): SQL {
  const [up, down] = way === 'forward' ? [asc, desc] : [desc, asc];
  const order = sql`${up(cases.severity)}, ${down(cases.confidence)}, ${up(cases.openedAt)}, ${up(cases.id)}`;
  return sql`SELECT id FROM ${PARTS[part].of} WHERE ${and(PARTS[part].where, past)} ORDER BY ${order} LIMIT ${most}`;
}

/** How open cases are found from the beginning of their order, for whoever looks at the plan of it. */
export const openCasesInOrder = (most: number): SQL => casesInOrder('conflicts', undefined, 'forward', most);

async function articlesOf(from: Reads, past: SQL | undefined, way: Way, most: number): Promise<string[]> {
  const up = way === 'forward' ? asc : desc;
  const waits = sql`${articles.id} IN (SELECT c.article_id FROM claims AS c WHERE c.status = 'read')`;
  const rows = await from
    .select({ id: articles.id })
    .from(articles)
    .where(and(waits, past))
    .orderBy(up(articles.createdAt), up(articles.id))
    .limit(most);
  return rows.map(({ id }) => id);
}

/** What lies beyond an item in the order of its list; null for an item that is nowhere. */
async function pastOf(from: Reads, split: Walked, at: string, side: 'after' | 'before'): Promise<SQL | null> {
  const [on, under] = side === 'after' ? [gt, lt] : [lt, gt];
  if (split === 'articles') {
    const here = await from.select().from(articles).where(eq(articles.id, at)).get();
    if (!here) return null;
    const { createdAt } = here;
    return or(on(articles.createdAt, createdAt), and(eq(articles.createdAt, createdAt), on(articles.id, at))) as SQL;
  }
  const here = await from.select().from(cases).where(eq(cases.id, at)).get();
  if (!here) return null;
  const { severity, confidence, openedAt } = here;
  return or(
    on(cases.severity, severity),
    and(eq(cases.severity, severity), under(cases.confidence, confidence)),
    and(eq(cases.severity, severity), eq(cases.confidence, confidence), on(cases.openedAt, openedAt)),
    and(eq(cases.severity, severity), eq(cases.confidence, confidence), eq(cases.openedAt, openedAt), on(cases.id, at)),
  ) as SQL;
}

/** The reading of an article that waits for a word: the first behind the one given, else the first of all. Null where none waits. */
export async function waitingReading(from: Reads, articleId: string, after: string | null): Promise<string | null> {
  const isBefore = sql`${claims.start} <= (SELECT c.start_at FROM claims AS c WHERE c.id = ${after})`;
  const row = await from
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.articleId, articleId), eq(claims.status, 'read'), ne(claims.id, after ?? '')))
    .orderBy(asc(isBefore), asc(claims.start), asc(claims.ordinal))
    .limit(1)
    .get();
  return row?.id ?? null;
}
