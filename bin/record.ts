import { existsSync } from 'node:fs';
import { type Database, openDatabase, Refused } from '@/db/open';
import { giveUp } from '@/db/refused';
import { placeOf } from '@/db/url';

/** The record at an address, for commands that read: where there is none, none is made. */
export async function openExisting(url: string): Promise<Database> {
  wantRecord(url);
  return openDatabase(url);
}

/** The record with the right to write it, for commands that change what is there: where there is none, none is made. */
export async function openOwnedExisting(url: string): Promise<Database | { ownedElsewhere: string }> {
  wantRecord(url);
  return openOwned(url);
}

function wantRecord(url: string): void {
  const place = placeOf(url);
  if (place.kind === 'file' && !existsSync(place.path))
    giveUp(404, 'NoRecord', `There is no record at ${place.path}.`, 'Check --db or DATABASE_URL, or import something first.');
}

/** The record with the right to write it, or the path of the file whose writes another process owns. */
export async function openOwned(url: string): Promise<Database | { ownedElsewhere: string }> {
  try {
    return await openDatabase(url, { owner: true });
  } catch (error) {
    const place = placeOf(url);
    if (error instanceof Refused && error.refusal.code === 'OwnerLocked' && place.kind === 'file') return { ownedElsewhere: place.path };
    throw error;
  }
}
