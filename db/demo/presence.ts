import { eq } from 'drizzle-orm';
import type { Database } from '../open';
import { articles, people } from '../schema';

/** Whether nothing was ever put in: the demo fills such a record and no other. */
export async function isEmpty({ read }: Database): Promise<boolean> {
  const article = await read.select({ id: articles.id }).from(articles).limit(1).get();
  const person = await read.select({ id: people.id }).from(people).limit(1).get();
  return article === undefined && person === undefined;
}

/** Whether people of the demo are in the record, disabled or not: no deployment starts on it. */
export const hasDemo = async ({ read }: Database): Promise<boolean> =>
  (await read.select({ id: people.id }).from(people).where(eq(people.demo, true)).limit(1).get()) !== undefined;
