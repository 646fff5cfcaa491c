import { sql } from 'drizzle-orm';
import {
  type Change,
  casesOnly,
  changesAbout,
  correctionsOnly,
  EVERYTHING,
  type FeedGroup,
  type FeedSubject,
  joinedChanges,
  LIST_FEEDS,
  type MeasureRecord,
  measurePath,
} from '@/lib/publication';
import type { Reads } from '../open';
import { changedMeasures, correctedMeasures } from './lists';
import { measureRecords } from './records';
import { listedSources, type SourceRecord } from './sources';
import { listedSpeakers, type SpeakerRecord } from './speakers';

/** So many changes a feed tells, the latest. */
const MOST = 100;

/** What a feed is about, and what it tells. */
export interface Feed {
  subject: FeedSubject;
  changes: Change[];
}

const feed = (subject: FeedSubject, changes: Change[]): Feed => ({ subject, changes: changes.slice(0, MOST) });

/** Feeds of lists, by the name that stands before the ending of their address: all that happens, what happens to cases, and what was corrected. */
const LISTS: Record<string, (from: Reads) => Promise<Feed>> = {
  feed: async (from) => feed(EVERYTHING, joinedChanges(await changedMeasures(from, MOST))),
  cases: async (from) => feed({ title: 'cases', base: '/cases', page: '/cases' }, casesOnly(joinedChanges(await changedCases(from)))),
  corrections: async (from) =>
    feed(
      { title: 'corrections of what was published', base: '/corrections', page: '/corrections' },
      correctionsOnly(joinedChanges(await correctedMeasures(from, MOST))),
    ),
};

/** The feed of a list; null for a name that has none. */
export async function listFeed(from: Reads, name: string): Promise<Feed | null> {
  return Object.hasOwn(LISTS, name) ? (LISTS[name] as (from: Reads) => Promise<Feed>)(from) : null;
}

/** The measures with a case something public happened to last. */
async function changedCases(from: Reads): Promise<MeasureRecord[]> {
  const rows = await from.all<{ id: string }>(sql`
    SELECT id FROM public_measures WHERE case_id IS NOT NULL ORDER BY latest DESC, id LIMIT ${MOST}`);
  return measureRecords(
    from,
    rows.map(({ id }) => id),
  );
}

/** What a source reported, and what became of the cases on it. */
export const sourceFeed = ({ source, measures }: SourceRecord): Feed =>
  feed(
    { title: source.name, base: `/sources/${source.id}`, page: `/sources/${source.id}` },
    changesAbout(measures, ({ article }) => article.source?.id === source.id || article.agency?.id === source.id),
  );

/** What somebody was reported to have said, and what became of the cases on it. */
export const speakerFeed = ({ id, name, measures }: SpeakerRecord): Feed =>
  feed(
    { title: name, base: `/speakers/${id}`, page: `/speakers/${id}` },
    changesAbout(measures, ({ speakerId }) => speakerId === id),
  );

/** So many measures are named in a list of feeds, those that changed last. */
const MOST_NAMED = 200;

/** Whatever has a feed, in groups: lists, sources, speakers and measures. */
export async function listedFeeds(from: Reads): Promise<FeedGroup[]> {
  const measures = await from.all<{ id: string; title: string }>(sql`
    SELECT id, title FROM public_measures ORDER BY latest DESC, id LIMIT ${MOST_NAMED}`);
  const named = (kind: 'sources' | 'speakers', lines: { id: string; name: string }[]) =>
    lines.map(({ id, name }) => ({ title: name, base: `/${kind}/${id}`, page: `/${kind}/${id}` }));
  return [
    { name: 'Of everything', feeds: [...LIST_FEEDS] },
    { name: 'Of a source', feeds: named('sources', await listedSources(from)) },
    { name: 'Of a speaker', feeds: named('speakers', (await listedSpeakers(from)).items) },
    {
      name: 'Of a measure',
      feeds: measures.map((measure) => ({ title: measure.title, base: `/measures/${measure.id}`, page: measurePath(measure) })),
    },
  ];
}
