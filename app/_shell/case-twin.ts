import {
  caseFull,
  casesOnly,
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
import type { PublicAnswer } from './public-page';

/** A case with the page of the measure that holds it; `gone` where what was published is withdrawn. */
export interface CaseShown {
  page: MeasurePage;
  held: PublicCase;
  gone: PublicWithdrawal | null;
}

/** A twin of a case’s page. What was withdrawn answers 410 with its tombstone; its feed goes on, which tells of just that. */
export function caseTwin(end: End, { page, held, gone }: CaseShown, site: Site): PublicAnswer {
  const path = `/cases/${held.id}`;
  const data = (body: string): PublicAnswer => ({ kind: 'data', type: typeOf(end), body, cors: true, ...(gone ? { gone: 410 } : {}) });
  if (isFeed(end)) {
    const subject = { title: `case on “${page.title}”`, base: path, page: path };
    return { kind: 'data', type: typeOf(end), body: feedOf(end, casesOnly(page.changes), site, subject), cors: true };
  }
  if (gone) {
    const told = { id: held.id, url: `${site.url}${path}`, status: 'withdrawn', title: page.title, measure: `${site.url}${page.path}` };
    return data(`${JSON.stringify({ ...told, ...withdrawalJson(gone) }, null, 1)}\n`);
  }
  switch (end) {
    case '.json':
      return data(`${JSON.stringify(caseFull(page, site), null, 1)}\n`);
    default:
      return { kind: 'missing' };
  }
}
