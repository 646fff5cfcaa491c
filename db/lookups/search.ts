import { z } from 'zod';
import { ok } from '@/lib/base';
import { ENGINE_VERSION } from '@/lib/claim';
import { articleLine, claimLine, measureLine, measurePage } from '@/lib/publication';
import { foundRecords, publicCounts, searchPublic } from '../published';
import { nothing } from './fields';
import { lookup } from './lookup';
import { articleInList, claimInList, measureInList } from './outputs';

export const searchLookups = [
  lookup({
    id: 'search',
    tool: 'search_measures',
    summary: 'Find measures, claims and articles by words or by a figure',
    path: 'search',
    input: z.strictObject({ q: z.string().min(1).max(400) }),
    output: z.looseObject({ measures: z.array(measureInList), claims: z.array(claimInList), articles: z.array(articleInList) }),
    sample: { q: '83 countries' },
    run: async ({ read, site }, { q }) => {
      const found = await foundRecords(read, await searchPublic(read, q));
      return ok({
        found: {
          measures: found.measures.map((record) => measureLine(measurePage(record), site)),
          claims: found.claims.map((claim) => claimLine(claim, site)),
          articles: found.articles.map((article) => articleLine(article, site)),
        },
      });
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
