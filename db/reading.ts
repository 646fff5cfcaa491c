import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { ok, type Result, refuse } from '@/lib/base';
import { type ArticleContext, type ArticleReading, readArticle } from '@/lib/claim';
import { projectFile } from './project';

/** What the record keeps of a reading. */
export type KeptReading = Pick<ArticleReading, 'state' | 'claims' | 'doubts'>;

/** Up to this length, in characters, a text is read at once: whatever it says, that takes a fraction of a second. */
const READ_AT_ONCE = 20_000;
/** Longest time for one long text, and the memory it may take. */
const READING_SECONDS = 20;
const MEMORY_MB = 1024;

interface LongTexts {
  turn: Promise<unknown>;
  child: ChildProcess | null;
}
/** Long texts wait for each other, so that a handful of them does not take the machine. On globalThis: bundles hold this file more than once. */
const shared = globalThis as { countercheckLongTexts?: LongTexts };
const long: LongTexts = shared.countercheckLongTexts ?? { turn: Promise.resolve(), child: null };
shared.countercheckLongTexts = long;

/**
 * Reads a text for the record. A long one is read in a process of its own, so that nobody waits for it but who sent it; when it takes
 * more than `seconds` or a gigabyte it is refused with `TextTooSlow`.
 */
export function readForRecord(text: string, context: ArticleContext, seconds = READING_SECONDS): Promise<Result<KeptReading>> {
  if (text.length <= READ_AT_ONCE) return Promise.resolve(ok(readArticle(text, context)));
  const turn = long.turn.then(() => readApart(text, context, seconds));
  long.turn = turn.catch(() => undefined);
  return turn;
}

async function readApart(text: string, context: ArticleContext, seconds: number): Promise<Result<KeptReading>> {
  const child = long.child ?? started();
  long.child = child;
  const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
  const ended = new AbortController();
  child.ref();
  try {
    const answer = once(child, 'message', ended);
    // A child that died closes its channel; that shows in the exit that is waited for below.
    child.send({ text, context }, () => undefined);
    const exit = once(child, 'exit', ended).then(([code, signal]) => ({ code, signal }));
    const first = await Promise.race([answer, exit]);
    if (Array.isArray(first)) return ok(first[0] as KeptReading);
    long.child = null;
    if (first.signal === null) throw new Error(`The process that reads long texts ended with code ${first.code}.`);
    return tooSlow(seconds);
  } finally {
    clearTimeout(timer);
    ended.abort();
    child.unref();
  }
}

function started(): ChildProcess {
  const child = fork(projectFile('db', 'reading-child.mjs'), {
    env: {} as NodeJS.ProcessEnv,
    execArgv: [`--max-old-space-size=${MEMORY_MB}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // Whoever is done with everything else need not wait for an idle child; it ends when its channel closes.
  child.channel?.unref();
  child.on('error', () => undefined);
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
