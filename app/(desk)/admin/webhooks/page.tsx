import type { Metadata } from 'next';
import { database } from '@/app/_shell/database';
import { formState, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { hasPassword } from '@/db/own-password';
import { type DeliveryLine, listWebhooks, type WebhookLine } from '@/db/webhooks';
import { CHANGE_WORDS, countWords, dayWords, instantWords } from '@/lib/publication';
import { OperationForm, TextField } from '../../_parts/forms';
import { DoneNote, ProblemNote } from '../../_parts/notices';

export const metadata: Metadata = { title: 'Webhooks' };

const PAGE = '/admin/webhooks';

/** Addresses that every public change is sent to, with what became of the last of them. */
export default async function WebhooksPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor('admin');
  const { read } = await database();
  const state = await formState('webhooks.create', actor, searchParams);
  const [hooks, typed] = [await listWebhooks(read), await hasPassword(read, actor.id)];
  return (
    <>
      <DoneNote done={await queryValue(searchParams, 'done')} />
      <ProblemNote refusal={state.refused} />
      <header className="sheet-head">
        <h1>Webhooks</h1>
        <p className="quiet">
          Every public change is sent to these addresses as it stands in <code>/api/v1/changes</code>, signed, and tried again for a day and
          a half where it does not arrive.
        </p>
      </header>
      {hooks.length === 0 ? <p>No address yet: one that is added below stands here, with what was sent to it.</p> : null}
      {hooks.map((hook) => (
        <Hook key={hook.id} hook={hook} />
      ))}
      <section aria-labelledby="add" className="form-section">
        <h2 id="add">Add an address</h2>
        <OperationForm path="webhooks" page={PAGE} className="form" label="Add an address" once>
          <TextField
            state={state}
            name="url"
            type="url"
            label="Address"
            hint="https, and open to everybody: none of this machine or of a network of its own."
          />
          {typed ? (
            <TextField state={state} name="old" type="password" label="Your password" complete="current-password" />
          ) : (
            <p className="hint">You have no password here: sign in again, and add it within ten minutes.</p>
          )}
          <button type="submit" className="button primary">
            Add the address
          </button>
        </OperationForm>
      </section>
    </>
  );
}

function Hook({ hook: { id, url, createdAt, revokedAt, deliveries } }: { hook: WebhookLine }) {
  return (
    <section aria-labelledby={`hook-${id}`}>
      <h2 id={`hook-${id}`}>{url}</h2>
      <p className="quiet">
        Added on {dayWords(createdAt)}
        {revokedAt ? `, revoked on ${dayWords(revokedAt)}` : ''}. {deliveries.length === 0 ? 'Nothing was sent yet.' : null}
      </p>
      {revokedAt ? null : (
        <OperationForm path={`webhooks/${id}/revocation`} page={PAGE}>
          <button type="submit" className="button slim danger" aria-label={`Revoke: ${url}`}>
            Revoke
          </button>
        </OperationForm>
      )}
      {deliveries.length > 0 ? <Deliveries lines={deliveries} open={revokedAt === null} /> : null}
    </section>
  );
}

function Deliveries({ lines, open }: { lines: DeliveryLine[]; open: boolean }) {
  return (
    <table className="stack">
      <caption>The last {countWords(lines.length, 'change')}, the youngest first</caption>
      <thead>
        <tr>
          <th scope="col">Change</th>
          <th scope="col">What became of it</th>
          <th scope="col">Steps</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <a href={`/measures/${line.measureId}`}>{wordOf(line)}</a>
              <span className="quiet address">{instantWords(line.at)}</span>
            </th>
            <td data-label="What became of it">{fateOf(line)}</td>
            <td>
              {open ? (
                <OperationForm path={`webhooks/deliveries/${line.id}/resend`} page={PAGE}>
                  <button type="submit" className="button slim" aria-label={`Send again: ${wordOf(line)} of ${instantWords(line.at)}`}>
                    Send again
                  </button>
                </OperationForm>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const wordOf = ({ kind }: DeliveryLine): string =>
  kind === 'updated' ? 'Updated' : kind === 'gone' ? 'No longer public' : CHANGE_WORDS[kind];

function fateOf({ tries, dueAt, status, fault, doneAt }: DeliveryLine): string {
  if (doneAt) return `Arrived on ${instantWords(doneAt)}${tries > 1 ? `, at the ${tries}th try` : ''} (${status})`;
  const next = dueAt ? `next try on ${instantWords(dueAt)}` : 'given up';
  return tries === 0 ? 'Waits to be sent' : `${fault ?? 'It did not arrive.'} ${countWords(tries, 'try', 'tries')}, ${next}`;
}
