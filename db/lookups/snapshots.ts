import { z } from 'zod';
import { ok, refuse } from '@/lib/base';
import { claimLine, type Site, snapshotLine } from '@/lib/publication';
import { snapshotsCompared, snapshotsOf } from '../published';
import { byId, number } from './fields';
import { lookup } from './lookup';
import { claimInList, listOf } from './outputs';

const snapshot = z.looseObject({ number: z.int(), url: z.url(), article: z.string(), addedAt: z.string(), textHash: z.string() });
const side = z.looseObject({ text: z.string(), sentence: z.string() }).nullable();
const unknown = (id: string) => refuse(404, 'ArticleUnknown', `There is no public article "${id}".`, 'Take its id from one of its claims.');

/** The texts that an article had. */
export const snapshotLookups = [
  lookup({
    id: 'articles.snapshots',
    summary: 'List the texts of one article, the first one first, with how many numbers changed from each to the next',
    path: 'articles/{id}/snapshots',
    input: byId,
    output: listOf(snapshot.extend({ numbersChanged: z.int().nullable() })),
    run: async ({ read, site }, { id }) => {
      const all = await snapshotsOf(read, id);
      if (all.length === 0) return unknown(id);
      return ok({ found: { data: all.map((one) => ({ ...snapshotLine(one, site), numbersChanged: one.numbersChanged })), next: null } });
    },
  }),
  lookup({
    id: 'articles.diff',
    tool: 'get_article_diff',
    summary: 'Compare two texts of one article word by word; without numbers of texts, the last two',
    path: 'articles/{id}/diff',
    input: byId.extend({
      from: number.optional(),
      to: number.optional(),
      numbers: z.enum(['0', '1']).optional().describe('1: the numbers that changed, without the words around them.'),
    }),
    output: z.looseObject({
      ...{ from: snapshot, to: snapshot, withheld: z.boolean() },
      numbers: z.array(z.looseObject({ before: side, after: side })),
      orphaned: z.array(claimInList),
      text: z.array(z.looseObject({ kind: z.enum(['same', 'gone', 'new', 'gap']), text: z.string() })).nullable(),
    }),
    run: async ({ read, site }, { id, from, to, numbers }) => {
      const all = (await snapshotsOf(read, id)).map((one) => one.number);
      if (all.length === 0) return unknown(id);
      const last = to === undefined ? (all.at(-1) as number) : Number(to);
      const first = from === undefined ? (all.findLast((one) => one < last) ?? last) : Number(from);
      const compared = await snapshotsCompared(read, id, [first, last]);
      if (!compared)
        return refuse(
          404,
          'SnapshotUnknown',
          `There is no such text of the article "${id}".`,
          `Choose two of /api/v1/articles/${id}/snapshots.`,
        );
      return ok({ found: comparedJson(compared, site, numbers === '1') });
    },
  }),
];

function comparedJson(compared: NonNullable<Awaited<ReturnType<typeof snapshotsCompared>>>, site: Site, onlyNumbers: boolean) {
  const { one, other, withheld, numbers, orphans, pieces } = compared;
  const sideOf = (side: (typeof numbers)[number]['before']) =>
    side && { text: side.text, sentence: side.quote.pieces.map(({ text }) => text).join('') };
  return {
    ...{ from: snapshotLine(one, site), to: snapshotLine(other, site), withheld },
    numbers: numbers.map(({ before, after }) => ({ before: sideOf(before), after: sideOf(after) })),
    orphaned: orphans.map((claim) => claimLine(claim, site)),
    text: onlyNumbers ? null : pieces,
  };
}
