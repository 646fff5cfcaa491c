import { z } from 'zod';
import { ok, refuse } from '@/lib/base';
import { ENGINE_VERSION } from '@/lib/claim';
import { foundJson } from '@/lib/publication';
import { publicCounts, searchFound } from '../published';
import { filtersOf, narrowedClaims, nothing } from './fields';
import { lookup } from './lookup';
import { articleInList, caseInList, claimInList, measureInList, namedThing } from './outputs';

const bound = z.string().max(60).optional();

export const searchLookups = [
  lookup({
    id: 'search',
    tool: 'search_measures',
    summary: 'Find measures, cases, claims and articles by words, a "phrase", a figure, a range, a source or a speaker',
    path: 'search',
    input: narrowedClaims
      .omit({ after: true, asof: true, known: true })
      .extend({ q: z.string().max(400).optional(), min: bound, max: bound, unit: bound }),
    output: z.looseObject({
      ...{ names: z.array(namedThing.extend({ kind: z.enum(['source', 'speaker']) })), measures: z.array(measureInList) },
      ...{ cases: z.array(caseInList), claims: z.array(claimInList), articles: z.array(articleInList) },
      mended: z.array(z.looseObject({ typed: z.string(), meant: z.string().nullable() })),
    }),
    sample: { q: '83 countries' },
    run: async ({ read, site }, { q, min, max, unit, ...said }) => {
      const filters = filtersOf(said);
      if (!filters.ok) return filters;
      if (!q?.trim() && min === undefined && max === undefined)
        return refuse(422, 'InvalidField', 'Nothing is asked for.', 'Send words as "q", or a range as "min" and "max" with its "unit".', {
          field: 'q',
        });
      const found = await searchFound(read, { typed: q ?? '', min, max, unit, filters: filters.value });
      return ok({ found: foundJson(found, site) });
    },
  }),
  lookup({
    id: 'status',
    summary: 'Say what is public here, by numbers, and which engine reads',
    path: 'status',
    input: nothing,
    output: z.looseObject({
      ...{ measures: z.int(), claims: z.int(), articles: z.int(), cases: z.int(), sources: z.int() },
      ...{ latest: z.string().nullable(), engine: z.string(), version: z.literal('v1') },
    }),
    run: async ({ read }) => ok({ found: { ...(await publicCounts(read)), engine: ENGINE_VERSION, version: 'v1' as const } }),
  }),
];
