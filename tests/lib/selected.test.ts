import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOfQuote } from '@/lib/article';
import { type ArticleContext, readSelected } from '@/lib/claim';

const CONTEXT: ArticleContext = { publishedAt: '2024-05-03', outlet: 'Radio Otter', title: null, language: 'en' };
const TEXT =
  'The storm closed about 40 schools in the valley on Friday, mayor Rosa Lind said. She named 12 northern, 10 southern and 18 hill schools, and 1.2 million euros of damage.';

/** The selection of these words where they stand first. */
const select = (text: string, words: string, context = CONTEXT) => {
  const start = text.indexOf(words);
  return readSelected(text, { start, end: start + words.length }, context);
};

const claimIn = (text: string, words: string) => {
  const read = select(text, words);
  if (!read.ok) throw new Error(`${read.refusal.code}: ${read.refusal.cause}`);
  return read.value;
};

describe('reading selected words', () => {
  it('takes number, hedge, unit and noun from the words alone, the rest from around them', () => {
    const whole = claimIn(TEXT, 'about 40 schools');
    expect(whole).toMatchObject({ low: '40', high: '40', hedge: 'about', noun: 'schools', text: 'about 40 schools' });
    expect(whole.speaker).toMatchObject({ name: 'Rosa Lind' });
    expect(TEXT.slice(whole.span.start, whole.span.end)).toBe(whole.text);
    expect(TEXT.slice(whole.sentence.start, whole.sentence.end)).toContain('The storm closed');
    expect(claimIn(TEXT, '40 schools')).toMatchObject({ hedge: 'exact', noun: 'schools', text: '40 schools' });
    expect(claimIn(TEXT, '1.2 million euros')).toMatchObject({ low: '1200000', unit: 'EUR' });
  });

  it('widens a selection to whole words, so that no number is cut', () => {
    expect(claimIn(TEXT, '0 scho')).toMatchObject({ low: '40', text: '40 schools' });
    expect(select(TEXT, '1.2')).toMatchObject({ ok: false, refusal: { code: 'NumberCut' } });
  });

  it('takes what a lone number counts from around it', () => {
    expect(claimIn(TEXT, '40')).toMatchObject({ low: '40', noun: 'schools' });
  });

  it('says what it found where that is not one number', () => {
    expect(select(TEXT, '12 northern, 10 southern')).toMatchObject({
      ok: false,
      refusal: { code: 'SeveralNumbers', cause: expect.stringContaining('“10 southern”'), field: 'quote' },
    });
    expect(select(TEXT, 'The storm')).toMatchObject({ refusal: { code: 'NoNumberSelected' } });
    expect(select('They met at 16:52 on Friday.', 'at 16:52')).toMatchObject({
      refusal: { code: 'NoQuantitySelected', cause: expect.stringContaining('it is a time of day') },
    });
    expect(select(`Of ${'x'.repeat(500)} 12 boats sank.`, `${'x'.repeat(500)} 12 boats`)).toMatchObject({
      refusal: { code: 'SelectionTooLong' },
    });
  });

  it('reads no language that the engine does not read', () => {
    expect(select('Es sanken 12 Boote.', '12 Boote', { ...CONTEXT, language: 'de' })).toMatchObject({
      refusal: { code: 'LanguageNotRead' },
    });
  });

  it('reads among markup, marks that turn the text round and signs beyond the first plane', () => {
    for (const around of ['<b onclick="x()">', '\u202e', '🚢🚢', '&lt;', '\u2066']) {
      const text = `Officials said that ${around} 12 boats ${around} sank.`;
      const claim = claimIn(text, '12 boats');
      expect(claim).toMatchObject({ low: '12', noun: 'boats', text: '12 boats' });
      expect(text.slice(claim.span.start, claim.span.end)).toBe('12 boats');
    }
    const text = 'Officials said that 🚢 12 boats sank.';
    const half = text.indexOf('🚢') + 1;
    expect(readSelected(text, { start: half, end: half + 10 }, CONTEXT)).toMatchObject({ ok: true, value: { low: '12' } });
  });

  it('reads in the midst of five megabytes what it reads in a short text', () => {
    const filler = 'Nothing of note was told about the harbour that day.\n'.repeat(50_000);
    const text = `${filler}${TEXT}\n${filler}`;
    const claim = claimIn(text, 'about 40 schools');
    expect(claim).toMatchObject({ low: '40', hedge: 'about', speaker: { name: 'Rosa Lind' } });
    expect(text.slice(claim.span.start, claim.span.end)).toBe('about 40 schools');
    expect(text.slice(claim.figure.start, claim.figure.end)).toBe('40');
  });

  it('never throws, and what it reads stands in the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.integer({ min: -2, max: 90 }),
        fc.integer({ min: -2, max: 90 }),
        (noise, start, end) => {
          const text = `${noise} 12 boats ${noise}`;
          const read = readSelected(text, { start, end }, CONTEXT);
          if (read.ok) expect(text.slice(read.value.span.start, read.value.span.end)).toBe(read.value.text);
        },
      ),
    );
  });
});

describe('the places of a quote', () => {
  it('are those where it stands letter for letter, else those where its blanks are others', () => {
    expect(placesOfQuote(TEXT, ' 40 schools ')).toEqual([{ start: TEXT.indexOf('40'), end: TEXT.indexOf('40') + 10 }]);
    const wrapped = 'About 40\n   schools\u00a0closed. About 40\tschools.';
    expect(placesOfQuote(wrapped, '40 schools').map(({ start, end }) => wrapped.slice(start, end))).toEqual([
      '40\n   schools',
      '40\tschools',
    ]);
    expect(placesOfQuote(wrapped, 'About').map(({ start }) => start)).toEqual([0, wrapped.lastIndexOf('About')]);
    expect(placesOfQuote(wrapped, '40 pupils')).toEqual([]);
    expect(placesOfQuote(wrapped, '  ')).toEqual([]);
  });

  it('are fifty at most, whatever the text', () => {
    expect(placesOfQuote('12 boats '.repeat(100_000), '12 boats')).toHaveLength(50);
  });
});
