import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Claim, readArticle } from '@/lib/claim';

const folder = new URL('../corpora/golden/', import.meta.url);

/** One line a claim, as prose a reviewer of a difference can follow. */
function line({ text, low, high, unit, measure, speaker, asOf, asOfBasis, partOf, occasion, frame }: Claim, index: number): string {
  const who = speaker ? `${speaker.name}${speaker.role ? `, ${speaker.role}` : ''}${speaker.inferred ? ' (inferred)' : ''}` : 'the outlet';
  const question = [frame.act, frame.direction, frame.subject, ...frame.scope].filter((part) => part !== null).join(' · ');
  return [
    `${index}. "${text.replace(/\s+/g, ' ')}" = [${low ?? '-∞'}, ${high ?? '∞'}] ${unit ?? ''}`.trimEnd(),
    `   counts ${measure} (${question || 'nothing more'}; ${frame.aggregation}, ${frame.modality})`,
    `   says ${who}${occasion ? ` at ${occasion.name}, ${occasion.day}` : ''}; as of ${asOf} (${asOfBasis})${partOf === null ? '' : `; part of ${partOf}`}`,
  ].join('\n');
}

/** `npx vitest run tests/lib/golden.test.ts -u` writes the readings anew; review the difference as prose. */
describe('golden articles', () => {
  it.each([
    ['flood', '2021-06-18'],
    ['strike', '2022-06-21'],
  ])('%s', async (name, publishedAt) => {
    const text = readFileSync(new URL(`${name}.txt`, folder), 'utf8');
    const { claims, quantities } = readArticle(text, { publishedAt, outlet: 'Harbour News', title: null, language: 'en' });
    const set = quantities
      .filter(({ excluded }) => excluded !== null)
      .map(({ figure, excluded }) => `- ${text.slice(figure.start, figure.end)}: ${excluded}`);
    await expect(`${claims.map(line).join('\n')}\n\nNo claims:\n${set.join('\n')}\n`).toMatchFileSnapshot(
      `../corpora/golden/${name}.reading.txt`,
    );
  });
});
