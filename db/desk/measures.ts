import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { CaseState } from '@/lib/adjudication';
import type { Aggregation } from '@/lib/claim';
import { type DefinitionRow, definitionOf, measureSubject } from '../definition-record';
import { readable } from '../definitions';
import { type Acted, actsOn, mergedInto } from '../measure-acts';
import { measureBehind } from '../measure-standing';
import { isMember } from '../members';
import { isNoted } from '../notice-record';
import type { Reads } from '../open';
import { articles, cases, claims, measures, revisions, sources } from '../schema';
import { matching } from '../search-index';
import { outletName } from '../sources';
import { hasAstral, isAmong, sqlOf } from '../statement';
import { titlesOf } from '../titles';
import type { RevisionLine } from './named-sheet';
import { namesOf } from './names';

/** A measure on the desk's list. */
export interface MeasureLine {
  id: string;
  title: string;
  claims: number;
  /** Of these, those that readers see. */
  accepted: number;
  caseState: CaseState | null;
  /** Somebody said what it is. */
  defined: boolean;
}

export interface MeasurePageOfDesk {
  lines: MeasureLine[];
  next: string | null;
}

const SIZE = 50;

const LINE = sql`m.id, m.title, (SELECT count(*) FROM ${claims} WHERE measure_id = m.id AND ${isMember}) AS claims,
  (SELECT count(*) FROM ${claims} WHERE measure_id = m.id AND +${claims.status} = 'accepted') AS accepted,
  (SELECT state FROM cases k WHERE k.measure_id = m.id) AS caseState,
  EXISTS (SELECT 1 FROM measure_definitions d WHERE d.measure_id = m.id) AS defined`;

const HAS_CLAIMS = sql`EXISTS (SELECT 1 FROM ${claims} WHERE measure_id = m.id AND ${isMember})`;

/** Measures that have claims, by title from behind the one named by `after` on; with `search`, those whose title has all of its words. */
export async function listDeskMeasures(from: Reads, search: string, after: string | null): Promise<MeasurePageOfDesk> {
  const words = search.match(/[\p{L}\p{N}]+/gu)?.slice(0, 8) ?? [];
  const match = words.map((word, at) => `"${word}"${at === words.length - 1 ? ' *' : ''}`).join(' AND ');
  const found = words.length === 0 ? sql`true` : sql`m.id IN (SELECT id FROM search WHERE ${sqlOf(matching('title', match))} LIMIT 1000)`;
  const title = sql`(SELECT title FROM measures WHERE id = ${after})`;
  const behind = after === null ? sql`true` : sql`(m.title, m.id) > (${title}, ${after})`;
  const rows = await from.all<MeasureLine>(
    sql`SELECT ${LINE} FROM measures m WHERE ${found} AND ${behind} AND ${HAS_CLAIMS} ORDER BY m.title, m.id LIMIT ${SIZE + 1}`,
  );
  const lines = rows.slice(0, SIZE).map(asLine);
  return { lines, next: rows.length > SIZE ? (lines.at(-1)?.id ?? null) : null };
}

const asLine = (line: MeasureLine): MeasureLine => ({ ...line, defined: Number(line.defined) === 1 });

/** One measure as it is, whether or not anything stands in it. */
export async function measureLine(from: Reads, id: string): Promise<MeasureLine | null> {
  const [row] = await from.all<MeasureLine>(sql`SELECT ${LINE} FROM measures m WHERE m.id = ${id}`);
  return row ? asLine(row) : null;
}

/** A claim of a measure, as somebody who parts it chooses it. */
export interface MemberLine {
  id: string;
  text: string;
  sentence: string;
  speaker: string | null;
  outlet: string | null;
  publishedAt: string | null;
  accepted: boolean;
  /** Its source took it back. */
  retracted: boolean;
}

/** All that the desk shows of a measure. */
export interface MeasureSheet {
  line: MeasureLine;
  unit: string | null;
  aggregation: Aggregation;
  caseId: string | null;
  definition: DefinitionRow & { topicNames: string[]; placeNames: string[] };
  /** The measure that its address leads to, where its claims went on. */
  standing: { id: string; title: string } | null;
  /** Merges into it that hold, and splits of it. */
  merged: { id: string; title: string; claims: number; revision: number }[];
  /** The act of its own that would be taken back next: a merge into another measure, or a split. */
  last: (Acted & { title: string }) | null;
  history: RevisionLine[];
}

export async function readMeasure(from: Reads, id: string, now: string): Promise<MeasureSheet | null> {
  const line = await measureLine(from, id);
  const row = line && (await from.select().from(measures).where(eq(measures.id, id)).get());
  if (!row) return null;
  const behind = await measureBehind(from, id);
  const definition = await definitionOf(from, id, now);
  const { topicNames, placeNames } = (await readable(from, definition)) as { topicNames: string[]; placeNames: string[] };
  const [last = null] = await actsOn(from, id);
  const merges = await mergedInto(from, id);
  const titles = await titlesOf(from, [behind, ...(last ? [last.to] : []), ...merges.map((one) => one.from)].map(measureSubject));
  const titleOf = (measure: string): string => titles.get(measureSubject(measure)) ?? measure;
  const held = await from.select({ id: cases.id }).from(cases).where(eq(cases.measureId, id)).get();
  return {
    ...{ line, unit: row.unit, aggregation: row.aggregation, caseId: held?.id ?? null },
    definition: { ...definition, topicNames, placeNames },
    standing: behind === id ? null : { id: behind, title: titleOf(behind) },
    merged: await Promise.all(
      merges.map(async (one) => ({
        ...{ id: one.from, title: titleOf(one.from), claims: one.claims.length },
        revision: (await definitionOf(from, one.from, now)).revision,
      })),
    ),
    last: last && { ...last, title: titleOf(last.to) },
    history: await historyOf(from, id, titles),
  };
}

async function historyOf(from: Reads, id: string, titles: ReadonlyMap<string, string>): Promise<RevisionLine[]> {
  const rows = await from
    .select()
    .from(revisions)
    .where(eq(revisions.subject, measureSubject(id)))
    .orderBy(desc(revisions.revision))
    .limit(100);
  const people = await namesOf(
    from,
    rows.map(({ by }) => by),
  );
  return rows.map(({ revision, act, before, after, reason, by, at }) => ({
    ...{ key: String(revision), id, revision, act, before, after, reason, at },
    who: people.get(by) ?? 'somebody',
    of: titles.get(measureSubject(String(after.into ?? after.to ?? ''))) ?? '',
  }));
}

/** The claims of a measure, those that readers see first. */
export async function measureMembers(from: Reads, id: string, most: number): Promise<MemberLine[]> {
  const rows = await from
    .select({
      claim: claims,
      text: sql<string>`iif(${isNoted('withheld', articles.id)}, ${claims.text}, substr(${articles.text}, ${claims.sentenceStart} + 1, ${claims.sentenceEnd} - ${claims.sentenceStart}))`,
      outlet: outletName,
      publishedAt: articles.publishedAt,
      retracted: isNoted('retracted', articles.id),
    })
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .leftJoin(sources, eq(sources.id, articles.sourceId))
    .where(sql`${claims.measureId} = ${id} AND ${isMember}`)
    .orderBy(sql`${claims.status} <> 'accepted'`, asc(claims.id))
    .limit(most);
  const articleIds = new Set(rows.map(({ claim }) => claim.articleId));
  const cutHere = and(isAmong(articles.id, articleIds), hasAstral(articles.text), sql`NOT ${isNoted('withheld', articles.id)}`);
  const found = await from.select({ id: articles.id, text: articles.text }).from(articles).where(cutHere);
  const whole = new Map(found.map((article) => [article.id, article.text]));
  return rows.map(({ claim, text, outlet, publishedAt, retracted }) => ({
    ...{ id: claim.id, text: claim.text, speaker: claim.speakerName, outlet, publishedAt },
    sentence: whole.get(claim.articleId)?.slice(claim.sentenceStart, claim.sentenceEnd) ?? text,
    ...{ accepted: claim.status === 'accepted', retracted: Number(retracted) === 1 },
  }));
}
