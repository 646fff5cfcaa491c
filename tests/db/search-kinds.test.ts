import { expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { acceptArticle } from '@/db/claims';
import type { Database } from '@/db/open';
import { foundRecords, searchFor } from '@/db/published';
import { articles } from '@/db/schema';
import { article } from './intake-world';
import { seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

const STORIES: [outlet: string, text: string][] = [
  ['Marsh Courier', 'Officials in Marsh End said on Monday that 83 countries had taken up the relief plan.'],
  ['Valley Post', 'The storm closed 12 schools in the valley, Mayor Rosa Lind said.'],
  ['Harbour Herald', 'The port of Tolmir handled 1.2 million barrels of oil in March, the harbour office said.'],
  ['Harbour Herald', 'The flood of Barven killed 84 people, the police of Barven said.'],
  ['Valley Post', 'The fire in Kestlun killed 91 people, firefighters said.'],
  ['Evening Echo', 'The council of Lunvik planted 400 trees along the old pier, engineers said.'],
];

/** What each kind of asking must find among the first three: words of the sentence of a claim. */
const ASKED: [kind: string, asked: Parameters<typeof searchFor>[1], holds: string][] = [
  ['a phrase', { typed: '"old pier"' }, 'Lunvik'],
  ['words', { typed: 'trees council' }, 'Lunvik'],
  ['a number with what it counts', { typed: '83 countries' }, 'relief plan'],
  ['a number in words', { typed: 'eighty-three countries' }, 'relief plan'],
  ['a number in another scale', { typed: '1,200,000 barrels' }, 'Tolmir'],
  ['a number in short', { typed: '1.2m barrels' }, 'Tolmir'],
  ['a number by itself', { typed: '83' }, 'relief plan'],
  ['a range in signs', { typed: '>= 80 and < 90 people' }, 'Barven'],
  ['a range in words', { typed: '80-90 people' }, 'Barven'],
  ['a range in fields', { typed: '', min: '90', max: '95', unit: 'people' }, 'Kestlun'],
  ['a source', { typed: 'Evening Echo' }, 'Lunvik'],
  ['a source with a number', { typed: 'Courier 83' }, 'relief plan'],
  ['a speaker', { typed: 'Rosa Lind' }, 'schools'],
  ['a mistyped word', { typed: 'barells Tolmri' }, 'Tolmir'],
  ['a mistyped source', { typed: 'Eveinng Echo' }, 'Lunvik'],
  ['a mistyped speaker', { typed: 'Rosa Lindd' }, 'schools'],
];

async function known(): Promise<Database> {
  const db = await newRecord();
  const anna = await seedPerson(db, 'Anna');
  const inputs = STORIES.map(([outlet, text], at) => article({ externalId: `a${at}`, text, outlet, publishedAt: '2026-02-03' }));
  await addArticles(db, inputs, OWNER, NOW);
  for (const { id } of await db.read.select({ id: articles.id }).from(articles)) await acceptArticle(db, { id }, anna, minutesLater(1));
  return db;
}

it('R10: search finds by number, phrase, range, source, speaker and typo within three results', async () => {
  const db = await known();
  for (const [kind, asked, holds] of ASKED) {
    const found = await foundRecords(db.read, (await searchFor(db.read, asked)).hits);
    const quotes = found.claims.slice(0, 3).map((claim) => claim.quote.pieces.map(({ text }) => text).join(''));
    expect(quotes.filter((quote) => quote.includes(holds)).length, `by ${kind}`).toBeGreaterThan(0);
    expect(
      found.measures.slice(0, 3).some(({ claims }) => claims.some(({ id }) => id === found.claims[0]?.id)),
      `by ${kind}`,
    ).toBe(true);
  }
});
