import { OWNER } from '@/db/actor';
import { askOwner } from '@/db/control';
import { setPassword } from '@/db/people';
import type { Result } from '@/lib/base';
import { type Command, DB_OPTION, databaseUrl, sentence } from './command';
import { PASSWORD_OPTION, passwordFrom, wantPassword } from './password';
import { openOwnedExisting } from './record';

export const command: Command = {
  usage: 'countercheck user password EMAIL --password-stdin [--db URL]',
  about: `Gives a person another password, where the one before is lost or known to others: a person of the demo, say. All their sessions
end. The password comes on standard input. While a server runs on the record, the change goes through it.`,
  example: `$ read -rs PASSWORD && printf %s "$PASSWORD" | countercheck user password admin@demo.example --password-stdin
admin@demo.example has a new password; all sessions of this person have ended.`,
  options: { db: DB_OPTION, 'password-stdin': PASSWORD_OPTION },
  operands: { least: 1, most: 1, missing: 'EMAIL is missing: "countercheck user list" shows who may sign in.' },
  async run(invocation, io) {
    wantPassword(invocation);
    const email = invocation.operands[0]!;
    const changed = await change(databaseUrl(invocation), { email, password: await passwordFrom(io) });
    if (!changed.ok) {
      io.note(sentence(changed.refusal));
      return 1;
    }
    await io.out(`${email} has a new password; all sessions of this person have ended.\n`);
    return 0;
  },
};

async function change(url: string, input: { email: string; password: string }): Promise<Result<unknown>> {
  const db = await openOwnedExisting(url);
  if ('ownedElsewhere' in db) return askOwner(db.ownedElsewhere, 'people.set-password', input);
  try {
    return await setPassword(db, input, OWNER, new Date().toISOString());
  } finally {
    await db.close();
  }
}
