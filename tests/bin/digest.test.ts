import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { notify } from '@/db/notify';
import { openDatabase } from '@/db/open';
import { seedCase, seedPerson } from '../db/seeds';
import { temporaryFolder } from '../db/world';
import { call } from './command';

it('V8: digest sends each person one letter with what they have not read, into the outbox beside the record', async () => {
  const folder = await temporaryFolder();
  const url = `file:${join(folder, 'record.db')}`;
  const db = await openDatabase(url, { owner: true });
  const anna = await seedPerson(db, 'Anna');
  const { id } = await seedCase(db);
  await db.write((tx) => notify(tx, [{ to: anna.id, what: 'returned', subject: `case:${id}`, at: new Date().toISOString() }], null));
  await db.close();
  expect(await call(['digest', '--db', url])).toMatchObject({ code: 0, out: '1 letter sent.\n' });
  const names = await readdir(join(folder, 'outbox'));
  expect(names).toHaveLength(1);
  const letter = await readFile(join(folder, 'outbox', names[0]!), 'utf8');
  expect(letter).toContain('Your ruling was sent back');
  expect(letter).toContain(`/review/cases/${id}`);
  expect(await call(['digest', '--db', url])).toMatchObject({ code: 0, out: '0 letters sent.\n' });
  // A demo alone sends nothing, and is not to be taken for a fault.
  expect((await call(['digest', '--help'])).out).toContain('people of the demo');
  expect(await call(['digest', '--db', `file:${join(folder, 'none.db')}`])).toMatchObject({ code: 1 });
});
