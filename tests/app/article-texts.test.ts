import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { acceptArticle } from '@/db/claims';
import type { Database } from '@/db/open';
import { withholdArticle } from '@/db/withholding';
import { call } from '../bin/command';
import { article } from '../db/intake-world';
import { taken } from '../db/public-world';
import { seedPerson } from '../db/seeds';
import { minutesLater, newRecord, restoreEnv } from '../db/world';
import { api } from './machine';
import { ask } from './public-routes';

/** An article whose number was changed after it was published, as readers and programs see it. */
const kept = { DATABASE_URL: process.env.DATABASE_URL, PUBLIC_URL: process.env.PUBLIC_URL };
const FIRST = 'Aid has reached 1,003 towns, officials said. A quay of basalt was built. The storm closed 12 schools in the valley.';
let db: Database;
let edda: Awaited<ReturnType<typeof seedPerson>>;
let [first, later] = ['', ''];

beforeEach(async () => {
  db = await newRecord();
  Object.assign(process.env, { DATABASE_URL: db.url, PUBLIC_URL: 'https://check.example' });
  const anna = await seedPerson(db, 'Anna');
  edda = await seedPerson(db, 'Edda', 'editor');
  const ids: string[] = [];
  for (const [at, text] of [FIRST, FIRST.replace('1,003', '1,103').replace('basalt', 'granite')].entries()) {
    const input = article({ text, title: 'A quay', outlet: 'Tide Post', publishedAt: '2024-05-02', url: 'https://tide.example/aid' });
    const { items } = await addArticles(db, [input], OWNER, minutesLater(2 * at));
    ids.push(items[0]!.articleId!);
    taken(await acceptArticle(db, { id: ids[at]! }, anna, minutesLater(2 * at + 1)));
  }
  [first, later] = ids as [string, string];
});
afterEach(() => restoreEnv(kept));

const page = async (path: string) => {
  const response = await ask(path);
  return { status: response.status, document: parseHTML(await response.text()).document };
};
const told = async (path: string) => {
  const response = await api(path);
  const body = (await response.json()) as Record<'numbers' | 'orphaned', unknown> & { data: Record<string, unknown>[] };
  return { ...body, http: response.status };
};

describe('the texts of an article', () => {
  it('T2: stand under addresses of their own, with what changed from one to the next', async () => {
    for (const [id, number] of [
      [first, 1],
      [later, 2],
    ] as const) {
      const { document } = await page(`/articles/${id}`);
      expect(document.querySelector('aside[aria-label="Changed after publication"]')!.textContent).toMatch(
        /Numbers changed.*1 number from text 1/,
      );
      const rows = [...document.querySelectorAll('#snapshots tbody tr')].map((row) => row.textContent);
      expect(rows).toEqual([expect.stringMatching(/^Text 1.*–/), expect.stringMatching(/^Text 2.*1 number/)]);
      const own = await page(`/articles/${id}/snapshots/${number}`);
      expect(own.document.querySelector('.article-text')!.textContent).toContain(number === 1 ? '1,003 towns' : '1,103 towns');
      expect(own.document.querySelector('link[rel=canonical]')!.getAttribute('href')).toBe(`https://check.example/articles/${id}`);
      expect(own.document.querySelector('meta[name=robots]')!.getAttribute('content')).toContain('noindex');
    }
    expect((await page(`/articles/${first}/snapshots/3`)).status).toBe(404);
    expect((await page(`/articles/${first}/compare/1...3`)).status).toBe(404);
    expect((await page(`/articles/${first}/compare/1..2`)).status).toBe(404);
  });

  it('T2, T3, T7: are compared by all their words or their numbers alone, and list the claims that are there no more', async () => {
    const all = (await page(`/articles/${first}/compare/1...2`)).document;
    const words = (name: string) => [...all.querySelectorAll(`.compared-text ${name}`)].map((one) => one.textContent);
    expect([words('del'), words('ins')]).toEqual([
      ['1,003', 'basalt'],
      ['1,103', 'granite'],
    ]);
    expect([...all.querySelectorAll('#orphans li a')].map((one) => one.textContent)).toEqual(['1,003 towns']);
    const numbers = (await page(`/articles/${first}/compare/1...2?numbers=1`)).document;
    expect([...numbers.querySelectorAll('tbody th')].map((one) => one.textContent)).toEqual(['1,003 → 1,103']);
    expect(numbers.querySelector('.switch [aria-current]')!.textContent).toBe('Numbers only');
    expect(numbers.body.textContent).not.toContain('granite');
  });

  it('T2: are the same as data, as a tool and at the command line', async () => {
    const { data } = await told(`articles/${first}/snapshots`);
    expect(data).toMatchObject([
      { number: 1, article: first, numbersChanged: null },
      { number: 2, article: later, numbersChanged: 1, url: `https://check.example/articles/${later}/snapshots/2` },
    ]);
    const diff = await told(`articles/${later}/diff?from=1&to=2&numbers=1`);
    expect(diff).toMatchObject({ from: { number: 1 }, to: { number: 2 }, withheld: false, text: null });
    expect(diff.numbers).toEqual([
      {
        before: { text: '1,003', sentence: 'Aid has reached 1,003 towns, officials said.' },
        after: { text: '1,103', sentence: 'Aid has reached 1,103 towns, officials said.' },
      },
    ]);
    expect(diff.orphaned).toMatchObject([{ words: '1,003 towns' }]);
    const whole = (await (await api(`articles/${first}/diff`)).json()) as { text: { kind: string; text: string }[] };
    expect(whole.text.filter(({ kind }) => kind !== 'same').map(({ text }) => text)).toEqual(['1,003', '1,103', 'basalt', 'granite']);
    const command = await call(['show', `articles/${first}/diff`, '--db', db.url]);
    expect(JSON.parse(command.out)).toEqual(whole);
    expect(await told(`articles/${first}/diff?from=1&to=7`)).toMatchObject({ http: 404, code: 'SnapshotUnknown' });
    expect(await told('articles/0000000000/snapshots')).toMatchObject({ http: 404, code: 'ArticleUnknown' });
  });

  it('are compared by no word where one of them is withheld', async () => {
    taken(await withholdArticle(db, { id: later, reason: 'A court forbade to show it.' }, edda, minutesLater(9)));
    const { status, document } = await page(`/articles/${first}/compare/1...2`);
    expect([status, document.querySelectorAll('ins, del').length]).toEqual([451, 0]);
    expect(document.body.textContent).not.toMatch(/granite|1,103/);
    expect((await page(`/articles/${first}/snapshots/2`)).status).toBe(451);
    expect(JSON.stringify(await told(`articles/${first}/diff`))).not.toMatch(/granite|1,103/);
  });
});
