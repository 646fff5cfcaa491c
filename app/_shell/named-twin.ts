import { stringify } from 'csv-stringify/sync';
import { answerOf, lookupAt } from '@/db/lookups';
import type { Reads } from '@/db/open';
import { type Feed, type SourceRecord, type SpeakerRecord, sourceFeed, speakerFeed } from '@/db/published';
import {
  CLAIM_COLUMNS,
  type ClaimRow,
  csvTable,
  type End,
  isFeed,
  type MeasureRecord,
  measurePage,
  type PublicClaim,
  type Site,
  typeOf,
} from '@/lib/publication';
import { now } from './database';
import { feedAnswer } from './feed-answer';
import type { PublicAnswer } from './public-page';

/** What a twin is made with. */
interface Making {
  read: Reads;
  site: Site;
}

/** A twin of the page of a source: the questions shown there, and of them its own claims. */
export const sourceTwin = (end: End, record: SourceRecord, making: Making): Promise<PublicAnswer> =>
  namedTwin(end, making, {
    place: `sources/${record.source.id}`,
    rows: rowsOf(record.measures, ({ article }) => article.source?.id === record.source.id || article.agency?.id === record.source.id),
    feed: () => sourceFeed(record),
  });

export const speakerTwin = (end: End, record: SpeakerRecord, making: Making): Promise<PublicAnswer> =>
  namedTwin(end, making, {
    place: `speakers/${record.id}`,
    rows: rowsOf(record.measures, ({ speakerId }) => speakerId === record.id),
    feed: () => speakerFeed(record),
  });

const rowsOf = (measures: MeasureRecord[], isTheirs: (claim: PublicClaim) => boolean): ClaimRow[] =>
  measures.flatMap((measure) => measurePage(measure).rows.filter(({ claim }) => isTheirs(claim)));

/** @param named `place` is where it stands under /api/v1: as JSON, a twin is what is answered there. */
async function namedTwin(
  end: End,
  { read, site }: Making,
  { place, rows, feed }: { place: string; rows: ClaimRow[]; feed: () => Feed },
): Promise<PublicAnswer> {
  if (isFeed(end)) return feedAnswer(end, feed(), site);
  if (end === '.csv') {
    const body = stringify(csvTable(CLAIM_COLUMNS, rows, site), { record_delimiter: 'windows', quoted_string: false });
    return { kind: 'data', type: typeOf(end), body, download: `countercheck-${place.replace('/', '-')}.csv`, cors: true };
  }
  return lookedUp(place, { read, site });
}

/** As JSON, what /api/v1 answers at the same place. */
async function lookedUp(place: string, { read, site }: Making): Promise<PublicAnswer> {
  const known = lookupAt(place);
  const looked = known && (await answerOf(known.lookup, known.names, read, { record: '', site, now: now() }));
  if (!looked?.ok || !('found' in looked.value)) return { kind: 'missing' };
  return { kind: 'data', type: typeOf('.json'), body: `${JSON.stringify(looked.value.found, null, 1)}\n`, cors: true };
}
