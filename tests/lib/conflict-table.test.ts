import { describe, expect, it } from 'vitest';
import { DECISION_TABLE, RULES, relate } from '@/lib/conflict';
import { about, atLeast, claim, nearly, over, upTo } from './conflict-claims';

const later = { asOf: '2031-05-06', publishedAt: '2031-05-06' };

/** Each row: the two claims in words, and the row of the decision table that must decide. */
const ROWS: [string, string, ReturnType<typeof claim>, ReturnType<typeof claim>][] = [
  [
    'no-common-measure',
    '14 villages flooded / 14 bridges flooded',
    claim('14'),
    claim('14', { noun: 'bridges', frame: { head: 'bridge' } }),
  ],
  [
    'no-common-measure',
    'grain given by the town / grain given to the town',
    claim('30', { frame: { act: 'aid', direction: 'out' } }),
    claim('41', { frame: { act: 'aid', direction: 'in' } }),
  ],
  [
    'no-common-measure',
    '26 sailors rescued / 26 sailors arrested',
    claim('26', { noun: 'sailors', frame: { head: 'sailor', act: 'rescue' } }),
    claim('26', { noun: 'sailors', frame: { head: 'sailor', act: 'arrest' } }),
  ],
  [
    'no-common-measure',
    '12 metres / 12 tonnes',
    claim('12', { unit: 'm', noun: null, frame: { head: null } }),
    claim('12', { unit: 'tonne', noun: null, frame: { head: null } }),
  ],
  ['no-common-measure', 'a plan for 40 wells / 25 wells dug', claim('40', { frame: { modality: 'target' } }), claim('25')],
  [
    'reported-differently',
    'the mayor at the evening briefing: 12 / 21',
    claim('12', { speaker: { name: 'Ada Brink', role: 'mayor', inferred: false }, occasion: { name: 'briefing', day: '2031-05-04' } }),
    claim('21', { speaker: { name: 'Ada Brink', role: null, inferred: false }, occasion: { name: 'briefing', day: '2031-05-04' } }),
  ],
  [
    'unit-conversion',
    '10 miles / 16.1 km',
    claim('10', { unit: 'mile', noun: null, hedge: 'about', frame: { head: null } }),
    claim('16.1', { unit: 'km', noun: null, grain: '0.1', frame: { head: null } }),
  ],
  [
    'unit-conversion',
    '30 billion euros / 40 billion dollars, side by side',
    claim('30000000000', { unit: 'EUR', noun: null, frame: { head: null } }),
    claim('40000000000', { unit: 'USD', noun: null, frame: { head: null } }),
  ],
  [
    'part-exceeds-whole',
    '51 villages / 44 villages and towns',
    claim('51'),
    claim('44', { noun: 'villages and small towns', text: '44 villages and small towns' }),
  ],
  [
    'different-scope',
    '9 villages in the north valley / 40 in the south valley',
    claim('9', { frame: { scope: ['north valley'] } }),
    claim('40', { frame: { scope: ['south valley'] } }),
  ],
  ['different-scope', '6 villages / 40 villages and towns', claim('6'), claim('40', { noun: 'villages and small towns' })],
  [
    'different-scope',
    'a crowd of 100 on Monday / 200 on Wednesday',
    claim('100', { asOfBasis: 'event', frame: { aggregation: 'fixed' } }),
    claim('200', { ...later, asOfBasis: 'event', frame: { aggregation: 'fixed' } }),
  ],
  ['cumulative-decrease', '40 by Sunday / 31 by Tuesday', claim('40'), claim('31', later)],
  ['growth', '31 by Sunday / 40 by Tuesday', claim('31'), claim('40', later)],
  ['growth', 'at least 6 / up to 300 two days on', atLeast('6'), upTo('300', '100', later)],
  [
    'changed-over-time',
    'a level of 31 / of 29 two days on',
    claim('31', { frame: { aggregation: 'level' } }),
    claim('29', { ...later, frame: { aggregation: 'level' } }),
  ],
  [
    'time-may-explain',
    'one text reads it as fixed, one as a count',
    claim('31', { frame: { aggregation: 'fixed' } }),
    claim('33', { ...later }),
  ],
  [
    'cumulative-decrease',
    'one text reads it as fixed, one as a count: neither falls',
    claim('31', { frame: { aggregation: 'fixed' } }),
    claim('29', { ...later }),
  ],
  [
    'time-may-explain',
    'what is lower by far is told of less',
    claim('310', { frame: { aggregation: 'fixed' } }),
    claim('29', { ...later }),
  ],
  ['compatible-bounds', 'over 80 / 83', over('80'), claim('83')],
  ['compatible-bounds', 'about 200 / over 200', about('200', '100'), over('200', '100')],
  ['rounding', '1.2 million / 1,234,567', claim('1200000', { grain: '100000' }), claim('1234567')],
  ['same-value', '31 / 31', claim('31'), claim('31')],
  ['same-value', 'over 80 / over 80', over('80'), over('80')],
  ['looser-bound', 'over 40 / over 900', over('40'), over('900', '100')],
  ['contradiction', '31 / 32', claim('31'), claim('32')],
  ['contradiction', 'nearly 20 / nearly 30', nearly('20'), nearly('30')],
  ['contradiction', 'more than 55 / 55', over('55', '1'), claim('55')],
  [
    'contradiction',
    'fixed once it happened: 40 km on Monday, 50 km on Wednesday, by publication',
    claim('40', { unit: 'km', noun: null, frame: { head: null, aggregation: 'fixed' } }),
    claim('50', { ...later, unit: 'km', noun: null, frame: { head: null, aggregation: 'fixed' } }),
  ],
];

const spoken = (on: string) => ({ asOf: on, publishedAt: on, asOfBasis: 'event' as const, occasion: { name: 'briefing', day: on } });
ROWS.push([
  'contradiction',
  'fixed once it happened: the day of speaking about it makes no second event',
  claim('40', { ...spoken('2031-05-04'), unit: 'km', noun: null, frame: { head: null, aggregation: 'fixed' } }),
  claim('50', { ...spoken('2031-05-06'), unit: 'km', noun: null, frame: { head: null, aggregation: 'fixed' } }),
]);

describe('the decision table, row by row', () => {
  it.each(ROWS)('%s: %s', (kind, _words, a, b) => {
    const row = DECISION_TABLE.find(({ id }) => id === kind);
    const there = relate(a, b);
    const back = relate(b, a);
    for (const found of [there, back]) {
      expect({ kind: found.kind, relation: found.relation, alert: found.alert }).toEqual({
        kind,
        relation: row?.relation,
        alert: row?.alert,
      });
      expect(found.explanation).toContain(a.text);
      expect(found.explanation).toContain(b.text);
      expect(found.explanation.match(/\.(\s|$)/g)).toHaveLength(1);
    }
  });

  it('has a test for each row that a pair can meet', () => {
    const tested = new Set(ROWS.map(([kind]) => kind));
    expect(DECISION_TABLE.map(({ id }) => id).filter((id) => !tested.has(id))).toEqual(['parts-do-not-sum']);
  });

  it('numbers its rows in order and alerts on every conflict and on nothing else', () => {
    expect(DECISION_TABLE.map(({ row }) => row)).toEqual(DECISION_TABLE.map((_, index) => index));
    for (const { alert, relation } of DECISION_TABLE) expect(alert).toBe(relation === 'conflict');
  });

  it('is the order in which the code decides', () => {
    const decided = RULES.map(([id]) => id).filter((id, index, all) => id !== all[index - 1]);
    // The last row is about a group: no pair can meet it.
    expect([...decided, 'parts-do-not-sum']).toEqual(DECISION_TABLE.map(({ id }) => id));
  });

  it('asks whether a gift was pledged or delivered where neither text says so, and only of what is given', () => {
    const reasons = (act: string, a = 'trees', b = 'trees') =>
      relate(
        claim('31', { noun: 'trees', measure: a, frame: { head: 'tree', act, direction: 'in' } }),
        claim('47', { noun: 'trees', measure: b, frame: { head: 'tree', act, direction: 'in' } }),
      ).possibleReasons.filter((reason) => reason.includes('pledged'));
    for (const act of ['aid', 'sell', 'spend']) expect(reasons(act)).toHaveLength(1);
    expect(reasons('aid', 'delivered trees', 'delivered trees')).toEqual([]);
    expect(reasons('aid', 'promised trees', 'promised trees')).toEqual([]);
    expect(reasons('aid', 'promised trees', 'delivered trees')).toHaveLength(1);
    for (const act of ['damage', 'meet', 'message']) expect(reasons(act)).toEqual([]);
  });

  describe('the sentence that explains', () => {
    const paper = 'Harbour News (evening)';
    const by = (name: string | null, inferred = false) => (name === null ? null : { name, role: null, inferred });
    const said = (one: object, other: object = { outlet: 'Port Post' }) => relate(claim('31', one), claim('47', other)).explanation;

    it.each([
      ['a person says it', 'Ada Brink', false, 'Ada Brink in Harbour News (evening) says “31 villages”'],
      ['somebody unnamed is quoted', 'Police', false, 'Harbour News (evening), quoting police, gives “31 villages”'],
      ['one unnamed speaker', 'clerk of the port', false, 'Harbour News (evening), quoting the clerk of the port, gives “31 villages”'],
      ['several unnamed speakers', 'Norland officials', false, 'Harbour News (evening), quoting Norland officials, gives “31 villages”'],
      [
        'several in a place',
        'Health officials in Sund',
        false,
        'Harbour News (evening), quoting Health officials in Sund, gives “31 villages”',
      ],
      ['nobody is named', null, false, 'An article in Harbour News (evening) gives “31 villages”'],
      ['we supplied the speaker', 'Ada Brink', true, 'Ada Brink (inferred) in Harbour News (evening) says “31 villages”'],
      ['we supplied an unnamed one', 'Police', true, 'Harbour News (evening), quoting police (inferred), gives “31 villages”'],
    ])('%s', (_case, name, inferred, opening) => {
      const sentence = said({ outlet: paper, speaker: by(name, inferred) });
      expect(sentence).toBe(
        `${opening} and an article in Port Post gives “47 villages”, both as of 4 May 2031: both figures cannot be true at once.`,
      );
    });

    it('keeps two texts apart, whether or not an outlet is named', () => {
      const start = (one: object, other: object) => said(one, other).split(',')[0];
      expect(start({ outlet: null }, { outlet: null })).toBe('One text gives “31 villages” and another text gives “47 villages”');
      expect(start({ outlet: null, speaker: by('Ada Brink') }, { outlet: null, speaker: by('Ada Brink') })).toBe(
        'Ada Brink in one text says “31 villages” and Ada Brink in another text says “47 villages”',
      );
      expect(start({ outlet: paper }, { outlet: paper })).toBe(`One article in ${paper} gives “31 villages” and another “47 villages”`);
      expect(start({ outlet: paper, speaker: by('Ada Brink') }, { outlet: paper, speaker: by('Ada Brink') })).toBe(
        `Ada Brink in ${paper} says “31 villages” in one article and “47 villages” in another`,
      );
      expect(start({ outlet: null, articleId: 'one' }, { outlet: null, articleId: 'one' })).toBe(
        'One text gives “31 villages” and “47 villages”',
      );
    });

    it('tells scopes that differ by one measure on both sides', () => {
      const scoped = (scope: string[], subject: string | null, asOf = '2031-05-04') => ({
        asOf,
        asOfBasis: 'event' as const,
        frame: { scope, subject },
      });
      expect(said(scoped(['Oster'], null), scoped([], 'Norland', '2031-05-06'))).toContain('the scopes differ (Oster / Norland)');
      expect(said(scoped(['Oster'], null), scoped([], null))).toContain('the scopes differ (Oster / no place stated)');
      const fixed = (asOf: string) => ({ asOf, asOfBasis: 'event' as const, frame: { aggregation: 'fixed' as const } });
      expect(said(fixed('2031-05-01'), fixed('2031-05-03'))).toContain('the scopes differ (1 May 2031 / 3 May 2031)');
    });

    it('says so when one figure is a plan', () => {
      expect(said({ frame: { modality: 'target' } })).toContain('one tells what is planned or expected, the other what is');
    });
  });

  it('says what may lie behind a conflict without silencing it', () => {
    const found = relate(
      claim('83', {
        noun: 'emergency shelters',
        frame: { head: 'shelter', modifiers: ['emergency'] },
        speaker: { name: 'Ada Brink', role: null, inferred: false },
      }),
      claim('89', { noun: 'shelters', frame: { head: 'shelter' }, speaker: { name: 'Tom Vale', role: null, inferred: false } }),
    );
    expect(found).toMatchObject({ kind: 'contradiction', alert: true });
    expect(found.possibleReasons.join('\n')).toMatch(/emergency shelters.*different bodies/s);
  });
});
