import { dirname } from 'node:path';
import { askOwner } from '@/db/control';
import { type Digested, sendDigests } from '@/db/digest';
import { mailSettings, sendMail } from '@/db/mail';
import { placeOf, publicUrlOf } from '@/db/url';
import type { Result } from '@/lib/base';
import { type Command, counted, DB_OPTION, databaseUrl, sentence } from './command';
import type { Io } from './io';
import { openOwnedExisting } from './record';

export const command: Command = {
  usage: 'countercheck digest [--db URL]',
  about: `Sends each person who may sign in one letter with what they were told and have not read: by SMTP_URL, or as files in the outbox beside
the record. Nobody gets an empty one, nor what they switched off in their settings; people of the demo, whose addresses are made up, get
none at all. The server does it by itself once a day. While one runs on the record, the letters go out by it. Exit code 3 where a letter could not be
sent; what it would have said goes with the next.`,
  example: `$ countercheck digest
2 letters sent.`,
  options: { db: DB_OPTION },
  operands: { least: 0, most: 0 },
  async run(invocation, io) {
    const done = (await digest(databaseUrl(invocation), io)) as Result<Digested>;
    if (!done.ok) {
      io.note(sentence(done.refusal));
      return 1;
    }
    const { letters, failed } = done.value;
    await io.out(`${counted(letters, 'letter')} sent.\n`);
    if (failed > 0) io.note(`${counted(failed, 'letter')} could not be sent.`);
    return failed > 0 ? 3 : 0;
  },
};

async function digest(url: string, io: Io): Promise<Result<unknown>> {
  const db = await openOwnedExisting(url);
  if ('ownedElsewhere' in db) return askOwner(db.ownedElsewhere, 'notifications.digest', {});
  const place = placeOf(url);
  const settings = mailSettings(process.env, place.kind === 'file' ? dirname(place.path) : 'data');
  const send = async (mail: Parameters<typeof sendMail>[1]): Promise<boolean> => {
    try {
      await sendMail(settings, mail);
      return true;
    } catch (error) {
      io.note(`A letter was not sent: ${(error as Error).message}`);
      return false;
    }
  };
  try {
    return await sendDigests(db, { site: publicUrlOf(process.env), send }, new Date().toISOString());
  } finally {
    await db.close();
  }
}
