import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { tellChanges } from '@/db/changes';
import { acceptArticle } from '@/db/claims';
import { articles, claims, publicChanges } from '@/db/schema';
import { article } from '../db/intake-world';
import { taken } from '../db/public-world';
import { type ServedRecord, servedRecord } from '../db/served-record';
import { minutesLater } from '../db/world';
import { ask } from './public-routes';

let record: ServedRecord;
beforeEach(async () => {
  record = await servedRecord();
});
afterEach(() => record.end());

const lines = async (path: string) => {
  const { document } = parseHTML(await (await ask(path)).text());
  return {
    titles: [...document.querySelectorAll('.history > li > a')].map((link) => link.textContent!),
    next: document.querySelector('a[rel=next]')?.getAttribute('href') ?? null,
  };
};

it('the list of changes tells what readers were told, the last first, once each, part by part, and nothing that waits', async () => {
  const { db, anna } = record;
  const told = (outlet: string, schools: number) =>
    article({
      externalId: outlet,
      outlet,
      text: `The storm closed ${schools} schools in the valley, officials said.`,
      publishedAt: '2024-05-05',
    });
  await addArticles(db, [told('Harbour Post', 12), told('Bay Herald', 19), told('Unread Mail', 33)], OWNER, minutesLater(1));
  for (const { id, externalId } of await db.read.select().from(articles))
    if (externalId !== 'Unread Mail') taken(await acceptArticle(db, { id }, anna, minutesLater(2)));
  while ((await tellChanges(db, minutesLater(3))).left);
  const first = await lines('/changes');
  expect(first.titles).toContain('New disagreement: 12 schools / 19 schools');
  expect(first.titles).toEqual(expect.arrayContaining(['Harbour Post: 12 schools', 'Bay Herald: 19 schools']));
  expect(first.titles.join(' ')).not.toContain('33');
  expect(first.next).toBeNull();

  const measureId = (await db.read.select().from(claims).get())!.measureId!;
  const more = Array.from({ length: 60 }, (_, n) => ({
    measureId,
    urn: `urn:test:${n}`,
    at: minutesLater(10 + n),
    kind: 'updated' as const,
  }));
  await db.write((tx) => tx.insert(publicChanges).values(more));
  const seen: string[] = [];
  let parts = 0;
  for (let path: string | null = '/changes?after=99999'; path !== null; parts += 1) {
    const part: Awaited<ReturnType<typeof lines>> = await lines(path);
    seen.push(...part.titles);
    path = part.next;
  }
  expect([parts, seen.length]).toEqual([2, 60 + first.titles.length]);
  expect(seen.slice(60)).toEqual(first.titles);
});
