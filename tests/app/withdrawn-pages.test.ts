import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/db/actor';
import { reopenCase, withdrawCase } from '@/db/cases';
import { type Database, openDatabase } from '@/db/open';
import { cases } from '@/db/schema';
import * as world from '../db/public-world';
import { seedPerson } from '../db/seeds';
import { minutesLater, NOW, restoreEnv } from '../db/world';
import { ask } from './public-routes';

/** One case in its order: ruled, open again, corrected, open again, withdrawn, open again, published anew. */
const kept = { DATABASE_URL: process.env.DATABASE_URL, PUBLIC_URL: process.env.PUBLIC_URL };
const folder = mkdtempSync(join(tmpdir(), 'countercheck-withdrawn-'));
let db: Database;
let anna: Actor;
let edda: Actor;
let boats: string;
let minute = 1;

const now = () => minutesLater(++minute);
const seen = async () => (await db.read.select({ id: cases.id, revision: cases.revision }).from(cases).get())!;
const reopen = async (reason: string) => world.taken(await reopenCase(db, { ...(await seen()), reason }, anna, now()));
const settle = async (accepted: 0 | 1, rationale: string, notice?: string) => {
  const verdicts = accepted === 0 ? (['supported', 'contradicted'] as const) : (['contradicted', 'supported'] as const);
  await world.settle(
    db,
    await seen(),
    { verdicts: [...verdicts], accepted, rationale },
    { rules: anna, publishes: edda, at: now(), notice },
  );
};
const words = (text: string | null | undefined) => text?.replace(/\s+/g, ' ').trim();
/** Blocks stand apart, as a reader sees them. */
const page = async (path: string) => parseHTML((await (await ask(path)).text()).replace(/<(?:p|dd|dt|a)\b/g, ' $&')).document;
/** The notes at the top of the measure and of its case, in order, which say the same. */
async function notes(): Promise<string[]> {
  const path = (await ask(`/measures/${boats}`)).headers.get('location')!;
  const [measure, held] = await Promise.all([path, `/cases/${(await seen()).id}`].map(async (one) => notesIn(await page(one))));
  expect(held).toEqual(measure);
  return measure!;
}
const notesIn = (document: Document) => [...document.querySelectorAll('header aside.note')].map((note) => words(note.textContent)!);
const timeline = async () =>
  [...(await page(`/cases/${(await seen()).id}`)).querySelectorAll('#history li')].map((line) =>
    words(line.textContent)!.replace(/^.*?UTC ?/, ''),
  );

beforeAll(async () => {
  process.env.DATABASE_URL = `file:${join(folder, 'record.db')}`;
  process.env.PUBLIC_URL = 'https://check.example';
  db = await openDatabase(process.env.DATABASE_URL, { owner: true });
  [anna, edda] = [await seedPerson(db, 'Anna'), await seedPerson(db, 'Edda', 'editor')];
  boats = await world.measure(db, 'How many boats did the harbour count?', NOW, 'fixed');
  const tell = (outlet: string, value: string) =>
    world.tell(
      db,
      { outlet, publishedAt: '2026-03-01', title: 'Boats', text: `The harbour counted {${value} boats|a} on Sunday.` },
      { a: { measure: boats, value, noun: 'boats' } },
      NOW,
    );
  const placed = [await tell('Daily Post', '12'), await tell('Evening Echo', '15')].map(({ a }) => a!);
  for (const { articleId } of placed) await world.accept(db, articleId, anna, minutesLater(1));
  const [a, b] = placed.map(({ id }) => id) as [string, string];
  await world.relate(db, a, b, {});
  const apart = world.conflict([world.position('12 boats', a), world.position('15 boats', b)], 'They cannot both stand.');
  await world.conflicts(db, { [boats]: apart }, now());
});

afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
  restoreEnv(kept);
});

describe('what readers see above a case that was decided before', () => {
  it('says since when and why it is under review again', async () => {
    await settle(0, 'The log lists twelve boats.');
    await reopen('The log was read wrongly.');
    expect(await notes()).toEqual([
      'Under review again since 2 March 2026. The log was read wrongly. The last published ruling stays below until a new one replaces it.',
    ]);
    expect((await timeline())[0]).toBe('Under review again: How many boats did the harbour count? The log was read wrongly.');
    expect(await (await ask('/feed.atom')).text()).toContain('The log was read wrongly.');
    expect(await (await ask(`/measures/${boats}.json`)).text()).toContain('The log was read wrongly.');
  });

  it('tells a correction below the review, once, and does not say that its figure is accepted now', async () => {
    await settle(1, 'The log lists fifteen boats.', 'We had counted twelve.');
    expect(await notes()).toEqual([
      expect.stringMatching(/^Correction, 2 March 2026\. We had counted twelve\..*It says now Accepted: 15 boats\./),
    ]);
    await reopen('A second log was found.');
    expect(await notes()).toEqual([
      expect.stringMatching(/^Under review again since 2 March 2026\. A second log was found\./),
      'Correction, 2 March 2026. We had counted twelve. The rulings in full · what changed on the page',
    ]);
    const difference = (await page(`/cases/${(await seen()).id}`))
      .querySelector('.note.correction a[href*="/compare/"]')!
      .getAttribute('href')!;
    expect(words((await page(difference)).querySelector('main')!.textContent)).toContain('15 boats');
  });

  it('keeps the withdrawal in sight once the case is open again', async () => {
    world.taken(await withdrawCase(db, { ...(await seen()), reason: 'The log was forged.' }, edda, now()));
    await reopen('The true log was found.');
    expect(await notes()).toEqual([
      'Ruling withdrawn, 2 March 2026. What was published here no longer stands: The log was forged. Open again since 2 March 2026. The true log was found.',
    ]);
    expect((await timeline()).slice(0, 4)).toEqual([
      'Open again: How many boats did the harbour count? The true log was found.',
      'Ruling withdrawn: How many boats did the harbour count? The log was forged.',
      'Under review again: How many boats did the harbour count? A second log was found.',
      'Under review again: How many boats did the harbour count? The log was read wrongly.',
    ]);
    const decision = (await page(`/cases/${(await seen()).id}`)).querySelector('#decision');
    expect(words(decision?.textContent)).toBe(
      'The ruling No ruling is published: the last one was withdrawn on 2 March 2026. What would change this: a ruling by a reviewer, confirmed by a second one; a primary paper that says what was counted would help it most.',
    );
  });

  it('calls what is published after it by one name, in the timeline and among the corrections', async () => {
    await settle(1, 'The true log lists fifteen boats.', 'The true log has them.');
    expect(await notes()).toEqual([]);
    const name = 'Ruling published anew after a withdrawal';
    expect((await timeline())[0]).toBe(`${name}: 15 boats — How many boats did the harbour count?`);
    const listed = async () =>
      [...(await page('/corrections')).querySelectorAll('.history > li')].map((line) => words(line.textContent)!.replace(/^.*?UTC · /, ''));
    expect((await listed())[0]).toBe(`${name} How many boats did the harbour count? The true log has them.`);
    world.taken(await withdrawCase(db, { ...(await seen()), reason: 'That log was forged, too.' }, edda, now()));
    const gone = 'What it said was withdrawn since, and is not shown again.';
    expect(await listed()).toEqual([
      expect.stringMatching(/^Withdrawal.*That log was forged, too\./),
      `${name} How many boats did the harbour count? ${gone}`,
      expect.stringMatching(/^Withdrawal.*The log was forged\./),
      `Correction How many boats did the harbour count? ${gone}`,
    ]);
  });
});
