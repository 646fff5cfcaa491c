import { inArray, or, sql } from 'drizzle-orm';
import { byTime, type MeasureRecord, type PublicCheck, type PublicClaim } from '@/lib/publication';
import type { Reads } from '../open';
import { checks, claims, measures, relations } from '../schema';
import { publicCases } from './cases';
import { publicClaims } from './claims';

/** The public records of these measures, in the order of the ids. A measure without a public claim is left out: it has no page. */
export async function measureRecords(from: Reads, ids: string[]): Promise<MeasureRecord[]> {
  if (ids.length === 0) return [];
  const rows = await from.select().from(measures).where(inArray(measures.id, ids));
  const { claims: members } = await publicClaims(from, inArray(claims.measureId, ids));
  const accepted = new Map<string, PublicClaim>(members.map((claim) => [claim.id, claim]));
  const held = await publicCases(from, ids, accepted);
  const related = await relationsFrom(from, [...accepted.keys()]);
  const sums = await checksOf(from, accepted);
  return ids.flatMap((id) => {
    const measure = rows.find((row) => row.id === id);
    const own = members.filter((claim) => claim.measureId === id).sort(byTime);
    if (!measure || own.length === 0) return [];
    const within = new Set(own.map((claim) => claim.id));
    return {
      id,
      title: measure.title,
      unit: measure.unit,
      aggregation: measure.aggregation,
      claims: own,
      relations: related.filter((relation) => within.has(relation.a) && within.has(relation.b)),
      checks: sums.filter((check) => [check.total, ...check.parts].some((claim) => within.has(claim.id))),
      case: held.get(id) ?? null,
    };
  });
}

export async function measureRecord(from: Reads, id: string): Promise<MeasureRecord | null> {
  return (await measureRecords(from, [id]))[0] ?? null;
}

/** Alerts first. Both ends are checked against the measure's own public claims by the caller. */
async function relationsFrom(from: Reads, ids: string[]) {
  if (ids.length === 0) return [];
  const rows = await from.select().from(relations).where(inArray(relations.a, ids));
  return rows.sort((x, y) => Number(y.alert) - Number(x.alert) || x.a.localeCompare(y.a) || x.b.localeCompare(y.b));
}

/** Sums in which one of these claims is a term. Terms may belong to other measures; all of them must be public. */
async function checksOf(from: Reads, accepted: Map<string, PublicClaim>): Promise<PublicCheck[]> {
  const ids = [...accepted.keys()];
  if (ids.length === 0) return [];
  const list = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  );
  const rows = await from
    .select()
    .from(checks)
    .where(or(inArray(checks.total, ids), sql`EXISTS (SELECT 1 FROM json_each(${checks.parts}) AS part WHERE part.value IN (${list}))`));
  const strangers = [...new Set(rows.flatMap((row) => [row.total, ...row.parts]))].filter((id) => !accepted.has(id));
  const others = strangers.length === 0 ? [] : (await publicClaims(from, inArray(claims.id, strangers))).claims;
  const all = new Map([...accepted, ...others.map((claim): [string, PublicClaim] => [claim.id, claim])]);
  return rows
    .flatMap(({ kind, verdict, expression, total, parts }) => {
      const terms = parts.flatMap((part) => all.get(part) ?? []);
      const whole = all.get(total);
      return whole && terms.length === parts.length ? [{ kind, verdict, expression, total: whole, parts: terms }] : [];
    })
    .sort((a, b) => a.total.id.localeCompare(b.total.id) || a.expression.localeCompare(b.expression));
}
