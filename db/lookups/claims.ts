import { ok, refuse } from '@/lib/base';
import { articleFull, claimFull, claimLine, measurePage, notOnRecordThen } from '@/lib/publication';
import { articleAsked, claimAsked, claimGone, claimList, claimsAsked, editionNow } from '../published';
import { caseLookups } from './cases';
import { byIdThen, listAsked, momentsIn, narrowedClaims } from './fields';
import { lookup } from './lookup';
import { articleWhole, claimInList, claimWhole, listOf } from './outputs';
import { snapshotLookups } from './snapshots';

export const claimLookups = [
  lookup({
    id: 'claims.list',
    summary: 'List claims, those of the youngest article first',
    path: 'claims',
    input: narrowedClaims,
    output: listOf(claimInList),
    paged: 'after',
    run: async ({ read, site }, asked) => {
      const list = listAsked(asked);
      if (!list.ok) return list;
      const { filters, moments, after } = list.value;
      const { items, next } = await (moments === null ? claimList(read, { filters, after }) : claimsAsked(read, after, moments));
      return ok({ found: { data: items.map((claim) => claimLine(claim, site)), next } });
    },
  }),
  lookup({
    id: 'claims.get',
    tool: 'get_claim',
    summary: 'Get one claim with its quote, its verdict and its measure',
    path: 'claims/{id}',
    input: byIdThen,
    output: claimWhole,
    run: async ({ read, site }, input) => {
      const { id } = input;
      const moments = momentsIn(input);
      if (!moments.ok) return moments;
      const asked = await claimAsked(read, id, moments.value);
      if (asked.kind === 'found') {
        const edition = moments.value.known === null ? await editionNow(read, asked.record.id) : asked.edition;
        return ok({ found: { ...claimFull(measurePage(asked.record), id, site), edition, asked: moments.value } });
      }
      if (asked.kind === 'nothing') return { ok: false, refusal: notOnRecordThen(moments.value, asked.why) };
      const gone = await claimGone(read, id);
      if (!gone) return refuse(404, 'ClaimUnknown', `There is no public claim "${id}".`, 'Choose one from /api/v1/claims.');
      const cause = `This claim is not public any more: its reading was ${gone.rejected ? 'rejected' : 'taken back'}.`;
      const details = { since: gone.since, at: gone.at, logEntry: gone.entry, article: gone.article?.id ?? null };
      return refuse(410, 'Gone', cause, 'Drop it from your copy; its page says when and why it went.', { details });
    },
  }),
  ...caseLookups,
  lookup({
    id: 'articles.get',
    summary: 'Get one article: the stretches of its text around its claims',
    path: 'articles/{id}',
    input: byIdThen,
    output: articleWhole,
    run: async ({ read, site }, input) => {
      const { id } = input;
      const moments = momentsIn(input);
      if (!moments.ok) return moments;
      const asked = await articleAsked(read, id, moments.value);
      if (asked.kind === 'found') return ok({ found: { ...articleFull(asked.page, site), asked: moments.value } });
      if (asked.kind === 'nothing') return { ok: false, refusal: notOnRecordThen(moments.value, asked.why) };
      return refuse(404, 'ArticleUnknown', `There is no public article "${id}".`, 'Take its id from one of its claims.');
    },
  }),
  ...snapshotLookups,
];
