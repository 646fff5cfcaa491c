import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { newId } from './ids';

/** One letter to one address, in plain text. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
}

export interface MailSettings {
  /** As in `smtps://user:password@mail.example:465`. Null: letters are laid down as files. */
  smtpUrl: string | null;
  from: string;
  /** Folder for letters where nobody carries them: one file each, as mail programs read it, for its owner alone. */
  outbox: string;
}

/** What the environment says of letters. `folder`: where the record lies. */
export const mailSettings = (env: NodeJS.ProcessEnv, folder: string): MailSettings => ({
  smtpUrl: env.SMTP_URL || null,
  from: env.MAIL_FROM || 'Countercheck <countercheck@localhost>',
  outbox: join(folder, 'outbox'),
});

/** Sends a letter, or lays it down. Throws what the carrier says; whoever may not fail for want of mail catches it. */
export async function sendMail({ smtpUrl, from, outbox }: MailSettings, mail: Mail): Promise<void> {
  if (smtpUrl !== null) {
    const limits = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
    await createTransport({ url: smtpUrl, ...limits }).sendMail({ from, ...mail });
    return;
  }
  const written = await createTransport({ streamTransport: true, buffer: true }).sendMail({ from, ...mail });
  await mkdir(outbox, { recursive: true, mode: 0o700 });
  // By time and then by chance: a folder in order, and two letters of one second do not meet.
  const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${newId()}.eml`;
  await writeFile(join(outbox, name), written.message as Buffer, { mode: 0o600, flag: 'wx' });
}
