import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, groupClaims, type RecordedClaim } from '@/lib/measure';
import { claim, over } from './conflict-claims';
import { between, paper, read } from './news';

const terms = (sentence: string): string[] => [...new Set(sentence.toLowerCase().match(/[a-z]{3,}/g) ?? [])].sort();

/** Two papers on one flood, one on a strike; wholes, parts, directions and a figure for two things at once. */
function corpus(): RecordedClaim[] {
  const aid = { act: 'aid', subject: 'Norland', terms: terms('norland relief given towns harbours storm') };
  const total = claim('30', {
    id: 'total',
    articleId: 'x',
    textHash: 'x',
    noun: 'towns',
    text: '30 towns',
    frame: { ...aid, head: 'town', direction: 'out' },
  });
  return [
    claim('36', {
      id: 'both',
      articleId: 'y',
      textHash: 'y',
      noun: 'towns and harbours',
      text: '36 towns and harbours',
      frame: { ...aid, head: 'town', direction: 'out' },
    }),
    total,
    claim('5', {
      id: 'harbours',
      articleId: 'x',
      textHash: 'x',
      span: { start: 20, end: 30 },
      noun: 'harbours',
      frame: { ...aid, head: 'harbour', direction: 'out' },
    }),
    claim('18', {
      id: 'part1',
      articleId: 'x',
      textHash: 'x',
      partOf: 'total',
      span: { start: 40, end: 50 },
      noun: 'northern towns',
      frame: { ...aid, head: 'town', scope: ['north'], direction: 'out' },
    }),
    claim('12', {
      id: 'part2',
      articleId: 'x',
      textHash: 'x',
      partOf: 'total',
      span: { start: 60, end: 70 },
      noun: 'southern towns',
      frame: { ...aid, head: 'town', scope: ['south'], direction: 'out' },
    }),
    claim('30', { id: 'back', articleId: 'z', textHash: 'z', noun: 'towns', frame: { ...aid, head: 'town', direction: 'in' } }),
    claim('12', {
      id: 'dead',
      articleId: 'z',
      textHash: 'z',
      noun: 'people',
      frame: { head: 'people', act: 'die', terms: terms('storm killed people coast') },
    }),
    claim('12', {
      id: 'deaths',
      articleId: 'y',
      textHash: 'y',
      noun: 'deaths',
      frame: { head: 'death', act: 'die', terms: terms('storm coast deaths reported') },
    }),
    claim('12', {
      id: 'hurt',
      articleId: 'y',
      textHash: 'y',
      span: { start: 90, end: 95 },
      noun: 'people',
      frame: { head: 'people', act: 'injure', terms: terms('storm injured people coast') },
    }),
    over('300', '100', {
      id: 'strike',
      articleId: 'w',
      textHash: 'w',
      noun: 'drivers',
      frame: { head: 'driver', act: 'strike', subject: 'union', terms: terms('bus drivers walked out pay depot') },
    }),
  ];
}

const shape = (claims: RecordedClaim[]) => groupClaims(claims).measures.map((measure) => measure.claims);

describe('which claims answer the same question', () => {
  it('keeps parts with their total, and two things counted apart with the figure for both', () => {
    expect(shape(corpus())).toContainEqual(expect.arrayContaining(['both', 'total', 'harbours', 'part1', 'part2']));
  });

  it('keeps apart what goes the other way, what happened to other people, and other stories', () => {
    const home = new Map(shape(corpus()).flatMap((ids, at) => ids.map((id) => [id, at] as const)));
    expect(home.get('dead')).toBe(home.get('deaths'));
    const apart = ['total', 'back', 'dead', 'hurt', 'strike'].map((id) => home.get(id));
    expect(new Set(apart).size).toBe(5);
  });

  it('keeps apart the same count in two places', () => {
    const north = claim('14', { frame: { scope: ['north shore'] } });
    const south = claim('14', { frame: { scope: ['south shore'] } });
    const grouping = groupClaims([north, south]);
    expect(grouping.measures).toHaveLength(2);
    expect(grouping.suggestions).toHaveLength(1);
  });

  it('holds it against two claims that months lie between them, or that only one tells what befell people', () => {
    const one = claim('14');
    const weightOf = (other: RecordedClaim, feature: string) =>
      align(one, other).reasons.find((found) => found.feature === feature)?.weight ?? 0;
    expect(weightOf(claim('15', { asOf: '2031-05-20' }), 'time')).toBe(0);
    expect(weightOf(claim('15', { asOf: '2031-08-20' }), 'time')).toBeLessThan(0);
    expect(weightOf(claim('15', { asOf: '2031' }), 'time')).toBeGreaterThanOrEqual(0);
    const people = claim('14', { noun: 'people', frame: { head: 'people', act: null } });
    const hurt = claim('15', { noun: 'people', frame: { head: 'people', act: 'injure' } });
    expect(align(people, hurt).reasons).toContainEqual(expect.objectContaining({ feature: 'act', words: 'only one tells of “injure”' }));
    const moved = claim('15', { noun: 'people', asOf: '2031-08-06', frame: { head: 'people', act: 'repair' } });
    expect(align(hurt, moved).reasons.map(({ words }) => words)).toEqual(
      expect.arrayContaining(['one tells of “injure”, the other of “repair”', 'as of 4 May 2031 / as of 6 August 2031']),
    );
  });

  it('holds it against two short notes that they share no name, and that each is about somebody else', () => {
    const told = (story: string[], subject: string) =>
      claim('14', { articleId: story.join(), textHash: story.join(), frame: { story, subject } });
    const one = told(['norland'], 'Norland');
    const weighed = (other: RecordedClaim) => align(one, other).reasons.map(({ feature, weight }) => `${feature} ${Math.sign(weight)}`);
    expect(weighed(told(['sudmark'], 'Sudmark'))).toEqual(expect.arrayContaining(['story -1', 'subject -1']));
    expect(weighed(told(['norland', 'sudmark'], 'Norland'))).toContain('subject 1');
    expect(weighed(told(['norland', 'sudmark'], 'Norland'))).not.toContain('story -1');
    expect(align(one, told(['sudmark'], 'Sudmark')).veto).toBeNull();
    const many = ['alder', 'birch', 'cedar', 'elder', 'hazel'];
    expect(align(told(many, 'Alder'), told(['maple', 'olive', 'poplar', 'rowan', 'willow'], 'Maple')).veto).toBe('text');
  });

  it('keeps apart two acts on one thing beside a claim that counts this thing and another', () => {
    const aid = { act: 'aid', subject: 'Norland', terms: terms('norland given assistance to states') };
    const both = claim('83', { id: 'both', articleId: 'b', textHash: 'b', noun: 'states and bodies', frame: { ...aid, head: 'state' } });
    const given = claim('89', { id: 'given', articleId: 'g', textHash: 'g', noun: 'states', frame: { ...aid, head: 'state' } });
    const part = { partOf: 'given', noun: 'states', articleId: 'g', textHash: 'g' };
    const parts = ['28', '61'].map((figure, at) =>
      claim(figure, { ...part, id: `part${at}`, span: { start: 50 * at, end: 9 }, frame: { ...aid, act: null, head: 'state' } }),
    );
    const met = claim('100', { id: 'met', articleId: 'm', textHash: 'm', noun: 'states', frame: { ...aid, act: 'meet', head: 'state' } });
    expect(shape([both, given, ...parts, met]).filter((ids) => ids.includes('met'))).toEqual([['met']]);
    expect(shape([both, given, ...parts, met]).find((ids) => ids.includes('both'))).toContain('given');
  });

  it('takes those who are in a state for people: "40 hurt" and "40 people were hurt" ask one question', () => {
    const hurt = claim('40', { noun: 'hurt', frame: { head: 'hurt', act: null } });
    const people = claim('41', { noun: 'people', frame: { head: 'person', act: 'injure' } });
    expect(align(hurt, people).veto).toBeNull();
    expect(align(claim('40', { noun: 'killed', frame: { head: 'killed', act: null } }), people).veto).toBe('act');
  });

  it('takes jobs that are cut for workers who are laid off', () => {
    const jobs = claim('400', { noun: 'jobs', frame: { head: 'job', act: 'cut' } });
    expect(align(jobs, claim('420', { noun: 'workers', frame: { head: 'worker', act: 'dismiss' } })).veto).toBeNull();
    expect(align(claim('400', { noun: 'jobs', frame: { head: 'job', act: 'build' } }), jobs).veto).not.toBeNull();
  });

  it('gives each suggestion its score and reasons in plain words', () => {
    const [suggestion] = groupClaims([claim('14'), claim('15')]).suggestions;
    expect(suggestion?.score).toBeGreaterThan(0.45);
    expect(suggestion?.reasons.map(({ words }) => words)).toEqual(expect.arrayContaining(['both count villages', 'both are about river']));
  });

  it('does not depend on the order or the ids of the claims', () => {
    const expected = shape(corpus());
    fc.assert(
      fc.property(fc.shuffledSubarray(corpus(), { minLength: corpus().length }), (shuffled) => {
        expect(shape(shuffled)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
    const renamed = corpus().map((one, at) => ({ ...one, id: `r${99 - at}`, partOf: one.partOf && 'r98' }));
    expect(shape(renamed).map((ids) => ids.length)).toEqual(expected.map((ids) => ids.length));
  });

  it('every claim stands in exactly one measure', () => {
    const ids = shape(corpus()).flat();
    expect(ids.slice().sort()).toEqual(
      corpus()
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('keeps the id that most members had, and gives no id twice', () => {
    const old = corpus().map((one) => ({ ...one, measureId: ['both', 'total', 'back'].includes(one.id) ? 'kept' : null }));
    const ids = groupClaims(old).measures.filter(({ id }) => id === 'kept');
    expect(ids).toHaveLength(1);
    expect(ids[0]?.claims).toContain('total');
  });

  it('asks a question in its title, or quotes', () => {
    const titles = groupClaims(corpus()).measures.map(({ title }) => title);
    expect(titles).toContain('How many towns and harbours has Norland given assistance to?');
    for (const title of titles) expect(title).toMatch(/^(?:How .+\?|“.+”)$/);
  });

  it('is not blinded by one text that says a thing of like words many hundred times', () => {
    const shut = Array.from({ length: 700 }, (_, ward) => `The storm closed ${ward + 10} kilns in Oster.`).join(' ');
    const told = read(
      paper('A', 'The storm closed 12 kilns in Oster.'),
      paper('B', 'The storm closed 90 kilns in Oster.'),
      paper('C', shut),
    );
    expect(between(told, '12 kilns', '90 kilns')).not.toBe('apart');
    expect(told.measures.filter(({ claims }) => claims.length === 1)).toEqual([]);
  });

  it('has nothing to say about nothing', () => {
    expect(groupClaims([])).toEqual({ measures: [], suggestions: [] });
  });
});
