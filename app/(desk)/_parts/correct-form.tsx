import { begunOn, type FormState, faultsOf, fieldsOfState, fieldValue } from '@/app/_shell/desk-page';
import type { HandSheet, ReadFields } from '@/db/desk';
import type { Fields } from '@/db/drafts';
import { instantWords } from '@/lib/publication';
import { OperationForm, SeenField, TextField } from './forms';
import { Merge } from './merge';
import type { Place } from './place-choice';
import type { Previewed } from './read-as';
import { WordPicker } from './word-picker';

interface Props {
  id: string;
  sheet: HandSheet;
  state: FormState;
  previewed: Previewed;
}

/** The places among which a refusal asks to choose. */
export const placesAsked = ({ refused }: FormState): Place[] =>
  refused?.code === 'QuoteAmbiguous' ? ((refused.details?.places ?? []) as Place[]) : [];

/** Reads a claim by hand: the number from selected words, the rest by its fields, and why. */
export function CorrectForm({ id, sheet, state, previewed }: Props) {
  const { row, revision, articleId } = sheet;
  const page = `/review/claims/${id}?correct=1`;
  const given: FormState = { ...state, given: fieldsOfReading(row) };
  const field = (name: string, label: string, hint?: string) => <TextField state={given} name={name} label={label} hint={hint} />;
  return (
    <OperationForm path={`claims/${id}/corrections`} page={page} className="form correct" label="Correct the reading">
      <input type="hidden" name="_draft" value={state.name} />
      <input type="hidden" name="_version" value={state.draft?.version ?? ''} />
      <SeenField state={state} name="revision" now={revision} compared />
      <WordPicker
        article={articleId}
        stretch={sheet.stretch}
        quote={fieldValue(given, 'quote')}
        places={placesAsked(state)}
        previewed={previewed}
        now={sheet.words}
        fault={faultsOf(state.refused).find((fault) => fault.field === 'quote')?.cause ?? null}
        fields={[
          ['speaker', 'who says it'],
          ['asOf', 'the day'],
          ['scope', 'the place'],
          ['noun', 'what is counted'],
        ]}
        mark={{ start: row.start - sheet.stretch.start, end: row.end - sheet.stretch.start }}
        language={sheet.language ?? undefined}
      />
      {!sheet.stretch.whole && (
        <p className="quiet">
          <a href={`/review/claims/${id}?correct=1&whole=1#read`}>Show more of the article</a>
        </p>
      )}
      <div className="field-row">
        {field('speaker', 'Said by', 'Empty: nobody is named.')}
        {field('speakerRole', 'Role of the speaker')}
      </div>
      <div className="field-row">
        {field('asOf', 'As of', 'As 2020-03-26, 26 March 2020, or a month or year; not later than the article.')}
        {field('scope', 'Places', 'With commas: Norway, outside Norway, near Bergen.')}
      </div>
      {field('noun', 'What is counted', 'As the text says it; it follows the selected words unless you write another.')}
      {field('reason', 'Why', 'Three words at least. Readers see it beside the claim, once that is public.')}
      <div className="decision-bar in-form">
        <button type="submit" className="button primary" name="_next" value={`/review/claims/${id}#read`}>
          Save the correction
        </button>
        <button
          type="submit"
          className="button"
          name="_next"
          value={`/review/claims/${id}?correct=1&preview=1#read`}
          formAction="/api/v1/drafts"
          formNoValidate
        >
          Read the words
        </button>
      </div>
    </OperationForm>
  );
}

/** What a claim says today as the fields of the form: its number stands as it is until words are selected. */
const fieldsOfReading = ({ speakerName, speakerRole, asOf, scope, noun }: ReadFields): Fields => ({
  ...{ speaker: speakerName ?? '', speakerRole: speakerRole ?? '', asOf: asOf ?? '', scope: scope.join(', '), noun: noun ?? '' },
});

/** Somebody else read the claim by hand meanwhile: both readings, field by field. */
export function ReadMeanwhile({ id, sheet, state }: Omit<Props, 'previewed'>) {
  if (state.refused?.code !== 'VersionConflict') return null;
  const last = sheet.steps.at(-1);
  const typed = fieldsOfState(state);
  // The words that were selected, and why, are one's own: the other has none that would stand in their place.
  const own = { quote: typed.quote ?? '', reason: typed.reason ?? '' };
  const begun = Number(begunOn(state, 'revision', sheet.revision, true));
  const next = sheet.steps.find(({ revision }) => revision > begun);
  return (
    <Merge
      state={state}
      other={{ ...fieldsOfReading(sheet.row), ...own }}
      base={next?.before ? { ...fieldsOfReading(next.before), ...own } : null}
      page={`/review/claims/${id}?correct=1`}
      title="The reading was changed while you wrote"
      called="Stands now"
      revision={sheet.revision}
      open
    >
      <p>
        {last && `${last.by.name} was faster, ${instantWords(last.at)}. `}It says {sheet.words.figure} now. What you typed is kept as your
        draft.
      </p>
    </Merge>
  );
}
