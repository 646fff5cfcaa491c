import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { haveOneOrigin, originsAmong, passagesOf, sharedPassages } from '@/lib/article';
import { CUTS, textOf, WIRE, WITNESS } from '../corpora/wire';

const shared = (a: string, b: string) => sharedPassages(passagesOf(a), passagesOf(b));
const oneOrigin = (a: string, b: string) => haveOneOrigin(passagesOf(a), passagesOf(b));
const wire = textOf(WIRE);

describe('the reprints of one text', () => {
  it.each(Object.entries(CUTS))('%s', (_what, text) => {
    expect(shared(wire, text)).toBeGreaterThan(0.65);
    expect(oneOrigin(wire, text)).toBe(true);
  });

  it('are one origin, fourteen of them, and another text of the same night is a second', () => {
    const texts = [...Object.values(CUTS), textOf(WITNESS)];
    const articles = texts.map((text, at) => ({ id: `article ${at}`, textHash: text, passages: passagesOf(text) }));
    expect(articles).toHaveLength(15);
    const origins = [...originsAmong(articles).values()];
    expect(new Set(origins.slice(0, 14))).toEqual(new Set(['article 0']));
    expect(origins[14]).toBe('article 14');
  });

  it('are not told by a quote that two reporters heard', () => {
    expect(shared(wire, textOf(WITNESS))).toBeGreaterThan(0);
    expect(shared(wire, textOf(WITNESS))).toBeLessThan(0.2);
    expect(oneOrigin(wire, textOf(WITNESS))).toBe(false);
  });

  it('are not told by a few words, whole as the text is', () => {
    const brief = 'The harbour office counted twelve lost barges that night.';
    expect([shared(brief, brief), oneOrigin(brief, brief)]).toEqual([1, false]);
    const same = [1, 2].map((id) => ({ id: String(id), textHash: 'one', passages: passagesOf(brief) }));
    expect([...originsAmong(same).values()]).toEqual(['1', '1']);
  });

  it('keep digits: two bulletins in one form are two', () => {
    const bulletin = (figures: readonly number[]) =>
      figures.map((n, at) => `Gauge ${at} of the harbour showed ${n} centimetres at ${n % 12}.${at} today`).join('. ');
    expect(oneOrigin(bulletin([310, 275, 188, 402, 367]), bulletin([311, 279, 184, 405, 362]))).toBe(false);
    expect(oneOrigin(bulletin([310, 275, 188, 402, 367]), bulletin([310, 275, 188, 402, 367]))).toBe(true);
    expect([shared(`${wire} 1,200.5`, `${wire} 1200.5`), shared(wire, wire.replace(/'|"/g, '’'))]).toEqual([1, 1]);
  });
});

describe('what was added to a text or cut from it', () => {
  const word = fc.string({ minLength: 1, maxLength: 7, unit: fc.constantFrom(...'abcdefghij') });
  const prose = (least: number, most: number) => fc.array(word, { minLength: least, maxLength: most }).map((some) => some.join(' '));

  it('before and behind it hides no passage', () => {
    fc.assert(
      fc.property(prose(12, 200), prose(0, 60), prose(0, 60), (text, before, behind) => {
        const longer = `${before}.\n\n${text}\n\n${behind}`;
        expect(shared(text, longer)).toBe(1);
        expect(originsAmong(asArticles([text, longer])).size).toBe(2);
      }),
      { numRuns: 60 },
    );
  });

  it('from a long one leaves a part that is found in it', () => {
    fc.assert(
      fc.property(prose(600, 1500), fc.nat(10), (text, from) => {
        const words = text.split(' ');
        const part = words.slice((words.length * from) / 16, (words.length * (from + 4)) / 16).join(' ');
        expect(shared(text, part)).toBe(1);
        expect(oneOrigin(text, part)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same looked at from either side, and nothing is shared by texts of other words', () => {
    fc.assert(
      fc.property(prose(0, 700), prose(0, 700), fc.nat(700), (a, b, cut) => {
        const mixed = `${a.slice(0, cut)} ${b}`;
        const share = shared(a, mixed);
        expect(share).toBe(shared(mixed, a));
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(shared(a.toUpperCase(), b.replace(/[a-j]/g, 'x$&'))).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('stands in no order: groups are the same whichever comes first', () => {
    const texts = [...Object.values(CUTS).slice(0, 6), textOf(WITNESS), 'Nine other words stand alone in this last text'];
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: texts.length }), (some) => {
        const origins = originsAmong(asArticles(some));
        expect(new Set(origins.values()).size).toBe(3);
        expect(origins.get(some[0]!)).toBe(some[0]);
      }),
      { numRuns: 20 },
    );
  });

  const asArticles = (texts: string[]) => texts.map((text) => ({ id: text, textHash: text, passages: passagesOf(text) }));
});

describe('a hostile text', () => {
  const MB = 1 << 20;
  it.each([
    ['blanks', ' '.repeat(MB)],
    ['one word', 'a'.repeat(MB)],
    ['one word again and again', 'spam '.repeat(MB / 5)],
    ['digits and commas', '1,'.repeat(MB / 2)],
    ['halves of characters', '\ud83d '.repeat(MB / 2)],
    ['accents without letters', '\u0301'.repeat(MB)],
    ['all words differ', Array.from({ length: MB / 6 }, (_, at) => at.toString(36)).join(' ')],
  ])('costs a moment and keeps little: %s', (_what, text) => {
    const begun = performance.now();
    expect(passagesOf(text).length).toBeLessThanOrEqual(256);
    // About 40 ms; the room is for a busy machine.
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
