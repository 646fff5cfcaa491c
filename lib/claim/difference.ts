import type { Span } from '@/lib/base';
import type { Claim } from './types';

/** One field that is read otherwise: "noun", or "frame.act" of the frame. A total is told by its words. */
export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

/** A claim and what a later reading makes of the same place: places in the two lists, and the fields that are read otherwise; none: the same. */
export interface ReadAgain {
  before: number;
  after: number;
  fields: FieldChange[];
}

/** How two readings of one text stand to each other. Every claim of either list is in one of the three. */
export interface ReadingDifference {
  /** In the order of the later reading. */
  pairs: ReadAgain[];
  /** Places in the list before that the later reading does not have. */
  gone: number[];
  /** Places in the list after that the earlier reading did not have. */
  fresh: number[];
}

/** Every field that is compared as it stands. The type asks for each, so that a field added to claims is not forgotten here. */
const PLAIN: Record<Exclude<keyof Claim, 'partOf' | 'frame'>, true> = {
  ...{ span: true, text: true, sentence: true, figure: true, low: true, high: true, lowInclusive: true, highInclusive: true },
  ...{ grain: true, hedge: true, unit: true, noun: true, measure: true, speaker: true, occasion: true, asOf: true, asOfBasis: true },
};

/**
 * Compares two readings of one text, claim by claim. Two claims stand at the same place when their figures do; where no figure of the other
 * reading is quite the same, one that overlaps it.
 */
export function readingDifference(before: readonly Claim[], after: readonly Claim[]): ReadingDifference {
  const mates = matesOf(before, after);
  const taken = new Set(mates.values());
  const pairs = [...mates]
    .sort(([a], [b]) => a - b)
    .map(([at, was]) => {
      const [old, now] = [before[was] as Claim, after[at] as Claim];
      const samePart = now.partOf === null ? old.partOf === null : old.partOf !== null && mates.get(now.partOf) === old.partOf;
      const total = (list: readonly Claim[], { partOf }: Claim) => (partOf === null ? null : (list[partOf]?.text ?? null));
      const part = samePart ? [] : [{ field: 'partOf', before: total(before, old), after: total(after, now) }];
      return { before: was, after: at, fields: [...changedFields(old, now), ...part] };
    });
  return { pairs, gone: indexes(before).filter((at) => !taken.has(at)), fresh: indexes(after).filter((at) => !mates.has(at)) };
}

const indexes = (list: readonly unknown[]): number[] => list.map((_, at) => at);

/** For places of the later list, those of the earlier one. */
function matesOf(before: readonly Claim[], after: readonly Claim[]): Map<number, number> {
  const mates = new Map<number, number>();
  const key = ({ figure }: Claim) => `${figure.start} ${figure.end}`;
  const waiting = new Map<string, number[]>();
  for (const [at, claim] of before.entries()) waiting.set(key(claim), [...(waiting.get(key(claim)) ?? []), at]);
  for (const [at, claim] of after.entries()) {
    const was = waiting.get(key(claim))?.shift();
    if (was !== undefined) mates.set(at, was);
  }
  const byPlace = (list: readonly Claim[], left: number[]) =>
    left.map((at) => ({ at, ...(list[at] as Claim).figure })).sort((a, b) => a.start - b.start || a.end - b.end);
  const taken = new Set(mates.values());
  const olds = byPlace(
    before,
    indexes(before).filter((at) => !taken.has(at)),
  );
  const news = byPlace(
    after,
    indexes(after).filter((at) => !mates.has(at)),
  );
  for (let o = 0, n = 0; o < olds.length && n < news.length; ) {
    const [old, now] = [olds[o] as Span & { at: number }, news[n] as Span & { at: number }];
    if (old.start < now.end && now.start < old.end) {
      mates.set(now.at, old.at);
      o += 1;
      n += 1;
    } else if (old.end <= now.start) o += 1;
    else n += 1;
  }
  return mates;
}

function changedFields(before: Claim, after: Claim): FieldChange[] {
  const [old, now] = [toldBy(before), toldBy(after)];
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...names].flatMap((field) => {
    const change = { field, before: old[field] ?? null, after: now[field] ?? null };
    return alike(change.before, change.after) ? [] : [change];
  });
}

/** The fields of a claim by name, those of its frame among them. */
function toldBy(claim: Claim): Record<string, unknown> {
  const plain = (Object.keys(PLAIN) as (keyof typeof PLAIN)[]).map((field) => [field, claim[field]]);
  return Object.fromEntries([...plain, ...Object.entries(claim.frame).map(([field, value]) => [`frame.${field}`, value])]);
}

/** Whether two values say the same. What an older reading did not have at all is as empty as what it left empty. */
function alike(a: unknown, b: unknown): boolean {
  const [left, right] = [a ?? null, b ?? null];
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return left === right;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => alike((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]));
}
