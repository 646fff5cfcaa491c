import { z } from 'zod';
import { ok, refuse } from '@/lib/base';
import { checkedJson } from '@/lib/publication';
import { ID_PATTERN } from '../ids';
import { checkedArticle, checkedText, LONGEST_CHECK } from '../published';
import { lookup } from './lookup';
import { claimInList, measureInList } from './outputs';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const figure = z.looseObject({
  ...{ text: z.string(), start: z.int(), end: z.int(), sentence: z.string(), word: z.enum(['agree', 'differ', 'unknown']) },
  ...{ onRecord: z.string(), explanation: z.string().nullable(), measure: measureInList.nullable(), asOf: z.array(z.string()) },
  ...{ case: z.string().nullable(), agreeing: z.array(claimInList), differing: z.array(claimInList) },
});
const passedOver = z.looseObject({ text: z.string(), start: z.int(), end: z.int(), why: z.string() });

export const checkLookups = [
  lookup({
    id: 'check',
    tool: 'check_text',
    summary: 'Check a text: for each number in it, what is on record and whether it agrees',
    by: 'POST',
    path: 'check',
    input: z.strictObject({
      text: z.string().optional(),
      /** When the text was published, where that is known. */
      publishedAt: z.string().regex(DAY).optional(),
      /** In the place of a text, the id of a public article. */
      article: z.string().regex(ID_PATTERN).optional(),
    }),
    output: z.looseObject({ read: z.boolean(), figures: z.array(figure), passedOver: z.array(passedOver) }),
    sample: { text: 'China has sent aid to 83 countries.' },
    run: async ({ read, site, now }, { text, publishedAt, article }) => {
      if ((text === undefined) === (article === undefined))
        return refuse(422, 'InvalidField', 'Either a text or an article is checked.', 'Send one of "text" and "article".', {
          field: 'text',
        });
      if (article !== undefined) {
        const checked = await checkedArticle(read, article, now);
        if (checked) return ok({ found: checkedJson(checked, site) });
        return refuse(404, 'ArticleUnknown', `There is no public article "${article}".`, 'Take its id from one of its claims.');
      }
      const words = text as string;
      if (words.trim() === '')
        return refuse(422, 'EmptyText', 'The text is empty.', 'Give some words with a number in them.', { field: 'text' });
      if (words.length > LONGEST_CHECK) {
        const cause = `The text has ${words.length} characters; ${LONGEST_CHECK} is the most.`;
        return refuse(422, 'TextTooLong', cause, 'Check it part by part.', { field: 'text' });
      }
      const checked = await checkedText(read, { text: words, publishedAt: publishedAt ?? null }, now);
      return ok({ found: checkedJson(checked, site) });
    },
  }),
];
