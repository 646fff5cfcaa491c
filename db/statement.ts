import type { InStatement, InValue, ResultSet } from '@libsql/client';
import { type Column, type SQL, sql } from 'drizzle-orm';
import { sending, throughOf } from './around-commit';
import type { Reads, Tx } from './open';

/** A statement, or a part of one: strings, one more than values, with a value between each two. A question mark in them stands for itself. */
export interface Words {
  strings: readonly string[];
  values: readonly InValue[];
}

type Part = InValue | Words;

const isWords = (part: Part): part is Words => typeof part === 'object' && part !== null && 'strings' in part;

/**
 * A statement as it is written. What every addition says is said like this: to put it together otherwise takes longer than to run it. Its text is
 * put together the first time it is said of the same parts.
 */
export function words(strings: readonly string[], ...parts: readonly Part[]): Words {
  const values: InValue[] = [];
  const within: (readonly string[] | null)[] = [];
  for (const part of parts) {
    if (isWords(part)) {
      within.push(part.strings);
      values.push(...part.values);
    } else {
      within.push(null);
      values.push(part);
    }
  }
  return { strings: textOf(strings, within), values };
}

/** Of the parts that stand between the strings of a template: null for a value, and for a statement its own strings. */
type Within = readonly (readonly string[] | null)[];

/** A template is there once for all that is ever said by it, and few are said of many kinds of parts. */
const texts = new WeakMap<readonly string[], { within: Within; strings: readonly string[] }[]>();
const MOST_KINDS = 16;

function textOf(template: readonly string[], within: Within): readonly string[] {
  const known = texts.get(template) ?? [];
  const found = known.find((one) => one.within.every((part, at) => part === within[at]));
  if (found) return found.strings;
  const strings = together(template, within);
  texts.set(template, [{ within, strings }, ...known].slice(0, MOST_KINDS));
  return strings;
}

function together(template: readonly string[], within: Within): string[] {
  const all = [template[0] as string];
  for (const [at, part] of within.entries()) {
    const own = part ?? ['', ''];
    all[all.length - 1] += own[0] as string;
    all.push(...own.slice(1));
    all[all.length - 1] += template[at + 1] as string;
  }
  return all;
}

const plains = new Map<string, Words>();

/** A part that is put together of names, of which there are few, and has no values. */
export function plain(text: string): Words {
  const known = plains.get(text);
  if (known) return known;
  const part = { strings: [text], values: [] };
  plains.set(text, part);
  return part;
}

/** The same for a query of drizzle. */
export const sqlOf = ({ strings, values }: Words): SQL => sql(strings as unknown as TemplateStringsArray, ...values);

const sqls = new WeakMap<readonly string[], string>();

function sqlIn(strings: readonly string[]): string {
  const known = sqls.get(strings);
  if (known !== undefined) return known;
  const text = strings.join('?');
  sqls.set(strings, text);
  return text;
}

const inStatement = ({ strings, values }: Words): InStatement => ({ sql: sqlIn(strings), args: [...values] });

export const NOTHING = words``;

/** Any number of texts as one value, for "IN". */
export const among = (texts: Iterable<string>): Words => words`(SELECT value FROM json_each(${JSON.stringify([...texts])}))`;

/** The same as a condition on a column, for a query of drizzle: what comes with it there binds a value for each, and a statement has room for 32,766. */
export const isAmong = (column: Column, texts: Iterable<string>): SQL => sql`${column} IN ${sqlOf(among(texts))}`;

/** The rows that a statement gives. */
export async function ask<Row>(from: Reads, statement: Words): Promise<Row[]> {
  const through = throughOf(from);
  if (!through) return from.all<Row>(sqlOf(statement));
  await through.due();
  return (await through.execute(inStatement(statement))).rows as Row[];
}

/** The one value of a statement that gives everything as JSON in one row: reading rows costs more than finding them. */
export async function askJson<Value>(from: Reads, statement: Words): Promise<Value> {
  const [row] = await ask<{ json: string }>(from, statement);
  return JSON.parse((row as { json: string }).json);
}

/** A turn for others in a transaction, where it is due by the clock of its statements: those that are sent block, and none of them gives one. */
export const turnOf = (tx: Tx): Promise<void> | undefined => throughOf(tx).due();

/** Sends a statement on its way. Whatever is said later finds it done; where it fails, the transaction does. */
export function send(tx: Tx, statement: Words): void {
  sending(tx, sent(tx, statement));
}

/** Gives how many rows it wrote. */
export const write = async (tx: Tx, statement: Words): Promise<number> => (await sent(tx, statement)).rowsAffected;

const sent = (tx: Tx, statement: Words): Promise<ResultSet> => throughOf(tx).execute(inStatement(statement));
