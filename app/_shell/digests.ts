import { sendDigests } from '@/db/digest';
import type { Database } from '@/db/open';
import { now } from './database';
import { log } from './log';
import { post } from './post';

/** How often the clock is looked at; a digest is due once a day. */
const LOOK_MS = 15 * 60_000;

/** Sends the daily letters for as long as the process lives. What goes wrong stops no server: it stands in the log, and is tried again. */
export function watchDigests(db: Database): void {
  const look = async () => {
    try {
      const done = await sendDigests(db, post(), now(), true);
      if (!done.ok) log().error({ code: done.refusal.code, reason: done.refusal.cause }, 'no digest');
      else if (done.value.letters + done.value.failed > 0) log().info({ ...done.value }, 'digest');
    } catch (error) {
      log().error({ err: error }, 'no digest');
    }
  };
  void look();
  setInterval(look, LOOK_MS).unref();
}
