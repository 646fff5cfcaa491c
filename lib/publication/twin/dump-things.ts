import type { PublicArticle } from '../record';
import { instant, number, table, text, truth } from './dump-table';

export const ARTICLE_TABLE = table<PublicArticle, PublicArticle>({
  name: 'articles',
  words: 'Texts with at least one public claim; never the texts themselves',
  rows: (article) => [article],
  columns: [
    text('article', 'Id of the article; its page is /articles/{id}', ({ id }) => id),
    text('title', 'Its headline; empty while its words are withheld', ({ title }) => title),
    text('source', 'Id of the outlet', ({ source }) => source?.id ?? null),
    text('agency', 'Id of the agency whose text it printed, if it did', ({ agency }) => agency?.id ?? null),
    { ...{ name: 'published', kind: 'day', words: 'When it was published' }, of: ({ publishedAt }) => publishedAt },
    text('byline', 'Who wrote it, as printed', ({ byline }) => byline),
    text('original', 'Where it was published', ({ url }) => url),
    text('language', 'Its language, as in “en”', ({ language }) => language),
    truth('demonstration', 'Whether it was written for the demonstration', ({ demoNote }) => demoNote !== null),
    instant('added', 'When we first saw it', ({ addedAt }) => addedAt),
    text('text_hash', 'SHA-256 of its normal wording', ({ textHash }) => textHash),
    text('origin', 'Id of the first of the articles that reprint one text; its own where it is none', ({ originId }) => originId),
    text('engine', 'What read it', ({ engine }) => engine),
    { ...{ name: 'retracted', kind: 'day', words: 'When its source took it back' }, of: ({ retracted }) => retracted?.day ?? null },
    instant('withheld', 'Since when its words are withheld', ({ withheld }) => withheld?.at ?? null),
    text('url', 'Address of its page', ({ id }, site) => `${site.url}/articles/${id}`),
  ],
});

/** Somebody with a name: an outlet or a speaker. */
interface Named {
  id: string;
  name: string;
  claims: number;
}
const named = (name: 'sources' | 'speakers', column: string, words: string) =>
  table<Named, Named>({
    ...{ name, words, rows: (one) => [one] },
    columns: [
      text(column, `Id; the page is /${name}/{id}`, ({ id }) => id),
      text('name', 'The name', ({ name: own }) => own),
      number('claims', 'Public claims', ({ claims: n }) => n),
      text('url', 'Address of the page', ({ id }, site) => `${site.url}/${name}/${id}`),
    ],
  });

export const SOURCE_TABLE = named('sources', 'source', 'Outlets and agencies with public claims');
export const SPEAKER_TABLE = named('speakers', 'speaker', 'Who is said to have said something');
