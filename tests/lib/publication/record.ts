import { type MeasureRecord, type PublicCase, type PublicClaim, type PublicPublication, passageOf } from '@/lib/publication';

export const AT = '2026-03-02T08:00:00.000Z';

/** A public claim with a sentence of its own; what a test cares about is given. */
export function claim(
  id: string,
  value: string | null,
  more: Partial<Omit<PublicClaim, 'article'>> & { outlet?: string; url?: string | null } = {},
): PublicClaim {
  const { outlet = 'Daily Post', url = null, ...rest } = more;
  const text = rest.text ?? `${value ?? 'dozens of'} boats`;
  const sentence = `The harbour counted ${text} that day.`;
  const start = sentence.indexOf(text);
  return {
    ...{
      id,
      measureId: 'measure001',
      ordinal: 0,
      text,
      low: value,
      high: value,
      lowInclusive: true,
      highInclusive: true,
      hedge: 'exact',
      grain: '1',
    },
    ...{
      unit: null,
      noun: 'boats',
      measureWords: 'boats counted',
      speaker: null,
      occasion: null,
      asOf: '2026-03-01',
      asOfBasis: 'publication',
      partOf: null,
    },
    ...{ acceptedAt: AT, acceptedBy: { role: 'reviewer', demo: false }, byHand: null },
    quote: passageOf(sentence, { start: 0, end: sentence.length }, { start, end: start + text.length, id }),
    article: {
      ...{
        id: `article-${outlet.toLowerCase().replace(/\W+/g, '-')}`,
        title: `What ${outlet} wrote`,
        source: { id: `source-${outlet.toLowerCase()}`, name: outlet },
        publishedAt: '2026-03-01',
        byline: null,
        url,
      },
      ...{ language: 'en', demoNote: null, addedAt: AT, textHash: `hash-${outlet}`, originId: `article-${outlet}`, engine: 'reader 1' },
    },
    ...rest,
  };
}

export function record(claims: PublicClaim[], more: Partial<MeasureRecord> = {}): MeasureRecord {
  return {
    id: 'measure001',
    title: 'How many boats did the harbour count?',
    unit: null,
    aggregation: 'fixed',
    claims,
    relations: [],
    checks: [],
    case: null,
    ...more,
  };
}

export function publication(
  positions: string[][],
  accepted: number | null,
  more: Partial<PublicPublication> & { rationale?: string } = {},
): PublicPublication {
  const { rationale = 'The harbour log settles it. It lists each boat.', ...rest } = more;
  return {
    ...{ id: 'public0001', kind: 'publication', notice: null, at: '2026-03-05T08:00:00.000Z', by: { role: 'admin', demo: true } },
    ruling: {
      verdicts: positions.map((_, index) => (index === accepted ? 'supported' : 'contradicted')),
      ...{ accepted, reasonCode: 'contradiction', rationale, evidence: [], noEvidence: true, positions, at: '2026-03-04T08:00:00.000Z' },
      ...{ certainty: null, dissent: null, reached: 'alone' },
      by: { role: 'reviewer', demo: false },
    },
    ...rest,
  };
}

export function held(positions: [string, ...string[]][], more: Partial<PublicCase> = {}): PublicCase {
  const openedAt = '2026-03-03T08:00:00.000Z';
  const acts = [{ type: 'opened' as const, at: openedAt, positions: positions.map(([label, ...claims]) => ({ label, claims })) }];
  return {
    ...{ id: 'case000001', measureId: 'measure001', standing: { status: 'open' }, openedAt, publications: [], withdrawal: null, acts },
    current: {
      positions: positions.map(([label, ...claims]) => ({ claims, label, low: null, high: null, lowInclusive: true, highInclusive: true })),
      ...{ others: [], explanation: 'The two counts cannot both be right.', possibleReasons: ['Dinghies counted or not'] },
    },
    ...more,
  };
}

/** Two outlets, two counts: 12 against 15. */
export const TWO = () => [
  claim('claim00001', '12'),
  claim('claim00002', '15', { outlet: 'Evening Echo', speaker: { name: 'Mara Lund', role: null, inferred: false } }),
];
export const APART: [string, ...string[]][] = [
  ['12 boats', 'claim00001'],
  ['15 boats', 'claim00002'],
];
