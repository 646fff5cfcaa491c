import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { projectFile } from './project';

/**
 * How long after a commit its pages are copied: those of many commits go together; and after how many commits at once. While the disk
 * takes the pages of hundreds of them, the next commit waits for it.
 */
const AFTER_MS = 1500;
const MANY = 32;
/**
 * Pages, of four kilobytes, that the log may have before it is to begin anew: from then on each commit is copied at once, until so few are
 * left that a transaction waits for them, which keeps nobody waiting for long; and how long it waits at most.
 */
const LONG_LOG = 24_000;
const WAIT_MS = 500;
const FEW = 2;
/** From here on it waits for however many: a commit itself copies a log that is longer still. */
const VERY_LONG = 28_000;

/**
 * Copies what was committed into the database file, in a process of its own: a commit that does it itself, as SQLite would have it,
 * holds everybody up for as long as the disk takes for thousands of pages all over the file. Nothing depends on when it happens: a commit
 * is durable in the log before the file has it.
 */
export class Checkpoints {
  private timer: NodeJS.Timeout | null = null;
  private child: ChildProcess | null = null;
  private copying: Promise<void> = Promise.resolve();
  private pages = 0;
  private long = LONG_LOG;
  private commits = 0;
  /** How many of them there were when a copy was last asked for, and when the last that is done began. */
  private asked = 0;
  /** One that was asked for has not begun, since another goes on. */
  private waits = false;
  private copied = 0;

  constructor(
    private readonly url: string,
    private readonly timeout: number,
  ) {}

  /** After every commit. */
  soon(): void {
    this.commits += 1;
    const most = this.pages < this.long ? MANY : 1;
    if (this.commits - this.asked >= most && !this.waits) return void this.copy();
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.copy();
    }, AFTER_MS).unref();
  }

  /**
   * Before a transaction. SQLite begins its log anew only where all of it was copied when a transaction begins; of transactions that follow
   * each other closely, one must wait for that: one that begins when most was copied a moment ago.
   */
  async ready(): Promise<void> {
    const left = this.commits - this.copied;
    if (this.pages < this.long || left === 0 || (left > FEW && this.pages < VERY_LONG)) return;
    // Somebody who reads for long keeps the log as it is: it is asked about again at twice the length.
    this.long = 2 * this.pages;
    const enough = new AbortController();
    await Promise.race([this.copy(), pause(WAIT_MS, undefined, enough)]);
    enough.abort();
  }

  /** Ends the process: the last connection to the file leaves it whole. */
  async close(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    await this.copying;
    const { child } = this;
    if (!child) return;
    // With an error instead of its exit there is nothing left to wait for.
    const ended = once(child, 'exit').catch(() => undefined);
    child.ref();
    if (child.connected) child.disconnect();
    await ended;
  }

  /** Copies all that was committed by now. Without the process a commit copies what has gathered; the next one starts another. */
  private copy(): Promise<void> {
    // All of it may have been asked for already.
    if (this.asked === this.commits) return this.copying;
    this.asked = this.commits;
    this.waits = true;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.copying = this.copying
      .then(() => this.ask())
      .catch(() => {
        this.pages = 0;
      });
    return this.copying;
  }

  private async ask(): Promise<void> {
    this.waits = false;
    const child = this.child ?? this.start();
    this.child = child;
    const ended = new AbortController();
    child.ref();
    const { commits } = this;
    try {
      const answer = once(child, 'message', ended);
      const gone = once(child, 'exit', ended).then(() => [0]);
      const either = Promise.race([answer, gone]);
      either.catch(() => undefined);
      child.send({ url: this.url, timeout: this.timeout }, () => undefined);
      this.pages = (await either)[0] as number;
      this.copied = commits;
      if (this.pages < LONG_LOG) this.long = LONG_LOG;
    } finally {
      ended.abort();
      child.unref();
    }
  }

  private start(): ChildProcess {
    const child = fork(projectFile('db', 'checkpoint-child.mjs'), {
      env: {} as NodeJS.ProcessEnv,
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    // Whoever is done with everything else need not wait for it; it ends when its channel closes.
    child.channel?.unref();
    // It may die while nobody asks it anything, and one that could not be started never exits.
    const gone = () => {
      if (this.child === child) this.child = null;
    };
    child.on('exit', gone);
    child.on('error', gone);
    return child;
  }
}
