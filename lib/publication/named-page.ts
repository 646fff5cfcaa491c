import type { Verdict } from '@/lib/adjudication';
import type { MeasurePage } from './measure-page';
import type { PublicClaim } from './record';
import type { ClaimRow } from './rows';

/** What rulings in force say of some claims: counts, and no score. */
export interface VerdictCounts {
  /** By verdict, the most frequent first. */
  verdicts: [Verdict, number][];
  contested: number;
  /** On which nobody ruled, and which nothing contradicts. */
  unruled: number;
}

export function verdictCounts(pages: readonly MeasurePage[], isOwn: (row: ClaimRow) => boolean): VerdictCounts {
  const own = pages.flatMap(({ rows }) => rows.filter((row) => isOwn(row) && !row.retracted));
  const verdicts = new Map<Verdict, number>();
  for (const { verdict, contested } of own) if (verdict && !contested) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
  const contested = own.filter((row) => row.contested).length;
  const ruled = [...verdicts.values()].reduce((sum, n) => sum + n, 0);
  return { verdicts: [...verdicts].sort(([, a], [, b]) => b - a), contested, unruled: own.length - contested - ruled };
}

/** The posts that articles give a speaker, with the years in which they do, the earliest first. */
export function rolesOverTime(claims: readonly PublicClaim[]): { role: string; years: string }[] {
  const years = new Map<string, Set<string>>();
  for (const { speaker, article } of claims) {
    if (!speaker?.role) continue;
    const seen = years.get(speaker.role) ?? new Set();
    if (article.publishedAt) seen.add(article.publishedAt.slice(0, 4));
    years.set(speaker.role, seen);
  }
  const told = [...years].map(([role, all]) => ({ role, sorted: [...all].sort() }));
  told.sort((a, b) => (a.sorted[0] ?? '9').localeCompare(b.sorted[0] ?? '9') || a.role.localeCompare(b.role));
  return told.map(({ role, sorted }) => ({
    role,
    years: sorted.length === 0 ? '' : sorted.length === 1 ? sorted[0]! : `${sorted[0]} to ${sorted.at(-1)}`,
  }));
}
