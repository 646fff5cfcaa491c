import type { FormState } from '@/app/_shell/desk-page';
import type { CaseSheet, MemberClaim } from '@/db/desk';
import type { Refusal } from '@/lib/base';
import { Key } from '../_keys/key';
import { OperationForm, onTo, TextArea } from './forms';
import { SeenCase } from './moved-on';

interface Props {
  sheet: CaseSheet;
  page: string;
  refusal: Refusal | null;
  waiting: MemberClaim[];
  publish: FormState;
  back: FormState;
  /** Where both lead on to; null: back to the case. */
  next: string | null;
}

/** What is published first has no notice. What follows a withdrawal corrects nothing: nothing is said any more. */
const FIRST = { heading: 'Confirm and publish', button: 'Confirm and publish', notice: null };
const CORRECTION = {
  heading: 'Confirm and correct',
  button: 'Publish the correction',
  notice: {
    label: 'Notice of the correction, public',
    hint: 'What readers were told before, and what changed. Required, because something else was published first.',
  },
};
const ANEW = {
  heading: 'Confirm and publish anew',
  button: 'Publish it anew',
  notice: {
    label: 'Notice of the new ruling, public',
    hint: 'Why there is a ruling again after the withdrawal. Required, because what was published before was withdrawn.',
  },
};

/** What the second person does: confirm and publish, or send the ruling back. Where it cannot be, the reason stands there instead. */
export function ConfirmPanel({ sheet, page, refusal, waiting, publish, back, next }: Props) {
  const { row, view } = sheet;
  const says = view.publications === 0 ? FIRST : view.publishedRulingId === null ? ANEW : CORRECTION;
  return (
    <section className="confirm" aria-labelledby="confirm">
      <h2 id="confirm">{says.heading}</h2>
      {refusal ? (
        <div className="cannot">
          <p>
            <strong>{refusal.cause}</strong> {refusal.next}
          </p>
          {waiting.length > 0 && (
            <ul>
              {waiting.map((claim) => (
                <li key={claim.id}>
                  <a href={`/review/articles/${claim.article.id}#r-${claim.id}`}>
                    “<bdi>{claim.text}</bdi>”
                  </a>{' '}
                  in {claim.source ?? 'an article'}
                </li>
              ))}
            </ul>
          )}
        </div>
      ) : (
        <OperationForm path={`cases/${row.id}/publications`} page={page} draft={publish} className="form" label="Publication">
          <SeenCase view={view} state={publish} />
          {sheet.deskHasEditor && !sheet.editorPublishes && (
            <p>
              Every editor of the desk made this ruling or read one of its figures by hand, and so may not publish it. That is why any
              second person may.
            </p>
          )}
          {says.notice ? (
            <TextArea state={publish} scope="publish" name="notice" rows={3} {...says.notice} />
          ) : (
            <p>
              You read both quotes and the reason, and stand behind them with your role. The page, the feed and the data change at once.
            </p>
          )}
          <button type="submit" className="button primary" data-command="case-save" {...onTo(next)}>
            {says.button} <Key of="case-save" />
          </button>
        </OperationForm>
      )}
      {refusal?.code !== 'OwnRuling' && (
        <details open={back.draft !== null}>
          <summary data-command="case-return">
            Send it back … <Key of="case-return" />
          </summary>
          <OperationForm path={`cases/${row.id}/return`} page={page} draft={back} className="form" label="Return">
            <SeenCase view={view} state={back} />
            <TextArea state={back} scope="return" name="reason" label="What is missing" rows={3} hint="Seen by colleagues only." />
            <button type="submit" className="button" {...onTo(next)}>
              Return the ruling
            </button>
          </OperationForm>
        </details>
      )}
    </section>
  );
}
