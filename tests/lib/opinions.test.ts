import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AuditDraw,
  awaits,
  type CaseEvent,
  type CaseView,
  decide,
  evolve,
  isBlind,
  mayRule,
  type RulingInput,
  replay,
  standingReturn,
} from '@/lib/adjudication';

const AT = '2026-03-02T08:00:00.000Z';
const found = {
  positions: [
    { label: '12 boats', claims: ['a'] },
    { label: '14 boats', claims: ['b'] },
  ],
  others: [],
};
const OPENED: CaseEvent = { type: 'opened', at: AT, by: null, found };

const YES: RulingInput = {
  verdicts: ['supported', 'contradicted'],
  accepted: 0,
  reasonCode: 'source-error',
  rationale: 'The harbour log of that week names twelve boats.',
  evidence: [],
  noEvidence: true,
};
const NO: RulingInput = { ...YES, verdicts: ['contradicted', 'supported'], accepted: 1 };

const NOBODY: ReadonlySet<string> = new Set();

/** A case and everything that was said of it, as the record keeps both. */
class Desk {
  events: CaseEvent[] = [OPENED];
  said = new Map<string, RulingInput>();
  get view(): CaseView {
    return replay(this.events);
  }
  /** A decision by this person; "ok" and what followed, or the code of the refusal. `revision`: the one they saw, that of now if left out. */
  rule(
    by: string,
    ruling: RulingInput,
    { revision = this.view.revision, isAdjudicator = true, extractors = NOBODY, blind = true, audit = null as AuditDraw | null } = {},
  ) {
    const rulingId = `${by}${this.events.length}`;
    const known = { review: blind ? 'blind' : 'single', decided: this.said, isAdjudicator, extractors, audit } as const;
    return this.follow(decide(this.view, { ...known, type: 'rule', at: AT, by, revision, rulingId, ruling, positions: 2 }), () =>
      this.said.set(rulingId, ruling),
    );
  }
  step(type: 'take' | 'release', by: string) {
    return this.follow(decide(this.view, { type, at: AT, by, revision: this.view.revision }));
  }
  sendBack(by: string) {
    return this.follow(decide(this.view, { type: 'return', at: AT, by, revision: this.view.revision, reason: 'the log says more' }));
  }
  audit(by: string, isAdjudicator = true) {
    return this.follow(decide(this.view, { type: 'audit', at: AT, by, revision: this.view.revision, isAdjudicator, extractors: NOBODY }));
  }
  dismiss(by: string) {
    const words = { byRole: 'reviewer', reason: 'they count other boats', extractors: NOBODY } as const;
    return this.follow(decide(this.view, { type: 'dismiss', at: AT, by, revision: this.view.revision, ...words }));
  }
  publish(by: string) {
    const words = { publicationId: 'p', notice: null, byRole: 'reviewer', deskHasEditor: false, extractors: NOBODY } as const;
    return this.follow(decide(this.view, { type: 'publish', at: AT, by, revision: this.view.revision, waiting: [], ...words }));
  }
  private follow(decided: ReturnType<typeof decide>, then: () => void = () => undefined): string {
    if (!decided.ok) return decided.refusal.code;
    this.events.push(decided.value);
    then();
    return decided.value.type;
  }
}

describe('a blind review', () => {
  it('waits for a second opinion, and two that say the same are the ruling, whatever their words', () => {
    const desk = new Desk();
    expect(desk.rule('anna', YES)).toBe('submitted');
    expect(desk.view).toMatchObject({ state: 'in-review', ruledBy: null });
    expect(awaits(desk.view)).toBe('second');
    expect(desk.rule('bela', { ...YES, rationale: 'Other words that come to the same end.', certainty: 'likely' })).toBe('ruled');
    expect(desk.view).toMatchObject({ state: 'ruled', ruledBy: 'bela' });
    expect(desk.events.at(-1)).toMatchObject({ agreesWith: 'anna1' });
    expect(desk.publish('bela')).toBe('OwnRuling');
    expect(desk.publish('anna')).toBe('published');
  });

  it.each<[string, RulingInput]>([
    ['a verdict', NO],
    ['the accepted position', { ...YES, accepted: null }],
    ['the reason', { ...YES, reasonCode: 'outdated' }],
  ])('that differs in %s waits for a third person, who decides between both', (_, other) => {
    const desk = new Desk();
    desk.rule('anna', YES);
    expect(desk.rule('bela', other)).toBe('submitted');
    expect(awaits(desk.view)).toBe('third');
    expect(desk.rule('cora', YES, { isAdjudicator: false })).toBe('EditorDecides');
    expect(desk.rule('cora', YES)).toBe('ruled');
    expect(desk.events.at(-1)).toMatchObject({ by: 'cora', settles: ['anna1', 'bela2'] });
    expect(desk.publish('cora')).toBe('OwnRuling');
  });

  it('that agrees and was drawn is published once a third person let it stand, and by nobody before', () => {
    const desk = new Desk();
    const audit = { head: 'ab', share: 10, drawn: true };
    desk.rule('anna', YES, { audit });
    expect(desk.events.at(-1)).not.toHaveProperty('audit');
    desk.rule('bela', YES, { audit });
    expect(desk.events.at(-1)).toMatchObject({ audit });
    expect(desk.publish('anna')).toBe('AuditOwed');
    for (const [by, isAdjudicator, code] of [
      ['anna', true, 'OwnRuling'],
      ['bela', true, 'OwnRuling'],
      ['cora', false, 'EditorAudits'],
    ] as const)
      expect(desk.audit(by, isAdjudicator)).toBe(code);
    expect(desk.audit('cora')).toBe('audited');
    expect([desk.view.state, desk.view.audit, desk.audit('cora')]).toEqual(['ruled', 'done', 'IllegalTransition']);
    expect(desk.publish('cora')).toBe('published');
  });

  it('that was not drawn, differs, or went back owes no audit', () => {
    const [drawn, spared] = [true, false].map((is) => ({ head: 'ab', share: 10, drawn: is }));
    const desk = new Desk();
    desk.rule('anna', YES);
    desk.rule('bela', YES, { audit: spared });
    expect([desk.view.audit, desk.audit('cora')]).toEqual(['none', 'IllegalTransition']);
    desk.sendBack('cora');
    desk.rule('bela', YES, { audit: drawn });
    expect(desk.view.audit).toBe('owed');
    desk.sendBack('cora');
    expect(desk.view.audit).toBe('none');
    desk.rule('bela', NO, { audit: drawn });
    desk.rule('cora', YES, { audit: drawn });
    expect([desk.view.audit, desk.events.at(-1)]).toMatchObject(['none', { settles: expect.anything() }]);
  });

  it('hides opinions and the proposal until both are in, and from nobody where one person decides', () => {
    const desk = new Desk();
    expect([isBlind('blind', desk.view), isBlind('single', desk.view)]).toEqual([true, false]);
    desk.rule('anna', YES);
    expect(isBlind('blind', desk.view)).toBe(true);
    desk.rule('bela', NO);
    expect(isBlind('blind', desk.view)).toBe(false);
  });

  it('goes on as it began, whatever is chosen while an opinion is in', () => {
    const desk = new Desk();
    const revision = desk.view.revision;
    desk.rule('anna', YES);
    expect(isBlind('single', desk.view)).toBe(true);
    expect(desk.rule('bela', NO, { blind: false, revision })).toBe('submitted');
    expect(awaits(desk.view)).toBe('third');
    expect(desk.rule('cora', YES, { blind: false, isAdjudicator: false })).toBe('EditorDecides');
    expect(desk.rule('cora', YES, { blind: false })).toBe('ruled');
    expect(desk.events.at(-1)).toMatchObject({ settles: ['anna1', 'bela2'] });
    // One of two who agree does not rule past the other either.
    const agreed = new Desk();
    agreed.rule('anna', YES);
    agreed.rule('bela', YES);
    expect(agreed.rule('anna', NO, { blind: false })).toBe('submitted');
    agreed.rule('bela', NO);
    agreed.sendBack('cora');
    expect(isBlind('single', agreed.view)).toBe(true);
  });

  it('lets two give theirs at the same moment, and stops whoever saw another case', () => {
    const desk = new Desk();
    const revision = desk.view.revision;
    desk.rule('anna', YES);
    expect(desk.rule('anna', NO, { revision })).toBe('VersionConflict');
    expect(desk.rule('bela', NO, { revision: revision + 9 })).toBe('VersionConflict');
    expect(desk.rule('bela', NO, { revision })).toBe('submitted');
    // A third who came with the first two would decide between opinions they never saw.
    expect(desk.rule('cora', NO, { revision })).toBe('VersionConflict');
  });

  it('changed while it is alone, an opinion takes the place of the first; changed later, the other is asked again', () => {
    const desk = new Desk();
    desk.rule('anna', YES);
    expect(desk.rule('anna', NO)).toBe('submitted');
    expect(desk.view.opinions).toEqual([{ by: 'anna', rulingId: 'anna2' }]);
    expect(desk.rule('bela', NO)).toBe('ruled');
    expect(mayRule(desk.view, 'cora')).toBe(false);
    expect(desk.rule('cora', NO)).toBe('IllegalTransition');
    expect(desk.rule('anna', YES)).toBe('submitted');
    expect(desk.view).toMatchObject({ state: 'in-review', ruledBy: null, opinions: [{ by: 'anna' }] });
    expect(isBlind('blind', desk.view)).toBe(true);
    desk.rule('bela', NO);
    expect(desk.rule('bela', YES)).toBe('submitted');
    expect(desk.view.opinions).toMatchObject([{ by: 'bela' }]);
  });

  it('goes back to its author alone, and the other opinion stands', () => {
    const desk = new Desk();
    desk.rule('anna', YES);
    desk.rule('bela', YES);
    expect(desk.sendBack('cora')).toBe('returned');
    expect(desk.view).toMatchObject({ takenBy: 'bela', opinions: [{ by: 'anna' }] });
    expect(standingReturn(desk.events)).not.toBeNull();
    expect(desk.rule('bela', NO)).toBe('submitted');
    expect(standingReturn(desk.events)).toBeNull();
  });

  it('is asked anew where the positions changed, and not where only the words about them did', () => {
    const desk = new Desk();
    desk.rule('anna', YES);
    desk.events.push({ type: 'changed', at: AT, by: null, found });
    expect(desk.view.opinions).toHaveLength(1);
    const reread: CaseEvent = { type: 'changed', at: AT, by: null, found, saysOtherwise: true };
    expect(evolve(desk.view, reread).opinions).toEqual([]);
    desk.events.push({ type: 'changed', at: AT, by: null, found: { ...found, positions: [{ label: '12 boats', claims: ['a', 'c'] }] } });
    expect(desk.view.opinions).toEqual([]);
  });

  it('is taken by somebody else while it waits, put back as it was, and not dismissed past the second person', () => {
    const desk = new Desk();
    desk.step('take', 'anna');
    expect(desk.step('take', 'bela')).toBe('IllegalTransition');
    desk.rule('anna', YES);
    expect(desk.step('take', 'anna')).toBe('OwnOpinion');
    expect(desk.step('take', 'bela')).toBe('taken');
    expect(desk.step('release', 'bela')).toBe('released');
    expect(desk.view).toMatchObject({ state: 'in-review', opinions: [{ by: 'anna' }] });
    expect(desk.dismiss('anna')).toBe('OwnRuling');
    expect(desk.dismiss('bela')).toBe('dismissed');
    expect(desk.view.opinions).toEqual([]);
  });

  it('is no place for whoever read one of the figures by hand', () => {
    expect(new Desk().rule('anna', YES, { extractors: new Set(['anna']) })).toBe('OwnExtraction');
  });

  it('counts no opinion of somebody who read one of the figures by hand since, and tells nobody what it said', () => {
    for (const said of [YES, NO]) {
      const desk = new Desk();
      desk.rule('anna', YES);
      expect(desk.rule('bela', said, { extractors: new Set(['anna']) })).toBe('submitted');
      expect(desk.view.opinions).toEqual([{ by: 'bela', rulingId: 'bela2' }]);
      expect(awaits(desk.view)).toBe('second');
      expect(desk.rule('cora', said, { extractors: new Set(['anna']) })).toBe('ruled');
    }
  });

  it('never has three opinions, two of one person, or a ruling without an author, whatever is tried', () => {
    const person = fc.constantFrom('anna', 'bela', 'cora');
    const act = fc.oneof(
      fc.record({ kind: fc.constant('rule' as const), by: person, ruling: fc.constantFrom(YES, NO), blind: fc.boolean() }),
      fc.record({ kind: fc.constantFrom('take' as const, 'release' as const, 'back' as const, 'dismiss' as const), by: person }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const desk = new Desk();
        for (const one of acts) {
          if (one.kind === 'rule') desk.rule(one.by, one.ruling, { blind: one.blind });
          else if (one.kind === 'back') desk.sendBack(one.by);
          else if (one.kind === 'dismiss') desk.dismiss(one.by);
          else desk.step(one.kind, one.by);
          const { opinions, state, ruledBy, rulingId } = desk.view;
          expect(opinions.length).toBeLessThan(3);
          expect(new Set(opinions.map(({ by }) => by)).size).toBe(opinions.length);
          expect(state === 'ruled').toBe(ruledBy !== null && rulingId !== null);
          expect(evolve(desk.view, { type: 'changed', at: AT, by: null, found }).state).toBe(state);
        }
      }),
      { numRuns: 300 },
    );
  });
});
