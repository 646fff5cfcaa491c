import { asc, eq, sql } from 'drizzle-orm';
import { type Agreement, agreementOf, evolve, type Gist, UNOPENED } from '@/lib/adjudication';
import type { Reads } from '../open';
import { caseEvents, cases, measures, rulings } from '../schema';
import { isAmong } from '../statement';
import { namesOf } from './names';

/** Agreement of some opinions, under the words for whose or what about. */
export interface AgreementLine extends Agreement {
  key: string;
  words: string;
}

export interface Agreements {
  all: Agreement;
  /** So many cases had these rounds. */
  cases: number;
  /** Of each two reviewers, and of each measure; those with most rounds first. */
  pairs: AgreementLine[];
  measures: AgreementLine[];
}

/** Two opinions that were held against each other. */
interface Met {
  caseId: string;
  measureId: string;
  people: [string, string];
  gists: [Gist, Gist];
}

/** How far reviewers agree who gave opinions without seeing each other's. Opinions that still wait for another are no part of it. */
export async function readAgreements(from: Reads): Promise<Agreements> {
  const met = await metOpinions(from);
  const names = await namesOf(
    from,
    met.flatMap(({ people }) => people),
  );
  const titles = new Map(
    (
      await from
        .select({ id: measures.id, title: measures.title })
        .from(measures)
        .where(
          isAmong(
            measures.id,
            met.map(({ measureId }) => measureId),
          ),
        )
    ).map(({ id, title }) => [id, title]),
  );
  const nameOf = (id: string) => names.get(id) ?? 'somebody';
  return {
    all: agreementOf(met.map(({ gists }) => gists)),
    cases: new Set(met.map(({ caseId }) => caseId)).size,
    pairs: linesOf(
      met,
      ({ people }) => people.join(' '),
      ({ people }) => people.map(nameOf).sort().join(' and '),
    ),
    measures: linesOf(
      met,
      ({ measureId }) => measureId,
      ({ measureId }) => titles.get(measureId) ?? 'A measure without a title',
    ),
  };
}

function linesOf(met: readonly Met[], keyOf: (one: Met) => string, wordsOf: (one: Met) => string): AgreementLine[] {
  const groups = new Map<string, Met[]>();
  for (const one of met) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  const lines = [...groups].map(([key, some]) => ({ key, words: wordsOf(some[0] as Met), ...agreementOf(some.map(({ gists }) => gists)) }));
  return lines.sort((one, other) => other.rounds - one.rounds || (one.words < other.words ? -1 : 1));
}

/** Each two opinions at the moment the second came in: where one was changed and both were given again, both times. */
async function metOpinions(from: Reads): Promise<Met[]> {
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
  let [caseId, view] = ['', UNOPENED];
  for (const { body, ...event } of events) {
    const before = event.caseId === caseId ? view : UNOPENED;
    [caseId, view] = [event.caseId, evolve(before, body)];
    if (view.opinions.length !== 2 || before.opinions.length === 2) continue;
    // In one order whoever came first, so that two people are one line.
    const [one, other] = [...view.opinions].sort((x, y) => (x.by < y.by ? -1 : 1));
    const both = [gists.get(one!.rulingId), gists.get(other!.rulingId)];
    if (both[0] && both[1]) met.push({ caseId, measureId: event.measureId, people: [one!.by, other!.by], gists: [both[0], both[1]] });
  }
  return met;
}
