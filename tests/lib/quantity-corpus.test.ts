import { describe, expect, it } from 'vitest';
import { readQuantities } from '@/lib/quantity';
import { isCounted, meanings, meaningsIn, nothings, readingOf, sameMeaning, underlined } from '../corpora/read';

/** Rows under one heading, in the order of the file. */
function grouped<Row>(rows: readonly Row[], headingOf: (row: Row) => string): [heading: string, rows: Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(headingOf(row), [...(groups.get(headingOf(row)) ?? []), row]);
  return [...groups];
}

/** Where a row says that no number is seen. */
const UNSEEN = 'none';

describe('the corpus of quantities', () => {
  it('holds what the field asks for', () => {
    expect(meanings().length).toBeGreaterThanOrEqual(1500);
    expect(nothings().length).toBeGreaterThanOrEqual(600);
    for (const rows of [meanings(), nothings()]) expect(new Set(rows.map(({ phrase }) => phrase)).size).toBe(rows.length);
  });

  it.each(grouped(meanings(), ({ meaning }) => meaning))('%s', (meaning, rows) => {
    const failed = rows
      .map(({ phrase }) => ({ phrase, got: readingOf(phrase) }))
      .filter(({ got }) => !sameMeaning(got, meaning))
      .map(({ phrase, got }) => `"${phrase}" means ${meaning}, but was read as ${got}${underlined(phrase)}`);
    expect(failed.join('\n\n')).toBe('');
  });
});

describe('the corpus of what is no quantity', () => {
  it.each(grouped(nothings(), ({ reason }) => reason))('%s', (reason, rows) => {
    const failed = rows.flatMap(({ phrase }) => {
      const { quantities } = readQuantities(phrase);
      if (quantities.some(isCounted))
        return [`"${phrase}" counts nothing (${reason}), but was read as ${readingOf(phrase)}${underlined(phrase, quantities)}`];
      const reasons = quantities.length === 0 ? [UNSEEN] : quantities.map(({ excluded }) => String(excluded));
      const allowed = reason.split('/');
      return reasons.every((one) => allowed.includes(one))
        ? []
        : [`"${phrase}" is no quantity for another reason than ${reason}${underlined(phrase, quantities)}`];
    });
    expect(failed.join('\n\n')).toBe('');
  });
});

describe('a row that nobody could read', () => {
  const rows =
    (...lines: string[]) =>
    () =>
      meaningsIn(lines.map((line, k) => ({ line, at: `x.txt:${k + 1}` })));
  it.each([
    ['atleast 12 seats | at least 12 seats', /x\.txt:1: "atleast 12 seats" is no meaning/],
    ['[12,10 seats | 12 seats', /is no meaning/],
  ])('%s', (line, said) => {
    expect(rows(line)).toThrow(said);
  });

  it('is named with its line, also for a tab and for a meaning without phrases', () => {
    expect(rows('12 seats', '\tThey took 12 seats.')).toThrow(/x\.txt:2: a phrase is indented by two blanks/);
    expect(rows('12 seats', '13 seats | 13 seats')).toThrow(/x\.txt:1: no phrase stands under "12 seats"/);
    expect(rows('12 seats', '  They took 12 seats.')()).toEqual([{ meaning: '12 seats', phrase: 'They took 12 seats.' }]);
  });
});
