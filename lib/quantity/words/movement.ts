import { WordList, words } from '../../base';
import type { Trend } from '../types';

/** Verbs (and "up") that say that a figure grew by what stands behind them. */
export const RISES = words(
  `rose rise rises risen rising up upward upwards increased increase increases increasing gained gain gains gaining grew grow grows grown growing
  climbed climb climbs climbing jumped jump jumps jumping soared soar soars soaring surged surge surges surging added advanced
  advance advances advancing expanded expands expand expanding swelled rallied rally rallies rallying leapt leaped leaps spiked spikes
  doubled tripled quadrupled rebounded rebounds rebound rebounding strengthened strengthens strengthening appreciated appreciates appreciating
  accelerated accelerates accelerating improved improves improving widened widens widening ballooned ballooning mushroomed skyrocketed
  skyrocketing rocketed bounced bounces bouncing recovered recovers recovering popped vaulted zoomed firmed firms quickened escalated escalates
  snowballed leaping spiking swelling swells`,
);
export const FALLS = words(
  `fell fall falls fallen falling down downward downwards decreased decrease decreases decreasing dropped drop drops dropping declined decline
  declines declining lost lose loses losing slid slide slides sliding slipped slip slips slipping slumped slump slumps slumping plunged
  plunge plunges plunging plummeted plummet plummets shrank shrink shrinks shrunk shrinking sank sink sinks sunk sinking tumbled tumble
  tumbles tumbling dipped dip dips dipping contracted contract contracts contracting shed sheds shedding eased eases ease easing weakened
  weakens weakening depreciated depreciates narrowed narrows narrowing retreated retreats retreating slowed slows slowing crashed crashes
  nosedived dwindled dwindles dwindling plummeting skidded skids swooned cratered collapsed collapses tanked sagged sags softened
  softens slackened receded recedes diminished diminishes subsided cooled cools moderated halved halves halving`,
);
/** What somebody does to a figure: a trend only with "by" ("cut rates by 25 points"); "raised 80 million" is no rise. */
export const RAISES = words(
  'raised raise raises raising lifted lift lifts lifting boosted boost boosts boosting hiked hike hikes hiking expanded upped bumped jacked',
);
export const CUTS = words(
  `cut cuts cutting reduced reduce reduces reducing lowered lower lowers lowering slashed slash slashes slashing trimmed trims trim trimming
  pared pares pare paring shaved shaves shave shaving curtailed axed axes axing pruned devalued`,
);

/** Of these verbs, those that have many other uses: they say a change only with a unit or points ("bounced 2 percent"; "recovered 12 bodies"). */
export const OF_MEASURES = words(
  `bounced bounces bouncing recovered recovers recovering popped vaulted zoomed firmed firms cratered collapsed collapses tanked cooled cools
  moderated subsided skidded skids escalated`,
);

/** Verbs that say no change with these: "lost 3 sons", "dropped 20 bombs". */
const KIN = words(`son daughter child brother sister parent grandparent grandchild cousin relative sibling nephew niece uncle aunt friend
  leg arm finger toe limb eye tooth`);
const MISSILES = words('bomb shell missile grenade leaflet canister charge catch parcel hint');
export const LOST_OR_DROPPED: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...['lost', 'lose', 'loses', 'losing'].map((verb) => [verb, KIN] as const),
  ...['dropped', 'drop', 'drops', 'dropping'].map((verb) => [verb, MISSILES] as const),
]);

/** Any of them. */
export const CHANGES = new WordList([...RISES, ...FALLS, ...RAISES, ...CUTS]);

/** Say that a figure changes, not which way. */
const SHIFTS = words(
  'go goes went gone going move moves moved moving change changes changed changing shifted swung revised revise revises range ranges ranged ranging vary varies varied varying',
);

/** Which way a word takes a figure from one level to another: null where it may be either, undefined where the word is no verb of change. */
export const changeOf = (lower: string): Trend | undefined =>
  RISES.has(lower) || RAISES.has(lower) ? 'up' : FALLS.has(lower) || CUTS.has(lower) ? 'down' : SHIFTS.has(lower) ? null : undefined;
