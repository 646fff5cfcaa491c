import { foundsCase } from '@/lib/conflict';
import { statusOf } from './answer';
import type { MeasureRecord } from './record';
import { lastPublication, unique } from './rows';
import { placesTold, type Subject, subjectsOf } from './subjects';

/** What a measure is found by in lists. */
export interface Facets {
  /** Where its case stands, the reason and the verdicts of the ruling, the kinds of its conflicts, and by id whose claims they are. */
  values: [facet: string, value: string][];
  topics: Subject[];
  places: Subject[];
  /** What a published ruling says of each claim, and since when. */
  verdicts: { claim: string; verdict: string; at: string }[];
}

/** @param scopes the places that the words of each of its claims name; what people say of it goes before. */
export function facetsOf(record: MeasureRecord, scopes: readonly (readonly string[])[]): Facets {
  const last = lastPublication(record);
  const verdicts = verdictsIn(record);
  const { topics = [], places = [] } = record.definition ?? {};
  const found: [facet: string, values: string[]][] = [
    ['state', [statusOf(record)]],
    ['reason', last ? [last.ruling.reasonCode] : []],
    ['verdict', verdicts.map(({ verdict }) => verdict)],
    ['kind', conflictKinds(record)],
    ['source', record.claims.flatMap(({ article }) => [article.source, article.agency].flatMap((source) => source?.id ?? []))],
    ['speaker', record.claims.flatMap(({ speakerId }) => speakerId ?? [])],
  ];
  return {
    values: found.flatMap(([facet, values]) => unique(values).map((value): [string, string] => [facet, value])),
    topics: subjectsOf('topic', topics),
    places: places.length > 0 ? subjectsOf('place', places) : placesTold(scopes),
    verdicts,
  };
}

/** Of the ruling that was published last, on those of its claims that are still there. */
function verdictsIn(record: MeasureRecord): Facets['verdicts'] {
  const last = lastPublication(record);
  if (!last) return [];
  const own = new Set(record.claims.map(({ id }) => id));
  return last.ruling.positions.flatMap((claims, at) => {
    const verdict = last.ruling.verdicts[at];
    return verdict ? claims.flatMap((claim) => (own.has(claim) ? [{ claim, verdict, at: last.at }] : [])) : [];
  });
}

/** The kinds of what cannot all stand of it, pair by pair and sum by sum; none where there is no case. */
const conflictKinds = ({ case: held, relations, checks }: MeasureRecord): string[] =>
  held?.current
    ? [...relations.flatMap(({ alert, kind }) => (alert ? [kind] : [])), ...(checks.some(foundsCase) ? ['parts-do-not-sum'] : [])]
    : [];
