import { describe, expect, it } from 'vitest';
import type { Reads } from '@/db/open';
import { quotesOf } from '@/db/published/quotes';
import { articles, claims } from '@/db/schema';
import { passageOf } from '@/lib/publication';
import * as world from './public-world';
import { NOW, newRecord } from './world';

const long = (words: number): string => Array.from({ length: words }, (_, at) => `wörd${at}`).join(' ');

describe('a quote', () => {
  it.each([
    ['in plain words', 'First. They counted {12 boats|a} there. Last.'],
    ['behind letters of two bytes', 'Gräßliche Fälle. Čtyři: {12 boats|a} there. Last.'],
    ['behind signs that are two for a string', '🚢🚢 First 🚢. They 🚢 counted {12 boats|a} 🚢 there. Last.'],
    ['behind a sign that is two, in another sentence', `🚢. ${long(300)}. They counted {12 boats|a} there. Last.`],
    ['in a sentence without an end', `${long(2000)} {12 boats|a} ${long(2000)}`],
    ['at the beginning of such a sentence', `So {12 boats|a} ${long(2000)}`],
    ['at the end of such a sentence', `${long(2000)} {12 boats|a}.`],
    [
      'among many of one article',
      `${['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key, at) => `There were {${at} boats|${key}} then.`).join(' ')}`,
    ],
  ])('%s is cut from its text as if the whole text were at hand', async (_, text) => {
    const db = await newRecord();
    const boats = await world.measure(db, 'How many boats?', NOW);
    const keys = [...text.matchAll(/\|(\w)\}/g)].map((match) => match[1]!);
    const told = Object.fromEntries(keys.map((key) => [key, { measure: boats, value: '12', noun: 'boats' }]));
    await world.tell(db, { outlet: 'Daily Post', publishedAt: null, title: 'T', text }, told, NOW);
    const rows = await db.read.select().from(claims);
    const whole = (await db.read.select().from(articles).get())!.text;
    const quotes = await quotesOf(db.read as Reads, rows);
    expect(rows).toHaveLength(keys.length);
    for (const row of rows) {
      const mark = { start: row.start, end: row.end, id: row.id };
      expect(quotes.get(row.id)).toEqual(passageOf(whole, { start: row.sentenceStart, end: row.sentenceEnd }, mark));
    }
  });
});
