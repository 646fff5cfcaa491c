import { type FormState, faultsOf, fieldValue } from '@/app/_shell/desk-page';
import type { HandSheet } from '@/db/desk';
import { OperationForm, TextField } from './forms';
import type { Place } from './place-choice';
import { ReadAs, type ReadWords } from './read-as';
import { WordPicker } from './word-picker';

/** What the preview without script found: the reading, or why there is none. */
export type Previewed = { words: ReadWords; text: string } | { cause: string; next: string } | null;

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
  const given: FormState = {
    ...state,
    given: {
      ...{ speaker: row.speakerName ?? '', speakerRole: row.speakerRole ?? '', asOf: row.asOf ?? '', scope: row.scope.join(', ') },
      noun: row.noun ?? '',
    },
  };
  const field = (name: string, label: string, hint?: string) => <TextField state={given} name={name} label={label} hint={hint} />;
  return (
    <OperationForm path={`claims/${id}/corrections`} page={page} className="form correct" label="Correct the reading">
      <input type="hidden" name="_draft" value={`claims.correct:${id}`} />
      <input type="hidden" name="revision" value={revision} />
      <WordPicker
        article={articleId}
        stretch={sheet.stretch}
        quote={fieldValue(given, 'quote')}
        places={placesAsked(state)}
        now={sheet.words}
        fault={faultsOf(state.refused).find((fault) => fault.field === 'quote')?.cause ?? null}
        fields={[
          ['speaker', 'who says it'],
          ['asOf', 'the day'],
          ['scope', 'the place'],
          ['noun', 'what is counted'],
        ]}
        language={sheet.language ?? undefined}
      />
      {!sheet.stretch.whole && (
        <p className="quiet">
          <a href={`/review/claims/${id}?correct=1&whole=1#read`}>Show more of the article</a>
        </p>
      )}
      <PreviewedNote previewed={previewed} now={sheet.words} />
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
        <button type="submit" className="button primary">
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

/** For whoever has no script: what the words say, made by the page. */
export function PreviewedNote({ previewed, now }: { previewed: Previewed; now: ReadWords | null }) {
  if (previewed === null) return null;
  return (
    <div className="picker-live">
      {'words' in previewed ? (
        <ReadAs now={now} then={previewed.words} text={previewed.text} />
      ) : (
        <p className="picker-refused">
          <strong>{previewed.cause}</strong> {previewed.next}
        </p>
      )}
    </div>
  );
}
