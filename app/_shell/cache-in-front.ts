import type { Database } from '@/db/open';
import { onPublicMove } from '@/db/public-head';
import { addressed } from '@/db/published';
import { measurePath } from '@/lib/publication';
import { log } from './log';
import { settings } from './settings';

/** What comes at once is told at once, and a cache that does not answer is not waited for: it forgets by itself after a second. */
const GATHER_MS = 20;
const PATIENCE_MS = 2000;
const MOST = 50;
/** Asks the cache to fetch a page from us whatever it keeps; it takes that from its own machine alone. */
const ANEW = { 'x-countercheck-fetch-anew': '1' };

/** Has a cache of ours in front fetch anew the pages of what was just published, for as long as the process lives. Lists and all else forget by themselves. */
export function watchCache(db: Database): void {
  const { cacheUrl } = settings();
  if (cacheUrl === null) return;
  const due = new Set<string>();
  let isWaiting = false;
  const tell = async () => {
    isWaiting = false;
    const measures = [...due].slice(0, MOST);
    due.clear();
    try {
      const paths = await pathsOf(db, measures);
      await Promise.all([...paths].flatMap((path) => ['gzip', 'identity'].map((encoding) => fetchAnew(`${cacheUrl}${path}`, encoding))));
    } catch (error) {
      log().warn({ err: error, cacheUrl }, 'the cache in front was not told');
    }
  };
  onPublicMove(({ measures }) => {
    for (const id of measures) due.add(id);
    if (isWaiting || due.size === 0) return;
    isWaiting = true;
    setTimeout(tell, GATHER_MS).unref();
  });
}

async function pathsOf(db: Database, measures: readonly string[]): Promise<Set<string>> {
  const found = await addressed(db.read, measures);
  return new Set(found.flatMap((one) => [measurePath(one), ...(one.caseId ? [`/cases/${one.caseId}`] : [])]));
}

async function fetchAnew(address: string, encoding: string): Promise<void> {
  const headers = { ...ANEW, 'accept-encoding': encoding };
  const answer = await fetch(address, { headers, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
  await answer.arrayBuffer();
}
