import { and, asc, count, countDistinct, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { type CaseEvent, type CaseState, type CaseView, replay, standingReturn } from '@/lib/adjudication';
import type { Instant } from '@/lib/base';
import type { Reads } from '../open';
import { articles, caseEvents, cases, claims, drafts, measures, sources } from '../schema';
import { isAmong } from '../statement';
import { namesOf } from './names';
import { countOlderReadings } from './newer';
import { countSuggestions } from './suggestions';

/** The parts of the queue. Each answers one question: what is there to decide, to accept, to hold side by side, to confirm, what is mine, what is done. */
export const SPLITS = ['conflicts', 'articles', 'suggestions', 'rereadings', 'to-publish', 'mine', 'settled'] as const;
export type Split = (typeof SPLITS)[number];
/** The parts that list cases. */
export type CaseSplit = Exclude<Split, 'articles' | 'suggestions' | 'rereadings'>;

export type QueueCounts = Record<Split, number>;

export interface CaseLine {
  id: string;
  state: CaseState;
  severity: 'high' | 'normal';
  confidence: number;
  openedAt: Instant;
  changedAt: Instant;
  title: string;
  /** What each position says. */
  labels: string[];
  explanation: string;
  takenBy: { id: string; name: string } | null;
  ruledBy: { id: string; name: string } | null;
  publications: number;
  /** Its ruling came back with an objection and was not made anew yet. */
  sentBack: boolean;
  /** The reader of the queue has an unsent ruling on it. */
  draft: boolean;
}

export interface ArticleLine {
  id: string;
  title: string | null;
  source: string | null;
  publishedAt: string | null;
  createdAt: Instant;
  enteredBy: string | null;
  waiting: number;
  total: number;
}

const STATES: Record<'conflicts' | 'to-publish' | 'settled', CaseState[]> = {
  conflicts: ['open', 'reopened', 'in-review'],
  'to-publish': ['ruled'],
  settled: ['published', 'dismissed'],
};

/** A page of the queue. What lies beyond is reached by working through it. */
const PAGE = 50;

export async function queueCounts(from: Reads, personId: string): Promise<QueueCounts> {
  const byState = await from.select({ state: cases.state, n: count() }).from(cases).groupBy(cases.state);
  const sum = (states: CaseState[]) => byState.filter(({ state }) => states.includes(state)).reduce((total, { n }) => total + n, 0);
  const waiting = await from
    .select({ n: countDistinct(claims.articleId) })
    .from(claims)
    .where(eq(claims.status, 'read'))
    .get();
  return {
    conflicts: sum(STATES.conflicts),
    articles: waiting?.n ?? 0,
    suggestions: await countSuggestions(from, personId),
    rereadings: await countOlderReadings(from),
    'to-publish': sum(STATES['to-publish']),
    mine: (await mineIds(from, personId)).length,
    settled: sum(STATES.settled),
  };
}

/** Cases of a split: the most severe first, then the surest, then the oldest; what is settled, newest first. */
export async function queueCases(from: Reads, split: CaseSplit, personId: string): Promise<CaseLine[]> {
  const which = split === 'mine' ? isAmong(cases.id, await mineIds(from, personId)) : inArray(cases.state, STATES[split]);
  const order =
    split === 'settled' ? [desc(cases.changedAt)] : [asc(cases.severity), desc(cases.confidence), asc(cases.openedAt), asc(cases.id)];
  const rows = await from
    .select({ row: cases, title: measures.title })
    .from(cases)
    .innerJoin(measures, eq(measures.id, cases.measureId))
    .where(which)
    .orderBy(...order)
    .limit(PAGE);
  const ids = rows.map(({ row }) => row.id);
  const views = await viewsOf(from, ids);
  const names = await namesOf(
    from,
    [...views.values()].flatMap(({ view }) => [view.takenBy, view.ruledBy]),
  );
  const drafted = await draftedCases(from, personId, ids);
  const person = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? 'somebody' });
  return rows.map(({ row, title }) => {
    const { view, sentBack } = views.get(row.id)!;
    const { id, state, severity, confidence, openedAt, changedAt, explanation } = row;
    return {
      ...{ id, state, severity, confidence, openedAt, changedAt, explanation, title },
      labels: row.positions.map((position) => position.label),
      takenBy: person(view.takenBy),
      ruledBy: person(view.ruledBy),
      publications: view.publications,
      sentBack,
      draft: drafted.has(id),
    };
  });
}

/** Articles with readings nobody judged yet, the oldest first. */
export async function queueArticles(from: Reads): Promise<ArticleLine[]> {
  const waiting = sql<number>`sum(${claims.status} = 'read')`;
  const total = sql<number>`sum(${claims.status} <> 'superseded')`;
  const rows = await from
    .select({
      ...{ id: articles.id, title: articles.title, source: sources.name, publishedAt: articles.publishedAt },
      ...{ createdAt: articles.createdAt, enteredBy: articles.enteredBy, waiting, total },
    })
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .leftJoin(sources, eq(sources.id, articles.sourceId))
    .groupBy(articles.id)
    .having(sql`${waiting} > 0`)
    .orderBy(asc(articles.createdAt), asc(articles.id))
    .limit(PAGE);
  const names = await namesOf(
    from,
    rows.map((row) => row.enteredBy),
  );
  return rows.map((row) => ({ ...row, enteredBy: row.enteredBy === null ? null : (names.get(row.enteredBy) ?? 'somebody') }));
}

/** Cases somebody holds: taken by them, or ruled by them and waiting for a second person. */
async function mineIds(from: Reads, personId: string): Promise<string[]> {
  const touched = await from
    .selectDistinct({ id: cases.id })
    .from(cases)
    .innerJoin(caseEvents, eq(caseEvents.caseId, cases.id))
    .where(
      and(
        inArray(cases.state, ['in-review', 'ruled']),
        or(sql`${caseEvents.body} ->> 'type' = 'taken'`, sql`${caseEvents.body} ->> 'type' = 'ruled'`),
        sql`${caseEvents.body} ->> 'by' = ${personId}`,
      ),
    );
  const views = await viewsOf(
    from,
    touched.map(({ id }) => id),
  );
  return [...views].filter(([, { view }]) => view.takenBy === personId || view.ruledBy === personId).map(([id]) => id);
}

async function viewsOf(from: Reads, ids: string[]): Promise<Map<string, { view: CaseView; sentBack: boolean }>> {
  const rows =
    ids.length === 0 ? [] : await from.select().from(caseEvents).where(isAmong(caseEvents.caseId, ids)).orderBy(asc(caseEvents.revision));
  const events = new Map<string, CaseEvent[]>(ids.map((id) => [id, []]));
  for (const row of rows) events.get(row.caseId)!.push(row.body);
  return new Map([...events].map(([id, list]) => [id, { view: replay(list), sentBack: standingReturn(list) !== null }]));
}

async function draftedCases(from: Reads, personId: string, ids: string[]): Promise<Set<string>> {
  const forms = ids.map((id) => `cases.rule:${id}`);
  const rows = await from
    .select({ form: drafts.form })
    .from(drafts)
    .where(and(eq(drafts.personId, personId), isAmong(drafts.form, forms)));
  return new Set(rows.map(({ form }) => form.slice('cases.rule:'.length)));
}
