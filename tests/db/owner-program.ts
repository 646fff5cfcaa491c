/** The other process of owner.test.ts: takes the lock of the record at the given address, or owns it and writes, until it is killed. */
import { MACHINE } from '@/db/actor';
import { append } from '@/db/audit';
import { openDatabase } from '@/db/open';
import { acquireOwner } from '@/db/owner';
import { placeOf } from '@/db/url';

const [url, task] = process.argv.slice(2) as [string, string];

if (task === 'lock') {
  const place = placeOf(url);
  if (place.kind === 'file') await acquireOwner(place.path);
  process.stdout.write('1\n');
  await new Promise((resolve) => setTimeout(resolve, 600_000));
}

const db = await openDatabase(url, { owner: true });
for (;;) {
  const at = new Date().toISOString();
  const seq = await db.write((tx) => append(tx, { at, actor: MACHINE, action: 'test.note', subject: 'note:there' }));
  process.stdout.write(`${seq}\n`);
  await new Promise((resolve) => setTimeout(resolve, 1));
}
