import { z } from 'zod';
import { JOB_KINDS, JOB_STATES } from '../job-kinds';
import { cancelJob, retryJob, startJob } from '../jobs';
import { id } from './fields';
import { operation } from './operation';

const job = z.strictObject({
  id: z.string(),
  kind: z.enum(JOB_KINDS),
  state: z.enum(JOB_STATES),
  by: z.string().nullable(),
  at: z.string(),
  done: z.int(),
  total: z.int().nullable(),
  failed: z.int(),
  refusal: z.unknown(),
});

/** Long work of the server. What a job does is a fact wherever it writes one; that it was begun or stopped is one, too. */
export const jobOperations = [
  operation({
    id: 'jobs.start',
    summary: 'Begin long work of the server: read everything again with the engine of today, send the letters',
    who: 'admin',
    path: 'jobs',
    input: z.strictObject({ work: z.enum(JOB_KINDS) }),
    output: job,
    draft: 'none',
    undo: { instead: 'Stop it in the list of jobs; what it did until then stands.' },
    run: (context, { work }) => startJob(context, work),
  }),
  operation({
    id: 'jobs.cancel',
    summary: 'Stop a job; what it did until then stands',
    who: 'admin',
    path: 'jobs/{id}/cancel',
    input: z.strictObject({ id }),
    output: job,
    draft: 'none',
    undo: { instead: 'Try it again in the list of jobs: it goes on with what is left.' },
    run: ({ db, actor, now }, input) => cancelJob(db, input.id, actor, now),
  }),
  operation({
    id: 'jobs.retry',
    summary: 'Try a job again that was stopped or failed',
    who: 'admin',
    path: 'jobs/{id}/retry',
    input: z.strictObject({ id }),
    output: job,
    draft: 'none',
    undo: { instead: 'Stop it in the list of jobs; what it did until then stands.' },
    run: (context, input) => retryJob(context, input.id),
  }),
];
