import { z } from 'zod';
import { ok, type Result, refuse } from '@/lib/base';
import { caseFull, caseLine, measurePage, notOnRecordThen } from '@/lib/publication';
import { caseAsked, caseList, casesAsked, caseVersion, caseVersions, editionNow } from '../published';
import { byId, byIdThen, listAsked, momentsIn, narrowedCases, number } from './fields';
import { lookup } from './lookup';
import { caseInList, caseWhole, listOf } from './outputs';

const noVersion = (id: string, version: string): Result<never> =>
  refuse(404, 'EditionUnknown', `There is no version ${version} of a case "${id}".`, `Choose one from /api/v1/cases/${id}/revisions.`);

export const caseLookups = [
  lookup({
    id: 'cases.list',
    tool: 'list_cases',
    summary: 'List cases, the youngest first',
    path: 'cases',
    input: narrowedCases,
    output: listOf(caseInList),
    paged: 'after',
    run: async ({ read, site }, asked) => {
      const list = listAsked(asked);
      if (!list.ok) return list;
      const { filters, moments, after } = list.value;
      const { items, next } = await (moments === null ? caseList(read, { filters, after }) : casesAsked(read, after, moments));
      return ok({ found: { data: items.flatMap((record) => caseLine(measurePage(record), site) ?? []), next } });
    },
  }),
  lookup({
    id: 'cases.get',
    tool: 'get_case',
    summary: 'Get one case with its positions, why they differ, and its ruling',
    path: 'cases/{id}',
    input: byIdThen.extend({ v: number.optional().describe('One of its versions, by number, in the place of a moment.') }),
    output: caseWhole,
    run: async ({ read, site }, { v, ...input }) => {
      const { id } = input;
      if (v !== undefined) {
        if (input.asof !== undefined || input.known !== undefined)
          return refuse(422, 'InvalidField', 'A version has a moment of its own.', 'Send "v" alone, or "asof" and "known".', {
            field: 'v',
          });
        const found = await caseVersion(read, id, Number(v));
        if (!found) return noVersion(id, v);
        const asked = { asof: null, known: null };
        return ok({ found: { ...caseFull(measurePage(found.record), site), edition: found.mark, asked } });
      }
      const moments = momentsIn(input);
      if (!moments.ok) return moments;
      const asked = await caseAsked(read, id, moments.value);
      if (asked.kind === 'moved') return ok({ moved: asked.to });
      if (asked.kind === 'nothing') return { ok: false, refusal: notOnRecordThen(moments.value, asked.why) };
      if (asked.kind === 'unknown') return refuse(404, 'CaseUnknown', `There is no public case "${id}".`, 'Choose one from /api/v1/cases.');
      const found = caseFull(measurePage(asked.record), site);
      if (found?.status === 'withdrawn') {
        const cause = 'What was ruled on this case was withdrawn.';
        const details = { url: found.url, measure: found.measure, withdrawal: found.withdrawal };
        return refuse(410, 'Gone', cause, 'Drop it from your copy; its page says when and why it went.', { details });
      }
      const edition = moments.value.known === null ? await editionNow(read, asked.record.id) : asked.edition;
      return ok({ found: { ...found, edition, asked: moments.value } });
    },
  }),
  lookup({
    id: 'cases.revisions',
    summary: 'List the versions of one case, the newest first: where it stood, and since when',
    path: 'cases/{id}/revisions',
    input: byId,
    output: listOf(z.looseObject({ number: z.int(), url: z.url(), at: z.string(), entry: z.int(), status: z.string(), edition: z.int() })),
    run: async ({ read, site }, { id }) => {
      const found = await caseVersions(read, id);
      if (!found) return refuse(404, 'CaseUnknown', `There is no public case "${id}".`, 'Choose one from /api/v1/cases.');
      const data = found.versions.map((version) => ({ ...version, url: `${site.url}/cases/${id}/v/${version.number}` })).reverse();
      return ok({ found: { data, next: null } });
    },
  }),
];
