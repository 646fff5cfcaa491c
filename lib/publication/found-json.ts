import type { Site } from './claim-review';
import { articleLine, caseLine, claimLine, measureLine, namedLine } from './machine';
import { measurePage } from './measure-page';
import type { MeasureRecord, PublicArticle, PublicClaim, PublicSource } from './record';

/** What a search found; `mended` are words that nothing holds, with those taken in their place. */
interface Found {
  names: (PublicSource & { kind: 'source' | 'speaker' })[];
  measures: MeasureRecord[];
  claims: PublicClaim[];
  articles: PublicArticle[];
  mended: { typed: string; meant: string | null }[];
}

/** What was found, as data: the same for the address of the API and for the twin of the page. */
export function foundJson(found: Found, site: Site) {
  const pages = found.measures.map(measurePage);
  return {
    names: found.names.map(({ kind, ...named }) => ({ ...namedLine(`${kind}s`, named, site), kind })),
    measures: pages.map((page) => measureLine(page, site)),
    cases: pages.flatMap((page) => caseLine(page, site) ?? []),
    claims: found.claims.map((claim) => claimLine(claim, site)),
    articles: found.articles.map((article) => articleLine(article, site)),
    mended: found.mended,
  };
}

/** What is on record about a topic or a place, as data. */
export function subjectJson({ id, name, path, measures, list, open, claims }: Subject, url: string, site: Site) {
  return {
    ...{ id, url, name, path, measures },
    latest: list.items.map((record) => measureLine(measurePage(record), site)),
    openCases: open.flatMap((record) => caseLine(measurePage(record), site) ?? []),
    claims: claims.map((claim) => claimLine(claim, site)),
  };
}

interface Subject {
  id: string;
  name: string;
  path: string[];
  measures: number;
  list: { items: MeasureRecord[] };
  open: MeasureRecord[];
  claims: PublicClaim[];
}
