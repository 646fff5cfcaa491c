import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { acceptArticle } from '@/db/claims';
import { exportState } from '@/db/export';
import { openDatabase } from '@/db/open';
import { addPerson } from '@/db/people';
import { setDeskReview } from '@/db/review-mode';
import { run, tool } from '../yard/children.mjs';
import { ROOT } from '../yard/root.mjs';

export const PASSWORD = 'a long phrase that only this bench knows';
/** Claims of the measure that readers ask for. */
export const MEMBERS = 60;

/** Makes a record of a measure of sixty claims, and as many open cases of two claims as rulings are published. */
export async function fillPublic(path, rulings) {
  const db = await openDatabase(`file:${path}`, { owner: true });
  const now = () => new Date().toISOString();
  const people = [];
  for (const name of ['Ana', 'Ben']) {
    const person = { email: `${name.toLowerCase()}@desk.example`, name, role: 'reviewer', password: PASSWORD, demo: true };
    people.push((await addPerson(db, person, OWNER, now())).value.id);
  }
  const base = { title: null, byline: null, url: null, language: 'en', demoNote: null, publishedAt: '2024-05-02' };
  const large = Array.from({ length: MEMBERS }, (_, n) => ({
    ...base,
    ...{
      externalId: `m${n}`,
      outlet: `Paper ${n}`,
      text: `The storm closed ${n % 2 === 0 ? 12 : 19} schools in the valley, officials said.`,
    },
  }));
  const pairs = Array.from({ length: 2 * rulings }, (_, n) => ({
    ...base,
    ...{ externalId: `p${n}`, outlet: `Paper ${n % 2}` },
    text: `The flood of ${place(n >> 1)} destroyed ${n % 2 === 0 ? 30 : 44} bridges, engineers in ${place(n >> 1)} said.`,
  }));
  // As in a large record: what is accepted is placed by itself.
  const small = 0;
  await addArticles(db, [...large, ...pairs], OWNER, now(), { small });
  const ana = { kind: 'person', id: people[0], name: 'Ana', role: 'reviewer' };
  const stored = Object.fromEntries(await exportState(db));
  for (const { id } of stored.articles) await acceptArticle(db, { id }, ana, now(), small);
  await setDeskReview(db, { review: 'single' }, OWNER, now());
  const { measures, claims, cases } = Object.fromEntries(await exportState(db));
  await db.close();
  const about = (word) => measures.filter(({ title }) => title.includes(word)).map(({ id }) => id);
  const bridges = new Set(about('bridges'));
  const sizes = about('schools').map((id) => [id, claims.filter(({ measureId }) => measureId === id).length]);
  return {
    measure: sizes.sort(([, a], [, b]) => b - a)[0][0],
    open: cases.filter(({ measureId }) => bridges.has(measureId)).map(({ id }) => id),
  };
}

const SYLLABLES = ['Bar', 'ven', 'tol', 'mir', 'sal', 'dor', 'kest', 'lun', 'har', 'vik'];
const place = (n) =>
  `Mar${String(n)
    .split('')
    .map((digit) => SYLLABLES[Number(digit)].toLowerCase())
    .join('')}`;

/** An app of the framework with one empty static page. */
export async function emptyApp(folder) {
  const app = join(folder, 'empty');
  mkdirSync(join(app, 'app'), { recursive: true });
  writeFileSync(join(app, 'package.json'), '{"name":"empty","private":true}');
  writeFileSync(
    join(app, 'app', 'layout.js'),
    'export default function L({ children }) { return <html lang="en"><body>{children}</body></html>; }\n',
  );
  writeFileSync(join(app, 'app', 'page.js'), 'export default function P() { return null; }\n');
  symlinkSync(join(ROOT, 'node_modules'), join(app, 'node_modules'));
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const code = await run(process.execPath, [tool('next/dist/bin/next'), 'build', '--webpack', app], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    cwd: app,
  });
  if (code !== 0) throw new Error('the empty app could not be built');
  return { app, env };
}
