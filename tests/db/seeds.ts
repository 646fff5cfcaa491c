import { and, asc, eq } from 'drizzle-orm';
import { type Actor, OWNER, type Role } from '@/db/actor';
import { articleSubject, recordArticles } from '@/db/article-record';
import { type ArticleRow, type ClaimRow, claimRow } from '@/db/codec';
import { applyConflicts, type CaseConflict } from '@/db/conflicts';
import { newId } from '@/db/ids';
import { recordJudgements } from '@/db/judgement-record';
import { textHashOf } from '@/db/new-article';
import type { Database, Tx } from '@/db/open';
import type { Person } from '@/db/people';
import { recordPerson } from '@/db/person-record';
import { cases, claims, measures } from '@/db/schema';
import type { RulingInput } from '@/lib/adjudication';
import type { Claim } from '@/lib/claim';
import type { Position } from '@/lib/conflict';
import { BLANK_FRAME, NOW } from './world';

/** A person without a password: hashing one for each test would take longer than the tests. */
export async function seedPerson(db: Database, name: string, role: Role = 'reviewer'): Promise<Person> {
  const email = `${name.toLowerCase()}.${newId()}@desk.example`;
  const id = await db.write((tx) => recordPerson(tx, { email, name, role, passwordHash: null, demo: false }, OWNER, NOW));
  return { kind: 'person', id, name, role };
}

/** An article with one claim for each figure, and a measure they stand in: added, grouped and judged as the record does it. */
export async function seedClaims(db: Database, figures: string[], status: 'read' | 'accepted' = 'accepted', measure?: string) {
  const seeded = await db.write(async (tx) => {
    const measureId = measure ?? (await seedMeasure(tx));
    const sentences = figures.map((figure) => `${figure} ferries ran. `);
    const article: ArticleRow = {
      ...{ id: newId(), externalId: null, sourceId: null, publishedAt: null, title: null, byline: null, url: null, language: null },
      ...{ state: 'read', text: sentences.join(''), textHash: textHashOf(sentences.join('')), sameTextAs: null, engine: 'test' },
      ...{ doubts: [], demoNote: null, enteredBy: null, createdAt: NOW, agencyId: null },
    };
    const rows = figures.map((figure, ordinal) => seedClaim(article.id, ordinal, figure, sentences.slice(0, ordinal).join('').length));
    await recordArticles(tx, [{ article, outlet: null, rows }], OWNER);
    await tx.update(claims).set({ measureId }).where(eq(claims.articleId, article.id));
    return { articleId: article.id, measureId, claimIds: rows.map(({ id }) => id) };
  });
  if (status === 'accepted') {
    const judge = await seedPerson(db, 'Judge');
    await acceptAsPlaced(db, seeded.articleId, judge, NOW);
  }
  return seeded;
}

/** Accepts what waits in an article whose claims were put in their measures by hand: the grouping that follows as a rule would make others of them. */
export const acceptAsPlaced = (db: Database, articleId: string, by: Actor, at: string): Promise<void> =>
  db.write(async (tx) => {
    const waiting = await tx
      .select({ id: claims.id })
      .from(claims)
      .where(and(eq(claims.articleId, articleId), eq(claims.status, 'read')))
      .orderBy(asc(claims.ordinal));
    const judging = { action: 'articles.accept', subject: articleSubject(articleId), judgement: 'accepted', reason: null } as const;
    await recordJudgements(tx, { ...judging, claimIds: waiting.map(({ id }) => id) }, by, at);
  });

async function seedMeasure(tx: Tx): Promise<string> {
  const id = newId();
  await tx.insert(measures).values({ id, title: 'How many ferries ran?', aggregation: 'fixed', createdAt: NOW });
  return id;
}

function seedClaim(articleId: string, ordinal: number, figure: string, start: number): ClaimRow {
  const text = `${figure} ferries`;
  const span = { start, end: start + text.length };
  const claim: Claim = {
    ...{ span, text, sentence: { start, end: span.end + ' ran.'.length }, figure: { start, end: start + figure.length } },
    ...{ low: figure, high: figure, lowInclusive: true, highInclusive: true, grain: '1', hedge: 'exact', unit: null, noun: 'ferries' },
    ...{ measure: 'ferries', speaker: null, occasion: null, asOf: null, asOfBasis: 'stated', partOf: null },
    frame: { ...BLANK_FRAME, head: 'ferry', aggregation: 'fixed' },
  };
  return claimRow(claim, { id: newId(), articleId, ordinal, partOf: null, createdAt: NOW });
}

const positionOf = (claimIds: string[]): Position => ({
  claims: claimIds,
  low: '1',
  high: '1',
  lowInclusive: true,
  highInclusive: true,
  label: `${claimIds.length} claims`,
});

export const conflictOf = (positions: string[][]): CaseConflict => ({
  severity: 'high',
  positions: positions.map(positionOf),
  others: [],
  explanation: 'The counts of ferries cannot both be right.',
  possibleReasons: [],
  confidence: 0.9,
});

/** The engine sees all measures at once: those of other live cases are as they were. No positions: the conflict vanished. */
export async function applyOne(db: Database, measureId: string, positions: string[][], now = NOW) {
  const others = (await db.read.select().from(cases)).filter((row) => row.measureId !== measureId && row.state !== 'dismissed');
  const today = new Map(others.map((row) => [row.measureId, conflictOf(row.positions.map(({ claims: ids }) => ids))]));
  if (positions.length > 0) today.set(measureId, conflictOf(positions));
  return db.write((tx) => applyConflicts(tx, today, now));
}

/** An open case of two positions, with the claims that stand in them. */
export async function seedCase(db: Database, status: 'read' | 'accepted' = 'accepted') {
  const { measureId, claimIds, articleId } = await seedClaims(db, ['12', '15'], status);
  const positions = claimIds.map((id) => [id]);
  await applyOne(db, measureId, positions);
  const row = (await db.read.select().from(cases)).find((found) => found.measureId === measureId)!;
  return { id: row.id, revision: row.revision, measureId, articleId, claimIds, positions };
}

/** What the ruling form sends. */
export const rulingFields = (more: Record<string, unknown> = {}) => ({
  verdict: ['supported', 'contradicted'],
  accepted: 0,
  reasonCode: 'source-error',
  rationale: 'The harbour log of that week lists twelve ferries by name.',
  evidence: [{ url: 'https://harbour.example/log', note: 'log of the week' }],
  ...more,
});

/** A ruling on the case of `seedCase` that nothing is missing from. */
export const RULING: RulingInput = {
  verdicts: ['supported', 'contradicted'],
  accepted: 0,
  reasonCode: 'source-error',
  rationale: 'The harbour log of that week lists twelve ferries by name.',
  evidence: [{ url: 'https://harbour.example/log', note: 'log of the week' }],
  noEvidence: false,
};
