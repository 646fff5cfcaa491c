import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CASE_STATES,
  type CaseCommand,
  type CaseEvent,
  type CaseEventType,
  type CaseState,
  type CaseView,
  checkReason,
  checkRuling,
  contradictsRuling,
  decide,
  evolve,
  MOVES,
  nextState,
  ROLES,
  type RulingInput,
  replay,
  UNOPENED,
} from '@/lib/adjudication';

const AT = '2026-03-02T08:00:00.000Z';
const [ANNA, BELA] = ['anna', 'bela'];

const found = { positions: [{ label: '12 boats', claims: ['a'] }], others: [] };
const opened: CaseEvent = { type: 'opened', at: AT, by: null, found };
const taken: CaseEvent = { type: 'taken', at: AT, by: ANNA };
const ruled: CaseEvent = { type: 'ruled', at: AT, by: ANNA, rulingId: 'r1' };
const published: CaseEvent = { type: 'published', at: AT, by: BELA, rulingId: 'r1', publicationId: 'p1' };
const reopened: CaseEvent = { type: 'reopened', at: AT, by: null, reason: 'a new claim contradicts it', found };
const reopenedBy = (by: string): CaseEvent => ({ type: 'reopened', at: AT, by, reason: 'the log was corrected', found: null });
const dismissed: CaseEvent = { type: 'dismissed', at: AT, by: BELA, byRole: 'reviewer', reason: 'both count other things' };

const withdrawn: CaseEvent = { type: 'withdrawn', at: AT, by: BELA, byRole: 'editor', reason: 'the log was forged' };

/** The shortest history that ends in each state. */
const HISTORIES: Record<CaseState, CaseEvent[]> = {
  open: [opened],
  'in-review': [opened, taken],
  ruled: [opened, taken, ruled],
  published: [opened, taken, ruled, published],
  reopened: [opened, taken, ruled, published, reopenedBy('cora')],
  dismissed: [opened, dismissed],
  withdrawn: [opened, taken, ruled, published, withdrawn],
};

const RULING: RulingInput = {
  verdicts: ['supported', 'contradicted'],
  accepted: 0,
  reasonCode: 'source-error',
  rationale: 'The harbour log of that week names twelve ferries.',
  evidence: [{ url: 'https://harbour.example/log', note: '' }],
  noEvidence: false,
};

const NOBODY: ReadonlySet<string> = new Set();
/** One person decides, and nothing is known against it. */
const ALONE = { review: 'single', decided: new Map(), isAdjudicator: true, extractors: NOBODY, audit: null } as const;

const commandsBy = (by: string, view: CaseView): CaseCommand[] => {
  const seen = { at: AT, revision: view.revision };
  const reason = 'because the figures were read anew';
  return [
    { ...seen, type: 'take', by },
    { ...seen, type: 'release', by },
    { ...seen, ...ALONE, type: 'rule', by, rulingId: 'r2', ruling: RULING, positions: 2 },
    { ...seen, type: 'return', by, reason },
    {
      ...seen,
      type: 'publish',
      by,
      byRole: 'reviewer',
      deskHasEditor: false,
      publicationId: 'p2',
      notice: 'corrected after a new report',
      waiting: [],
      extractors: NOBODY,
    },
    { ...seen, type: 'audit', by, isAdjudicator: true, extractors: NOBODY },
    { ...seen, type: 'dismiss', by, byRole: 'reviewer', reason, extractors: NOBODY },
    { ...seen, type: 'withdraw', by, byRole: 'editor', deskHasEditor: true, reason },
    { ...seen, type: 'reopen', by, reason },
  ];
};

/** Written by hand from the words of the design, not derived from MOVES: what follows from each command in each state. */
const TABLE: Record<CaseState, Partial<Record<CaseCommand['type'], CaseState>>> = {
  open: { take: 'in-review', rule: 'ruled', dismiss: 'dismissed' },
  'in-review': { release: 'open', rule: 'ruled', dismiss: 'dismissed' },
  ruled: { return: 'in-review', publish: 'published', dismiss: 'dismissed', reopen: 'reopened' },
  published: { reopen: 'reopened', withdraw: 'withdrawn' },
  reopened: { take: 'in-review', rule: 'ruled', dismiss: 'dismissed', withdraw: 'withdrawn' },
  dismissed: { reopen: 'reopened' },
  withdrawn: { reopen: 'reopened' },
};

describe('every state × every command', () => {
  for (const state of CASE_STATES) {
    const view = replay(HISTORIES[state]);
    for (const command of commandsBy(BELA, view)) {
      const to = TABLE[state][command.type];
      it(`${state}: ${command.type} → ${to ?? 'refused'}`, () => {
        const decided = decide(view, command);
        if (to) {
          expect(decided.ok && evolve(view, decided.value)).toMatchObject({ state: to, revision: view.revision + 1 });
        } else {
          expect(decided).toMatchObject({ ok: false, refusal: { code: 'IllegalTransition', status: 409 } });
        }
      });
    }
  }

  it('covers every state of the table', () => expect(Object.keys(MOVES).sort()).toEqual([...CASE_STATES].sort()));
});

describe('withdrawing', () => {
  const view = replay(HISTORIES.published);
  const withdraw = (more: object): CaseCommand => ({
    ...{ type: 'withdraw', by: BELA, byRole: 'editor', deskHasEditor: true, at: AT, revision: view.revision, reason: 'the log was forged' },
    ...more,
  });

  it('is left to editors where the desk has one, and to any reviewer where it has none', () => {
    for (const byRole of ROLES) {
      expect(decide(view, withdraw({ byRole, deskHasEditor: false }))).toMatchObject({ ok: true });
      const beside = decide(view, withdraw({ byRole }));
      if (byRole === 'editor') expect(beside).toMatchObject({ ok: true, value: { type: 'withdrawn', reason: 'the log was forged' } });
      else expect(beside).toMatchObject({ ok: false, refusal: { code: 'EditorWithdraws', status: 403 } });
    }
    expect(decide(view, withdraw({ reason: ' ' }))).toMatchObject({ ok: false, refusal: { code: 'ReasonTooShort', field: 'reason' } });
  });

  it('needs something published, and leaves nothing published', () => {
    const open = replay([opened, taken, ruled, reopenedBy('cora')]);
    const refused = decide(open, withdraw({ revision: open.revision }));
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'IllegalTransition', status: 409 } });
    const gone = replay(HISTORIES.withdrawn);
    expect(gone).toMatchObject({ state: 'withdrawn', publishedRulingId: null, publishedRulingBy: null, publications: 1 });
    // Open again, it has nothing to withdraw until something is published anew, and one person may dismiss it.
    const again = replay([...HISTORIES.withdrawn, reopenedBy('cora')]);
    expect(decide(again, withdraw({ revision: again.revision }))).toMatchObject({ ok: false, refusal: { code: 'IllegalTransition' } });
    const dismissal: CaseCommand = {
      type: 'dismiss',
      by: 'cora',
      byRole: 'reviewer',
      at: AT,
      revision: again.revision,
      reason: 'two harbours were meant',
      extractors: NOBODY,
    };
    expect(decide(again, dismissal)).toMatchObject({ ok: true });
  });
});

describe('decide', () => {
  const view = replay(HISTORIES.ruled);
  const publish = (more: object): CaseCommand => ({
    ...{
      type: 'publish',
      by: BELA,
      byRole: 'reviewer',
      deskHasEditor: false,
      at: AT,
      revision: view.revision,
      publicationId: 'p1',
      notice: null,
      waiting: [],
      extractors: NOBODY,
    },
    ...more,
  });

  it('tells of a case that moved on before anything else, with both revisions', () => {
    const decided = decide(view, publish({ by: ANNA, revision: 1 }));
    const details = { yours: { revision: 1 }, current: { revision: 3, state: 'ruled' } };
    expect(decided).toMatchObject({ ok: false, refusal: { code: 'VersionConflict', status: 409, details } });
  });

  it('leaves publishing to editors where the desk has one, and to any second person where it has none', () => {
    for (const byRole of ROLES) {
      expect(decide(view, publish({ byRole }))).toMatchObject({ ok: true });
      const beside = decide(view, publish({ byRole, deskHasEditor: true }));
      if (byRole === 'editor') expect(beside).toMatchObject({ ok: true });
      else expect(beside).toMatchObject({ ok: false, refusal: { code: 'EditorPublishes', status: 403 } });
    }
    const own = decide(view, publish({ by: ANNA, byRole: 'editor', deskHasEditor: true }));
    expect(own).toMatchObject({ ok: false, refusal: { code: 'OwnRuling' } });
  });

  it('lets nobody publish, audit or dismiss what rests on a figure they read by hand', () => {
    const own = new Set([BELA]);
    const owed = replay([opened, { ...ruled, audit: { head: 'ab', share: 10, drawn: true } }]);
    const steps: [CaseView, object][] = [
      [view, { type: 'publish' }],
      [view, { type: 'dismiss', reason: 'they count other things' }],
      [owed, { type: 'audit', isAdjudicator: true }],
    ];
    for (const [of, step] of steps) {
      const by = (who: string) => decide(of, { ...publish({ by: who, revision: of.revision, extractors: own }), ...step } as CaseCommand);
      expect([step, by(BELA)]).toMatchObject([step, { refusal: { status: 403, code: 'OwnExtraction' } }]);
      expect([step, by('cora')]).toMatchObject([step, { ok: true }]);
    }
  });

  it('lets nobody publish their own ruling', () => {
    expect(decide(view, publish({ by: ANNA }))).toMatchObject({ ok: false, refusal: { code: 'OwnRuling', status: 403 } });
    expect(decide(view, publish({ by: BELA }))).toMatchObject({ ok: true });
  });

  const dismissal = (events: CaseEvent[], by: string) => {
    const now = replay(events);
    const decided = decide(now, {
      type: 'dismiss',
      at: AT,
      revision: now.revision,
      by,
      byRole: 'reviewer',
      reason: 'they count other things',
      extractors: NOBODY,
    });
    return decided.ok ? 'dismissed' : `${decided.refusal.status} ${decided.refusal.code}`;
  };
  const unpublished = [opened, taken, ruled, { type: 'returned', at: AT, by: BELA, reason: 'the link is dead' } as const];
  it.each<[string, CaseEvent[], by: string, string]>([
    ['an open case, by anybody', [opened], ANNA, 'dismissed'],
    ['a ruling that waits, by its author', HISTORIES.ruled, ANNA, '403 OwnRuling'],
    ['a ruling that waits, by somebody else', HISTORIES.ruled, BELA, 'dismissed'],
    ['a ruling that was returned, by its author', unpublished, ANNA, 'dismissed'],
    ['what was published, by the author of the ruling', [...HISTORIES.published, reopenedBy('cora')], ANNA, '403 DismissalAlone'],
    ['what was published, by whoever reopened it', [...HISTORIES.published, reopenedBy('cora')], 'cora', '403 DismissalAlone'],
    ['what was published, by a second person', [...HISTORIES.published, reopenedBy('cora')], BELA, 'dismissed'],
    ['what was published and the author reopened, by a second person', [...HISTORIES.published, reopenedBy(ANNA)], BELA, 'dismissed'],
    ['what was published and the engine reopened, by anybody', [...HISTORIES.published, reopened], BELA, '403 DismissalAlone'],
    [
      'what was published, past a ruling that waits',
      [...HISTORIES.published, reopened, { ...ruled, by: BELA } as CaseEvent],
      'cora',
      '403 DismissalAlone',
    ],
  ])('dismisses %s: %#', (_, events, by, expected) => expect(dismissal(events, by)).toBe(expected));

  it('names the claims that nobody accepted yet', () => {
    const waiting = [{ id: 'c1', text: '12 ferries' }];
    const decided = decide(view, publish({ waiting }));
    expect(decided).toMatchObject({ ok: false, refusal: { code: 'ClaimsNotAccepted', status: 422, details: { claims: waiting } } });
    expect(!decided.ok && decided.refusal.cause).toContain('“12 ferries”');
  });

  it('asks a notice of a correction, not of a first publication', () => {
    const again = replay([...HISTORIES.reopened, { ...ruled, rulingId: 'r2' }]);
    const correction = { revision: again.revision };
    expect(decide(again, publish({ ...correction }))).toMatchObject({ ok: false, refusal: { code: 'ReasonTooShort', field: 'notice' } });
    expect(decide(again, publish({ ...correction, notice: 'The count was corrected.' }))).toMatchObject({ ok: true });
    expect(decide(view, publish({}))).toMatchObject({ ok: true });
  });

  it.each(['return', 'dismiss', 'reopen'] as const)('asks a reason to %s', (type) => {
    const command = commandsBy(BELA, view).find((one) => one.type === type)!;
    expect(decide(view, { ...command, reason: 'no' } as CaseCommand)).toMatchObject({
      ok: false,
      refusal: { code: 'ReasonTooShort', field: 'reason' },
    });
  });
});

describe('a case goes back to where it rested', () => {
  it('to open when it never was settled, to reopened when it was', () => {
    const release = (events: CaseEvent[]) => replay([...events, taken, { type: 'released', at: AT, by: ANNA }]).state;
    expect(release([opened])).toBe('open');
    expect(release(HISTORIES.reopened)).toBe('reopened');
  });

  it('to the person whose ruling was returned', () => {
    const view = replay([...HISTORIES.ruled, { type: 'returned', at: AT, by: BELA, reason: 'the link is dead' }]);
    expect(view).toMatchObject({ state: 'in-review', takenBy: ANNA, ruledBy: null, rulingId: null });
  });
});

describe('checkRuling', () => {
  it.each<[string, Partial<RulingInput>, string]>([
    ['a verdict short', { verdicts: ['supported'] }, 'VerdictMissing'],
    ['an unknown verdict', { verdicts: ['supported', 'maybe' as never] }, 'VerdictUnknown'],
    ['an unknown reason', { reasonCode: 'mood' as never }, 'ReasonCodeUnknown'],
    ['an accepted position outside', { accepted: 2 }, 'AcceptedUnknown'],
    ['a negative accepted position', { accepted: -1 }, 'AcceptedUnknown'],
    ['an accepted position that is contradicted', { accepted: 1 }, 'AcceptedNotSupported'],
    ['an empty rationale', { rationale: '  ' }, 'ReasonTooShort'],
    ['a rationale of four words', { rationale: 'it is so, really' }, 'ReasonTooShort'],
    ['an endless rationale', { rationale: 'a b c d e '.repeat(2000) }, 'TextTooLong'],
    ['no evidence and no word about it', { evidence: [] }, 'EvidenceMissing'],
    ['evidence and "none found"', { noEvidence: true }, 'EvidenceTwofold'],
    ['a script as evidence', { evidence: [{ url: 'javascript:alert(1)', note: '' }] }, 'EvidenceUrl'],
    ['a file as evidence', { evidence: [{ url: 'file:///etc/hosts', note: '' }] }, 'EvidenceUrl'],
    ['an address with a password', { evidence: [{ url: 'https://me:secret@harbour.example/', note: '' }] }, 'EvidenceUrl'],
    ['words as evidence', { evidence: [{ url: 'the harbour', note: '' }] }, 'EvidenceUrl'],
    ['too many links', { evidence: Array.from({ length: 21 }, () => ({ url: 'https://harbour.example', note: '' })) }, 'EvidenceTooMany'],
  ])('refuses %s', (_, fault, code) => {
    expect(checkRuling({ ...RULING, ...fault }, 2)).toMatchObject({ ok: false, refusal: { code, status: 422 } });
  });

  it('names every fault in the order of the form', () => {
    const checked = checkRuling({ ...RULING, verdicts: [], accepted: 3, rationale: '', evidence: [] }, 2);
    expect(checked).toMatchObject({
      refusal: {
        code: 'VerdictMissing',
        field: 'verdict.0',
        faults: ['verdict.0', 'verdict.1', 'accepted', 'rationale', 'evidence.0.url'].map((field) => ({ field })),
      },
    });
  });

  it('takes a good ruling, with and without an accepted position or evidence', () => {
    expect(checkRuling(RULING, 2).ok).toBe(true);
    expect(checkRuling({ ...RULING, accepted: null }, 2).ok).toBe(true);
    expect(checkRuling({ ...RULING, evidence: [], noEvidence: true }, 2).ok).toBe(true);
  });

  it('tells how many words are missing', () => {
    const checked = checkReason('too short', 3, 'reason');
    expect(!checked.ok && checked.refusal.cause).toBe('The reason has 2 of at least 3 words.');
  });
});

describe('contradictsRuling', () => {
  const settled = { positions: [['a'], ['b']], accepted: 0 };
  it.each<[string, string[][], boolean]>([
    ['the same positions', [['a'], ['b']], false],
    ['one more voice for the accepted figure', [['a', 'c'], ['b']], false],
    ['one more voice for the other figure', [['a'], ['b', 'c']], true],
    ['a third figure', [['a'], ['b'], ['c']], true],
    ['a claim fewer', [['a']], false],
  ])('%s', (_, today, contradicts) => expect(contradictsRuling(settled, today)).toBe(contradicts));

  it('any new claim does, where nothing was accepted', () => {
    expect(contradictsRuling({ ...settled, accepted: null }, [['a', 'c'], ['b']])).toBe(true);
  });
});

describe('laws', () => {
  const types = ['opened', 'changed', 'taken', 'released', 'ruled', 'returned', 'published', 'reopened', 'dismissed'] as const;
  const eventOf = (type: CaseEventType): CaseEvent =>
    ({
      type,
      at: AT,
      by: type === 'opened' || type === 'changed' ? null : ANNA,
      reason: 'why not',
      rulingId: 'r',
      publicationId: 'p',
    }) as CaseEvent;

  it('a case starts by being opened, once, and evolve throws wherever the table has no move', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...types), { maxLength: 30 }), (walk) => {
        let view = UNOPENED;
        for (const type of walk) {
          const to = nextState(view, type);
          expect(to !== null).toBe(view.revision === 0 ? type === 'opened' : type !== 'opened' && MOVES[view.state][type] !== undefined);
          if (to === null) {
            expect(() => evolve(view, eventOf(type))).toThrow();
            continue;
          }
          const next = evolve(view, eventOf(type));
          expect(next).toMatchObject({ state: to, revision: view.revision + 1 });
          expect(next.rulingId === null).toBe(next.ruledBy === null);
          if (next.state === 'ruled') expect(next.rulingId).not.toBeNull();
          if (next.state === 'published') expect(next.publications).toBeGreaterThan(0);
          view = next;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
