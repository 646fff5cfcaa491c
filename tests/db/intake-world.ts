import { exportState } from '@/db/export';
import { type ArticleInput, articleInput } from '@/db/intake';
import type { Database } from '@/db/open';
import { NOW } from './world';

/** An article as it comes in, with whatever the test does not care about left empty. */
export function article(fields: Partial<ArticleInput> & { text: string }): ArticleInput {
  const checked = articleInput(fields, NOW);
  if (!checked.ok) throw new Error(checked.refusal.cause);
  return checked.value;
}

/** Articles of a storm: two disagree about the schools, the third adds its own parts, the fourth is a reprint of the first. */
export const STORM = [
  article({
    externalId: 'post',
    text: 'The storm closed 12 schools in the valley, officials said.',
    outlet: 'Valley Post',
    publishedAt: '2024-05-02',
  }),
  article({
    externalId: 'courier',
    text: 'The storm closed 19 schools in the valley, officials said.',
    outlet: 'Hill Courier',
    publishedAt: '2024-05-02',
  }),
  article({
    externalId: 'radio',
    text: 'Crews repaired 40 bridges on Friday. More than 300 people slept in tents.',
    outlet: 'Radio Otter',
    publishedAt: '2024-05-03',
  }),
  article({
    externalId: 'reprint',
    text: 'The storm closed 12 schools in the valley,  officials said.',
    outlet: 'Morning Heron',
    publishedAt: '2024-05-04',
  }),
];

/** The storm, with a figure that is the sum of its parts and a bound that two papers keep to. */
export const STORM_AND_AID = [
  ...STORM,
  article({
    externalId: 'parts',
    text: 'The aid reached 30 towns: 12 in the north, 10 in the south and 8 in the hills.',
    outlet: 'Hill Courier',
    publishedAt: '2024-05-05',
  }),
  article({
    externalId: 'later',
    text: 'The storm closed more than 15 schools in the valley, officials said.',
    outlet: 'Radio Otter',
    publishedAt: '2024-05-02',
  }),
];

/** The record as it stands today, without its random ids: two imports of the same articles must agree in this. */
export async function shapeOf(db: Database): Promise<object> {
  const sections = Object.fromEntries(await exportState(db)) as Record<string, Record<string, unknown>[]>;
  sections.claims = sections.claims!.filter(({ status }) => status !== 'superseded');
  const names = new Map(sections.articles!.map((row) => [row.id, row.externalId]));
  const titles = new Map(sections.measures!.map((row) => [row.id, row.title]));
  const claims = new Map(sections.claims!.map((row) => [row.id, `${names.get(row.articleId)}: ${row.text}`]));
  const text = (value: unknown) => JSON.stringify(value);
  const sorted = (rows: unknown[]) => rows.map(text).sort();
  return {
    claims: sorted(sections.claims!.map((row) => [claims.get(row.id), titles.get(row.measureId), claims.get(row.partOf) ?? null])),
    measures: sorted(sections.measures!.map(({ title, unit, aggregation }) => ({ title, unit, aggregation }))),
    relations: sorted(sections.relations!.map((row) => [[claims.get(row.a), claims.get(row.b)].sort(), row.kind, row.alert])),
    cases: sorted(
      sections.cases!.map((row) => [
        row.status,
        (row.positions as { claims: string[] }[]).map((position) => position.claims.map((id) => claims.get(id)).sort()).sort(),
      ]),
    ),
    checks: sorted(sections.checks!.map((row) => [row.expression, row.verdict])),
  };
}
