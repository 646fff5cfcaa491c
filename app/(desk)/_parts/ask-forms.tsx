import { database, now } from '@/app/_shell/database';
import { type FormState, formStates, type Query, queryValue } from '@/app/_shell/desk-page';
import type { CaseSheet } from '@/db/desk';
import { may } from '@/db/operations';
import type { Person } from '@/db/people';
import { type Item, loadItem } from '@/db/queue/items';
import { colleagues } from '@/db/queue/told';
import { Key } from '../_keys/key';
import { Choice, OperationForm, type Option, SeenField, TextArea, TextField } from './forms';
import { TwoWindows } from './merge';
import { ProblemNote } from './notices';

interface Props {
  sheet: CaseSheet;
  actor: Person;
  page: string;
  query: Query;
}

/** States in which a case waits for somebody to decide. */
const WAITS = ['open', 'in-review', 'reopened'];

/** Whom one may ask before deciding: a colleague for a second look, or the source, whose answer the case then waits for. */
export async function AskForms({ sheet, actor, page, query }: Props) {
  const { id, state: stands } = sheet.row;
  if (!may(actor, 'queue.second-look') || !WAITS.includes(stands)) return null;
  const [look, source] = [`queue.second-look:${id}`, `queue.ask-source:${id}`];
  const states = await formStates([look, source], actor, query);
  const asked = states.get((await queryValue(query, 'draft')) ?? '') ?? null;
  const refused = asked?.refused ? asked : null;
  const { read } = await database();
  const item = await loadItem(read, id);
  if (!item.ok) return null;
  const people = (await colleagues(read)).filter((one) => one.id !== actor.id && one.disabledAt === null);
  return (
    <section aria-labelledby="ask" className="steps-panel">
      <h2 id="ask">Ask somebody</h2>
      <ProblemNote refusal={refused?.refused ?? null} scope={refused?.name === look ? 'look' : 'source'} />
      <TwoWindows state={refused} page={page} open />
      <LookForm
        item={item.value}
        page={page}
        state={states.get(look) as FormState}
        people={people.map(({ id: one, name }): Option => [one, name])}
      />
      <SourceForm item={item.value} page={page} state={states.get(source) as FormState} />
    </section>
  );
}

interface FormProps {
  item: Item;
  page: string;
  state: FormState;
}

const LookForm = ({ item: { id, assignedTo, lookBy }, page, state, people }: FormProps & { people: Option[] }) => (
  <details open={state.draft !== null}>
    <summary data-command="case-look">
      Ask for a second look … <Key of="case-look" />
    </summary>
    <OperationForm path={`queue/${id}/second-look`} page={page} draft={state} className="form" label="Second look">
      <SeenField state={state} name="from" now={assignedTo ?? ''} />
      <SeenField state={state} name="lookBy" now={lookBy ?? ''} />
      <Choice state={state} scope="look" name="to" label="Of whom" options={people} empty="anybody else" />
      <TextArea
        state={state}
        scope="look"
        name="text"
        label="What they should look at"
        rows={2}
        hint="Kept as a note on the case. May stay empty; in a blind review they see it once both opinions are in."
      />
      <button type="submit" className="button">
        Ask for a second look
      </button>
    </OperationForm>
  </details>
);

const SourceForm = ({ item: { id, askedOf }, page, state }: FormProps) => (
  <details open={state.draft !== null}>
    <summary data-command="case-source">
      Wait for a source … <Key of="case-source" />
    </summary>
    <OperationForm path={`queue/${id}/source`} page={page} draft={state} className="form" label="Question to a source">
      <SeenField state={state} name="from" now={askedOf ?? ''} />
      <TextField
        state={state}
        scope="source"
        name="of"
        label="Whom you asked"
        hint="The person or the office. Nothing is sent to them from here."
      />
      <TextField state={state} scope="source" name="on" label="On which day" hint={`As ${now().slice(0, 10)}. Empty: today.`} />
      <button type="submit" className="button">
        Wait for the answer
      </button>
    </OperationForm>
  </details>
);
