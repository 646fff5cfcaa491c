import { type FormState, fieldValue } from '@/app/_shell/desk-page';
import type { HandSheet } from '@/db/desk';
import { Key } from '../_keys/key';
import { OperationForm, TextField } from './forms';
import { Seen } from './reading';

/** Confirms what a claim says, or rejects it with a reason: the same acts as on the page of its article. */
export function ConfirmReading({ id, sheet, rejecting }: { id: string; sheet: HandSheet; rejecting: FormState }) {
  // A rejected claim stands beside no others: the work goes on where its article is read.
  const article = `/review/articles/${sheet.articleId}#r-${id}`;
  return (
    <div className="judge">
      {sheet.status === 'accepted' ? (
        <p className="quiet">Accepted: readers see it.</p>
      ) : (
        <OperationForm path={`claims/${id}/accept`} page={`/review/claims/${id}`}>
          <Seen {...sheet} />
          <button type="submit" className="button slim primary" data-command="reading-accept">
            Accept it as it stands <Key of="reading-accept" />
          </button>
        </OperationForm>
      )}
      <details open={rejecting.refused !== null}>
        <summary data-command="reading-reject">
          Reject it … <Key of="reading-reject" />
        </summary>
        <OperationForm path={`claims/${id}/reject`} page={`/review/claims/${id}#read`} className="form">
          <Seen {...sheet} state={rejecting} />
          <TextField
            state={{ ...rejecting, draft: fieldValue(rejecting, 'reason') ? rejecting.draft : null }}
            name="reason"
            scope={id}
            label="Why the reading is wrong"
            hint="Three words at least. It is kept beside the reading, which stays in the record."
          />
          <button type="submit" className="button slim danger" name="_next" value={article}>
            Reject it
          </button>
        </OperationForm>
      </details>
    </div>
  );
}
