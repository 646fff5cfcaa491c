import { text } from 'node:stream/consumers';
import { OWNER } from '@/db/actor';
import { askOwner } from '@/db/control';
import { addPerson, type NewPerson } from '@/db/people';
import type { Result } from '@/lib/base';
import { type Command, DB_OPTION, databaseUrl, type Invocation, sentence, UsageError } from './command';
import { openOwned } from './record';

const ROLES = ['reviewer', 'admin'] as const;

export const command: Command = {
  usage: 'countercheck user add EMAIL --role ROLE --password-stdin [--name NAME] [--db URL]',
  about: `Adds a person who may sign in. The password comes on standard input, so that it stands in no list of processes and no shell
history. While a server runs on the record, the person is added through it.`,
  example: `$ read -rs PASSWORD && printf %s "$PASSWORD" | countercheck user add ada@example.org --role reviewer --name "Ada Marsh" --password-stdin
ada@example.org may sign in as reviewer.`,
  options: {
    db: DB_OPTION,
    role: { type: 'string', value: 'ROLE', about: 'reviewer or admin' },
    name: { type: 'string', value: 'NAME', about: 'name readers may see beside a ruling; else the part of the address before the @' },
    'password-stdin': { type: 'boolean', about: 'read the password from standard input' },
  },
  operands: { least: 1, most: 1 },
  async run(invocation, io) {
    const person = personOf(invocation);
    // One line break belongs to the command that sent the password, not to the password.
    const password = (await text(io.input)).replace(/\r?\n$/, '');
    const added = await add(databaseUrl(invocation), { ...person, password });
    if (!added.ok) {
      io.note(sentence(added.refusal));
      return 1;
    }
    await io.out(`${person.email} may sign in as ${person.role}.\n`);
    return 0;
  },
};

function personOf(invocation: Invocation): Omit<NewPerson, 'password'> {
  const email = invocation.operands[0]!;
  const role = ROLES.find((known) => known === invocation.text('role'));
  if (!role) throw new UsageError(`--role must be ${ROLES.join(' or ')}.`);
  if (!invocation.has('password-stdin')) throw new UsageError('Give the password on standard input, with --password-stdin.');
  return { email, role, name: invocation.text('name') ?? email.split('@')[0]! };
}

async function add(url: string, person: NewPerson): Promise<Result<unknown>> {
  const db = await openOwned(url);
  if ('ownedElsewhere' in db) return askOwner(db.ownedElsewhere, 'people.add', person);
  try {
    return await addPerson(db, person, OWNER, new Date().toISOString());
  } finally {
    await db.close();
  }
}
