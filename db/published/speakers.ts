import { eq, sql } from 'drizzle-orm';
import type { MeasureRecord, PublicClaim } from '@/lib/publication';
import type { Reads } from '../open';
import { speakers } from '../schema';
import type { SpeakerKind } from '../speaker-form';
import { among, words } from '../statement';
import { publicClaims } from './claims';
import type { Page } from './lists';
import { measureRecords } from './records';

/** So many claims are shown, the latest first, and so many questions. */
const MOST_CLAIMS = 50;
const MOST_MEASURES = 25;

export interface SpeakerRecord {
  id: string;
  name: string;
  kind: SpeakerKind;
  /** Names and posts that public claims have for it, the most frequent first, its own name left out. */
  called: string[];
  /** Public claims in all; those shown are the latest. */
  total: number;
  claims: PublicClaim[];
  measures: MeasureRecord[];
}

const FAMILY = (id: string) => sql`(SELECT id FROM speakers WHERE id = ${id} OR standing_id = ${id})`;

/** The id of the speaker that stands for this one today; null where nothing public was said by it. */
export async function speakerToday(from: Reads, id: string): Promise<string | null> {
  const row = await from.select({ standingId: speakers.standingId }).from(speakers).where(eq(speakers.id, id)).get();
  if (!row) return null;
  const today = row.standingId ?? id;
  const [seen] = await from.all<{ n: number }>(sql`SELECT EXISTS (SELECT 1 FROM public_voices WHERE speaker_id IN ${FAMILY(today)}) AS n`);
  return seen?.n === 1 ? today : null;
}

/** Its name as readers know it; null where nothing public was said by it. */
export async function speakerRecordName(from: Reads, id: string): Promise<string | null> {
  const row = await from.select().from(speakers).where(eq(speakers.id, id)).get();
  const named = row ? await namesGiven(from, id) : [];
  return row && named.length > 0 ? seenName(row, named) : null;
}

/** A name that nobody's word stands behind is shown only as public claims have it: another spelling may come from what nobody accepted. */
const seenName = (row: { name: string; revision: number }, named: readonly Given[]): string =>
  row.revision > 0 || named.some((one) => one.name === row.name) ? row.name : (named[0] as Given).name;

export async function speakerRecord(from: Reads, id: string): Promise<SpeakerRecord | null> {
  const row = await from.select().from(speakers).where(eq(speakers.id, id)).get();
  if (!row) return null;
  const named = await namesGiven(from, id);
  const total = named.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) return null;
  const { claims: shown } = await publicClaims(from, words`claims.id IN ${among(await latestClaims(from, id))}`);
  const name = seenName(row, named);
  const called = [...new Set(named.map((one) => (one.role === null ? one.name : `${one.name}, ${one.role}`)))].filter(
    (one) => one !== name,
  );
  const measures = [...new Set(shown.map(({ measureId }) => measureId))].slice(0, MOST_MEASURES);
  return { id, name, kind: row.kind, called, total, claims: shown.reverse(), measures: await measureRecords(from, measures) };
}

interface Given {
  name: string;
  role: string | null;
  n: number;
}

const namesGiven = (from: Reads, id: string): Promise<Given[]> =>
  from.all<Given>(sql`SELECT name, nullif(role, '') AS role, sum(claims) AS n FROM public_voices
    WHERE speaker_id IN ${FAMILY(id)} GROUP BY 1, 2 ORDER BY n DESC, 1, 2`);

/** Ids of its latest public claims. Each of its names is asked by itself, in the order of an index. */
async function latestClaims(from: Reads, id: string): Promise<string[]> {
  const names = await from.all<{ id: string }>(sql`SELECT id FROM ${FAMILY(id)}`);
  const found: { id: string; at: string }[] = [];
  for (const name of names)
    found.push(
      ...(await from.all<{ id: string; at: string }>(sql`SELECT c.id, c.accepted_at AS at FROM claims c
        WHERE c.speaker_id = ${name.id} AND c.status = 'accepted' AND c.accepted_at IS NOT NULL AND c.measure_id IS NOT NULL
        ORDER BY c.accepted_at DESC LIMIT ${MOST_CLAIMS}`)),
    );
  const byTime = found.sort((a, b) => b.at.localeCompare(a.at) || (a.id < b.id ? -1 : 1));
  return byTime.slice(0, MOST_CLAIMS).map((claim) => claim.id);
}

export interface SpeakerLine {
  id: string;
  name: string;
  kind: SpeakerKind;
  claims: number;
}

const SIZE = 100;

/** Speakers with public claims by name, from the one named by `after` on. Those of a page alone are counted, however many there are. */
export async function listedSpeakers(from: Reads, after: string | null = null): Promise<Page<SpeakerLine>> {
  const own = sql`v.speaker_id IN (SELECT id FROM speakers s WHERE s.id = t.id OR s.standing_id = t.id)`;
  const cursor = sql`(SELECT name_key FROM speakers WHERE id = ${after})`;
  const behind = after === null ? sql`true` : sql`(t.name_key > ${cursor} OR (t.name_key = ${cursor} AND t.id > ${after}))`;
  const rows = await from.all<SpeakerLine & { spelled: string; person: number }>(sql`
    SELECT t.id, t.name, t.kind, t.revision > 0 AS person, (SELECT sum(claims) FROM public_voices v WHERE ${own}) AS claims,
      coalesce((SELECT v.name FROM public_voices v WHERE ${own} AND v.name = t.name LIMIT 1),
        (SELECT v.name FROM public_voices v WHERE ${own} GROUP BY 1 ORDER BY sum(v.claims) DESC, 1 LIMIT 1)) AS spelled
    FROM speakers t WHERE t.standing_id IS NULL AND EXISTS (SELECT 1 FROM public_voices v WHERE ${own}) AND ${behind}
    ORDER BY t.name_key, t.id LIMIT ${SIZE + 1}`);
  const items = rows.slice(0, SIZE).map(
    ({ id, name, kind, claims: n, spelled, person }): SpeakerLine => ({
      id,
      name: Number(person) === 1 ? name : spelled,
      kind,
      claims: n,
    }),
  );
  return { items, next: rows.length > SIZE ? (items.at(-1)?.id ?? null) : null };
}
