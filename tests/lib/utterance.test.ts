import { describe, expect, it } from 'vitest';
import { relate } from '@/lib/conflict';
import { type PairJudgement, sayingsOf, settle } from '@/lib/measure';
import { claim } from './conflict-claims';

const BY = { name: 'Mara Quill', role: 'harbour master', inferred: false };
const AT = { name: 'press conference', day: '2031-05-04' };
const abouts = (...pair: [ReturnType<typeof claim>, ReturnType<typeof claim>]) => sayingsOf(...pair).map(({ about }) => about);

describe('two outlets may report one utterance, or one occasion', () => {
  it('where one speaker is named on one day, with reasons that add up to the score', () => {
    const pair = [claim('12', { speaker: BY }), claim('15', { speaker: BY })] as const;
    const [found] = sayingsOf(...pair);
    expect(found).toMatchObject({
      about: 'utterance',
      reasons: expect.arrayContaining([{ feature: 'speaker', weight: 0.5, words: 'both by Mara Quill' }]),
    });
    expect(found!.reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(found!.score);
    expect(sayingsOf(pair[1], pair[0])).toEqual([found]);
  });

  it('where two speakers stand at one press conference it is an occasion, and no utterance', () => {
    const other = { ...BY, name: 'Jory Finch' };
    expect(abouts(claim('12', { speaker: BY, occasion: AT }), claim('15', { speaker: other, occasion: AT }))).toEqual(['occasion']);
    expect(
      abouts(claim('12', { speaker: BY, occasion: AT }), claim('15', { speaker: other, occasion: { ...AT, day: '2031-05-09' } })),
    ).toEqual([]);
  });

  it('never where nobody is named, on two days, in one article or in a reprint', () => {
    const one = claim('12', { speaker: BY });
    expect(abouts(one, claim('12'))).toEqual([]);
    expect(abouts(one, claim('15', { speaker: BY, publishedAt: '2031-06-01' }))).toEqual([]);
    expect(abouts(one, claim('15', { speaker: BY, articleId: one.articleId }))).toEqual([]);
    expect(abouts(one, claim('12', { speaker: BY, textHash: one.textHash }))).toEqual([]);
  });
});

describe('what people say of an utterance decides how its reports stand', () => {
  const [one, other] = [claim('12', { speaker: BY, occasion: AT }), claim('15', { speaker: BY, occasion: AT })];
  const [early, late] = [claim('12', { speaker: BY }), claim('15', { speaker: BY })];
  const said = (about: PairJudgement['about'], word: PairJudgement['word'], a: string, b: string) =>
    settle([{ id: 'j', about, a, b, word, by: 'anna', seq: 1 }]);

  it.each([
    ['the engine finds one speaker at one occasion', relate(one, other), 'reported-differently'],
    ['somebody says that these were two utterances', relate(one, other, said('utterance', 'different', one.id, other.id)), 'contradiction'],
    ['somebody says that these were two occasions', relate(one, other, said('occasion', 'different', one.id, other.id)), 'contradiction'],
    ['nothing tells of an occasion', relate(early, late), 'contradiction'],
    [
      'somebody says that both report one utterance',
      relate(early, late, said('utterance', 'same', early.id, late.id)),
      'reported-differently',
    ],
    [
      'somebody says that both report one occasion',
      relate(early, late, said('occasion', 'same', early.id, late.id)),
      'reported-differently',
    ],
    ['nobody is sure', relate(early, late, said('utterance', 'unsure', early.id, late.id)), 'contradiction'],
  ])('%s', (_, { kind }, expected) => {
    expect(kind).toBe(expected);
  });

  it('and moves no claim into another question', () => {
    const { bonds, clashes } = said('utterance', 'same', one.id, other.id);
    expect([bonds.areTogether(one.id, other.id), clashes]).toEqual([false, []]);
  });
});
