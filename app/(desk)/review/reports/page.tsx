import type { Metadata } from 'next';
import { database } from '@/app/_shell/database';
import { type FormState, formStates, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { may } from '@/db/operations';
import { listReports, type ReportRow } from '@/db/reports';
import { countWords, instantWords, REPORT_KIND_WORDS, REPORT_OUTCOME_WORDS } from '@/lib/publication';
import { Choice, OperationForm, type Option, TextArea } from '../../_parts/forms';
import { DoneNote, ProblemNote } from '../../_parts/notices';

export const metadata: Metadata = { title: 'Reports' };

const PAGE = '/review/reports';
/** The name of the draft of an answer. */
const formOf = (id: string): string => `reports.answer:${id}`;
const OUTCOMES: Option[] = Object.entries(REPORT_OUTCOME_WORDS).map(([value, word]) => [value, word]);

/** What readers say of pages: those that wait, with a form each, and the last that were answered. */
export default async function ReportsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const { waiting, answered } = await listReports((await database()).read, actor);
  const answers = may(actor, 'reports.answer');
  const states = await formStates(answers ? waiting.map(({ id }) => formOf(id)) : [], actor, searchParams);
  return (
    <>
      <DoneNote done={await queryValue(searchParams, 'done')} />
      <ProblemNote refusal={[...states.values()].find(({ refused }) => refused !== null)?.refused ?? null} />
      <header className="sheet-head">
        <h1>Reports of readers</h1>
        <p className="quiet">
          Errors, missing numbers and other sides, as readers sent them. Each is answered once, on the receipt of its sender.
        </p>
      </header>
      {waiting.length === 0 ? (
        <p className="empty">Nothing waits. What a reader sends from “Report an error” on a page stands here.</p>
      ) : null}
      {waiting.map((report) => (
        <Waiting key={report.id} report={report} state={states.get(formOf(report.id))} />
      ))}
      {answered.length > 0 ? (
        <section aria-labelledby="answered">
          <h2 id="answered">{countWords(answered.length, 'answered report')}</h2>
          {answered.map((report) => (
            <details key={report.id}>
              <summary>
                {REPORT_KIND_WORDS[report.kind].told}: {report.about}
              </summary>
              <Sent report={report} contact={answers} />
              <p>
                <strong>{report.outcome ? REPORT_OUTCOME_WORDS[report.outcome] : ''}</strong> <bdi>{report.answer}</bdi>
              </p>
            </details>
          ))}
        </section>
      ) : null}
    </>
  );
}

/** `state`: of its form, where its reader may answer. */
function Waiting({ report, state }: { report: ReportRow; state: FormState | undefined }) {
  const { id, kind, about } = report;
  return (
    <section aria-labelledby={`report-${id}`} className="form-section">
      <h2 id={`report-${id}`}>{REPORT_KIND_WORDS[kind].told}</h2>
      <Sent report={report} contact={state !== undefined} />
      {state ? (
        <OperationForm path={`reports/${id}/answer`} page={PAGE} className="form" label={`Answer: ${about}`} draft={state}>
          <Choice state={state} name="outcome" scope={id} label="What became of it" options={OUTCOMES} empty="Choose" />
          <TextArea state={state} name="answer" scope={id} rows={3} label="Answer, for its sender" />
          <button type="submit" className="button primary">
            Answer
          </button>
        </OperationForm>
      ) : null}
    </section>
  );
}

const Sent = ({ report: { about, words, contact: reach, createdAt }, contact }: { report: ReportRow; contact: boolean }) => (
  <>
    <p className="quiet">
      <a href={about}>{about}</a>, {instantWords(createdAt)}
      {contact && reach ? (
        <>
          {' '}
          · to be reached at <bdi>{reach}</bdi>
        </>
      ) : null}
    </p>
    <p className="prose">
      <bdi>{words}</bdi>
    </p>
  </>
);
