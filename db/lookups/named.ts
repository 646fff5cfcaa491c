import { z } from 'zod';
import { ok, refuse } from '@/lib/base';
import { articleLine, claimLine, measureLine, measurePage, namedLine } from '@/lib/publication';
import { listedSources, listedSpeakers, sourceRecord, sourceToday, speakerRecord, speakerToday, subjectList } from '../published';
import { byId, nothing, part } from './fields';
import { lookup } from './lookup';
import { articleInList, claimInList, listOf, measureInList, namedThing } from './outputs';

const counted = namedThing.extend({ articles: z.int(), claims: z.int() });
const topic = z.looseObject({ id: z.string(), url: z.url(), name: z.string(), path: z.array(z.string()), measures: z.int() });

export const namedLookups = [
  lookup({
    id: 'sources.list',
    summary: 'List outlets and agencies with public claims, by name',
    path: 'sources',
    input: nothing,
    output: listOf(counted),
    run: async ({ read, site }) => {
      const lines = await listedSources(read);
      const data = lines.map(({ articles, claims, ...source }) => ({ ...namedLine('sources', source, site), articles, claims }));
      return ok({ found: { data, next: null } });
    },
  }),
  lookup({
    id: 'sources.get',
    summary: 'Get one outlet or agency with its latest articles and the measures they answer',
    path: 'sources/{id}',
    input: byId,
    output: counted.extend({ latest: z.array(articleInList), measuresAnswered: z.array(measureInList) }),
    run: async ({ read, site }, { id }) => {
      const today = await sourceToday(read, id);
      if (today !== null && today !== id) return ok({ moved: `sources/${today}` });
      const record = today === null ? null : await sourceRecord(read, today);
      if (!record) return refuse(404, 'SourceUnknown', `There is no public source "${id}".`, 'Choose one from /api/v1/sources.');
      return ok({
        found: {
          ...namedLine('sources', record.source, site),
          ...record.counts,
          latest: record.articles.map(({ article }) => articleLine(article, site)),
          measuresAnswered: record.measures.map((measure) => measureLine(measurePage(measure), site)),
        },
      });
    },
  }),
  lookup({
    id: 'speakers.list',
    summary: 'List who is quoted in public claims, by name',
    path: 'speakers',
    input: part,
    output: listOf(namedThing.extend({ kind: z.string(), claims: z.int() })),
    paged: 'after',
    run: async ({ read, site }, { after }) => {
      const { items, next } = await listedSpeakers(read, after ?? null);
      const data = items.map(({ kind, claims, ...speaker }) => ({ ...namedLine('speakers', speaker, site), kind, claims: Number(claims) }));
      return ok({ found: { data, next } });
    },
  }),
  lookup({
    id: 'speakers.get',
    summary: 'Get one speaker with the latest claims and the measures they answer',
    path: 'speakers/{id}',
    input: byId,
    output: namedThing.extend({
      ...{ kind: z.string(), called: z.array(z.string()), claims: z.int() },
      ...{ latest: z.array(claimInList), measuresAnswered: z.array(measureInList) },
    }),
    run: async ({ read, site }, { id }) => {
      const today = await speakerToday(read, id);
      if (today !== null && today !== id) return ok({ moved: `speakers/${today}` });
      const record = today === null ? null : await speakerRecord(read, today);
      if (!record) return refuse(404, 'SpeakerUnknown', `There is no public speaker "${id}".`, 'Choose one from /api/v1/speakers.');
      return ok({
        found: {
          ...namedLine('speakers', record, site),
          ...{ kind: record.kind, called: record.called, claims: Number(record.total) },
          latest: record.claims.map((claim) => claimLine(claim, site)),
          measuresAnswered: record.measures.map((measure) => measureLine(measurePage(measure), site)),
        },
      });
    },
  }),
  ...(['topic', 'place'] as const).map((kind) =>
    lookup({
      id: `${kind}s.list`,
      summary: kind === 'topic' ? 'List what measures are about' : 'List where measures are about',
      path: `${kind}s`,
      input: part,
      output: listOf(topic),
      paged: 'after',
      run: async ({ read, site }, { after }) => {
        const { items, next } = await subjectList(read, kind, after ?? null);
        const data = items.map((line) => ({ ...line, url: `${site.url}/${kind}s/${encodeURIComponent(line.id)}` }));
        return ok({ found: { data, next } });
      },
    }),
  ),
];
