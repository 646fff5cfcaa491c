import { OWNER } from '@/db/actor';
import { addArticles, type ImportReport } from '@/db/articles';
import { askOwner } from '@/db/control';
import { DryRun } from '@/db/dry-run';
import type { ArticleInput } from '@/db/intake';
import { Refused } from '@/db/open';
import type { Instant, Refusal } from '@/lib/base';
import type { Done } from './import-count';
import { openOwned } from './record';

export interface Item {
  path: string;
  input: ArticleInput;
}

/** Where an import goes: the record itself, the server that owns it, or nowhere. Grouping happens once, at the end. */
export interface Store {
  /** Gives what is on disk by now: an article may wait until a batch is full. */
  add(item: Item): Promise<Done[]>;
  finish(): Promise<Done[]>;
  close(): Promise<void>;
  grouped: { measures: number; conflicts: number };
}

type Send = (inputs: ArticleInput[], last: boolean) => Promise<ImportReport>;

export async function openStore(url: string, options: { dryRun: boolean; now: Instant; note(line: string): void }): Promise<Store> {
  if (options.dryRun) {
    const rehearsal = await DryRun.open(url);
    return new Batches(
      (inputs, last) => rehearsal.add(inputs, last),
      () => rehearsal.close(),
      1,
    );
  }
  const db = await openOwned(url);
  if (!('ownedElsewhere' in db)) {
    return new Batches(
      (inputs, last) => addArticles(db, inputs, OWNER, options.now, { groupLater: !last }),
      () => db.close(),
      BATCH_ARTICLES,
    );
  }
  options.note('Another process owns this record: the import goes through it.');
  return new Batches(
    (inputs, last) => throughServer(db.ownedElsewhere, inputs, last),
    async () => undefined,
    BATCH_ARTICLES,
  );
}

/** Most articles, and most characters of their text, that go into the record or to its server at once: while some are stored, the next are read. */
const BATCH_ARTICLES = 100;
const BATCH_CHARACTERS = 4 * 1024 * 1024;

async function throughServer(path: string, articles: ArticleInput[], last: boolean): Promise<ImportReport> {
  const answer = await askOwner(path, 'articles.import-batch', { articles, last });
  if (!answer.ok) throw new Refused(answer.refusal);
  const { items, refused, ...grouped } = answer.value as ImportReport & { refused: { index: number; refusal: Refusal }[] };
  // The server checks each article again and lists what it refused apart: everything goes back to its place.
  const faults = new Map(refused.map(({ index, refusal }) => [index, failedItem(articles[index]!, refusal)]));
  return { ...grouped, items: articles.map((_, index) => faults.get(index) ?? items.shift()!) };
}

const failedItem = ({ externalId }: ArticleInput, refusal: Refusal): ImportReport['items'][number] => ({
  ...{ externalId, status: 'failed', articleId: null, claims: 0, state: null, refusal },
});

/** Gathers articles until a batch is full. The last batch, empty or not, is the one that groups. */
class Batches implements Store {
  grouped = { measures: 0, conflicts: 0 };
  private waiting: Item[] = [];
  private characters = 0;

  constructor(
    private readonly send: Send,
    readonly close: () => Promise<void>,
    private readonly most: number,
  ) {}

  async add(item: Item): Promise<Done[]> {
    this.waiting.push(item);
    this.characters += item.input.text.length;
    return this.waiting.length >= this.most || this.characters >= BATCH_CHARACTERS ? this.flush(false) : [];
  }

  finish(): Promise<Done[]> {
    return this.flush(true);
  }

  private async flush(last: boolean): Promise<Done[]> {
    const batch = this.waiting;
    this.waiting = [];
    this.characters = 0;
    const inputs = batch.map((item) => item.input);
    const { items, measures, conflicts } = await this.send(inputs, last);
    if (items.length !== batch.length) throw new Error('the answer does not match the batch');
    this.grouped.measures += measures;
    this.grouped.conflicts += conflicts;
    return items.map((item, index) => ({ path: batch[index]!.path, item }));
  }
}
