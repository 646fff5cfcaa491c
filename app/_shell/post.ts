import { sendMail } from '@/db/mail';
import type { Post } from '@/db/operations';
import { log } from './log';
import { settings } from './settings';

/** Letters of this installation. What cannot be sent is told to the log, without its address: who asked has their answer already. */
export const post = (): Post => {
  const { publicUrl, mail } = settings();
  return {
    site: publicUrl,
    send: (letter) =>
      sendMail(mail, letter).then(
        () => {
          log().info({ subject: letter.subject, by: mail.smtpUrl === null ? 'outbox' : 'smtp' }, 'letter sent');
          return true;
        },
        (error: Error) => {
          log().error({ subject: letter.subject, code: 'MailNotSent', reason: error.message }, 'letter not sent');
          return false;
        },
      ),
  };
};
