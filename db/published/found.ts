import type { MeasureRecord, PublicArticle, PublicClaim } from '@/lib/publication';
import type { Reads } from '../open';
import { among, words } from '../statement';
import { publicArticles } from './articles';
import { publicClaims } from './claims';
import { measureRecords } from './records';
import type { SearchHit } from './search';

export interface Found {
  measures: MeasureRecord[];
  claims: PublicClaim[];
  articles: PublicArticle[];
}

/** What the hits point to, in their order; a screenful of each kind. */
export async function foundRecords(from: Reads, hits: SearchHit[]): Promise<Found> {
  const of = (kind: SearchHit['kind'], most: number) => hits.flatMap((hit) => (hit.kind === kind ? [hit.id] : [])).slice(0, most);
  const claimIds = of('claim', 25);
  const articleIds = of('article', 12);
  const found = claimIds.length === 0 ? [] : (await publicClaims(from, words`claims.id IN ${among(claimIds)}`)).claims;
  // A figure is looked for to learn what it answers: the questions of the claims come with them.
  const answered = claimIds.flatMap((id) => found.find((claim) => claim.id === id)?.measureId ?? []);
  const articles = await publicArticles(from, articleIds);
  return {
    measures: await measureRecords(from, [...new Set([...of('measure', 12), ...answered])].slice(0, 12)),
    claims: claimIds.flatMap((id) => found.find((claim) => claim.id === id) ?? []),
    articles: articleIds.flatMap((id) => articles.get(id) ?? []),
  };
}
