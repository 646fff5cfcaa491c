import type { FormState } from '@/app/_shell/desk-page';
import type { CaseSheet } from '@/db/desk';
import type { CaseState } from '@/lib/adjudication';
import { Key } from '../_keys/key';
import type { Allowed } from './allowed';
import { OperationForm, onTo, TextArea } from './forms';
import { SeenCase } from './moved-on';
import { ReviewChoice } from './review-choice';

/** What readers see of the reason for opening a case again. */
const REOPENING_HINTS: Partial<Record<CaseState, string>> = {
  published: 'Public. What was published stays visible, marked as under review for this reason.',
  withdrawn: 'Public. Readers are told that it is open again for this reason, and still that what was published is withdrawn.',
};

interface Props {
  sheet: CaseSheet;
  page: string;
  allowed: Allowed;
  mine: boolean;
  dismiss: FormState;
  reopen: FormState;
  withdraw: FormState;
  /** Where a dismissal leads on to; null: back to the case. */
  next: string | null;
}

/** The steps beside ruling and publishing. */
export function CaseSteps({ sheet, page, allowed, mine, dismiss, reopen, withdraw, next }: Props) {
  const { id } = sheet.row;
  if (![allowed.take, allowed.release, allowed.dismiss, allowed.reopen, allowed.withdraw].includes(true)) return null;
  const revision = <input type="hidden" name="revision" value={sheet.view.revision} />;
  return (
    <section aria-labelledby="steps" className="steps-panel">
      <h2 id="steps">Other steps</h2>
      {allowed.take && (
        <OperationForm path={`cases/${id}/take`} page={page}>
          {revision}
          <button type="submit" className="button" data-command="case-take">
            Take this case <Key of="case-take" />
          </button>
          <p className="hint">Others see that you are deciding it.</p>
        </OperationForm>
      )}
      {allowed.release && (
        <OperationForm path={`cases/${id}/release`} page={page}>
          {revision}
          <button type="submit" className="button" data-command="case-release">
            {mine ? 'Put it back into the queue' : 'Put it back for everybody'} <Key of="case-release" />
          </button>
        </OperationForm>
      )}
      <details>
        <summary>Who decides cases of this measure …</summary>
        <OperationForm path={`measures/${sheet.measure.id}/review`} page={page} className="form" label="Who decides">
          <ReviewChoice set={sheet.ownReview} otherwise="As the desk does" />
          <button type="submit" className="button">
            Save
          </button>
        </OperationForm>
      </details>
      {allowed.dismiss && (
        <details open={dismiss.draft !== null}>
          <summary data-command="case-dismiss">
            Dismiss it … <Key of="case-dismiss" />
          </summary>
          <OperationForm path={`cases/${id}/dismiss`} page={page} draft={dismiss} className="form" label="Dismissal">
            <SeenCase view={sheet.view} state={dismiss} />
            <TextArea
              state={dismiss}
              scope="dismiss"
              name="reason"
              label="Not a conflict because"
              rows={3}
              hint="Public, and shown wherever the pair would be."
            />
            <button type="submit" className="button" {...onTo(next)}>
              Dismiss the case
            </button>
          </OperationForm>
        </details>
      )}
      {allowed.reopen && (
        <details open={reopen.draft !== null}>
          <summary data-command="case-reopen">
            Open it again … <Key of="case-reopen" />
          </summary>
          <OperationForm path={`cases/${id}/reopen`} page={page} draft={reopen} className="form" label="Reopening">
            <SeenCase view={sheet.view} state={reopen} />
            <TextArea
              state={reopen}
              scope="reopen"
              name="reason"
              label="Why it has to be looked at again"
              rows={3}
              hint={REOPENING_HINTS[sheet.row.state] ?? 'Public where readers see the case come under review by it.'}
            />
            <button type="submit" className="button">
              Reopen the case
            </button>
          </OperationForm>
        </details>
      )}
      {allowed.withdraw && (
        <details open={withdraw.draft !== null}>
          <summary data-command="case-withdraw">
            Withdraw what is published … <Key of="case-withdraw" />
          </summary>
          <OperationForm path={`cases/${id}/withdrawal`} page={page} draft={withdraw} className="form" label="Withdrawal">
            <SeenCase view={sheet.view} state={withdraw} />
            <TextArea
              state={withdraw}
              scope="withdraw"
              name="reason"
              label="Why it is withdrawn"
              rows={3}
              hint="Public, and all that is left to read: the address of the case answers with it, and never again with the ruling. To replace a ruling, open the case again and publish a correction."
            />
            <button type="submit" className="button">
              Withdraw the ruling
            </button>
          </OperationForm>
        </details>
      )}
    </section>
  );
}
