import type { Exact } from '../../base';

/** One number read from tokens: digits, words, or both ("2.5 million", "half a dozen", "two and a half thousand"). */
export interface Figure {
  to: number;
  value: Exact;
  grain: Exact;
  /** Written in words alone. */
  spelled: boolean;
  /** A scale word or letter was part of it. */
  scaled: boolean;
  /** The other ways to read it, where there are any. */
  doubt: string[] | null;
}

/** The one place where figures are made, so that they all have one shape: copies with "..." have others, and all who read them pay for it. */
export const makeFigure = (
  to: number,
  value: Exact,
  grain: Exact = '1',
  spelled = false,
  scaled = false,
  doubt: string[] | null = null,
): Figure => ({ to, value, grain, spelled, scaled, doubt });

/** The same figure with more words: how it is written stays. */
export const changed = ({ spelled, scaled, doubt }: Figure, to: number, value: Exact, grain: Exact): Figure =>
  makeFigure(to, value, grain, spelled, scaled, doubt);

/** Power of ten of the last digit that is not zero: 47260 → 10, 100000 → 100000, 47 → 1. */
export function roundGrain(value: Exact): Exact {
  if (value === '0' || value.includes('.')) return '1';
  let end = value.length;
  while (end > 1 && value.charCodeAt(end - 1) === 48) end -= 1;
  return `1${'0'.repeat(value.length - end)}`;
}

export const decimalGrain = (decimals: number): Exact => (decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`);
