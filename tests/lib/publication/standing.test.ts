import { describe, expect, it } from 'vitest';
import type { CaseEvent, Found } from '@/lib/adjudication';
import { type CaseStory, type PublicPublication, publicLife } from '@/lib/publication';
import { publication } from './record';

type Step =
  | { finds: string[][]; as?: 'opened' | 'changed' | 'reopened'; but?: string[] }
  | { accepts: string[] }
  | { publishes: string[][]; accepted: number }
  | 'person dismisses'
  | 'engine dismisses'
  | 'person reopens'
  | 'editor withdraws'
  | { retracts: string[]; leaves: string[][] };

/** Claims of two positions contradict each other, but for the pairs that are named. */
function opponents(steps: Step[]): Map<string, string[][]> {
  const finds = steps.flatMap((step) => (typeof step === 'object' && 'finds' in step ? [step] : []));
  const agreeing = finds.flatMap(({ but }) => but ?? []);
  const against = new Map<string, string[][]>();
  for (const { finds: positions } of finds)
    for (const [at, own] of positions.entries())
      for (const id of own)
        for (const other of positions.filter((_, place) => place !== at).flat())
          if (!agreeing.includes(`${id} ${other}`) && !agreeing.includes(`${other} ${id}`))
            against.set(id, [...(against.get(id) ?? []), [other]]);
  return against;
}

/** Each step is one entry of the log; its number is the minute it happened in. */
function lived(...steps: Step[]) {
  const at = (seq: number) => `2026-03-02T08:${String(seq).padStart(2, '0')}:00.000Z`;
  const events: CaseStory['events'] = [];
  const publications = new Map<number, PublicPublication>();
  const accepted = new Map<string, { seq: number; at: string }>();
  for (const [seq, step] of steps.entries()) {
    const add = (event: CaseEvent) => events.push({ seq, event });
    if (step === 'person dismisses') add({ type: 'dismissed', at: at(seq), by: 'p', byRole: 'reviewer', reason: 'Two waters.' });
    else if (step === 'engine dismisses') add({ type: 'dismissed', at: at(seq), by: null, byRole: null, reason: 'Vanished.' });
    else if (step === 'person reopens') add({ type: 'reopened', at: at(seq), by: 'p', reason: 'Looked again.', found: null });
    else if (step === 'editor withdraws') add({ type: 'withdrawn', at: at(seq), by: 'p', byRole: 'editor', reason: 'Forged.' });
    else if ('retracts' in step) {
      const found = { positions: step.leaves.map((claims) => ({ label: claims.join('+'), claims })), others: [] };
      add({ type: 'reopened', at: at(seq), by: null, reason: 'Taken back.', found, retracted: step.retracts });
    } else if ('accepts' in step) for (const id of step.accepts) accepted.set(id, { seq, at: at(seq) });
    else if ('publishes' in step) {
      publications.set(seq, publication(step.publishes, step.accepted, { at: at(seq) }));
      add({ type: 'published', at: at(seq), by: 'p', rulingId: 'r', publicationId: 'q' });
    } else {
      const found: Found = { positions: step.finds.map((claims) => ({ label: claims.join('+'), claims })), others: [] };
      const type = step.as ?? 'opened';
      add(type === 'reopened' ? { type, at: at(seq), by: null, reason: 'New.', found } : { type, at: at(seq), by: null, found });
    }
  }
  return publicLife({
    ...{ events, publications, accepted, against: opponents(steps) },
    actor: () => ({ role: 'reviewer', demo: false }),
  });
}

function told(...steps: Step[]) {
  const { standing, acts } = lived(...steps);
  const minute = (instant: string) => Number(instant.slice(14, 16));
  const words = acts.map((act) =>
    [
      act.type,
      minute(act.at),
      ...('positions' in act ? [act.positions.map(({ label, claims }) => label ?? `(${claims.join('+')})`).join(' / ')] : []),
    ].join(' '),
  );
  return [standing?.status ?? 'hidden', ...words];
}

const AB = { finds: [['a'], ['b']] };
const ABC = [['a'], ['b'], ['c']];

describe('the public life of a case', () => {
  it.each<[string, Step[], string[]]>([
    ['nothing while one side alone is accepted', [AB, { accepts: ['a'] }], ['hidden']],
    ['open since the second side is accepted', [AB, { accepts: ['a'] }, { accepts: ['b'] }], ['open', 'opened 2 a / b']],
    ['one act of acceptance is one step', [{ finds: ABC }, { accepts: ['a', 'b', 'c'] }], ['open', 'opened 1 a / b / c']],
    [
      'open over what is accepted, and changed by the third',
      [{ finds: ABC }, { accepts: ['a', 'b'] }, { accepts: ['c'] }],
      ['open', 'opened 1 a / b', 'changed 2 a / b / c'],
    ],
    [
      'words of a position are its own once all of it is accepted',
      [{ finds: [['a', 'c'], ['b']] }, { accepts: ['a', 'b'] }],
      ['open', 'opened 1 (a) / b'],
    ],
    ['what nobody accepted changes nothing', [AB, { accepts: ['a', 'b'] }, { finds: ABC, as: 'changed' }], ['open', 'opened 1 a / b']],
    ['settled by a publication', [AB, { accepts: ['a', 'b'] }, { publishes: [['a'], ['b']], accepted: 0 }], ['settled', 'opened 1 a / b']],
    [
      'settled while the new claim is unread',
      [AB, { accepts: ['a', 'b'] }, { publishes: [['a'], ['b']], accepted: 0 }, { finds: ABC, as: 'reopened' }],
      ['settled', 'opened 1 a / b'],
    ],
    [
      'reopened once it is accepted',
      [AB, { accepts: ['a', 'b'] }, { publishes: [['a'], ['b']], accepted: 0 }, { finds: ABC, as: 'reopened' }, { accepts: ['c'] }],
      ['reopened', 'opened 1 a / b', 'changed 4 a / b / c', 'reopened 4'],
    ],
    [
      'settled still when the new claim agrees with what was accepted',
      [
        AB,
        { accepts: ['a', 'b'] },
        { publishes: [['a'], ['b']], accepted: 0 },
        { finds: [['a', 'c'], ['b']], as: 'changed' },
        { accepts: ['c'] },
      ],
      ['settled', 'opened 1 a / b', 'changed 4 a+c / b'],
    ],
    [
      'settled again when a person finds that the new claim does not contradict, and then for good',
      [
        ...[
          AB,
          { accepts: ['a', 'b'] },
          { publishes: [['a'], ['b']], accepted: 0 },
          { finds: ABC, as: 'reopened' as const },
          { accepts: ['c'] },
        ],
        ...(['person dismisses', { finds: [['a'], ['b', 'd'], ['c']], as: 'changed' }] as Step[]),
      ],
      ['settled', 'opened 1 a / b', 'changed 4 a / b / c', 'reopened 4', 'dismissed 5'],
    ],
    [
      'settled while only what nobody accepted speaks against a third claim that is accepted',
      [
        AB,
        { accepts: ['a', 'b', 'c'] },
        { publishes: [['a'], ['b']], accepted: 0 },
        { finds: [...ABC, ['d']], as: 'reopened', but: ['a c', 'b c'] },
      ],
      ['settled', 'opened 1 a / b'],
    ],
    [
      'reopened by it once that is accepted',
      [
        ...[AB, { accepts: ['a', 'b', 'c'] }, { publishes: [['a'], ['b']], accepted: 0 }],
        ...([{ finds: [...ABC, ['d']], as: 'reopened', but: ['a c', 'b c'] }, { accepts: ['d'] }] as Step[]),
      ],
      ['reopened', 'opened 1 a / b', 'changed 4 a / b / c / d', 'reopened 4'],
    ],
    [
      'reopened by a person at once',
      [AB, { accepts: ['a', 'b'] }, { publishes: [['a'], ['b']], accepted: 0 }, 'person reopens'],
      ['reopened', 'opened 1 a / b', 'reopened 3'],
    ],
    ['dismissed by a person', [AB, { accepts: ['a', 'b'] }, 'person dismisses'], ['dismissed', 'opened 1 a / b', 'dismissed 2']],
    [
      'dismissed before anybody could see it',
      [AB, 'person dismisses', { accepts: ['a', 'b'] }],
      ['dismissed', 'opened 2 a / b', 'dismissed 2'],
    ],
    [
      'dismissed until a new claim is accepted',
      [AB, { accepts: ['a', 'b'] }, 'person dismisses', { finds: ABC, as: 'reopened' }, { accepts: ['c'] }],
      ['open', 'opened 1 a / b', 'dismissed 2', 'changed 4 a / b / c', 'reopened 4'],
    ],
    [
      'open again after a conflict went and came back',
      [AB, { accepts: ['a', 'b'] }, 'engine dismisses', { ...AB, as: 'reopened' }],
      ['open', 'opened 1 a / b', 'changed 3 a / b'],
    ],
    [
      'under review again when what reopened it went and came back',
      [
        ...[
          AB,
          { accepts: ['a', 'b'] },
          { publishes: [['a'], ['b']], accepted: 0 },
          { finds: ABC, as: 'reopened' as const },
          { accepts: ['c'] },
        ],
        ...(['engine dismisses', { finds: ABC, as: 'reopened' }] as Step[]),
      ],
      ['reopened', 'opened 1 a / b', 'changed 4 a / b / c', 'reopened 4', 'changed 6 a / b / c', 'reopened 6'],
    ],
    [
      'withdrawn, and known for good',
      [AB, { accepts: ['a', 'b'] }, { publishes: [['a'], ['b']], accepted: 0 }, 'editor withdraws'],
      ['withdrawn', 'opened 1 a / b', 'withdrawn 3'],
    ],
    [
      'open once a withdrawn case is opened again: nothing of it is published',
      [AB, { accepts: ['a', 'b'] }, { publishes: [['a'], ['b']], accepted: 0 }, 'editor withdraws', 'person reopens'],
      ['open', 'opened 1 a / b', 'withdrawn 3', 'reopened 4'],
    ],
    [
      'withdrawn until a new claim is accepted',
      [
        ...[AB, { accepts: ['a', 'b'] }, { publishes: [['a'], ['b']], accepted: 0 }, 'editor withdraws' as const],
        ...([{ finds: ABC, as: 'reopened' }, { accepts: ['c'] }] as Step[]),
      ],
      ['open', 'opened 1 a / b', 'withdrawn 3', 'changed 5 a / b / c', 'reopened 5'],
    ],
    [
      'under review again as soon as a source takes back what the ruling rests on, whatever is left',
      [AB, { accepts: ['a', 'b'] }, { publishes: [['a'], ['b']], accepted: 0 }, { retracts: ['b'], leaves: [['a']] }],
      ['reopened', 'opened 1 a / b', 'reopened 3'],
    ],
    [
      'settled while a source takes back what no published ruling rests on',
      [AB, { accepts: ['a', 'b'] }, { publishes: [['a'], ['b']], accepted: 0 }, { retracts: ['x'], leaves: [['a'], ['b']] }],
      ['settled', 'opened 1 a / b'],
    ],
  ])('%s', (_, steps, expected) => {
    expect(told(...steps)).toEqual(expected);
  });

  it('tells why it was opened again: in the words of a person, or by what readers see, and never by what nobody accepted', () => {
    const reasons = (...steps: Step[]) => lived(...steps).acts.flatMap((act) => (act.type === 'reopened' ? [act.reason] : []));
    const settled: Step[] = [AB, { accepts: ['a', 'b'] }, { publishes: [['a'], ['b']], accepted: 0 }];
    expect(reasons(...settled, 'person reopens')).toEqual(['Looked again.']);
    expect(reasons(...settled, 'editor withdraws', 'person reopens')).toEqual(['Looked again.']);
    expect(reasons(...settled, { retracts: ['b'], leaves: [['a']] })).toEqual(['Taken back.']);
    expect(reasons(...settled, { finds: ABC, as: 'reopened' }, { accepts: ['c'] })).toEqual([
      'A claim that was accepted since contradicts what was settled.',
    ]);
    // Readers never saw it closed.
    expect(reasons(AB, 'person dismisses', 'person reopens', { accepts: ['a', 'b'] })).toEqual([]);
  });
});
