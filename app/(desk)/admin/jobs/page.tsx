import type { Metadata } from 'next';
import { database } from '@/app/_shell/database';
import { formState, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { At } from '@/app/_ui/words';
import { countOlderReadings, namesOf } from '@/db/desk';
import type { JobKind } from '@/db/job-kinds';
import { type Job, jobsOf } from '@/db/jobs';
import { countWords } from '@/lib/publication';
import { OperationForm } from '../../_parts/forms';
import { JOB_WORDS } from '../../_parts/log-words';
import { DoneNote, ProblemNote } from '../../_parts/notices';

export const metadata: Metadata = { title: 'Jobs' };

const PAGE = '/admin/jobs';

const STATE: Record<Job['state'], { glyph: string; word: string; status: string }> = {
  running: { glyph: '◌', word: 'Runs', status: 'reopened' },
  done: { glyph: '✓', word: 'Done', status: 'settled' },
  stopped: { glyph: '–', word: 'Stopped', status: 'none' },
  failed: { glyph: '✕', word: 'Failed', status: 'open' },
};

/** The long work of this run of the server: how far each is, and the ways to stop it and to try it again. */
export default async function JobsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor('admin');
  const db = await database();
  const asked = await queryValue(searchParams, 'draft');
  const refused = asked ? (await formState(asked, actor, searchParams)).refused : null;
  const jobs = jobsOf(db);
  const names = await namesOf(
    db.read,
    jobs.map(({ by }) => by),
  );
  const older = await countOlderReadings(db.read);
  return (
    <>
      <DoneNote done={await queryValue(searchParams, 'done')} />
      <ProblemNote refusal={refused} />
      <header className="sheet-head">
        <h1>Jobs</h1>
        <p className="quiet">
          Work of the server that takes longer than a click. People go on meanwhile. What a job did stands, also where it is stopped, and
          one that ended with the server goes on with what is left when it is begun again.
        </p>
      </header>
      <section aria-labelledby="begin" className="form-section">
        <h2 id="begin">Begin</h2>
        <Begin kind="reread" label="Read everything again">
          {older === 0
            ? 'The engine of today has read every article.'
            : `${countWords(older, 'article')} may be read otherwise by the engine of today. What people judged stays.`}
        </Begin>
        <Begin kind="digest" label="Send the letters now">
          What people were told and have not read. They go out once a day by themselves.
        </Begin>
      </section>
      <section
        aria-labelledby="list"
        className="form-section"
        data-jobs={jobs.some(({ state }) => state === 'running') ? 'running' : 'ended'}
      >
        <h2 id="list">{jobs.length === 0 ? 'No job since the server began' : countWords(jobs.length, 'job')}</h2>
        {jobs.length > 0 && (
          <p className="quiet">
            <a href={PAGE}>Look again</a>; while one runs, this page does so by itself.
          </p>
        )}
        <ol className="told">
          {jobs.map((job) => (
            <JobLine key={job.id} job={job} by={job.by === null ? 'the operator' : (names.get(job.by) ?? 'somebody')} />
          ))}
        </ol>
      </section>
    </>
  );
}

function Begin({ kind, label, children }: { kind: JobKind; label: string; children: React.ReactNode }) {
  return (
    <OperationForm path="jobs" page={PAGE} className="form" label={label}>
      <input type="hidden" name="work" value={kind} />
      <button type="submit" className="button">
        {label}
      </button>
      <p className="hint">{children}</p>
    </OperationForm>
  );
}

function JobLine({ job, by }: { job: Job; by: string }) {
  const { id, kind, state, at, done, total, failed, refusal } = job;
  const { glyph, word, status } = STATE[state];
  const work = JOB_WORDS[kind];
  const far =
    total === 0
      ? 'nothing was left to do'
      : `${done.toLocaleString('en')}${total === null ? '' : ` of ${total.toLocaleString('en')}`} ${(total ?? done) === 1 ? work.one : work.many}`;
  return (
    <li id={`j-${id}`}>
      <span className="told-words">
        <span className="status" data-status={status}>
          <span aria-hidden="true">{glyph} </span>
          {word}
        </span>{' '}
        {work.word}: {far}
        {failed > 0 && `, ${failed} failed`}{' '}
        <span className="quiet">
          begun by {by}, <At instant={at} />
        </span>
        {state === 'running' && total !== null && <progress value={done} max={Math.max(1, total)} aria-label={`${work.word}: ${far}`} />}
        {refusal && (
          <span className="waits">
            {' '}
            {refusal.cause} {refusal.next}
          </span>
        )}
      </span>
      {state === 'running' && <Act id={id} act="cancel" word="Stop it" of={work.word} />}
      {(state === 'stopped' || state === 'failed') && <Act id={id} act="retry" word="Try it again" of={work.word} />}
    </li>
  );
}

const Act = ({ id, act, word, of }: { id: string; act: 'cancel' | 'retry'; word: string; of: string }) => (
  <OperationForm path={`jobs/${id}/${act}`} page={PAGE}>
    <button type="submit" className="button slim">
      {word}
      <span className="visually-hidden">: {of}</span>
    </button>
  </OperationForm>
);
