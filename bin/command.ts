import { DEFAULT_DATABASE_URL } from '@/db/url';
import type { Refusal } from '@/lib/base';
import type { Io } from './io';

/** 0 done, 1 failed, 2 wrong usage, 3 done in part. */
export type ExitCode = 0 | 1 | 2 | 3;

export interface Option {
  type: 'string' | 'boolean';
  short?: string;
  about: string;
  /** Word for the value in the help text ("URL"). */
  value?: string;
}

export interface Invocation {
  operands: string[];
  /** The value of an option that takes one. */
  text(name: string): string | undefined;
  /** Whether a switch was given. */
  has(name: string): boolean;
}

/** One command of the command line: what it is for, how it is called, one worked example, and what it does. */
export interface Command {
  usage: string;
  about: string;
  example: string;
  options: Record<string, Option>;
  /** How many operands it takes, and what to say where the least is not there. */
  operands: { least: 0; most: number } | { least: 1; most: number; missing: string };
  run(invocation: Invocation, io: Io): Promise<ExitCode>;
}

/** The command was called in a way it does not know: exit 2, with its usage. */
export class UsageError extends Error {}

/** The option of every command that touches a record. */
export const DB_OPTION: Option = {
  type: 'string',
  value: 'URL',
  about: `the record: file:PATH or a libSQL address; DATABASE_URL, else ${DEFAULT_DATABASE_URL}`,
};

/** The address of the record: the option, the environment, the file that `npm start` uses. */
export const databaseUrl = (invocation: Invocation): string => invocation.text('db') ?? (process.env.DATABASE_URL || DEFAULT_DATABASE_URL);

/** "1 article", "2 articles"; "1 entry", "2 entries". */
export const counted = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

/** A refusal as one line for people. */
export const sentence = (refusal: Pick<Refusal, 'code' | 'cause' | 'next'>): string => `${refusal.cause} ${refusal.next} [${refusal.code}]`;
