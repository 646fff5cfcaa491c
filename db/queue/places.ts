import { SETTLED } from '@/lib/adjudication';
import type { Instant } from '@/lib/base';
import type { Reads } from '../open';
import { among, ask, NOTHING, type Words, words } from '../statement';
import { type Due, isDue } from './looked';

/** What items can be looked for by, the one that leaves fewest first: it leads, and the others are asked of what it finds. */
export const FACETS = ['measure', 'who', 'flag', 'asked', 'speaker', 'source', 'kind'] as const;
export type Facet = (typeof FACETS)[number];

/** Several values of which any will do, as one: no name and no id holds a line break. */
export const anyOf = (values: Iterable<string>): string => [...new Set(values)].join('\n');

/** What a list is narrowed to, by one value or by any of several (`anyOf`). "who" of nobody is "nobody", "flag" and "asked" of any word "any". */
export type QueueFilters = Partial<Record<Facet, string>> & {
  severity?: 'high' | 'normal';
  /** Days old, at least. */
  age?: number;
};

/** Where an item stands in its part of the queue. */
export interface Place {
  rank: number;
  since: string;
  id: string;
}

export interface Asked {
  /** As stored: a split, or "mine". */
  split: string;
  filters: QueueFilters;
  /** Whose, where the split is "mine". */
  person: string;
  now: Instant;
  /** Of "stale". */
  due: Due;
  /** May decide between two opinions that differ. */
  decides: boolean;
  /** Two people decide unseen by each other where a measure says nothing else. */
  unseen: boolean;
  /** What is worked through item by item: without what this person cannot do anything about. */
  walked?: boolean;
}

/** From a place on, or back from it. */
export interface From {
  way: 'after' | 'before';
  place: Place;
}

/** So many items are looked at for one page, however few of them fit: the page then goes on from the last. */
const LOOKED_AT = 2000;

/** Places of a page in their order, at most `size`; and whether more may come behind the last, and where that begins. */
export async function placesOf(
  from: Reads,
  asked: Asked,
  begin: From | null,
  size: number,
): Promise<{ places: Place[]; rest: Place | null }> {
  const down = begin?.way !== 'before';
  const [order, beyond] = down ? [ASCENDING, words`>`] : [DESCENDING, words`<`];
  const behind = begin ? words`AND (rank, since, id) ${beyond} (${begin.place.rank}, ${begin.place.since}, ${begin.place.id})` : NOTHING;
  const { led, others } = readAlong(asked);
  const looked = words`SELECT rank, since, id FROM ${led} ${behind} ${order} LIMIT ${LOOKED_AT}`;
  // The order of the inner list is that of the page: to sort it again would look at all of it.
  const rows = await ask<Place>(from, words`SELECT rank, since, id FROM (${looked}) AS x WHERE true ${others} LIMIT ${size + 1}`);
  const places = rows.slice(0, size);
  if (rows.length > size) return { places: down ? places : places.reverse(), rest: (down ? places.at(-1) : places[0]) ?? null };
  const [last] =
    others === NOTHING ? [] : await ask<Place>(from, words`SELECT rank, since, id FROM (${looked}) LIMIT 1 OFFSET ${LOOKED_AT - 1}`);
  return { places: down ? places : places.reverse(), rest: last ?? null };
}

/** Up to so many are counted where somebody narrowed a list. */
export const MOST_COUNTED = 1000;

/** How many items fit, up to `MOST_COUNTED`. */
export async function countPlaces(from: Reads, asked: Asked): Promise<number> {
  const { led, others } = readAlong(asked);
  const looked = words`SELECT rank, since, id FROM ${led} ${ASCENDING} LIMIT ${LOOKED_AT}`;
  const [row] = await ask<{ n: number }>(
    from,
    words`SELECT count(*) AS n FROM (SELECT 1 FROM (${looked}) AS x WHERE true ${others} LIMIT ${MOST_COUNTED})`,
  );
  return row?.n ?? 0;
}

const ASCENDING = words`ORDER BY rank, since, id`;
const DESCENDING = words`ORDER BY rank DESC, since DESC, id DESC`;

/** What a list is read along, in its order and from an index alone, and what is asked of each item besides. */
export function readAlong(asked: Asked): { led: Words; others: Words } {
  const { split, filters, person } = asked;
  const wanted: [Facet, string[]][] = FACETS.flatMap((facet) => (filters[facet] ? [[facet, storedValues(facet, filters[facet])]] : []));
  const lead: [Facet, string[]] | undefined = split === 'mine' ? ['who', [person]] : wanted.shift();
  const held = lead && heldBy(split, ...lead);
  const led =
    split === 'mine' && !asked.walked
      ? words`(SELECT rank, since, id FROM ${held!} UNION ALL SELECT rank, since, id FROM ${waitingFor(person)}) WHERE true`
      : (held ?? words`queue_items WHERE split = ${split}`);
  const also = wanted.map(
    ([facet, values]) =>
      words`AND EXISTS (SELECT 1 FROM queue_facets f WHERE f.id = x.id AND f.facet = ${facet} AND f.value ${anOf(values)})`,
  );
  return { led: words`${led} ${ranged(asked)}`, others: all([...also, ...kindShown(asked), ...asides(asked), ...notFor(asked)]) };
}

/** While two people decide unseen, what the engine calls a conflict is hidden, and whoever looks for a kind would learn it by what is listed. */
const kindShown = ({ filters: { kind }, unseen }: Asked): Words[] =>
  kind === undefined
    ? []
    : [
        words`AND EXISTS (SELECT 1 FROM cases c JOIN measures m ON m.id = c.measure_id WHERE c.id = x.id AND (c.state IN ${among(SETTLED)}
          OR json_array_length(c.opinions_by) > 1 OR (json_array_length(c.opinions_by) = 0 AND coalesce(m.review, ${unseen ? 'blind' : 'single'}) = 'single')))`,
      ];

/** What holds a value, or any of several: each is read along its own stretch of the index, and what one of them gave the next leaves out. */
function heldBy(split: string, facet: Facet, [first, ...more]: string[]): Words {
  const held = words`queue_facets WHERE split = ${split} AND ${valued(facet, first as string)}`;
  if (more.length === 0) return held;
  const others = more.map(
    (
      value,
      at,
    ) => words`UNION ALL SELECT rank, since, id FROM queue_facets o WHERE split = ${split} AND facet = ${facet} AND value = ${value}
      AND NOT EXISTS (SELECT 1 FROM queue_facets d WHERE d.id = o.id AND d.facet = ${facet} AND d.value ${anOf([first as string, ...more.slice(0, at)])})`,
  );
  return words`(SELECT rank, since, id FROM ${held} ${all(others)}) WHERE true`;
}

/** One value is asked for by itself: then nothing is read to know which. */
const anOf = (values: readonly string[]): Words => (values.length === 1 ? words`= ${values[0] as string}` : words`IN ${among(values)}`);

/** What nobody has is asked for in its very words: an index holds that alone, by age. */
const valued = (facet: Facet, value: string): Words =>
  facet === 'who' && value === '' ? words`facet = 'who' AND value = ''` : words`facet = ${facet} AND value = ${value}`;

/** Leaves out cases that wait for the opinion of somebody else, and where somebody works or is given work, what is their own or has no page at the desk. */
function notFor({ split, person, decides, walked }: Pick<Asked, 'split' | 'person' | 'decides' | 'walked'>): Words[] {
  if (split === 'second-review') return [words`AND NOT EXISTS (${opinionsOf(person, decides)} AND o.id = x.id)`];
  if (!walked) return [];
  if (split === 'to-publish') return [words`AND NOT EXISTS (SELECT 1 FROM queue_items q WHERE q.id = x.id AND q.ruled_by = ${person})`];
  return split === 'mine' || split === 'snoozed'
    ? [words`AND NOT EXISTS (SELECT 1 FROM queue_items q WHERE q.id = x.id AND q.kind = 'measure')`]
    : [];
}

/** Cases on which somebody gave an opinion, and those of two opinions where others decide between them: an editor who gave neither. */
function opinionsOf(person: string, decides: boolean): Words {
  const opinions = words`SELECT o.id FROM queue_facets o WHERE o.split = 'second-review' AND o.facet = 'opinion'`;
  return decides
    ? words`${opinions} AND o.value = ${person}`
    : words`${opinions} AND o.value IN (${person}, '') AND (o.value <> '' OR EXISTS (SELECT 1 FROM people e WHERE e.role = 'editor' AND e.disabled_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM cases c, json_each(c.opinions_by) b WHERE c.id = o.id AND b.value = e.id)))`;
}

/** Cases that this person does not hold, and that wait for somebody else by what they said: an opinion of theirs, or that they want a second look. */
const waitingFor = (person: string): Words =>
  words`queue_facets o WHERE split = 'second-review' AND facet = 'opinion' AND value = ${person}
    AND NOT EXISTS (SELECT 1 FROM queue_facets h WHERE h.id = o.id AND h.facet = 'who' AND h.split = 'mine' AND h.value = ${person})`;

/** How many cases are somebody's: those they hold, and those that wait for somebody else because of what they said. */
export async function countMine(from: Reads, person: string): Promise<number> {
  const held = words`queue_facets WHERE split = 'mine' AND facet = 'who' AND value = ${person}`;
  const [row] = await ask<{ n: number }>(
    from,
    words`SELECT (SELECT count(*) FROM ${held}) + (SELECT count(*) FROM ${waitingFor(person)}) AS n`,
  );
  return row?.n ?? 0;
}

/** How many of the cases that wait for an opinion wait for that of somebody else. */
export async function countOpinionsOf(from: Reads, person: string, decides: boolean): Promise<number> {
  const [row] = await ask<{ n: number }>(from, words`SELECT count(DISTINCT id) AS n FROM (${opinionsOf(person, decides)})`);
  return row?.n ?? 0;
}

const storedValues = (facet: Facet, value: string): string[] =>
  (facet === 'who' && value === 'nobody') || ((facet === 'flag' || facet === 'asked') && value === 'any') ? [''] : value.split('\n');

/** Severity is most of a rank where cases wait, and age all of the place of a measure. */
function ranged({ split, filters: { severity }, due }: Asked): Words {
  if (split === 'stale') return words`AND rank = 0 AND since < ${due.latest}`;
  if (!severity || !BY_SEVERITY.includes(split)) return NOTHING;
  return severity === 'high' ? words`AND rank < 5` : words`AND rank >= 5`;
}
const BY_SEVERITY = ['conflicts', 'second-review', 'to-publish'];

function asides({ split, filters: { severity, age }, now, due }: Asked): Words[] {
  const old = age ? [words`AND x.since <= ${new Date(Date.parse(now) - age * 86_400_000).toISOString()}`] : [];
  const grave =
    severity && !BY_SEVERITY.includes(split)
      ? [words`AND EXISTS (SELECT 1 FROM cases c WHERE c.id = x.id AND c.severity = ${severity})`]
      : [];
  return [...old, ...grave, ...(split === 'stale' ? [isDue(due)] : [])];
}

const all = (parts: Words[]): Words => parts.reduce((one, next) => (one === NOTHING ? next : words`${one} ${next}`), NOTHING);
