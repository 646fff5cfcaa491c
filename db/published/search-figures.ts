import { type AskedFigure, isWithin } from '@/lib/publication';
import type { Interval } from '@/lib/quantity';
import type { Reads } from '../open';
import { ask, NOTHING, type Words, words } from '../statement';

/** So many claims that say a figure are looked at for what they count, the youngest of one value, the lowest of a range. */
const MOST_LOOKED_AT = 300;
/** Where the hits are narrowed. */
const MOST_NARROWED = 2000;
/** And so many are given. */
const MOST_GIVEN = 60;

interface Said {
  id: string;
  low: string | null;
  high: string | null;
  lowInclusive: number;
  highInclusive: number;
}

const IS_SEEN = words`c.status = 'accepted' AND c.accepted_at IS NOT NULL AND c.measure_id IS NOT NULL`;
const THING = words`coalesce(c.unit, c.frame ->> '$.head')`;
const FIGURE = words`CAST(coalesce(c.low, c.high) AS REAL)`;

// Nothing else would begin with the value: the database takes claims one by one, from the youngest on, for the order that is asked for.
const [BY_THING, BY_FIGURE, BY_HIGH] = [words`claims_public_by_thing`, words`claims_public_by_figure`, words`claims_public_by_high`];

/** Ids of the public claims that say a figure, or one in a range, those that count the same thing first. `only`: a condition on `search.id`. */
export async function claimsSaying(from: Reads, figure: AskedFigure, only: Words = NOTHING): Promise<string[]> {
  const exact = figure.low !== null && figure.low === figure.high;
  const most = only === NOTHING ? MOST_LOOKED_AT : MOST_NARROWED;
  const rows =
    figure.of === null
      ? []
      : await looked(from, { by: BY_THING, meets: words`${THING} = ${figure.of} AND ${between(figure)}` }, { exact, most });
  // What is counted may be called otherwise: then the figure alone tells.
  const loose = rows.length > 0 ? [] : await looked(from, { by: BY_FIGURE, meets: between(figure) }, { exact, most });
  const ends =
    exact && rows.length === 0
      ? await looked(from, { by: BY_HIGH, meets: words`CAST(c.high AS REAL) = CAST(${figure.high} AS REAL)` }, { exact, most })
      : [];
  const said = new Map([...rows, ...loose, ...ends].map((row) => [row.id, row]));
  const holds = (row: Said) => (exact ? saysOne(row, figure) : isWithin(intervalOf(row), figure));
  const ids = [...said.values()].filter(holds).map(({ id }) => id);
  return (await narrowed(from, ids, only)).slice(0, MOST_GIVEN);
}

/** Begins with an index of the thing and the figure, or of the figure alone. */
function between({ low, high }: AskedFigure): Words {
  if (low === null) return words`${FIGURE} <= CAST(${high} AS REAL)`;
  if (high === null) return words`${FIGURE} >= CAST(${low} AS REAL)`;
  return words`${FIGURE} BETWEEN CAST(${low} AS REAL) AND CAST(${high} AS REAL)`;
}

const looked = (
  from: Reads,
  { by, meets }: { by: Words; meets: Words },
  { exact, most }: { exact: boolean; most: number },
): Promise<Said[]> =>
  ask(
    from,
    words`SELECT c.id, c.low, c.high, c.low_inclusive AS lowInclusive, c.high_inclusive AS highInclusive FROM claims c INDEXED BY ${by}
      WHERE ${IS_SEEN} AND ${meets} ORDER BY ${exact ? words`c.rowid DESC` : FIGURE} LIMIT ${most}`,
  );

const saysOne = ({ low, high }: Said, figure: AskedFigure): boolean => {
  const value = Number(figure.low);
  return (low !== null && Number(low) === value) || (high !== null && Number(high) === value);
};

const intervalOf = ({ low, high, lowInclusive, highInclusive }: Said): Interval => ({
  ...{ low, high, lowInclusive: Number(lowInclusive) === 1, highInclusive: Number(highInclusive) === 1 },
});

async function narrowed(from: Reads, ids: readonly string[], only: Words): Promise<string[]> {
  if (only === NOTHING || ids.length === 0) return [...ids];
  const given = words`(SELECT value AS id FROM json_each(${JSON.stringify(ids)})) AS search`;
  const rows = await ask<{ id: string }>(from, words`SELECT search.id AS id FROM ${given} WHERE ${only}`);
  return rows.map(({ id }) => id);
}
