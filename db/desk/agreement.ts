import { type Agreement, agreementOf } from '@/lib/adjudication';
import { type Met, metOpinions } from '../met-opinions';
import type { Reads } from '../open';
import { measures } from '../schema';
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
