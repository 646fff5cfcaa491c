import { and, eq } from 'drizzle-orm';
import { type Actor, OWNER } from '@/db/actor';
import { recordArticles } from '@/db/article-record';
import { append } from '@/db/audit';
import { publishCase, ruleCase } from '@/db/cases';
import { type ArticleRow, type ClaimRow, claimRow } from '@/db/codec';
import { applyConflicts, type CaseConflict } from '@/db/conflicts';
import { newId } from '@/db/ids';
import { nameKey } from '@/db/name-key';
import { textHashOf } from '@/db/new-article';
import type { Database } from '@/db/open';
import { addPerson } from '@/db/people';
import { checks, claims, measures, relations } from '@/db/schema';
import { ensureSources } from '@/db/sources';
import type { RulingInput } from '@/lib/adjudication';
import type { Result, Span } from '@/lib/base';
import type { Claim } from '@/lib/claim';
import type { ClaimRelation, Position } from '@/lib/conflict';
import { acceptAsPlaced } from './seeds';
import { BLANK_FRAME } from './world';

/** A text whose claims stand in braces, each followed by its key: "reached {83 countries|a}". */
export interface Story {
  outlet: string;
  publishedAt: string | null;
  title: string;
  text: string;
  url?: string | null;
  byline?: string | null;
  demoNote?: string | null;
  /** English where nothing is said. */
  language?: string | null;
}
export type Told = Partial<Omit<Claim, 'span' | 'text' | 'sentence' | 'figure'>> & { measure: string; value: string };

export interface Placed {
  id: string;
  articleId: string;
}

export const taken = (result: Result<unknown>): unknown => {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.cause}`);
  return result.value;
};

/** People by role; `demo` ones are labelled on pages. */
export async function person(
  db: Database,
  name: string,
  now: string,
  more: { demo?: boolean; role?: 'reviewer' | 'admin' } = {},
): Promise<Actor> {
  const role = more.role ?? 'reviewer';
  const added = await addPerson(
    db,
    { email: `${name.toLowerCase()}@example.org`, name, role, password: null, demo: more.demo },
    { kind: 'owner' },
    now,
  );
  return { kind: 'person', id: (taken(added) as { id: string }).id, name, role };
}

export async function measure(
  db: Database,
  title: string,
  now: string,
  aggregation: Claim['frame']['aggregation'] = 'running',
): Promise<string> {
  const id = newId();
  await db.write(async (tx) => {
    await tx.insert(measures).values({ id, title, unit: null, aggregation, createdAt: now });
    await append(tx, { at: now, actor: { kind: 'machine' }, action: 'measures.regroup', subject: `measure:${id}` });
  });
  return id;
}

/** Stores a story with its claims, unjudged, straight into their measures. Gives the claims by key. */
export async function tell(db: Database, story: Story, told: Record<string, Told>, now: string): Promise<Record<string, Placed>> {
  const { text, spans } = unmarked(story.text);
  const articleId = newId();
  const placed: Record<string, Placed> = {};
  await db.write(async (tx) => {
    const source = (await ensureSources(tx, [story.outlet], OWNER, now)).get(nameKey(story.outlet))!;
    const article: ArticleRow = {
      ...{ id: articleId, externalId: null, sourceId: source.id, publishedAt: story.publishedAt, title: story.title },
      ...{
        byline: story.byline ?? null,
        url: story.url ?? null,
        language: story.language === undefined ? 'en' : story.language,
        state: 'read',
        text,
        textHash: textHashOf(text),
      },
      ...{
        sameTextAs: null,
        engine: 'reader 1',
        doubts: [],
        demoNote: story.demoNote ?? null,
        enteredBy: null,
        createdAt: now,
        agencyId: null,
      },
    };
    const rows: ClaimRow[] = [];
    const measureOf = new Map<string, string>();
    const asked = new Map((await tx.select().from(measures)).map((row) => [row.id, row]));
    for (const [ordinal, [key, { value, measure: measureId, ...claim }]] of Object.entries(told).entries()) {
      const span = spans[key]!;
      const words = text.slice(span.start, span.end);
      const id = newId();
      const row = claimRow(
        {
          ...{
            span,
            text: words,
            sentence: sentenceAround(text, span),
            figure: span,
            low: value,
            high: value,
            lowInclusive: true,
            highInclusive: true,
          },
          ...{ grain: '1', hedge: 'exact', unit: null, noun: null, measure: words, speaker: null, occasion: null, asOf: story.publishedAt },
          ...{ asOfBasis: 'publication', partOf: null, frame: { ...BLANK_FRAME, ...askedBy(asked.get(measureId)!) } },
          ...claim,
        } as Claim,
        { id, articleId, ordinal, partOf: null, createdAt: now },
      );
      rows.push(row);
      measureOf.set(id, measureId);
      placed[key] = { id, articleId };
    }
    await recordArticles(tx, [{ article, outlet: source.name, rows }], { kind: 'owner' });
    for (const [id, measureId] of measureOf) await tx.update(claims).set({ measureId }).where(eq(claims.id, id));
  });
  return placed;
}

/** The claims of a measure ask what it asks: accepting them puts its question in their words. */
const askedBy = ({ title, aggregation }: typeof measures.$inferSelect) => ({ question: title.replace(/\?$/, ''), aggregation });

function unmarked(marked: string): { text: string; spans: Record<string, Span> } {
  const spans: Record<string, Span> = {};
  let text = '';
  for (const part of marked.split(/(\{[^}]*\})/)) {
    const match = /^\{(.*)\|(\w+)\}$/.exec(part);
    if (match) spans[match[2]!] = { start: text.length, end: text.length + match[1]!.length };
    text += match ? match[1] : part;
  }
  return { text, spans };
}

function sentenceAround(text: string, span: Span): Span {
  const before = text.slice(0, span.start).lastIndexOf('. ');
  const after = text.slice(span.end).search(/\.(\s|$)/);
  return { start: before < 0 ? 0 : before + 2, end: after < 0 ? text.length : span.end + after + 1 };
}

export const accept = acceptAsPlaced;

export const position = (label: string, ...ids: string[]): Position => ({
  claims: ids,
  low: null,
  high: null,
  lowInclusive: true,
  highInclusive: true,
  label,
});

export const conflict = (positions: Position[], explanation: string, possibleReasons: string[] = []): CaseConflict => ({
  ...{ severity: 'high', positions, others: [], explanation, possibleReasons, confidence: 0.9 },
});

/** Opens, changes, reopens or dismisses cases, as the grouping does. Only related claims conflict: see `relate`. */
export async function conflicts(db: Database, today: Record<string, CaseConflict>, now: string): Promise<void> {
  await db.write(async (tx) => void (await applyConflicts(tx, new Map(Object.entries(today)), now)));
}

export async function relate(db: Database, a: string, b: string, more: Partial<ClaimRelation>): Promise<void> {
  const relation: ClaimRelation = {
    ...{ a, b, relation: 'conflict', kind: 'contradiction', alert: true, severity: 'high', explanation: 'They cannot both stand.' },
    ...{ possibleReasons: [], confidence: 0.9 },
    ...more,
  };
  await db.write(async (tx) => void (await tx.insert(relations).values(relation)));
}

/** Takes a relation back, as a grouping does that finds the two agreeing. */
export async function unrelate(db: Database, a: string, b: string): Promise<void> {
  await db.write((tx) => tx.delete(relations).where(and(eq(relations.a, a), eq(relations.b, b))));
}

export async function sum(db: Database, total: string, parts: string[], expression: string): Promise<void> {
  await db.write(
    async (tx) => void (await tx.insert(checks).values({ id: newId(), kind: 'parts-sum', total, parts, expression, verdict: 'pass' })),
  );
}

/** Rules and publishes in the names of two people. */
export async function settle(
  db: Database,
  seen: { id: string; revision: number },
  ruling: Partial<RulingInput> & Pick<RulingInput, 'verdicts' | 'accepted' | 'rationale'>,
  who: { rules: Actor; publishes: Actor; at: string; notice?: string },
): Promise<{ revision: number }> {
  const full: RulingInput = { reasonCode: 'contradiction', evidence: [], noEvidence: true, ...ruling };
  const ruled = taken(await ruleCase(db, { ...seen, ruling: full }, who.rules, who.at)) as { revision: number };
  const published = await publishCase(db, { id: seen.id, revision: ruled.revision, notice: who.notice ?? null }, who.publishes, who.at);
  return taken(published) as { revision: number };
}
