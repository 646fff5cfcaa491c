import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { ok, type Result, refuse } from '@/lib/base';
import { type ArticleContext, type ArticleReading, readArticle } from '@/lib/claim';
import { projectFile } from './project';

/** What the record keeps of a reading. */
export type KeptReading = Pick<ArticleReading, 'state' | 'claims' | 'doubts'>;

/** Up to this length, in characters, a text is read at once: whatever it says, that takes a fraction of a second. */
const READ_AT_ONCE = 20_000;
/** Up to this length it is read sooner than it could be sent to another process. */
const BRIEF = 1000;
/** Longest time for one long text, and the memory it may take. */
const READING_SECONDS = 20;
const MEMORY_MB = 1024;

/** A text with what is known of it. */
export interface Readable {
  text: string;
  context: ArticleContext;
}

interface LongTexts {
  turn: Promise<unknown>;
  child: ChildProcess | null;
  /** It has loaded what it reads with. */
  isReady: boolean;
  /** So many wait for it, those it reads for among them. */
  waiting: number;
}
/** Long texts wait for each other, so that a handful of them does not take the machine. On globalThis: bundles hold this file more than once. */
const shared = globalThis as { countercheckLongTexts?: LongTexts };
const long: LongTexts = shared.countercheckLongTexts ?? { turn: Promise.resolve(), child: null, isReady: false, waiting: 0 };
shared.countercheckLongTexts = long;

/**
 * Reads a text for the record. A long one is read in a process of its own, so that nobody waits for it but who sent it; when it takes
 * more than `seconds` or a gigabyte it is refused with `TextTooSlow`. A short one is read there as well
 * while that process has nothing to do, and here otherwise; a brief one always here.
 */
export async function readForRecord(text: string, context: ArticleContext, seconds = READING_SECONDS): Promise<Result<KeptReading>> {
  const isShort = text.length <= READ_AT_ONCE;
  const isThereFree = long.isReady && long.waiting === 0;
  if (text.length <= BRIEF || (isShort && !isThereFree)) return ok(readNow(text, context));
  const reading = inTurn([{ text, context }], seconds);
  // Where that process dies of a short one, it is read here after all.
  const readings = await (isShort ? reading.catch(() => null) : reading);
  if (readings?.ok) return ok(readings.value[0] as KeptReading);
  return readings === null || isShort ? ok(readNow(text, context)) : readings;
}

function readNow(text: string, context: ArticleContext): KeptReading {
  const { state, claims, doubts } = readArticle(text, context);
  return { state, claims, doubts };
}

/** Starts the process for long texts, which takes as long as reading a hundred short ones here: for whoever will need it. True once it has started. */
export function isReaderReady(): boolean {
  long.child ??= started();
  return long.isReady;
}

/** Reads short texts together in the process for long ones, so that somebody else may work meanwhile; long ones as `readForRecord` does. */
export async function readAhead(texts: readonly Readable[]): Promise<Result<KeptReading>[]> {
  const short = texts.filter(({ text }) => text.length <= READ_AT_ONCE);
  const together = short.length === 0 ? ok([]) : await inTurn(short, READING_SECONDS);
  const readings = new Map(together.ok ? short.map((one, at) => [one, together.value[at] as KeptReading]) : []);
  const all: Result<KeptReading>[] = [];
  for (const one of texts) {
    const reading = readings.get(one);
    all.push(reading ? ok(reading) : await readForRecord(one.text, one.context));
  }
  return all;
}

function inTurn(texts: readonly Readable[], seconds: number): Promise<Result<KeptReading[]>> {
  long.waiting += 1;
  const turn = long.turn
    .then(() => readApart(texts, seconds))
    .finally(() => {
      long.waiting -= 1;
    });
  long.turn = turn.catch(() => undefined);
  return turn;
}

async function readApart(texts: readonly Readable[], seconds: number): Promise<Result<KeptReading[]>> {
  const child = long.child ?? started();
  long.child = child;
  const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
  const ended = new AbortController();
  child.ref();
  try {
    const answer = once(child, READINGS, ended);
    const exit = once(child, 'exit', ended).then(([code, signal]) => ({ code, signal }));
    // One that could not be started fails here: `once` throws what its emitter has for an error.
    const either = Promise.race([answer, exit]);
    either.catch(() => undefined);
    // A child that died closes its channel; that shows in the exit.
    child.send(texts, () => undefined);
    const first = await either;
    if (Array.isArray(first)) return ok(first[0] as KeptReading[]);
    if (first.signal === null) throw new Error(`The process that reads long texts ended with code ${first.code}.`);
    return tooSlow(seconds);
  } finally {
    clearTimeout(timer);
    ended.abort();
    child.unref();
  }
}

/** What the process gives, apart from the word that it is ready. */
const READINGS = 'readings';

function started(): ChildProcess {
  long.isReady = false;
  const child = fork(projectFile('db', 'reading-child.mjs'), {
    env: {} as NodeJS.ProcessEnv,
    execArgv: [`--max-old-space-size=${MEMORY_MB}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // Whoever is done with everything else need not wait for an idle child; it ends when its channel closes.
  child.channel?.unref();
  // It may die while nobody asks it anything, and one that could not be started never exits: the next text starts another.
  const gone = () => {
    if (long.child !== child) return;
    long.child = null;
    long.isReady = false;
  };
  child.on('message', (message) => {
    if (message === 'ready') long.isReady = long.child === child;
    else child.emit(READINGS, message);
  });
  child.on('exit', gone);
  child.on('error', gone);
  return child;
}

const tooSlow = (seconds: number): Result<never> =>
  refuse(
    422,
    'TextTooSlow',
    `The text took more than ${seconds} seconds or ${MEMORY_MB} MB to read. Nothing was stored.`,
    'Keep the part with the article, or split it.',
    { field: 'text' },
  );
