import { WordTable, words } from '../../base';
import type { Hedge } from '../types';

/** Words before a figure, by what they do to it. Rows of words; a journalist can add to them. */
const BEFORE: readonly (readonly [Hedge, string])[] = [
  [
    'more-than',
    `more than|over|above|in excess of|exceeding|exceed|exceeds|exceeded|upwards of|upward of|north of|greater than|higher than|larger than
    |bigger than|longer than|older than|heavier than|taller than|faster than|beyond|surpassing|surpassed|topping|topped|better than|excess of
    |over the age of|above the age of|surpasses|tops|climbed past|rose past|jumped past|surged past|soared past|pushed past|moved past|swept past
    |raced past|went past|>`,
  ],
  [
    'at-least',
    `at least|no fewer than|no less than|not fewer than|not less than|a minimum of|minimum of|minimum|a minimum|at the least|at the very least|at a minimum|at minimum|at or above
    |more than or equal to|greater than or equal to|greater than or equals to|larger than or equal to|higher than or equal to|equal to or more than
    |equal to or greater than|equal or greater than|greater or equal than|larger or equal than|more or equal than|more or equal to|greater or equal to
    |bigger or equal than|bigger than or equal to|equal or more than|no lower than|not lower than|no smaller than|no shorter than|no younger than
    |not younger than|no lighter than|no slower than|no cheaper than|not smaller than|not shorter than|not fewer than|not cheaper than|not slower than
    |nor less than|nor fewer than|not under|not below|never less than|never fewer than|never below|a floor of
    |as few as|as little as|as low as|as young as|as short as|a good|easily|≥|> =|=>`,
  ],
  [
    'less-than',
    `less than|fewer than|under|below|lower than|smaller than|south of|short of|shy of|shorter than|younger than|lighter than|slower than|cheaper than
    |beneath|not even|under the age of|below the age of|sub -|<`,
  ],
  [
    'at-most',
    `at most|at the very most|maximum|a maximum|no more than|not more than|a maximum of|maximum of|at the most|no greater than|not greater than|no higher than|no larger than
    |no bigger than|no longer than|not longer than|no older than|not older than|not larger than|not bigger than|not higher than|not taller than|not heavier than|not faster than|no heavier than|no taller than|no faster than|no later than
    |nor more than|nor greater than|nor over|nor above|not over|not above|never more than|never over|never above|not exceeding|not to exceed|not exceed|cannot exceed|can't exceed|don't exceed
    |doesn't exceed|didn't exceed|won't exceed|never exceed|never exceeds|never exceeded|not exceeded|capped at|capped out at|maxed out at
    |maxes out at|maxing out at|limited to|a cap of|a ceiling of|a limit of|at or below|at or under
    |less than or equal to|fewer than or equal to|smaller than or equal to|lower than or equal to|less or equal than|less or equal to
    |smaller or equal than|smaller or equal to|lower or equal than|equal to or less than|equal or less than|equal to or smaller than|≤|< =|=<`,
  ],
  ['up-to', 'up to|as many as|as much as|as high as|as long as|as far as|upto|anything up to'],
  [
    'nearly',
    `nearly|almost|close to|closer to|approaching|nearing|not quite|virtually|practically|verging on|on the verge of|bordering on|the best part of
    |the better part of|near to|well nigh|nigh on|getting on for|approached|approaches|nears|neared|closing in on|closed in on|close on|close upon
    |not far off|not far from|not far short of|little short of|coming up on|coming up to`,
  ],
  [
    'about',
    `about|around|some|roughly|approximately|approximate|an estimated|estimated|circa|ca|approx|approx .|ca .|circa .|c .|just about|of the order of|something like
    |in the region of|in the order of|on the order of|in the neighborhood of|in the neighbourhood of|in the vicinity of|in the ballpark of
    |in the area of|somewhere around|somewhere near|barely|scarcely|hardly|more or less|give or take|estimated at|estimated to be
    |estimated to be worth|estimated to cost|estimated to total|estimated to have|estimated to reach|~|≈|≃|∼`,
  ],
];
const AFTER: readonly (readonly [Hedge, string])[] = [
  [
    'at-least',
    `or more|or above|or over|and above|and over|and more|and up|or higher|or greater|or older|and older|or longer|or better|or larger|or bigger
    |or - more|or up|plus|+|at least|at the least|at a minimum|minimum|if not more|and counting|and rising|and climbing|and growing|or even more|and upward|and upwards|upward|upwards`,
  ],
  [
    'at-most',
    `or less|or fewer|or - less|or - fewer|or under|or below|or lower|or younger|and younger|and under|and below|or smaller|or shorter|at most|at the most|maximum
    |max|tops|at maximum|downward|downwards`,
  ],
  [
    'about',
    'or so|or - so|, or so|, give or take|, more or less|odd|ish|some|something|or thereabouts|give or take|or thereabout|more or less|approximately|roughly|roughly speaking|give or take a few',
  ],
];

/** A hedge and its words, longest first. */
export type HedgeWords = readonly [Hedge, readonly string[]];

function index(rows: readonly (readonly [Hedge, string])[], key: (words: readonly string[]) => string): WordTable<HedgeWords[]> {
  const map = new Map<string, HedgeWords[]>();
  for (const [hedge, phrases] of rows)
    for (const phrase of phrases.split('|')) {
      const words = phrase.trim().split(/\s+/);
      const known = map.get(key(words)) ?? [];
      known.push([hedge, words]);
      map.set(
        key(words),
        known.sort((a, b) => b[1].length - a[1].length),
      );
    }
  return new WordTable(map);
}

export const BY_LAST = index(BEFORE, (words) => words.at(-1) as string);
export const BY_FIRST = index(AFTER, (words) => words[0] as string);

/** May stand between "from", "between" or "to" and a figure: "from just over", "from an average of". */
export const BEFORE_LEVEL = words(
  `maybe perhaps possibly even anywhere about around roughly approximately nearly almost some just only over under more less than at least as much
  many few little low high up down a an the its their his her our age ages of average median mean total current previous record level peak rate
  mere modest paltry estimated initial original`,
);
