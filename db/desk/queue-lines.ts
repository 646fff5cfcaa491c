import { and, eq } from 'drizzle-orm';
import type { CaseState, ReviewMode } from '@/lib/adjudication';
import type { Instant } from '@/lib/base';
import type { Kind } from '@/lib/conflict';
import { notedIn } from '../notice-record';
import type { Reads } from '../open';
import { blindnessOf } from '../review-mode';
import { drafts, queueItems } from '../schema';
import { said } from '../shown-article';
import { among, ask, isAmong, plain, words } from '../statement';
import { namesOf } from './names';

interface Named {
  id: string;
  name: string;
}

/** What every row of the queue tells: with whom it is, whether it was put aside, and the word that somebody marked it with. */
interface Held {
  id: string;
  assignedTo: Named | null;
  snoozed: { until: Instant; reason: string | null } | null;
  flag: string | null;
  /** The source whose answer is waited for, and the day it was asked. */
  asked: { of: string; on: string | null } | null;
  /** Who asks for a second look at it. */
  lookBy: Named | null;
}

export interface CaseLine extends Held {
  kind: 'case';
  state: CaseState;
  severity: 'high' | 'normal';
  /** Kinds of its conflicts, the gravest first as the machine finds them; none while two people decide unseen. */
  kinds: Kind[];
  /** How sure the machine is of it; null while two people decide unseen. */
  confidence: number | null;
  openedAt: Instant;
  title: string;
  /** What each position says. */
  labels: string[];
  /** What the engine thinks of it; null while two people decide unseen. */
  explanation: string | null;
  takenBy: Named | null;
  ruledBy: Named | null;
  publications: number;
  /** Its ruling came back with an objection and was not made anew yet. */
  sentBack: boolean;
  /** Two agreed on its ruling, which was drawn for an audit that nobody has made yet. */
  auditOwed: boolean;
  /** The reader of the queue has an unsent ruling on it. */
  draft: boolean;
  /** They gave their opinion on it, and it waits for somebody else. */
  answered: boolean;
}

export interface ArticleLine extends Held {
  kind: 'article';
  /** Null, too, while its text is withheld. */
  title: string | null;
  withheld: boolean;
  source: string | null;
  publishedAt: string | null;
  createdAt: Instant;
  enteredBy: string | null;
  waiting: number;
  total: number;
}

export interface MeasureLine extends Held {
  kind: 'measure';
  title: string;
  /** Day of its newest figure. */
  newest: string;
}

export type QueueLine = CaseLine | ArticleLine | MeasureLine;

/** What people call a row. */
export const lineTitle = (line: QueueLine): string =>
  line.title ?? (line.kind === 'article' && line.withheld ? 'An article that is withheld' : 'An article without a title');

type Item = typeof queueItems.$inferSelect;

/** The rows of a page, in the order of its places. A few lookups by id, whatever the size of the record. */
export async function linesOf(from: Reads, places: readonly { id: string }[], personId: string): Promise<QueueLine[]> {
  const ids = places.map(({ id }) => id);
  const items = new Map((await from.select().from(queueItems).where(isAmong(queueItems.id, ids))).map((item) => [item.id, item]));
  const [cases, articles, measures] = [await casesOf(from, ids), await articlesOf(from, ids), await measuresOf(from, ids)];
  const people = [...items.values()].flatMap(({ assignedTo, takenBy, ruledBy, lookBy }) => [assignedTo, takenBy, ruledBy, lookBy]);
  const names = await namesOf(from, [...people, ...[...articles.values()].map(({ enteredBy }) => enteredBy)]);
  const named = (id: string | null): Named | null => (id === null ? null : { id, name: names.get(id) ?? 'somebody' });
  const drafted = await draftedCases(from, personId, ids);
  const isBlind = await blindnessOf(from);
  const held = ({ id, assignedTo, snoozedUntil, snoozeReason, flag, askedOf, askedOn, lookBy }: Item): Held => ({
    ...{ id, flag, assignedTo: named(assignedTo) },
    ...{ asked: askedOf === null ? null : { of: askedOf, on: askedOn }, lookBy: named(lookBy) },
    snoozed: snoozedUntil === null ? null : { until: snoozedUntil, reason: snoozeReason },
  });
  return ids.flatMap((id): QueueLine[] => {
    const item = items.get(id);
    if (!item) return [];
    const [theCase, article, measure] = [cases.get(id), articles.get(id), measures.get(id)];
    if (theCase) {
      const { labels, kinds, review, opinionsBy: given, ...row } = theCase;
      const opinionsBy: string[] = JSON.parse(given);
      const isUnseen = isBlind({ review, state: row.state, opinionsBy });
      const { publications, sentBack } = item;
      const own = {
        takenBy: named(item.takenBy),
        ruledBy: named(item.ruledBy),
        publications,
        sentBack: sentBack === true,
        auditOwed: item.auditOwed === true,
        draft: drafted.has(id),
        answered: item.home === 'second-review' && opinionsBy.includes(personId),
      };
      const thought = isUnseen ? { kinds: [], explanation: null, confidence: null } : { kinds: JSON.parse(kinds) };
      return [{ ...row, ...held(item), kind: 'case', labels: JSON.parse(labels), ...thought, ...own }];
    }
    if (article) {
      const { waiting, total } = item;
      const withheld = Number(article.withheld) === 1;
      return [{ ...article, ...held(item), kind: 'article', withheld, waiting, total, enteredBy: named(article.enteredBy)?.name ?? null }];
    }
    return measure ? [{ ...measure, ...held(item), kind: 'measure', newest: item.since }] : [];
  });
}

type CaseRow = Pick<CaseLine, 'id' | 'state' | 'severity' | 'confidence' | 'openedAt' | 'explanation' | 'title'> & {
  labels: string;
  kinds: string;
  review: ReviewMode | null;
  opinionsBy: string;
};

async function casesOf(from: Reads, ids: readonly string[]): Promise<Map<string, CaseRow>> {
  const rows = await ask<CaseRow>(
    from,
    words`SELECT c.id, c.state, c.severity, c.confidence, c.opened_at AS openedAt, c.explanation, m.title, m.review, c.opinions_by AS opinionsBy,
        (SELECT json_group_array(value ->> '$.label') FROM json_each(c.positions)) AS labels,
        (SELECT json_group_array(DISTINCT f.value) FROM queue_facets f WHERE f.id = c.id AND f.facet = 'kind') AS kinds
      FROM cases c JOIN measures m ON m.id = c.measure_id WHERE c.id IN ${among(ids)}`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

type ArticleRow = Pick<ArticleLine, 'id' | 'title' | 'source' | 'publishedAt' | 'createdAt'> & {
  enteredBy: string | null;
  withheld: number;
};

async function articlesOf(from: Reads, ids: readonly string[]): Promise<Map<string, ArticleRow>> {
  const rows = await ask<ArticleRow>(
    from,
    words`SELECT a.id, ${said('title', 'a')} AS title, ${plain(notedIn('withheld', 'a'))} AS withheld, coalesce(t.name, s.name) AS source, a.published_at AS publishedAt, a.created_at AS createdAt, a.entered_by AS enteredBy
      FROM articles a LEFT JOIN sources s ON s.id = a.source_id LEFT JOIN sources t ON t.id = s.standing_id WHERE a.id IN ${among(ids)}`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function measuresOf(from: Reads, ids: readonly string[]): Promise<Map<string, Pick<MeasureLine, 'id' | 'title'>>> {
  const rows = await ask<Pick<MeasureLine, 'id' | 'title'>>(from, words`SELECT id, title FROM measures WHERE id IN ${among(ids)}`);
  return new Map(rows.map((row) => [row.id, row]));
}

async function draftedCases(from: Reads, personId: string, ids: readonly string[]): Promise<Set<string>> {
  const forms = ids.map((id) => `cases.rule:${id}`);
  const rows = await from
    .select({ form: drafts.form })
    .from(drafts)
    .where(and(eq(drafts.personId, personId), isAmong(drafts.form, forms)));
  return new Set(rows.map(({ form }) => form.slice('cases.rule:'.length)));
}
