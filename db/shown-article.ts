import { type SQL, sql } from 'drizzle-orm';
import { notedIn } from './notice-record';
import type { articles } from './schema';
import { plain, sqlOf, type Words } from './statement';

type ArticleRow = typeof articles.$inferSelect;

/** What an article says of itself besides its text: its headline, its author, and the address that leads to it. */
type Said = 'title' | 'byline' | 'url';

/** Of a text that is withheld for legal reasons nothing that it says: whatever shows an article reads it through here, or through `db/published`. */
export const shownArticle = (row: ArticleRow, withheld: boolean): ArticleRow =>
  withheld ? { ...row, title: null, byline: null, url: null, text: '', doubts: [] } : row;

/** The same as a value of a query. @param called the name of the table there */
export const said = (what: Said, called = 'articles'): Words => plain(`iif(${notedIn('withheld', called)}, NULL, ${called}.${what})`);

const columnSaid = (what: Said): SQL<string | null> => sql<string | null>`${sqlOf(said(what))}`;

/** The same as columns, for a query of drizzle. */
export const SAID = { title: columnSaid('title'), byline: columnSaid('byline'), url: columnSaid('url') };
