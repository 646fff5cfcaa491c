import { type Database, openDatabase } from '@/db/open';
import { settings } from './settings';

/** The record this server works on. Opened by the first call and shared by every bundle of the process; never at build time. */
export const database = (): Promise<Database> => openDatabase(settings().databaseUrl);

/** The one clock of the floor above db: everything below is told the time. */
export const now = (): string => new Date().toISOString();
