import { begunOn, type FormState, fieldValue } from '@/app/_shell/desk-page';
import type { CaseSheet } from '@/db/desk';
import type { Fields } from '@/db/drafts';
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
  /** With what a ruling began; nothing where its form was empty. */
  begun: Fields | undefined;
}

/** Somebody was faster: what was written beside what stands now, field by field. Nothing of either is lost. */
export function MovedOn({ sheet, state, page, toRule, begun }: Props) {
  const { standing, row, view, history } = sheet;
  const last = history.at(-1);
  const isRuling = state.name.startsWith('cases.rule:');
  // The letters are those of today; what was ruled on other positions is told by none of them.
  const other = isRuling && standing ? fieldsOfRuling(standing, row.positions) : null;
  return (
    <Merge
      {...{ state, page, other }}
      base={isRuling ? (begun ?? {}) : null}
      title="The case moved on while you wrote"
      called="Stands now"
      revision={view.revision}
      open={toRule || !isRuling}
    >
      <p>
        {last && `${last.by ?? 'The engine'} was faster, ${instantWords(last.event.at)}. `}
        You wrote upon revision {fieldValue(state, 'revision', '?')}; it is {view.revision} now: {STATE_WORDS[row.state].word.toLowerCase()}
        . What you wrote is kept as your draft
        {isRuling && (toRule ? ' and stands in the form below' : ' and stands in the form where one can still be sent')}.
        {toRule && other === null && ' No other ruling stands against it: look at what changed, go on with yours, and save it again.'}
      </p>
    </Merge>
  );
}

/** The revision a form of the case was begun on. That somebody took the case, or put it back, changed nothing of what is decided. */
export function SeenCase({ view, state }: { view: CaseSheet['view']; state: FormState }) {
  const begun = Number(begunOn(state, 'revision', view.revision, true));
  return <input type="hidden" name="revision" value={begun < view.shownRevision ? begun : view.revision} data-seen />;
}
