/**
 * Run by the start script once its server has ended: takes the server's place for a moment and gives it up in order. That takes away
 * the card by which commands find the owner, and moves the last writes from the file's log into the file.
 */
import { existsSync } from 'node:fs';
import { openDatabase, Refused } from '@/db/open';
import { DEFAULT_DATABASE_URL, placeOf } from '@/db/url';

const url = process.env.DATABASE_URL || DEFAULT_DATABASE_URL;
const place = placeOf(url);

try {
  if (place.kind === 'file' && existsSync(place.path)) await (await openDatabase(url, { owner: true })).close();
} catch (error) {
  // Another process owns the record by now, and settles it when its own time comes.
  if (!(error instanceof Refused)) throw error;
}
