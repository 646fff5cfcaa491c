import { fileOwed } from '@/db/editions';
import type { Database } from '@/db/open';
import { log } from './log';

/** How often it is looked whether an edition is owed. */
const LOOK_MS = 2000;

/** Files what is owed of the editions of large measures, for as long as the process lives. What goes wrong stays owed: it stands in the log, and is tried again. */
export function watchEditions(db: Database): void {
  let isAtWork = false;
  const look = async () => {
    if (isAtWork) return;
    isAtWork = true;
    try {
      const filed = await fileOwed(db);
      if (filed > 0) log().info({ filed }, 'editions of large measures');
    } catch (error) {
      log().error({ err: error }, 'an edition could not be filed');
    } finally {
      isAtWork = false;
    }
  };
  void look();
  setInterval(look, LOOK_MS).unref();
}
