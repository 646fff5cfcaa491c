import { describe, expect, it } from 'vitest';
import { align, type RecordedClaim, sayingsOf } from '@/lib/measure';
import { claim } from './conflict-claims';

const trains = (id: string, figure: string, verb: string, act: string): RecordedClaim =>
  claim(figure, {
    ...{ id, articleId: `in ${id}`, textHash: `of ${id}`, noun: 'trains', text: `${figure} trains`, measure: `trains ${verb}` },
    frame: { head: 'train', act, terms: [verb, 'train'] },
  });

const wordsOf = (a: RecordedClaim, b: RecordedClaim) => align(a, b).reasons.map(({ words }) => words);

describe('reasons are put in words that people use', () => {
  it('with the act as the text has it, not with what is left of it', () => {
    const [a, b] = [trains('a', '12', 'cancelled', 'cancell'), trains('b', '14', 'cancelled', 'cancell')];
    expect(wordsOf(a, b)).toContain('both are about the act “cancelled”');
    expect(wordsOf(a, trains('c', '14', 'rerouted', 'rerout'))).toContain('one tells of “cancelled”, the other of “rerouted”');
  });

  it('with both words for one act where the texts have two', () => {
    const [a, b] = [trains('a', '12', 'cancelled', 'cancell'), trains('b', '14', 'cancelling', 'cancell')];
    expect(wordsOf(a, b)).toContain('both are about the act “cancelled” / “cancelling”');
  });

  it('with places alone, however the texts put what happened there', () => {
    const placed = (id: string, place: string) => claim('14', { id, articleId: id, textHash: id, frame: { act: 'die', scope: [place] } });
    expect(wordsOf(placed('a', 'at Kostava'), placed('b', 'Kostava'))).toContain('both about Kostava');
    expect(wordsOf(placed('a', 'near Kostava'), placed('b', 'Kostava'))).toContain('both about Kostava');
    expect(wordsOf(placed('a', 'at Kostava'), placed('b', 'near Halmar'))).toContain('Kostava / near Halmar');
    expect(wordsOf(placed('a', 'outside Norway'), placed('b', 'outside Norway'))).toContain('both about what is outside Norway');
  });

  it('with counted things in the plural, and days as people write them', () => {
    const [a, b] = [trains('a', '12', 'cancelled', 'cancell'), trains('b', '14', 'cancelled', 'cancell')];
    expect(wordsOf(a, b)).toContain('both count trains');
    const said = { speaker: { name: 'Ines Tallow', role: null, inferred: false }, publishedAt: '2031-05-04' };
    const [one] = sayingsOf({ ...a, ...said }, { ...b, ...said });
    expect(one?.reasons.map(({ words }) => words)).toContain('both told on 4 May 2031');
  });

  it('with the names that two articles share: whole, and the place that an adjective stands for', () => {
    const told = (id: string, names: string) =>
      claim('14', { id, articleId: id, textHash: id, frame: { act: 'die', story: names.split(' ') } });
    const here = 'harmir norland ostfen sandvik talvik';
    const beginsAlike = told('b', 'harmirtol norlanders ostfenby sandviken talvikson');
    expect(wordsOf(told('a', here), beginsAlike)).toContain('the articles share no names');
    expect(wordsOf(told('a', `${here} norwegian`), told('b', 'brem halmar kostava norway rudland'))).not.toContain(
      'the articles share no names',
    );
  });
});
