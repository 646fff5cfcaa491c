import { type FormState, fieldValue } from '@/app/_shell/desk-page';
import type { CaseSheet } from '@/db/desk';
import { instantWords } from '@/lib/publication';
import { Merge } from './merge';
import { fieldsOfRuling } from './sent-back';
import { STATE_WORDS } from './words';

interface Props {
  sheet: CaseSheet;
  state: FormState;
  page: string;
  /** Whether this reader may still send a ruling. */
  toRule: boolean;
}

/** Somebody was faster: what was written beside what stands now, field by field. Nothing of either is lost. */
export function MovedOn({ sheet, state, page, toRule }: Props) {
  const { standing, row, view, history } = sheet;
  const last = history.at(-1);
  const isRuling = state.name.startsWith('cases.rule:');
  // The letters are those of today; what was ruled on other positions is told by none of them.
  const other = isRuling && standing ? fieldsOfRuling(standing, row.positions) : null;
  return (
    <Merge {...{ state, page, other }} title="The case moved on while you wrote" called="Stands now" revision={view.revision} open={toRule}>
      <p>
        {last && `${last.by ?? 'The engine'} was faster, ${instantWords(last.event.at)}. `}
        You wrote upon revision {fieldValue(state, 'revision', '?')}; it is {view.revision} now: {STATE_WORDS[row.state].word.toLowerCase()}
        . What you wrote is kept as your draft
        {isRuling && (toRule ? ' and stands in the form below' : ' and stands in the form where one can still be sent')}.
        {toRule && other === null && ' No other ruling stands against it: look at what changed, and save yours again.'}
      </p>
    </Merge>
  );
}
