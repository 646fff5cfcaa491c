import { tellChanges } from '@/db/changes';
import type { Database } from '@/db/open';
import { sendWebhooks } from '@/db/webhook-sending';
import { now } from './database';
import { log } from './log';
import { siteOf } from './public-page';

/** How long a reader along waits at most for what was written. */
const LOOK_MS = 700;

/** Sends what is due to webhooks. Who answers slowly keeps no change from being told: this goes by its own clock. */
function watchWebhooks(db: Database): void {
  const look = async () => {
    try {
      const { arrived, failed } = await sendWebhooks(db, siteOf(), now());
      if (arrived + failed > 0) log().info({ arrived, failed }, 'webhooks');
    } catch (error) {
      log().error({ err: error }, 'webhooks could not be sent');
    }
    setTimeout(look, LOOK_MS).unref();
  };
  setTimeout(look, LOOK_MS).unref();
}

/** Tells what changed for readers for as long as the process lives. What goes wrong stops no server: it stands in the log, and is tried again. */
export function watchChanges(db: Database): void {
  watchWebhooks(db);
  const look = async () => {
    try {
      while ((await tellChanges(db, now())).left);
    } catch (error) {
      log().error({ err: error }, 'changes could not be told');
    }
    setTimeout(look, LOOK_MS).unref();
  };
  setTimeout(look, LOOK_MS).unref();
}
