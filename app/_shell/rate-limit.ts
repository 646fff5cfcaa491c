import { type Refusal, refusal } from '@/lib/base';

/** How often one network, or one key, may ask in a minute. Checking a text reads it, which costs more than a page; a report is read by a person. */
const LIMITS = { reads: 3000, checks: 60, writes: 600, reports: 5 } as const;
export type Limit = keyof typeof LIMITS;

const WINDOW = 60;
/** So many askers are counted; who asked longest ago is forgotten first, so that strangers do not fill the memory. */
const MOST_ASKERS = 10_000;

interface Count {
  asked: number;
  since: number;
}

// Every route is bundled on its own; what hangs on globalThis they share.
const COUNTS = Symbol.for('countercheck.rate-limits');
const shared = globalThis as { [COUNTS]?: Map<string, Count> };

/** What is left of a limit, as headers of an answer, and the refusal where nothing is. */
export interface Spent {
  headers: Record<string, string>;
  refusal: Refusal | null;
}

/**
 * Counts one question of `asker`. 429 `RateLimited` with `retryAfter` in seconds once the minute is used up.
 * @param second the clock, in seconds.
 */
export function spend(limit: Limit, asker: string, second: number): Spent {
  shared[COUNTS] ??= new Map();
  const counts = shared[COUNTS];
  const name = `${limit} ${asker}`;
  const before = counts.get(name);
  const count: Count = before && second - before.since < WINDOW ? before : { asked: 0, since: second };
  counts.delete(name);
  counts.set(name, count);
  count.asked += 1;
  for (const oldest of counts.keys()) {
    if (counts.size <= MOST_ASKERS) break;
    counts.delete(oldest);
  }
  const most = mostOf(limit);
  const wait = Math.max(1, Math.ceil(count.since + WINDOW - second));
  const headers = {
    'ratelimit-policy': `"${limit}";q=${most};w=${WINDOW}`,
    ratelimit: `"${limit}";r=${Math.max(0, most - count.asked)};t=${wait}`,
  };
  return { headers, refusal: count.asked > most ? overspent(most, wait) : null };
}

/** What the operator sets for this installation stands before ours: `RATE_LIMIT_READS`, `RATE_LIMIT_CHECKS`. */
function mostOf(limit: Limit): number {
  const { RATE_LIMIT_READS: reads, RATE_LIMIT_CHECKS: checks } = process.env;
  const told = { reads, checks, writes: undefined, reports: undefined }[limit];
  return told !== undefined && /^[1-9]\d{0,6}$/.test(told) ? Number(told) : LIMITS[limit];
}

const overspent = (most: number, retryAfter: number): Refusal =>
  refusal(
    429,
    'RateLimited',
    `More than ${most} requests came from your network, or with your key, in a minute.`,
    `Wait ${retryAfter} seconds and ask again.`,
    {
      details: { retryAfter },
    },
  );
