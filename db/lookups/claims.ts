import { ok, refuse } from '@/lib/base';
import { articleFull, caseFull, caseLine, claimFull, claimLine, measurePage } from '@/lib/publication';
import { articleRecord, caseMeasure, claimGone, claimRecord, listedCases, listedClaims } from '../published';
import { byId, part } from './fields';
import { lookup } from './lookup';
import { articleWhole, caseInList, caseWhole, claimInList, claimWhole, listOf } from './outputs';

export const claimLookups = [
  lookup({
    id: 'claims.list',
    summary: 'List claims, those of the youngest article first',
    path: 'claims',
    input: part,
    output: listOf(claimInList),
    paged: 'after',
    run: async ({ read, site }, { after }) => {
      const { items, next } = await listedClaims(read, after ?? null);
      return ok({ found: { data: items.map((claim) => claimLine(claim, site)), next } });
    },
  }),
  lookup({
    id: 'claims.get',
    tool: 'get_claim',
    summary: 'Get one claim with its quote, its verdict and its measure',
    path: 'claims/{id}',
    input: byId,
    output: claimWhole,
    run: async ({ read, site }, { id }) => {
      const known = await claimRecord(read, id);
      const found = known && claimFull(measurePage(known.record), id, site);
      if (found) return ok({ found });
      const gone = await claimGone(read, id);
      if (!gone) return refuse(404, 'ClaimUnknown', `There is no public claim "${id}".`, 'Choose one from /api/v1/claims.');
      const cause = `This claim is not public any more: its reading was ${gone.rejected ? 'rejected' : 'taken back'}.`;
      const details = { since: gone.since, at: gone.at, logEntry: gone.entry, article: gone.article?.id ?? null };
      return refuse(410, 'Gone', cause, 'Drop it from your copy; its page says when and why it went.', { details });
    },
  }),
  lookup({
    id: 'cases.list',
    tool: 'list_cases',
    summary: 'List cases, the youngest first',
    path: 'cases',
    input: part,
    output: listOf(caseInList),
    paged: 'after',
    run: async ({ read, site }, { after }) => {
      const { items, next } = await listedCases(read, after ?? null);
      return ok({ found: { data: items.flatMap((record) => caseLine(measurePage(record), site) ?? []), next } });
    },
  }),
  lookup({
    id: 'cases.get',
    tool: 'get_case',
    summary: 'Get one case with its positions, why they differ, and its ruling',
    path: 'cases/{id}',
    input: byId,
    output: caseWhole,
    run: async ({ read, site }, { id }) => {
      const record = await caseMeasure(read, id);
      const found = record && caseFull(measurePage(record), site);
      if (found?.id === id && found.status === 'withdrawn') {
        const cause = 'What was ruled on this case was withdrawn.';
        const details = { url: found.url, measure: found.measure, withdrawal: found.withdrawal };
        return refuse(410, 'Gone', cause, 'Drop it from your copy; its page says when and why it went.', { details });
      }
      if (found?.id === id) return ok({ found });
      // The case of a measure that went on to another leads where its measure does.
      if (record) return ok({ moved: found ? `cases/${found.id}` : `measures/${record.id}` });
      return refuse(404, 'CaseUnknown', `There is no public case "${id}".`, 'Choose one from /api/v1/cases.');
    },
  }),
  lookup({
    id: 'articles.get',
    summary: 'Get one article: the stretches of its text around its claims',
    path: 'articles/{id}',
    input: byId,
    output: articleWhole,
    run: async ({ read, site }, { id }) => {
      const record = await articleRecord(read, id);
      if (record) return ok({ found: articleFull(record.page, site) });
      return refuse(404, 'ArticleUnknown', `There is no public article "${id}".`, 'Take its id from one of its claims.');
    },
  }),
];
