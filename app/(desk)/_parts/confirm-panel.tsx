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

/** What the second person does: confirm and publish, or send the ruling back. Where it cannot be, the reason stands there instead. */
export function ConfirmPanel({ sheet, page, refusal, waiting, publish, back, next }: Props) {
  const { row, view } = sheet;
  const correction = view.publications > 0;
  return (
    <section className="confirm" aria-labelledby="confirm">
      <h2 id="confirm">{correction ? 'Confirm and correct' : 'Confirm and publish'}</h2>
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
          {correction ? (
            <TextArea
              state={publish}
              scope="publish"
              name="notice"
              label="Notice of the correction, public"
              rows={3}
              hint="What readers were told before, and what changed. Required, because something else was published first."
            />
          ) : (
            <p>
              You read both quotes and the reason, and stand behind them with your role. The page, the feed and the data change at once.
            </p>
          )}
          <button type="submit" className="button primary" data-command="case-save" {...onTo(next)}>
            {correction ? 'Publish the correction' : 'Confirm and publish'} <Key of="case-save" />
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
