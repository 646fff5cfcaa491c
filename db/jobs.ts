import { type Instant, ok, type Refusal, type Result, refusal, refuse } from '@/lib/base';
import { ENGINE_VERSION } from '@/lib/claim';
import { type Actor, OWNER, personId } from './actor';
import { afterCommit } from './around-commit';
import { append } from './audit';
import { type Carrier, sendDigests } from './digest';
import { regroup } from './grouping';
import { newId } from './ids';
import type { JOB_STATES, JobKind } from './job-kinds';
import type { Database } from './open';
import { isRegroupOwed } from './owed';
import { countNotReadBy } from './readings';
import { Refused } from './refused';
import { rereadArticles } from './reread';
import { verb } from './verb';

export interface Job {
  id: string;
  kind: JobKind;
  state: (typeof JOB_STATES)[number];
  /** Who began it; null is the operator. */
  by: string | null;
  at: Instant;
  /** Articles or letters so far, of how many (null where nobody can know), and those among them that failed. */
  done: number;
  total: number | null;
  failed: number;
  /** Why it failed, and what to do. */
  refusal: Refusal | null;
}

interface Held extends Job {
  stopping: boolean;
}

/** As many are remembered. */
const MOST_JOBS = 50;

/**
 * Jobs by record, the latest first. They stand in the memory of the process and in no table: what is left of a job is told by the record itself (the
 * articles that another engine read, the letters that are due), so that one which ended with its process is begun again and goes on. That somebody
 * began or stopped one is a fact of the log.
 */
const HELD = Symbol.for('countercheck.jobs');
const shared = globalThis as { [HELD]?: Map<string, Held[]> };

function heldOf({ id }: Pick<Database, 'id'>): Held[] {
  shared[HELD] ??= new Map();
  const own = shared[HELD].get(id) ?? [];
  shared[HELD].set(id, own);
  return own;
}

/** The jobs of this run of the server, the latest first. */
export const jobsOf = (db: Pick<Database, 'id'>): Job[] => heldOf(db).map(({ stopping: _, ...job }) => ({ ...job }));

/** Who begins something, and what it is done with: each write of a job asks again whether they still may. */
interface Beginning {
  db: Database;
  actor: Actor;
  now: Instant;
  post?: Carrier;
}

/** Begins a job, which goes on after the answer. 409 `JobRunning` where one of its kind does; 503 `NoPost`. */
export const startJob = (beginning: Beginning, kind: JobKind): Promise<Result<Job>> => begin(beginning, kind, 'jobs.start');

/** Begins a job anew that was stopped or failed: it goes on with what is left. 404 `JobUnknown`; 409 `IllegalTransition`, `JobRunning`. */
export async function retryJob(beginning: Beginning, id: string): Promise<Result<Job>> {
  const job = heldOf(beginning.db).find((one) => one.id === id);
  if (!job) return unknown();
  if (job.state !== 'stopped' && job.state !== 'failed')
    return refuse(
      409,
      'IllegalTransition',
      job.state === 'running' ? 'It runs already.' : 'It is done.',
      'Begin another where there is more to do.',
    );
  return begin(beginning, job.kind, 'jobs.retry');
}

/** Asks a job to stop: it ends what it has in its hands. 404 `JobUnknown`, 409 `IllegalTransition` where it has ended. */
export function cancelJob(db: Database, id: string, by: Actor, now: Instant): Promise<Result<Job>> {
  return verb(db, async (tx) => {
    const job = heldOf(db).find((one) => one.id === id);
    if (!job) return unknown();
    if (job.state !== 'running' || job.stopping)
      return refuse(409, 'IllegalTransition', 'It runs no more, or is about to end.', 'Look at the list again.');
    await append(tx, { at: now, actor: by, action: 'jobs.cancel', subject: subjectOf(job), reason: job.kind });
    afterCommit(tx, () => {
      job.stopping = true;
    });
    return ok(shownOf(job));
  });
}

const unknown = () =>
  refuse(404, 'JobUnknown', 'There is no such job in this run of the server.', 'Choose one from the list, or begin it anew.');

const subjectOf = ({ id }: Pick<Job, 'id'>): string => `job:${id}`;
const shownOf = ({ stopping: _, ...job }: Held): Job => ({ ...job });

async function begin(beginning: Beginning, kind: JobKind, action: 'jobs.start' | 'jobs.retry'): Promise<Result<Job>> {
  const { db, actor, now, post } = beginning;
  if (kind === 'digest' && !post)
    return refuse(503, 'NoPost', 'Nothing carries letters here.', 'Run it at the command line, or through the server.');
  const job: Held = {
    ...{ id: newId(), kind, state: 'running', by: personId(actor), at: now, done: 0, total: null, failed: 0 },
    ...{ refusal: null, stopping: false },
  };
  const begun = await verb(db, async (tx) => {
    const held = heldOf(db);
    if (held.some((one) => one.kind === kind && one.state === 'running'))
      return refuse(409, 'JobRunning', 'One of these runs already.', 'Wait until it has ended, or stop it first.');
    await append(tx, { at: now, actor, action, subject: subjectOf(job), reason: kind });
    afterCommit(tx, () => {
      held.unshift(job);
      held.splice(MOST_JOBS);
    });
    return ok(shownOf(job));
  });
  // Outside of that transaction: a job makes its own.
  if (begun.ok) void carryOut(job, beginning);
  return begun;
}

/** Whatever happens to a job ends up in the list, where somebody sees it. */
async function carryOut(job: Held, { db, now, post }: Beginning): Promise<void> {
  try {
    if (job.kind === 'reread') await reread(job, db, now);
    else await letters(job, db, post as Carrier, now);
    job.state = 'done';
  } catch (error) {
    job.state = error instanceof Stopped ? 'stopped' : 'failed';
    if (error instanceof Stopped) return;
    const cause = `It ended by a fault: ${error instanceof Error ? error.message : String(error)}`;
    job.refusal =
      error instanceof Refused ? error.refusal : refusal(503, 'JobFailed', cause, 'Try it again; if it stays, look at the log.');
  }
}

/** Thrown where a job was asked to stop. */
class Stopped extends Error {}

/** Articles go to the disk some at a time. Where it is stopped in between, what was read until then is grouped and compared. */
async function reread(job: Held, db: Database, now: Instant): Promise<void> {
  const onStart = (articles: number) => {
    job.total = articles;
  };
  const onArticle = async ({ refusal: failed }: { refusal: Refusal | null }) => {
    job.done += 1;
    if (failed) job.failed += 1;
    if (job.stopping) throw new Stopped();
  };
  try {
    await rereadArticles(db, OWNER, now, { onStart, onArticle });
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    job.done = (job.total ?? 0) - (await countNotReadBy(db.read, ENGINE_VERSION));
    if (await isRegroupOwed(db.read)) await regroup(db, now);
    throw error;
  }
}

async function letters(job: Held, db: Database, post: Carrier, now: Instant): Promise<void> {
  const counted: Carrier = {
    site: post.site,
    send: async (mail) => {
      if (job.stopping) throw new Stopped();
      const sent = await post.send(mail);
      if (sent === false) job.failed += 1;
      else job.done += 1;
      return sent;
    },
  };
  const done = await sendDigests(db, counted, now);
  if (!done.ok) throw new Refused(done.refusal);
}
