import { z } from 'zod';
import { ok } from '@/lib/base';
import type { Site } from '@/lib/publication';
import { changesSince, inWords, type ToldChange } from '../changes';
import { lookup } from './lookup';
import { listOf } from './outputs';

/** A public change, as a list gives it and a webhook sends it. */
export const changeData = ({ seq, urn, at, kind, title, summary, path, measureId }: ToldChange, site: Site) => ({
  ...{ seq, urn, at, kind, title, summary },
  url: `${site.url}${path}`,
  measure: measureId,
});

const change = z.looseObject({
  ...{ seq: z.int(), urn: z.string(), at: z.string(), kind: z.string(), title: z.string(), summary: z.string(), url: z.url() },
  measure: z.string(),
});

export const changeLookups = [
  lookup({
    id: 'changes',
    summary: 'List what changed for readers, in the order in which it was told, to keep in step',
    path: 'changes',
    input: z.strictObject({ since: z.string().max(200).optional() }),
    output: listOf(change),
    paged: 'since',
    live: true,
    run: async ({ read, site }, { since }) => {
      const rows = await changesSince(read, Number(since ?? 0));
      // There is always a next time: an empty part leads to what comes after it.
      const told = await inWords(read, rows);
      return ok({ found: { data: told.map((one) => changeData(one, site)), next: String(rows.at(-1)?.seq ?? since ?? 0) } });
    },
  }),
];
