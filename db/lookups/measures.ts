import { ok, type Result, refuse } from '@/lib/base';
import { claimsOf, comparedSources, type MeasurePage, measureJson, measureLine, measurePage, seriesOf } from '@/lib/publication';
import { measureList, measureRecord, measureToday } from '../published';
import { byId, filtersOf, narrowedMeasures, partOfOne } from './fields';
import { type Looked, type LookupContext, lookup, type Part } from './lookup';
import { claimOfMeasure, listOf, measureInList, measureWhole, seriesPoint, sourcesCompared } from './outputs';

/** So many claims of one measure are given at a time. */
const CLAIMS = 100;

/** The measure as its page has it, or where it stands today. 404 `MeasureUnknown`. */
async function pageOf({ read }: LookupContext, id: string, rest = ''): Promise<Result<{ page: MeasurePage } | { moved: string }>> {
  const today = await measureToday(read, id);
  if (today !== null && today !== id) return ok({ moved: `measures/${today}${rest}` });
  const record = today === null ? null : await measureRecord(read, today);
  if (!record) return refuse(404, 'MeasureUnknown', `There is no public measure "${id}".`, 'Choose one from /api/v1/measures.');
  return ok({ page: measurePage(record) });
}

/** What is made of the page of a measure, wherever it stands today. */
async function ofPage(context: LookupContext, id: string, rest: string, make: (page: MeasurePage) => unknown): Promise<Result<Looked>> {
  const result = await pageOf(context, id, rest);
  if (!result.ok) return result;
  return ok('moved' in result.value ? result.value : { found: make(result.value.page) });
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
    summary: 'List measures, by title, each with its answer',
    path: 'measures',
    input: narrowedMeasures,
    output: listOf(measureInList),
    paged: 'after',
    run: async ({ read, site }, asked) => {
      const filters = filtersOf(asked);
      if (!filters.ok) return filters;
      const { items, next } = await measureList(read, { filters: filters.value, after: asked.after ?? null });
      return ok({ found: { data: items.map((record) => measureLine(measurePage(record), site)), next } });
    },
  }),
  lookup({
    id: 'measures.get',
    tool: 'get_measure',
    summary: 'Get one measure with its answer, positions, ruling and claims',
    path: 'measures/{id}',
    input: byId,
    output: measureWhole,
    run: (context, { id }) => ofPage(context, id, '', (page) => measureJson(page, context.site)),
  }),
  lookup({
    id: 'measures.claims',
    tool: 'list_claims',
    summary: 'List the claims of one measure, in the order of its page',
    path: 'measures/{id}/claims',
    input: partOfOne,
    output: listOf(claimOfMeasure),
    paged: 'after',
    run: (context, { id, after }) => ofPage(context, id, '/claims', (page) => cut(claimsOf(page, context.site), after, CLAIMS)),
  }),
  lookup({
    id: 'measures.series',
    summary: 'List the dated figures of one measure, the earliest first',
    path: 'measures/{id}/series',
    input: byId,
    output: listOf(seriesPoint),
    run: (context, { id }) => ofPage(context, id, '/series', (page) => ({ data: seriesOf(page), next: null })),
  }),
  lookup({
    id: 'measures.sources',
    tool: 'compare_sources',
    summary: 'Compare what sources say of one measure, and why they differ',
    path: 'measures/{id}/sources',
    input: byId,
    output: sourcesCompared,
    run: (context, { id }) => ofPage(context, id, '/sources', (page) => comparedSources(page, context.site)),
  }),
];
