import { describe, expect, it } from 'vitest';
import { type CaseEvent, type Found, type Observed, reactTo, replay } from '@/lib/adjudication';

const AT = '2026-03-02T08:00:00.000Z';
const found = (...positions: string[][]): Found => ({
  positions: positions.map((claims) => ({ label: claims.join(), claims })),
  others: [],
});
const opened: CaseEvent = { type: 'opened', at: AT, by: null, found: found(['a'], ['b']) };
const ruled: CaseEvent = { type: 'ruled', at: AT, by: 'anna', rulingId: 'r1' };
const HISTORIES = {
  unopened: [],
  open: [opened],
  'in review': [opened, { type: 'taken', at: AT, by: 'anna' }],
  ruled: [opened, ruled],
  published: [opened, ruled, { type: 'published', at: AT, by: 'bela', rulingId: 'r1', publicationId: 'p1' }],
  reopened: [
    opened,
    ruled,
    { type: 'reopened', at: AT, by: null, reason: 'a new claim contradicts it', found: found(['a'], ['b'], ['c']) },
  ],
  'dismissed by a person': [opened, { type: 'dismissed', at: AT, by: 'bela', byRole: 'reviewer', reason: 'they count other things' }],
  'dismissed by the engine': [opened, { type: 'dismissed', at: AT, by: null, byRole: null, reason: 'they conflict no longer' }],
  withdrawn: [
    ...[opened, ruled, { type: 'published', at: AT, by: 'bela', rulingId: 'r1', publicationId: 'p1' } as const],
    { type: 'withdrawn', at: AT, by: 'cora', byRole: 'editor', reason: 'the log was forged' },
  ],
} satisfies Record<string, CaseEvent[]>;
type History = keyof typeof HISTORIES;

const RULING = { positions: [['a'], ['b']], accepted: 0 };
const held = [['a'], ['b'], []];
const base = { ruling: null, held, onRetracted: false };
const SAME: Observed = { ...base, today: found(['a'], ['b']), differs: false };
const VOICE: Observed = { ...base, today: found(['a', 'c'], ['b']), differs: true };
const THIRD: Observed = { ...base, today: found(['a'], ['b'], ['c']), differs: true };
const GONE: Observed = { ...base, today: null, differs: true };

/** By hand: what the engine does to each case when nothing changed, the accepted figure gains a voice, a third figure comes, all agree. */
const TABLE: Record<History, [same: string | null, voice: string | null, third: string | null, gone: string | null]> = {
  unopened: ['opened', 'opened', 'opened', null],
  open: [null, 'changed', 'changed', 'dismissed'],
  'in review': [null, 'changed', 'changed', 'dismissed'],
  ruled: [null, 'changed', 'reopened', 'dismissed'],
  published: [null, 'changed', 'reopened', null],
  reopened: [null, 'changed', 'changed', 'dismissed'],
  'dismissed by a person': [null, 'reopened', 'reopened', null],
  'dismissed by the engine': ['reopened', 'reopened', 'reopened', null],
  withdrawn: [null, 'reopened', 'reopened', null],
};

describe('reactTo', () => {
  for (const [history, row] of Object.entries(TABLE) as [History, (string | null)[]][]) {
    for (const [index, observed] of [SAME, VOICE, THIRD, GONE].entries()) {
      it(`${history}, ${['the same again', 'one more voice', 'a third figure', 'no conflict'][index]}: ${row[index] ?? 'nothing'}`, () => {
        const view = replay(HISTORIES[history]);
        const ruling = view.rulingId === null ? null : RULING;
        expect(reactTo(view, { ...observed, ruling }, AT)?.type ?? null).toBe(row[index]);
      });
    }
  }

  it('keeps with every event of the engine what was found, so that a history needs no look at today', () => {
    for (const history of ['unopened', 'open', 'dismissed by a person'] as const)
      expect(reactTo(replay(HISTORIES[history]), THIRD, AT)).toMatchObject({ found: THIRD.today });
  });

  it('leaves to people what was published on what a source took back since, whatever is found', () => {
    for (const history of ['reopened', 'ruled', 'in review'] as const) {
      expect(reactTo(replay(HISTORIES[history]), { ...GONE, onRetracted: true }, AT)).toBeNull();
      expect(reactTo(replay(HISTORIES[history]), GONE, AT)).toMatchObject({ type: 'dismissed' });
    }
  });

  it('throws where a settled case has no ruling', () => {
    expect(() => reactTo(replay(HISTORIES.published), THIRD, AT)).toThrow('has a ruling');
  });
});

it('says where a position holds the same claims and says something else', () => {
  const view = replay(HISTORIES.open);
  const words = (first: string): Found => ({
    ...found(['a'], ['b']),
    positions: [{ label: first, claims: ['a'] }, found(['a'], ['b']).positions[1]!],
  });
  expect(reactTo(view, { ...SAME, today: words('13 boats'), differs: true }, AT)).toMatchObject({ type: 'changed', saysOtherwise: true });
  expect(reactTo(view, { ...SAME, today: words('a'), differs: true }, AT)).not.toHaveProperty('saysOtherwise');
});
