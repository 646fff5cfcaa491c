import { bibtex, type Cited, cslJson, type End, ris, type Site, typeOf } from '@/lib/publication';
import type { PublicAnswer } from './public-page';

const WRITERS: Partial<Record<End, typeof bibtex>> = { '.bib': bibtex, '.ris': ris, '.csl.json': cslJson };

/** How to cite a page, as a file for programs that keep references. Null for an ending that is none of theirs. */
export function citationTwin(end: End, cited: Cited, { site, now }: { site: Site; now: string }): PublicAnswer | null {
  const write = WRITERS[end];
  if (!write) return null;
  const download = `countercheck-${cited.kind}-${cited.id}${end}`;
  return { kind: 'data', type: typeOf(end), body: write(cited, site, now.slice(0, 10)), download, cors: true };
}
