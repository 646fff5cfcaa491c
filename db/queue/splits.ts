/**
 * The parts of the queue. Each answers one question: what is there to decide, to accept, to hold side by side, to confirm, what is old, what is
 * mine, what was put aside, what is done. Quotes that moved or were lost get a part once something finds them.
 */
export const SPLITS = [
  'conflicts',
  'articles',
  'suggestions',
  'rereadings',
  'second-review',
  'to-publish',
  'stale',
  'mine',
  'snoozed',
  'settled',
] as const;
export type Split = (typeof SPLITS)[number];

/** The parts that list items of the queue. */
export type ItemSplit = Exclude<Split, 'suggestions' | 'rereadings'>;
/** Those from which the next one is drawn for somebody. */
export const DRAWN = ['conflicts', 'articles', 'second-review', 'to-publish'] as const;
export const isDrawn = (split: Split): boolean => DRAWN.some((drawn) => drawn === split);

/** Those that are worked through item by item at the desk. Pairs are worked through on their list. */
export type Walked = Exclude<ItemSplit, 'stale'>;
export const isWalked = (split: Split): split is Walked => isItemSplit(split) && split !== 'stale';

export const isItemSplit = (split: Split): split is ItemSplit => split !== 'suggestions' && split !== 'rereadings';
