import {
  caseFull,
  caseMd,
  casesOnly,
  citedCase,
  type EditionMark,
  type End,
  feedOf,
  isFeed,
  type MeasurePage,
  type PublicCase,
  type PublicWithdrawal,
  type Site,
  typeOf,
  withdrawalJson,
} from '@/lib/publication';
import { citationTwin } from './citation-twin';
import type { PublicAnswer } from './public-page';

/** A case with the page of the measure that holds it; `gone` where what was published is withdrawn. */
export interface CaseShown {
  page: MeasurePage;
  held: PublicCase;
  gone: PublicWithdrawal | null;
  edition: EditionMark | null;
}

/** A twin of a case’s page. What was withdrawn answers 410 with its tombstone; its feed goes on, which tells of just that. */
export function caseTwin(end: End, { page, held, gone, edition }: CaseShown, { site, now }: { site: Site; now: string }): PublicAnswer {
  const path = `/cases/${held.id}`;
  const data = (body: string): PublicAnswer => ({ kind: 'data', type: typeOf(end), body, cors: true });
  if (isFeed(end)) {
    const subject = { title: `case on “${page.title}”`, base: path, page: path };
    return { kind: 'data', type: typeOf(end), body: feedOf(end, casesOnly(page.changes), site, subject), cors: true };
  }
  if (gone) {
    const told = { id: held.id, url: `${site.url}${path}`, status: 'withdrawn', title: page.title, measure: `${site.url}${page.path}` };
    const body = `${JSON.stringify({ ...told, ...withdrawalJson(gone) }, null, 1)}\n`;
    return { kind: 'data', type: typeOf('.json'), body, cors: true, gone: 410 };
  }
  switch (end) {
    case '.json':
      return data(`${JSON.stringify(caseFull(page, site), null, 1)}\n`);
    case '.md':
      return data(caseMd(page, held.id, site));
    default:
      return citationTwin(end, citedCase(page, held.id, edition, site), { site, now }) ?? { kind: 'missing' };
  }
}
