import { z } from 'zod';
import { ok, type Result, refuse } from '@/lib/base';
import {
  caseLine,
  claimsOf,
  comparedSources,
  compareEditions,
  type EditionMark,
  type MeasurePage,
  type MeasureRecord,
  type Moments,
  measureJson,
  measureLine,
  measurePage,
  notOnRecordThen,
  seriesOf,
} from '@/lib/publication';
import { type Edition, editionNow, editionRecord, editionsOf, measureAsked, measureList, measuresAsked } from '../published';
import { byId, byIdThen, listAsked, momentsIn, narrowedMeasures, number, partOfOneThen } from './fields';
import { type Looked, type LookupContext, lookup, type Part } from './lookup';
import {
  caseInList,
  claimOfMeasure,
  edition,
  editionChange,
  listOf,
  measureInList,
  measureWhole,
  seriesPoint,
  sourcesCompared,
} from './outputs';

/** So many claims of one measure are given at a time. */
const CLAIMS = 100;

/** A measure as of the moments that are asked for. */
interface Shown {
  page: MeasurePage;
  /** What of it that is; null where nothing is filed yet. */
  edition: EditionMark | null;
  asked: Moments;
}

type OfOne = { id: string; asof?: string; known?: string };

/** The measure as its page has it, or where it stands today. 404 `MeasureUnknown`, `NotOnRecordThen`; 422 `MomentMalformed`. */
async function shownOf({ read }: LookupContext, input: OfOne, rest: string): Promise<Result<Shown | { moved: string }>> {
  const moments = momentsIn(input);
  if (!moments.ok) return moments;
  const asked = await measureAsked(read, input.id, moments.value);
  if (asked.kind === 'moved') return ok({ moved: `${asked.to}${rest}` });
  if (asked.kind === 'nothing') return { ok: false, refusal: notOnRecordThen(moments.value, asked.why) };
  if (asked.kind === 'unknown')
    return refuse(404, 'MeasureUnknown', `There is no public measure "${input.id}".`, 'Choose one from /api/v1/measures.');
  const edition = moments.value.known === null ? await editionNow(read, input.id) : asked.edition;
  return ok({ page: measurePage(asked.record), edition, asked: moments.value });
}

/** What is made of the page of a measure, wherever it stands today. */
async function ofPage(context: LookupContext, input: OfOne, rest: string, make: (shown: Shown) => unknown): Promise<Result<Looked>> {
  const result = await shownOf(context, input, rest);
  if (!result.ok) return result;
  return ok('moved' in result.value ? result.value : { found: make(result.value) });
}

/** One edition of a measure, by its number. 404 `EditionUnknown`. */
async function editionOf({ read }: LookupContext, id: string, number: string): Promise<Result<Edition & { record: MeasureRecord }>> {
  const edition = await editionRecord(read, id, Number(number));
  if (edition?.record) return ok({ ...edition, record: edition.record });
  return refuse(
    404,
    'EditionUnknown',
    `There is no edition ${number} of a measure "${id}".`,
    `Choose one from /api/v1/measures/${id}/revisions.`,
  );
}

/** So many of a list that is there as a whole, from behind the one with this id on. An id that left it begins the list again. */
function cut<T extends { id: string }>(all: readonly T[], behind: string | undefined, most: number): Part<T> {
  const from = behind === undefined ? 0 : all.findIndex(({ id }) => id === behind) + 1;
  const data = all.slice(from, from + most);
  return { data, next: from + most < all.length ? (data.at(-1)?.id ?? null) : null };
}

export const measureLookups = [
  lookup({
    id: 'measures.list',
    summary: 'List measures, by title, each with its answer; as they were known, by their age',
    path: 'measures',
    input: narrowedMeasures,
    output: listOf(measureInList),
    paged: 'after',
    run: async ({ read, site }, asked) => {
      const list = listAsked(asked);
      if (!list.ok) return list;
      const { filters, moments, after } = list.value;
      const { items, next } = await (moments === null ? measureList(read, { filters, after }) : measuresAsked(read, after, moments));
      return ok({ found: { data: items.map((record) => measureLine(measurePage(record), site)), next } });
    },
  }),
  lookup({
    id: 'measures.get',
    tool: 'get_measure',
    summary: 'Get one measure with its answer, positions, ruling and claims: as it stands, as of a moment, or in one of its editions',
    path: 'measures/{id}',
    input: byIdThen.extend({ v: number.optional().describe('One of its editions, by number, in the place of a moment.') }),
    output: measureWhole,
    run: async (context, { v, ...input }) => {
      if (v === undefined)
        return ofPage(context, input, '', ({ page, edition, asked }) => ({ ...measureJson(page, context.site), edition, asked }));
      if (input.asof !== undefined || input.known !== undefined)
        return refuse(422, 'InvalidField', 'An edition has a moment of its own.', 'Send "v" alone, or "asof" and "known".', { field: 'v' });
      const found = await editionOf(context, input.id, v);
      if (!found.ok) return found;
      const asked = { asof: null, known: null };
      return ok({ found: { ...measureJson(measurePage(found.value.record), context.site), edition: found.value.mark, asked } });
    },
  }),
  lookup({
    id: 'measures.claims',
    tool: 'list_claims',
    summary: 'List the claims of one measure, in the order of its page',
    path: 'measures/{id}/claims',
    input: partOfOneThen,
    output: listOf(claimOfMeasure),
    paged: 'after',
    run: (context, { after, ...input }) =>
      ofPage(context, input, '/claims', ({ page }) => cut(claimsOf(page, context.site), after, CLAIMS)),
  }),
  lookup({
    id: 'measures.series',
    summary: 'List the dated figures of one measure, the earliest first',
    path: 'measures/{id}/series',
    input: byIdThen,
    output: listOf(seriesPoint),
    run: (context, input) => ofPage(context, input, '/series', ({ page }) => ({ data: seriesOf(page), next: null })),
  }),
  lookup({
    id: 'measures.sources',
    tool: 'compare_sources',
    summary: 'Compare what sources say of one measure, and why they differ',
    path: 'measures/{id}/sources',
    input: byIdThen,
    output: sourcesCompared,
    run: (context, input) => ofPage(context, input, '/sources', ({ page }) => comparedSources(page, context.site)),
  }),
  lookup({
    id: 'measures.cases',
    summary: 'List the cases of one measure',
    path: 'measures/{id}/cases',
    input: byIdThen,
    output: listOf(caseInList),
    run: (context, input) =>
      ofPage(context, input, '/cases', ({ page }) => ({ data: [caseLine(page, context.site) ?? []].flat(), next: null })),
  }),
  lookup({
    id: 'measures.revisions',
    summary: 'List the editions of one measure, the newest first: what changed for readers, and when',
    path: 'measures/{id}/revisions',
    input: byId,
    output: listOf(edition.extend({ url: z.url(), changed: z.string() })),
    run: async ({ read, site }, { id }) => {
      const editions = await editionsOf(read, id);
      const url = (mark: number) => `${site.url}/measures/${id}/v/${mark}`;
      if (editions.length > 0)
        return ok({
          found: { data: editions.map(({ words, ...mark }) => ({ ...mark, url: url(mark.number), changed: words })), next: null },
        });
      return refuse(404, 'MeasureUnknown', `There is no public measure "${id}".`, 'Choose one from /api/v1/measures.');
    },
  }),
  lookup({
    id: 'measures.diff',
    summary: 'Compare two editions of one measure: what changed for readers; without numbers, the last two',
    path: 'measures/{id}/diff',
    input: byId.extend({ from: number.optional(), to: number.optional() }),
    output: z.looseObject({ from: edition, to: edition, changes: z.array(editionChange) }),
    run: async (context, { id, from, to }) => {
      const now = await editionNow(context.read, id);
      const last = to ?? String(now?.number ?? 1);
      const after = await editionOf(context, id, last);
      if (!after.ok) return after;
      const before = await editionOf(context, id, from ?? String(Math.max(1, Number(last) - 1)));
      if (!before.ok) return before;
      const changes = compareEditions(before.value.record, after.value.record);
      return ok({ found: { from: before.value.mark, to: after.value.mark, changes } });
    },
  }),
];
