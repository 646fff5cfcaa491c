import { listPeople, type PersonRow } from '@/db/people';
import { type Command, DB_OPTION, databaseUrl } from './command';
import { openExisting } from './record';

export const command: Command = {
  usage: 'countercheck user list [--db URL] [--json]',
  about: `Lists who may sign in, by address: address, role, name, and whether the person belongs to the demo, is disabled or has no password.
A running server is not disturbed.`,
  example: `$ countercheck user list
ada@example.org   reviewer   Ada Marsh
old@example.org   admin      Old Hand   (disabled)`,
  options: { db: DB_OPTION, json: { type: 'boolean', about: 'one JSON object a line' } },
  operands: { least: 0, most: 0 },
  async run(invocation, io) {
    const db = await openExisting(databaseUrl(invocation));
    try {
      const people = await listPeople(db);
      if (people.length === 0) io.note('Nobody may sign in yet: "countercheck user add" adds a person.');
      await io.out(invocation.has('json') ? people.map((person) => `${JSON.stringify(person)}\n`).join('') : table(people));
    } finally {
      await db.close();
    }
    return 0;
  },
};

function table(people: PersonRow[]): string {
  const rows = people.map((person) => [person.email, person.role, person.name, remark(person)]);
  const widths = [0, 1, 2].map((at) => Math.max(0, ...rows.map((row) => row[at]!.length)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, at) => cell.padEnd(widths[at] ?? 0))
          .join('   ')
          .trimEnd()}\n`,
    )
    .join('');
}

function remark({ demo, disabledAt }: PersonRow): string {
  const words = [...(demo ? ['demo'] : []), ...(disabledAt === null ? [] : ['disabled'])];
  return words.length > 0 ? `(${words.join(', ')})` : '';
}
