import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ENGINE_VERSION } from '@/lib/claim';
import { READING_QUALITY } from '@/lib/publication';
import { heldOut, plainMeaning, readingOf } from '../corpora/read';

it('N10: what is published of the reader is what it reads of the frozen set, in this version', () => {
  const counts = { rows: 0, expected: 0, found: 0, right: 0 };
  const missed: string[] = [];
  for (const { meaning, phrase } of heldOut()) {
    const expected = meaning.split(' ; ').map(plainMeaning);
    const read = readingOf(phrase);
    const found = read === 'nothing' ? [] : read.split(' ; ').map(plainMeaning);
    counts.rows += 1;
    counts.expected += expected.length;
    counts.found += found.length;
    const left = [...found];
    for (const one of expected) {
      const at = left.indexOf(one);
      if (at < 0) missed.push(`${phrase}: ${meaning}, read as ${read}`);
      else left.splice(at, 1);
    }
    counts.right += found.length - left.length;
  }
  const { rows, expected, found, right, version, sha256 } = READING_QUALITY;
  expect({ counts, missed: missed.length }, missed.join('\n')).toEqual({
    counts: { rows, expected, found, right },
    missed: expected - right,
  });
  expect(version).toBe(ENGINE_VERSION);
  const file = readFileSync(new URL('../corpora/held-out.txt', import.meta.url));
  expect(sha256).toBe(createHash('sha256').update(file).digest('hex'));
});
