import { type Change, type MeasureRecord, narrowedChanges, type PublicArticle, type PublicClaim } from '@/lib/publication';
import type { Reads } from '../open';
import { among, words } from '../statement';
import { publicArticles } from './articles';
import { publicClaims } from './claims';
import { type NameHit, namesAmong, namesFor } from './found-names';
import { measureRecords } from './records';
import { type Mended, type SearchAsked, type SearchHit, searchFor } from './search';

export interface Found {
  measures: MeasureRecord[];
  claims: PublicClaim[];
  articles: PublicArticle[];
}

/** All that is found for what was asked, with the words to mark in it. */
export interface SearchFound extends Found {
  /** Sources and speakers of that name. */
  names: NameHit[];
  words: string[];
  mended: Mended[];
}

/** So many measures are shown on a page, and so many changes in a feed. */
const MOST_MEASURES = 12;
const MOST_CHANGES = 100;
const MOST_FOLLOWED = 25;
/** So many sources and speakers are named. */
const MOST_NAMES = 6;

/** What somebody looks for: the records, and the names that are meant. */
export async function searchFound(from: Reads, asked: SearchAsked): Promise<SearchFound> {
  const { hits, words: sought, mended } = await searchFor(from, asked);
  const found = await foundRecords(from, hits, MOST_MEASURES);
  const meant = sought.join(' ');
  const names =
    meant === '' || Object.keys(asked.filters ?? {}).length > 0
      ? []
      : [...(await namesFor(from, meant)), ...namesAmong(found.claims, meant)];
  const once = new Map(names.map((name) => [name.id, name]));
  return { ...found, names: [...once.values()].slice(0, MOST_NAMES), words: sought, mended };
}

/** What happened last to what is found: to the measures whose question holds the words, and to the claims that do with the cases on them. */
export async function searchChanges(from: Reads, asked: SearchAsked): Promise<Change[]> {
  const { hits } = await searchFor(from, { ...asked, youngest: true });
  const found = await foundRecords(from, hits, MOST_FOLLOWED);
  const titled = new Set(hits.flatMap(({ kind, id }) => (kind === 'measure' ? [id] : [])));
  const claims = new Set(found.claims.map(({ id }) => id));
  return narrowedChanges(found.measures, (claim) => titled.has(claim.measureId) || claims.has(claim.id)).slice(0, MOST_CHANGES);
}

/** What the hits point to, in their order: a screenful of each kind, and the measures that the claims answer. */
export async function foundRecords(from: Reads, hits: SearchHit[], mostMeasures = Number.POSITIVE_INFINITY): Promise<Found> {
  const of = (kind: SearchHit['kind'], most: number) => hits.flatMap((hit) => (hit.kind === kind ? [hit.id] : [])).slice(0, most);
  const claimIds = of('claim', 25);
  const articleIds = of('article', 12);
  const found = claimIds.length === 0 ? [] : (await publicClaims(from, words`claims.id IN ${among(claimIds)}`)).claims;
  // A figure is looked for to learn what it answers: the questions of the claims come with them.
  const answered = claimIds.flatMap((id) => found.find((claim) => claim.id === id)?.measureId ?? []);
  const articles = await publicArticles(from, articleIds);
  return {
    measures: await measureRecords(from, [...new Set([...of('measure', 12), ...answered])].slice(0, mostMeasures)),
    claims: claimIds.flatMap((id) => found.find((claim) => claim.id === id) ?? []),
    articles: articleIds.flatMap((id) => articles.get(id) ?? []),
  };
}
