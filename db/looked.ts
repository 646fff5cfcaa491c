import type { Result } from '@/lib/base';
import type { ArticleInput } from './intake';
import { knownCopies, type Prepared, prepare, readableOf, type Stored } from './new-article';
import type { Database } from './open';
import { isReaderReady, type KeptReading, type Readable, readAhead, readForRecord } from './reading';
import { nextTurn } from './turns';

/** Articles that go to the disk together: a transaction costs it a moment, whatever is in it. */
const TOGETHER = 20;
/** Of more than that, the first are fewer: they are soon read, and the next are read elsewhere while these are stored. */
const FIRST = 4;

/** An article that came in: what the record has of it, or else what was read in it. */
export interface Looked {
  article: Prepared;
  known: Stored | null;
  reading: Result<KeptReading> | null;
}

/**
 * The articles, some at a time, with their readings. Of many, the next ones are read in another process while those before are stored: here
 * only until it has started.
 */
export async function* lookedAt(db: Database, inputs: readonly ArticleInput[]): AsyncGenerator<Looked[]> {
  if (inputs.length === 0) return;
  const first = inputs.length > TOGETHER ? FIRST : TOGETHER;
  // Which of the two reads them plays no part in what becomes of them.
  const reader = () => (inputs.length > TOGETHER && isReaderReady() ? readAhead : readHere);
  let next = lookAt(db, inputs.slice(0, first), reader());
  for (let at = first; at < inputs.length; at += TOGETHER) {
    const part = inputs.slice(at, at + TOGETHER);
    const looked = await next;
    next = lookAt(db, part, reader());
    // Where those before cannot be stored, nobody asks for these.
    next.catch(() => undefined);
    yield looked;
  }
  yield await next;
}

async function lookAt(db: Database, inputs: readonly ArticleInput[], read: typeof readAhead): Promise<Looked[]> {
  const some = inputs.map(prepare);
  // Looked up before the texts are read: importing ten thousand known articles again must cost next to nothing.
  const copies = await knownCopies(db.read, some);
  const readings = await read(some.filter((_, at) => copies[at] === null).map(readableOf));
  return some.map((article, at) => {
    const known = copies[at] ?? null;
    return { article, known, reading: known ? null : (readings.shift() as Result<KeptReading>) };
  });
}

async function readHere(texts: readonly Readable[]): Promise<Result<KeptReading>[]> {
  const readings: Result<KeptReading>[] = [];
  for (const { text, context } of texts) {
    // The first of all takes the longest by far, so nothing else goes into its turn.
    await nextTurn();
    readings.push(await readForRecord(text, context));
  }
  return readings;
}
