import { sqliteCode } from '@/db/refused';
import type { Refusal } from '@/lib/base';

/** What a person is told of a refusal. */
type Told = Pick<Refusal, 'code' | 'cause' | 'next'>;

/** Codes of the system for a place that cannot be used as it is. */
const PLACES = /^(ENOENT|EEXIST|ENOTDIR|EISDIR|EACCES|EPERM|EROFS|ELOOP|ENAMETOOLONG)$/;

/**
 * A throw that reached the end of a command, as a refusal with a next step. Most come from outside: a path, a file that is no record,
 * a server that is away. What is none of these is a fault of ours, and is told as one.
 */
export function refusalOf(error: unknown): Told {
  if (error instanceof Error && 'refusal' in error) return error.refusal as Told;
  const said = error instanceof Error ? error.message : String(error);
  const [sqlite, system] = [sqliteCode(error), codeOf(error)];
  if (sqlite === 'SQLITE_NOTADB') return told('NotARecord', 'That file is no record of Countercheck.', CHECK_PLACE);
  if (sqlite === 'SQLITE_CORRUPT')
    return told('RecordDamaged', 'The record is damaged.', 'Restore a good backup: countercheck restore FILE --force.');
  if (sqlite === 'SQLITE_FULL' || system === 'ENOSPC') return told('StorageFull', 'The disk is full.', 'Free some space and try again.');
  if (sqlite?.startsWith('SQLITE_CANTOPEN') || PLACES.test(system)) return told('PlaceUnusable', `${said}.`, CHECK_PLACE);
  if (said === 'fetch failed')
    return told('ServerUnreachable', 'The database server does not answer.', 'Check its address and that it runs.');
  return told('Unexpected', `${said}.`, 'Run it again with DEBUG=1 and report what it prints.');
}

const told = (code: string, cause: string, next: string): Told => ({ code, cause, next });

const CHECK_PLACE = 'Check the path, its folder and its permissions; --db and DATABASE_URL say where the record is.';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
