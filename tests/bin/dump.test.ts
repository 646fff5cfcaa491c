import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DUMP_FILES } from '@/db/dump';
import { temporaryFolder } from '../db/world';
import { call, writeFiles } from './command';

it('U8: "countercheck dump" writes what is public, which is nothing yet of what only came in', async () => {
  const folder = await temporaryFolder();
  await writeFiles(folder, {
    'in/one.txt': 'The storm closed 12 schools in the zircon valley, officials said.',
    'in/one.json': { outlet: 'Valley Post', publishedAt: '2024-05-02' },
  });
  const db = ['--db', `file:${join(folder, 'record.db')}`];
  expect((await call(['import', join(folder, 'in'), ...db])).code).toBe(0);
  const to = join(folder, 'public');
  const done = await call(['dump', to, ...db]);
  expect(done).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/: 0 measures · 0 claims · .*0 of evidence/) });
  expect((await readdir(to)).sort()).toEqual(Object.values(DUMP_FILES).sort());
  for (const name of Object.values(DUMP_FILES)) expect(readFileSync(join(to, name)).includes('zircon')).toBe(false);
});

it('says what is wrong with a folder that cannot be one', async () => {
  const folder = mkdtempSync(join(await temporaryFolder(), 'x'));
  await writeFiles(folder, { 'in/one.txt': 'The storm closed 12 schools.', 'in/one.json': { outlet: 'Valley Post' } });
  const db = ['--db', `file:${join(folder, 'record.db')}`];
  await call(['import', join(folder, 'in'), ...db]);
  writeFileSync(join(folder, 'taken'), '');
  const done = await call(['dump', join(folder, 'taken'), ...db]);
  expect(done).toMatchObject({ code: 1, out: '' });
  expect(done.err).toContain('taken');
});
