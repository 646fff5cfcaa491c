import type { InStatement, InValue } from '@libsql/client';
import { type SQL, sql } from 'drizzle-orm';

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

export const inStatement = ({ strings, values }: Words): InStatement => ({ sql: sqlIn(strings), args: [...values] });

export const NOTHING = words``;
