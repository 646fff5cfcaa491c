import { eq } from 'drizzle-orm';
import type { CaseView } from '@/lib/adjudication';
import { type Instant, isDay, isFuture, linkFault, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from './actor';
import { MACHINE } from './actor';
import { articleSubject } from './article-record';
import { type CaseContents, type CaseRow, contentsDigest, contentsOf, loadRuling, record, viewsOf } from './case-record';
import { asEditor } from './editors';
import { followersOf } from './followers';
import { groupNoted, SMALL_RECORD } from './grouping';
import { endNotice, setNotice } from './notice-record';
import { notify } from './notify';
import type { Database, Tx } from './open';
import { oweRegroup } from './owed';
import { rowsOf } from './rows';
import { cases, claims } from './schema';
import { among, words } from './statement';
import { verb } from './verb';

/** That a source took an article back: when, where it says so (null where nowhere), and why. */
interface Retraction {
  id: string;
  day: string;
  url: string | null;
  reason: string;
}

const RETRACTED = 'A source took back an article that the ruling rests on.';

/**
 * Notes that the source of an article took it back. Its claims stay where they are, marked, and stand in no position any more; what was ruled on
 * them, waiting or published, is looked at again, as after a new article. 409 `IllegalTransition`, 422 `DayUnreadable`, `DayToCome`, `LinkUnreadable`.
 */
export function retractArticle(
  db: Database,
  { id, day, url, reason }: Retraction,
  by: Actor,
  now: Instant,
  small = SMALL_RECORD,
): Promise<Result<{ id: string }>> {
  return verb(db, async (tx) => {
    const person = await asEditor(tx, by);
    if (!person.ok) return person;
    const field = { field: 'day' };
    if (!isDay(day)) return refuse(422, 'DayUnreadable', 'The day cannot be read.', `Write it as ${now.slice(0, 10)}.`, field);
    if (isFuture(day, now))
      return refuse(422, 'DayToCome', 'This day is still to come.', 'Give the day on which it was taken back.', field);
    const wrong = url === null ? null : linkFault(url);
    if (wrong) return refuse(422, 'LinkUnreadable', wrong.cause, wrong.next, { field: 'url' });
    const noted = await setNotice(tx, { id, kind: 'retracted', day, url, reason }, person.value, now);
    if (!noted.ok) return noted;
    const own = await claimsOf(tx, id);
    const subjects = new Map(own.map((claim) => [claim.id, articleSubject(id)]));
    await notify(tx, await followersOf(tx, subjects, { what: 'retracted', at: now }), person.value.id);
    await lookAgain(tx, own, now);
    await groupAround(tx, own, now, small);
    return ok({ id });
  });
}

/** Takes the note back: the claims stand again as all others do, and what they contradict is looked at again. */
export function unretractArticle(
  db: Database,
  { id, reason }: Pick<Retraction, 'id' | 'reason'>,
  by: Actor,
  now: Instant,
  small = SMALL_RECORD,
): Promise<Result<{ id: string }>> {
  return verb(db, async (tx) => {
    const person = await asEditor(tx, by);
    if (!person.ok) return person;
    const ended = await endNotice(tx, { id, kind: 'retracted', reason }, person.value, now);
    if (!ended.ok) return ended;
    await groupAround(tx, await claimsOf(tx, id), now, small);
    return ok({ id });
  });
}

type Own = Pick<typeof claims.$inferSelect, 'id' | 'measureId'>;

const claimsOf = (tx: Tx, articleId: string): Promise<Own[]> =>
  tx.select({ id: claims.id, measureId: claims.measureId }).from(claims).where(eq(claims.articleId, articleId));

async function groupAround(tx: Tx, own: readonly Own[], now: Instant, small: number): Promise<void> {
  if (own.length === 0) return;
  for (const measureId of measuresOf(own)) oweRegroup(tx, now, measureId);
  await groupNoted(tx, now, small);
}

const measuresOf = (own: readonly Own[]): string[] => [...new Set(own.flatMap(({ measureId }) => measureId ?? []))];

/** Opens the cases again whose ruling rests on one of these claims; what the engine finds without them it says after that. */
async function lookAgain(tx: Tx, own: readonly Own[], now: Instant): Promise<void> {
  const ids = new Set(own.map(({ id }) => id));
  const rows = await rowsOf(tx, cases, words`WHERE measure_id IN ${among(measuresOf(own))} AND state IN ('ruled', 'published')`);
  const views = await viewsOf(
    tx,
    rows.map(({ id }) => id),
  );
  for (const row of rows) {
    const view = views.get(row.id) as CaseView;
    const ruling = await loadRuling(tx, view.rulingId ?? view.publishedRulingId);
    const retracted = ruling?.positions.flat().filter((id) => ids.has(id)) ?? [];
    if (retracted.length === 0) continue;
    const contents = without(row, ids);
    const found = { positions: contents.positions.map(({ label, claims: some }) => ({ label, claims: some })), others: contents.others };
    const event = { type: 'reopened', at: now, by: null, reason: RETRACTED, found, retracted } as const;
    const digests = [contentsDigest(row.measureId, contents)];
    await record(tx, row, view, { event, actor: MACHINE, action: 'cases.reopen', digests, contents });
  }
}

/** What a case holds without some claims. */
function without(row: CaseRow, gone: ReadonlySet<string>): CaseContents {
  const positions = row.positions.map((position) => ({ ...position, claims: position.claims.filter((id) => !gone.has(id)) }));
  return {
    ...contentsOf(row),
    positions: positions.filter((position) => position.claims.length > 0),
    others: row.others.filter((id) => !gone.has(id)),
  };
}
