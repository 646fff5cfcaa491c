import { sql } from 'drizzle-orm';
import type { CaseState } from '@/lib/adjudication';
import type { Refusal } from '@/lib/base';
import { memberIds } from '../measure-members';
import { mayMerge } from '../measure-merging';
import { maySplit } from '../measure-splitting';
import type { Reads } from '../open';
import { standingWords } from '../pair-words';
import { cases, claims } from '../schema';
import { isAmong } from '../statement';
import { type MeasureLine, measureLine } from './measures';

/** What would come of an act on a measure, before anybody does it. */
export interface Effects {
  /** Why it cannot be; null where it can. */
  refusal: Refusal | null;
  /** Claims that would move, and those of them that readers see. */
  moved: number;
  accepted: number;
  /** Cases it touches: of the measure itself, and of the other. */
  own: CaseLineOfEffects | null;
  other: CaseLineOfEffects | null;
  /** Words "different" between the two sides, which stand against a merge. */
  against: number;
}

interface CaseLineOfEffects {
  id: string;
  state: CaseState;
}

/** What merging `id` into another would come to. */
export async function mergeEffects(from: Reads, id: string, into: string): Promise<Effects & { into: MeasureLine | null }> {
  const fit = await mayMerge(from, id, into);
  const [own, others] = [await memberIds(from, id), await memberIds(from, into)];
  const held = await casesOf(from, [id, into]);
  return {
    refusal: fit.ok ? null : fit.refusal,
    ...(await movedOf(from, own)),
    ...{ own: held.get(id) ?? null, other: held.get(into) ?? null },
    against: await wordsBetween(from, own, others, 'different'),
    into: await measureLine(from, into),
  };
}

/** What splitting these claims off would come to. */
export async function splitEffects(from: Reads, id: string, chosen: readonly string[]): Promise<Effects> {
  const fit = await maySplit(from, id, chosen);
  const leaving = fit.ok ? fit.value.leaving : [];
  return {
    refusal: fit.ok ? null : fit.refusal,
    ...(await movedOf(from, leaving)),
    ...{ own: (await casesOf(from, [id])).get(id) ?? null, other: null },
    against: fit.ok ? await wordsBetween(from, leaving, fit.value.staying, 'same') : 0,
  };
}

async function movedOf(from: Reads, ids: readonly string[]): Promise<Pick<Effects, 'moved' | 'accepted'>> {
  const accepted = await from.$count(claims, sql`${isAmong(claims.id, ids)} AND ${claims.status} = 'accepted'`);
  return { moved: ids.length, accepted };
}

async function casesOf(from: Reads, ids: readonly string[]): Promise<Map<string, CaseLineOfEffects>> {
  const rows = await from
    .select({ id: cases.id, state: cases.state, measureId: cases.measureId })
    .from(cases)
    .where(isAmong(cases.measureId, ids));
  return new Map(rows.map(({ measureId, id, state }) => [measureId, { id, state }]));
}

async function wordsBetween(from: Reads, some: readonly string[], others: readonly string[], word: 'same' | 'different'): Promise<number> {
  const [own, other] = [new Set(some), new Set(others)];
  const isBetween = (a: string, b: string) => (own.has(a) && other.has(b)) || (own.has(b) && other.has(a));
  return (await standingWords(from)).filter((said) => said.about === 'question' && said.word === word && isBetween(said.a, said.b)).length;
}
