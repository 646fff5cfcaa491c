import type { FormState } from '@/app/_shell/desk-page';
import type { Person } from '@/db/people';
import type { BatchAct } from '@/db/queue/batch';
import { dayAfter, type Instant } from '@/lib/base';
import { Choice, TextArea, TextField } from './forms';

interface Props {
  act: BatchAct;
  state: FormState;
  actor: Person;
  now: Instant;
  colleagues: { id: string; name: string; disabledAt: string | null }[];
}

/** What an act has to be told. Whoever comes here comes for that, so its first field has the focus. */
export function BatchFields({ act, state, actor, now, colleagues }: Props) {
  switch (act) {
    case 'assign': {
      const others = colleagues.filter(({ id, disabledAt }) => id !== actor.id && disabledAt === null);
      const options: [string, string][] = [['me', `you, ${actor.name}`], ...others.map(({ id, name }): [string, string] => [id, name])];
      return <Choice first state={state} name="to" label="To" options={options} empty="nobody" otherwise="me" />;
    }
    case 'snooze':
      return (
        <>
          <div className="field-row">
            <Choice first state={state} name="lasting" label="For" options={TERMS} empty="until the day beside" otherwise="day" />
            <TextField
              state={state}
              name="until"
              label="Or until this day"
              hint={`As in ${dayAfter(now, 7)}. It comes before the choice beside.`}
            />
          </div>
          <TextField state={state} name="reason" label="Why" hint="For colleagues, beside the row. It may stay empty." />
        </>
      );
    case 'flag':
      return <TextField first state={state} name="flag" label="The mark" hint="A word or two, to be found by. Empty takes a mark away." />;
    case 'dismiss':
      return (
        <TextArea
          first
          state={state}
          name="reason"
          label="Not a conflict because"
          rows={3}
          hint="Public, and shown with each of the cases."
        />
      );
    case 'accept':
      return <p className="hint">All readings of these articles that wait are accepted. Accepted claims are public at once.</p>;
  }
}

const TERMS: [string, string][] = [
  ['hour', 'an hour'],
  ['day', 'a day'],
  ['week', 'a week'],
  ['month', '30 days'],
];
