import { z } from 'zod';
import { ok, type Refusal, refusal } from '@/lib/base';
import { textsOf } from '../article-snapshots';
import { addArticle, addArticles } from '../articles';
import { type ArticleInput, articleInput } from '../intake';
import { nameKey } from '../name-key';
import type { Reads } from '../open';
import { storedAlike } from '../stored-alike';
import { box, optionalText } from './fields';
import { checkJudged, judgeAdded, judgedAnswer, judgedBefore, saidOf } from './judge-added';
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

/** With `guard`, an article that looks like a stored one is stored only where it is said as what. */
const guarded = { guard: box, as: z.enum(['copy', 'version', 'separate', '']).optional() };

/** What was said of its readings before it was stored. */
const judgedWith = { judge: judgedBefore, acceptRest: box };

const batchItem = articleFields.extend({ externalId: optionalText, demoNote: optionalText });

export const articleOperations = [
  operation({
    id: 'articles.add',
    summary: 'Add an article',
    who: 'reviewer',
    path: 'articles',
    input: articleFields.extend({ newOutlet: box, ...guarded, ...judgedWith }),
    output: z.strictObject({ created: z.boolean(), articleId: z.string(), snapshot: z.int().optional(), judged: judgedAnswer.optional() }),
    draft: 'kept',
    run: async (context, { newOutlet, guard, as, judge, acceptRest, ...fields }) => {
      const { db, actor, now } = context;
      const article = articleInput(fields, now);
      if (!article.ok) return article;
      const before = { judge, rest: acceptRest };
      const sound = checkJudged(judge);
      if (!sound.ok) return sound;
      const look = guard && !as ? (input: ArticleInput) => looksStored(db.read, input) : undefined;
      const added = await addArticle(db, { ...article.value, newOutlet, isOwn: as === 'separate' || as === 'copy' }, actor, now, look);
      const said = saidOf(before);
      if (!added.ok) return added;
      const own = (await textsOf(db.read, added.value.articleId)).find(({ id }) => id === added.value.articleId);
      const told = { ...added.value, ...(own && own.number > 1 ? { snapshot: own.number } : {}) };
      if (said === 0) return ok(told);
      // An article that was there already is judged where it stands.
      const stood = added.value.created ? await judgeAdded(context, added.value.articleId, before) : 0;
      return ok({ ...told, judged: { said, stood } });
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

const isSameOutlet = (a: string | null, b: string | null): boolean => (a === null || b === null ? a === b : nameKey(a) === nameKey(b));

/** 409 `LooksStored` with the ids of the stored articles that it looks like. */
async function looksStored(from: Reads, article: ArticleInput): Promise<Refusal | null> {
  const alike = await storedAlike(from, article);
  // The same text of the same outlet is stored once, whatever is said of it.
  if (alike.length === 0 || alike.some((one) => one.likeness.includes('text') && isSameOutlet(one.source, article.outlet))) return null;
  const cause = alike.length === 1 ? 'A stored article looks like this one.' : `${alike.length} stored articles look like this one.`;
  const next = 'Look at them side by side, and say whether this is a copy, a later text of the same article, or an article of its own.';
  return refusal(409, 'LooksStored', cause, next, { field: 'as', details: { articles: alike.map(({ id }) => id) } });
}
