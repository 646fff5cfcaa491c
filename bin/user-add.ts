import { OWNER, ROLES } from '@/db/actor';
import { askOwner } from '@/db/control';
import { addPerson, type NewPerson } from '@/db/people';
import type { Result } from '@/lib/base';
import { type Command, DB_OPTION, databaseUrl, type Invocation, sentence, UsageError } from './command';
import { PASSWORD_OPTION, passwordFrom, wantPassword } from './password';
import { openOwned } from './record';

export const command: Command = {
  usage: 'countercheck user add EMAIL --role ROLE --password-stdin [--name NAME] [--db URL]',
  about: `Adds a person who may sign in. The password comes on standard input, so that it stands in no list of processes and no shell
history. While a server runs on the record, the person is added through it.`,
  example: `$ read -rs PASSWORD && printf %s "$PASSWORD" | countercheck user add ada@example.org --role reviewer --name "Ada Marsh" --password-stdin
ada@example.org may sign in as reviewer.`,
  options: {
    db: DB_OPTION,
    role: { type: 'string', value: 'ROLE', about: ROLES.join(', ') },
    name: {
      type: 'string',
      value: 'NAME',
      about: 'name the desk shows to colleagues, never to readers; else the part of the address before the @',
    },
    'password-stdin': PASSWORD_OPTION,
  },
  operands: { least: 1, most: 1, missing: 'EMAIL is missing: give the address the person signs in with.' },
  async run(invocation, io) {
    const person = personOf(invocation);
    const added = await add(databaseUrl(invocation), { ...person, password: await passwordFrom(io) });
    if (!added.ok) {
      io.note(sentence(added.refusal));
      // Without one, the name is a part of the address that others may share.
      if (added.refusal.code === 'NameTaken') io.note('Say it with --name NAME.');
      return 1;
    }
    await io.out(`${person.email} may sign in as ${person.role}.\n`);
    return 0;
  },
};

function personOf(invocation: Invocation): Omit<NewPerson, 'password'> {
  const email = invocation.operands[0]!;
  const role = ROLES.find((known) => known === invocation.text('role'));
  if (!role) throw new UsageError(`--role must be one of ${ROLES.join(', ')}.`);
  wantPassword(invocation);
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
