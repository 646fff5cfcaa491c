import type { FormState } from '@/app/_shell/desk-page';
import type { Person } from '@/db/people';
import type { BatchAct } from '@/db/queue/batch';
import { Choice, TextArea, TextField } from './forms';

interface Props {
  act: BatchAct;
  state: FormState;
  actor: Person;
  colleagues: { id: string; name: string; disabledAt: string | null }[];
}

/** What an act has to be told. */
export function BatchFields({ act, state, actor, colleagues }: Props) {
  switch (act) {
    case 'assign': {
      const others = colleagues.filter(({ id, disabledAt }) => id !== actor.id && disabledAt === null);
      const options: [string, string][] = [['me', `you, ${actor.name}`], ...others.map(({ id, name }): [string, string] => [id, name])];
      return <Choice state={state} name="to" label="To" options={options} empty="nobody" otherwise="me" />;
    }
    case 'snooze':
      return (
        <>
          <div className="field-row">
            <Choice state={state} name="lasting" label="For" options={TERMS} empty="until the day beside" otherwise="day" />
            <TextField state={state} name="until" label="Or until this day" hint="As in 2031-05-04. It comes before the choice beside." />
          </div>
          <TextField state={state} name="reason" label="Why" hint="For colleagues, beside the row. It may stay empty." />
        </>
      );
    case 'flag':
      return <TextField state={state} name="flag" label="The mark" hint="A word or two, to be found by. Empty takes a mark away." />;
    case 'dismiss':
      return (
        <TextArea state={state} name="reason" label="Not a conflict because" rows={3} hint="Public, and shown with each of the cases." />
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
