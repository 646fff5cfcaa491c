import { type Day, isDay } from '@/lib/base';
import { type Markup, xml } from './xml';

/** An article that its source took back: when it was published, and when that was taken back. */
export interface TakenBack {
  id: string;
  title: string | null;
  published: Day | null;
  day: Day | null;
}

/** How long a source took to take articles back, in days, shortest first; only where both days are known. */
export interface Lag {
  days: number[];
  median: number;
}

/** Null where no article tells both days. */
export function lagOf(taken: readonly Pick<TakenBack, 'published' | 'day'>[]): Lag | null {
  const days = taken
    .flatMap(({ published, day }) =>
      published && day && isDay(published) && isDay(day) ? [(Date.parse(day) - Date.parse(published)) / 86_400_000] : [],
    )
    .filter((n) => n >= 0)
    .sort((a, b) => a - b);
  const middle = Math.floor(days.length / 2);
  if (days.length === 0) return null;
  return { days, median: days.length % 2 === 1 ? days[middle]! : (days[middle - 1]! + days[middle]!) / 2 };
}

const [WIDTH, HEIGHT, EDGE, FOOT] = [320, 44, 6, 16];

/** A stroke for each, from the day of publication on, and a taller one for the one in the middle. Its words stand beside it. */
export function lagStrip({ days, median }: Lag): Markup {
  const most = Math.max(1, ...days);
  const at = (n: number): number => Math.round(EDGE + (n / most) * (WIDTH - 2 * EDGE));
  const base = HEIGHT - FOOT;
  const places = [...new Set(days.map(at))];
  return xml`<svg class="lag" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true"><path class="grid" d="M${EDGE} ${base}H${WIDTH - EDGE}"/>${places.map(
    (x) => xml`<path d="M${x} ${base}v-12"/>`,
  )}<path class="median" d="M${at(median)} ${base}v-22"/><text x="${EDGE}" y="${HEIGHT - 3}">0 days</text><text x="${WIDTH - EDGE}" y="${HEIGHT - 3}" text-anchor="end">${most}</text></svg>`;
}
