import { applyConflicts, type CaseConflict } from '@/db/cases';
import { newId } from '@/db/ids';
import type { Database, Tx } from '@/db/open';
import type { Person } from '@/db/people';
import { articles, cases, claims, measures, people } from '@/db/schema';
import type { Position } from '@/lib/conflict';
import { NOW } from './world';

/** A person straight in the table: hashing a password for each test would take longer than the tests. */
export async function seedPerson(db: Database, name: string, role: 'reviewer' | 'admin' = 'reviewer'): Promise<Person> {
  const id = newId();
  const email = `${name.toLowerCase()}.${id}@desk.example`;
  await db.write((tx) => tx.insert(people).values({ id, email, name, role, createdAt: NOW }));
  return { kind: 'person', id, name, role };
}

/** An article with one claim for each figure, and a measure they stand in. */
export async function seedClaims(db: Database, figures: string[], status: 'read' | 'accepted' = 'accepted', measure?: string) {
  return db.write(async (tx) => {
    const measureId = measure ?? (await seedMeasure(tx));
    const articleId = newId();
    const text = figures.map((figure) => `${figure} ferries ran. `).join('');
    await tx
      .insert(articles)
      .values({ id: articleId, state: 'read', text, textHash: articleId, engine: 'test', doubts: [], createdAt: NOW });
    const ids: string[] = [];
    for (const [ordinal, figure] of figures.entries()) ids.push(await seedClaim(tx, { articleId, measureId, ordinal, figure, status }));
    return { articleId, measureId, claimIds: ids };
  });
}

async function seedMeasure(tx: Tx): Promise<string> {
  const id = newId();
  await tx.insert(measures).values({ id, title: 'How many ferries ran?', aggregation: 'fixed', createdAt: NOW });
  return id;
}

interface SeedClaim {
  articleId: string;
  measureId: string;
  ordinal: number;
  figure: string;
  status: 'read' | 'accepted';
}

async function seedClaim(tx: Tx, { articleId, measureId, ordinal, figure, status }: SeedClaim): Promise<string> {
  const id = newId();
  await tx.insert(claims).values({
    id,
    articleId,
    ordinal,
    start: 0,
    end: 1,
    text: `${figure} ferries`,
    sentenceStart: 0,
    sentenceEnd: 1,
    figureStart: 0,
    figureEnd: 1,
    low: figure,
    high: figure,
    lowInclusive: true,
    highInclusive: true,
    grain: '1',
    hedge: 'exact',
    noun: 'ferries',
    measureWords: 'ferries',
    asOfBasis: 'stated',
    frame: {
      head: 'ferry',
      modifiers: [],
      act: null,
      direction: null,
      subject: null,
      scope: [],
      terms: [],
      single: false,
      aggregation: 'fixed',
      modality: 'fact',
      exhaustiveParts: null,
    },
    measureId,
    status,
    createdAt: NOW,
  });
  return id;
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
