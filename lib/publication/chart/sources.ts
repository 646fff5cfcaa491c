import type { ClaimRow } from '../rows';
import type { SourceSlot } from './model';

/**
 * One slot for each source, in the order we first saw them, so that colours never jump when a claim is added.
 * More than six sources: the five with most claims keep their own, the rest share slot 7.
 */
export function sourceSlots(rows: ClaimRow[]): { slotOf: (row: ClaimRow) => SourceSlot; legend: SourceSlot[] } {
  const seen = new Map<string, { first: string; claims: number }>();
  for (const { source, claim } of rows) {
    const known = seen.get(source);
    const { addedAt } = claim.article;
    seen.set(source, { first: known && known.first < addedAt ? known.first : addedAt, claims: (known?.claims ?? 0) + 1 });
  }
  const order = [...seen].sort(([a, one], [b, other]) => one.first.localeCompare(other.first) || a.localeCompare(b)).map(([name]) => name);
  const size = (source: string) => seen.get(source)!.claims;
  const own = order.length <= 6 ? order : [...order].sort((a, b) => size(b) - size(a)).slice(0, 5);
  const kept = order.filter((source) => own.includes(source));
  const slots = new Map<string, SourceSlot>(
    kept.map((name, index) => [name, { slot: (index + 1) as SourceSlot['slot'], name, short: shortened(name, kept) }]),
  );
  const other: SourceSlot = { slot: 7, name: 'Other sources', short: 'Other sources' };
  return {
    slotOf: (row) => slots.get(row.source) ?? other,
    legend: kept.length < order.length ? [...slots.values(), other] : [...slots.values()],
  };
}

/** A long name goes without what stands in brackets behind it, unless another source is called just so; then it is cut. */
function shortened(name: string, all: string[]): string {
  if (name.length <= 18) return name;
  const bare = name.replace(/\([^()]*\)$/, '').trimEnd();
  const plain = bare !== '' && !all.some((other) => other !== name && other.startsWith(bare)) ? bare : name;
  return plain.length <= 18 ? plain : `${plain.slice(0, 17).trimEnd()}…`;
}
