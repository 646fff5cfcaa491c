import { parseHTML } from 'linkedom';
import { expect, it, onTestFinished } from 'vitest';
import { readCaseSheet } from '@/db/desk';
import { cases } from '@/db/schema';
import * as world from '../db/public-world';
import { servedRecord } from '../db/served-record';
import { minutesLater, NOW } from '../db/world';
import { ask } from './public-routes';

it('the page of a measure leads to others that are asked in the same words, for readers to public ones alone', async () => {
  const record = await servedRecord();
  onTestFinished(() => record.end());
  const { db, anna } = record;
  const tell = async (outlet: string, figure: string, at: string, isRead = true) => {
    const id = await world.measure(db, 'How many boats did the harbour count?', NOW, 'fixed');
    const story = { outlet, publishedAt: '2026-03-01', title: 'Boats', text: `The harbour of ${outlet} counted {${figure} boats|a}.` };
    const { a } = await world.tell(db, story, { a: { measure: id, value: figure, noun: 'boats' } }, at);
    if (isRead) await world.accept(db, a!.articleId, anna, minutesLater(1));
    return { id, claim: a!.id };
  };
  const post = await tell('Daily Post', '12', NOW);
  const echo = await tell('Evening Echo', '15', NOW);
  const otter = await tell('Radio Otter', '18', minutesLater(2), false);
  const page = async ({ id }: { id: string }) =>
    parseHTML(await (await ask((await ask(`/measures/${id}`)).headers.get('location')!)).text()).document;
  const alike = [...(await page(post)).querySelectorAll('header .quiet')].find((one) =>
    one.textContent!.startsWith('Asked in the same words'),
  )!;
  const links = [...alike.querySelectorAll('a')];
  expect(links.map((link) => link.textContent)).toEqual([expect.stringMatching(/15 boats, Evening Echo/)]);
  expect(links[0]!.getAttribute('href')).toMatch(new RegExp(`^/measures/${echo.id}/`));
  await world.conflicts(db, { [post.id]: world.conflict([world.position('12 boats', post.claim)], 'It is told otherwise.') }, NOW);
  const [found] = await db.read.select({ id: cases.id }).from(cases);
  expect((await readCaseSheet(db.read, found!.id, 'anna'))!.alike).toMatchObject([
    { measureId: echo.id, caseId: null, text: '15 boats', source: 'Evening Echo' },
    { measureId: otter.id, caseId: null, text: '18 boats', source: 'Radio Otter' },
  ]);
});
