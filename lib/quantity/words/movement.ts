import type { Trend } from '../types';

const set = (line: string): ReadonlySet<string> => new Set(line.trim().split(/\s+/));

/** Verbs (and "up") that say that a figure grew by what stands behind them. */
export const RISES = set(
  `rose rise rises risen rising up upward upwards increased increase increases increasing gained gain gains gaining grew grow grows grown growing
  climbed climb climbs climbing jumped jump jumps jumping soared soar soars soaring surged surge surges surging added advanced
  advance advances advancing expanded expands expand expanding swelled rallied rally rallies rallying leapt leaped leaps spiked spikes
  doubled tripled quadrupled rebounded rebounds rebound strengthened strengthens appreciated appreciates accelerated accelerates improved
  improves widened widens ballooned mushroomed skyrocketed rocketed`,
);
export const FALLS = set(
  `fell fall falls fallen falling down downward downwards decreased decrease decreases decreasing dropped drop drops dropping declined decline
  declines declining lost lose loses losing slid slide slides sliding slipped slip slips slipping slumped slump slumps slumping plunged
  plunge plunges plunging plummeted plummet plummets shrank shrink shrinks shrunk shrinking sank sink sinks sunk sinking tumbled tumble
  tumbles tumbling dipped dip dips dipping contracted contract contracts contracting shed sheds shedding eased eases ease easing weakened
  weakens depreciated narrowed narrows retreated retreats slowed slows crashed crashes nosedived dwindled`,
);
/** What somebody does to a figure: a trend only with "by" ("cut rates by 25 points"); "raised 80 million" is no rise. */
export const RAISES = set(
  'raised raise raises raising lifted lift lifts lifting boosted boost boosts boosting hiked hike hikes hiking expanded',
);
export const CUTS = set(
  'cut cuts cutting reduced reduce reduces reducing lowered lower lowers lowering slashed slash slashes trimmed trims trim',
);

/** Any of them. */
export const CHANGES: ReadonlySet<string> = new Set([...RISES, ...FALLS, ...RAISES, ...CUTS]);

/** The direction of a verb of change. */
export const trendOf = (lower: string): Trend => (RISES.has(lower) ? 'up' : FALLS.has(lower) ? 'down' : null);
