import { z } from 'zod';
import { ok } from '@/lib/base';
import { addArticle, addArticles } from '../articles';
import { articleInput } from '../intake';
import { box, optionalText } from './fields';
import { operation } from './operation';
import { batchReport } from './outputs';

const LARGEST_BATCH = 1000;

// What a text, a date or a link must be, intake says with a refusal of its own for each.
const said = z.string().nullish();

const articleFields = z.strictObject({
  text: said,
  outlet: said,
  publishedAt: said,
  title: said,
  byline: said,
  url: said,
  language: said,
});

const batchItem = articleFields.extend({ externalId: optionalText, demoNote: optionalText });

export const articleOperations = [
  operation({
    id: 'articles.add',
    summary: 'Add an article',
    who: 'reviewer',
    path: 'articles',
    input: articleFields.extend({ newOutlet: box }),
    output: z.strictObject({ created: z.boolean(), articleId: z.string() }),
    draft: 'kept',
    run: async ({ db, actor, now }, { newOutlet, ...fields }) => {
      const article = articleInput(fields, now);
      return article.ok ? addArticle(db, { ...article.value, newOutlet }, actor, now) : article;
    },
  }),
  operation({
    id: 'articles.import-batch',
    summary: 'Import articles from the command line',
    who: 'owner',
    path: 'articles/import-batch',
    input: z.strictObject({ articles: z.array(batchItem).max(LARGEST_BATCH), last: z.boolean().optional() }),
    output: batchReport,
    draft: 'none',
    // Each bad item is named with its place; the good ones go in.
    run: async ({ db, actor, now }, { articles, last = true }) => {
      const read = articles.map((fields) => articleInput(fields, now));
      const good = read.flatMap((article) => (article.ok ? [article.value] : []));
      const refused = read.flatMap((article, index) => (article.ok ? [] : [{ index, refusal: article.refusal }]));
      return ok({ ...(await addArticles(db, good, actor, now, { groupLater: !last })), refused });
    },
  }),
];
