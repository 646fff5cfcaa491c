import { existsSync } from 'node:fs';
import { chmod, copyFile, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { createClient } from '@libsql/client';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import { type Checked, checkCopy, synced } from './checked-copy';
import { TIMEOUT } from './open';
import { acquireOwner, releaseOwner } from './owner';
import { type Place, placeOf } from './url';
import { refusals } from './verb';

/**
 * Writes a copy of the record to `target`: whole to one moment, on the disk, restored once and checked before it gets its name. It
 * needs no right to write and disturbs no server. Refused with `FileExists` unless `force`, or with what the check found.
 */
export function backup(url: string, target: string, { force }: { force: boolean }): Promise<Result<Checked>> {
  return refusals(async () => {
    const place = onDisk(placeOf(url));
    if (!place.ok) return place;
    if (!existsSync(place.value)) return refuse(404, 'NoRecord', `There is no record at ${place.value}.`, 'Check --db or DATABASE_URL.');
    if (resolve(target) === place.value) return refuse(409, 'SameFile', 'That is the record itself.', 'Name another file.');
    if (existsSync(target) && !force) return exists(target);
    const draft = `${target}.${process.pid}.part`;
    try {
      await vacuumInto(url, draft);
      await chmod(draft, 0o600);
      await synced(draft);
      const checked = await checkCopy(draft);
      if (!checked.ok) return checked;
      await rename(draft, target);
      await synced(dirname(resolve(target)));
      return checked;
    } finally {
      await rm(draft, { force: true });
    }
  });
}

async function vacuumInto(url: string, file: string): Promise<void> {
  const client = createClient({ url: (placeOf(url) as { url: string }).url, timeout: TIMEOUT, concurrency: 1 });
  try {
    await client.execute({ sql: 'VACUUM INTO ?', args: [file] });
  } finally {
    client.close();
  }
}

export interface Restored extends Checked {
  /** Where the record that stood there before is kept. */
  aside: string | null;
}

/**
 * Puts a backup in the place of the record, after it was checked. Needs the right to write, so no server may run. A record that is
 * there already is refused with `RecordExists` unless `force`, and even then kept beside it under another name.
 */
export function restore(file: string, url: string, now: Instant, { force }: { force: boolean }): Promise<Result<Restored>> {
  return refusals(async () => {
    const place = onDisk(placeOf(url));
    if (!place.ok) return place;
    if (!existsSync(file)) return refuse(404, 'NoBackup', `There is no file ${file}.`, 'Check the path.');
    const path = place.value;
    if (existsSync(path) && !force) {
      const next = 'Name another place with --db, or give --force: the present record is then kept beside it.';
      return refuse(409, 'RecordExists', `There is a record at ${path} already.`, next);
    }
    const checked = await checkCopy(file);
    if (!checked.ok) return checked;
    await acquireOwner(path);
    try {
      const draft = `${path}.restoring`;
      await copyFile(file, draft);
      await chmod(draft, 0o600);
      await synced(draft);
      const aside = existsSync(path) ? await setAside(path, now) : null;
      await rename(draft, path);
      await synced(dirname(path));
      return ok({ ...checked.value, aside });
    } finally {
      await releaseOwner(path);
    }
  });
}

/** The log beside the file holds writes that the file does not: both move together, and none may meet the new record. */
async function setAside(path: string, now: Instant): Promise<string> {
  const aside = `${path}.before-${now.replace(/[^0-9TZ]/g, '')}`;
  for (const part of ['', '-wal', '-shm']) if (existsSync(path + part)) await rename(path + part, aside + part);
  return aside;
}

const onDisk = (place: Place): Result<string> =>
  place.kind === 'file'
    ? ok(place.path)
    : refuse(422, 'RecordElsewhere', 'The record lies on a libSQL server.', 'Use the backups of that server; this command is for files.');

const exists = (target: string): Result<never> =>
  refuse(409, 'FileExists', `There is a file ${target} already.`, 'Name another file, or give --force to replace it.');
