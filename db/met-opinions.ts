import { asc, eq, sql } from 'drizzle-orm';
import { evolve, type Gist, UNOPENED } from '@/lib/adjudication';
import type { Reads } from './open';
import { caseEvents, cases, rulings } from './schema';

/** Two opinions that were held against each other. */
export interface Met {
  caseId: string;
  measureId: string;
  people: [string, string];
  /** Whether the case was published after it. */
  published: boolean;
  gists: [Gist, Gist];
}

/** Each two opinions at the moment the second came in: where one was changed and both were given again, both times. */
export async function metOpinions(from: Reads): Promise<Met[]> {
  const several = sql`(SELECT case_id FROM ${rulings} GROUP BY case_id HAVING count(*) > 1)`;
  const made = await from
    .select({ id: rulings.id, verdicts: rulings.verdicts, accepted: rulings.accepted, reasonCode: rulings.reasonCode })
    .from(rulings)
    .where(sql`${rulings.caseId} IN ${several}`);
  const gists = new Map<string, Gist>(made.map(({ id, ...gist }) => [id, gist]));
  const events = await from
    .select({ caseId: caseEvents.caseId, measureId: cases.measureId, body: caseEvents.body })
    .from(caseEvents)
    .innerJoin(cases, eq(cases.id, caseEvents.caseId))
    .where(sql`${caseEvents.caseId} IN ${several}`)
    .orderBy(asc(caseEvents.caseId), asc(caseEvents.revision));
  const met: Met[] = [];
  const last = new Map(events.flatMap(({ caseId, body }, at) => (body.type === 'published' ? [[caseId, at] as const] : [])));
  let [caseId, view] = ['', UNOPENED];
  for (const [at, { body, ...event }] of events.entries()) {
    const before = event.caseId === caseId ? view : UNOPENED;
    [caseId, view] = [event.caseId, evolve(before, body)];
    if (view.opinions.length !== 2 || before.opinions.length === 2) continue;
    // In one order whoever came first, so that two people are one line.
    const [one, other] = [...view.opinions].sort((x, y) => (x.by < y.by ? -1 : 1));
    const both = [gists.get(one!.rulingId), gists.get(other!.rulingId)];
    const published = (last.get(caseId) ?? -1) > at;
    const people: Met['people'] = [one!.by, other!.by];
    if (both[0] && both[1]) met.push({ caseId, measureId: event.measureId, people, published, gists: [both[0], both[1]] });
  }
  return met;
}
