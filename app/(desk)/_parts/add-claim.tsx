import { type FormState, faultsOf, fieldValue, formState, type Query, queryValue } from '@/app/_shell/desk-page';
import { type ArticleSheet, MOST_SHOWN } from '@/db/desk';
import type { Person } from '@/db/people';
import { placesAsked } from './correct-form';
import { OperationForm, TextField } from './forms';
import { previewOf } from './hand-reading';
import { WordPicker } from './word-picker';

/** The form that adds a claim the machine did not read: its words are selected, its number is read from them. */
export async function AddClaim({ article, actor, query }: { article: ArticleSheet['article']; actor: Person; query: Query }) {
  const { id, text, language } = article;
  const state = await formState(`claims.add:${id}`, actor, query);
  const previewing = (await queryValue(query, 'preview')) !== null;
  const open = previewing || state.refused !== null || (await queryValue(query, 'add')) !== null;
  return (
    <details open={open} id="add">
      <summary>Add a claim that was not read …</summary>
      <OperationForm path={`articles/${id}/claims`} page={`/review/articles/${id}?add=1`} className="form correct" label="Add a claim">
        <input type="hidden" name="_draft" value={`claims.add:${id}`} />
        <WordPicker
          article={id}
          stretch={{ text: cut(text), start: 0 }}
          quote={fieldValue(state, 'quote')}
          places={placesAsked(state)}
          previewed={previewing ? await previewOf(id, state) : null}
          now={null}
          fault={faultIn(state)}
          fields={[]}
          language={language ?? undefined}
        />
        {text.length > MOST_SHOWN && <p className="quiet">This is the beginning of a long text: from the rest, paste the words.</p>}
        <TextField
          state={state}
          name="reason"
          label="Why it is a claim"
          hint="May be left empty. Readers see it beside the claim, once that is public."
        />
        <div className="decision-bar in-form">
          <button type="submit" className="button primary" name="_next" value={`/review/articles/${id}#r-{id}`}>
            Add the claim
          </button>
          <button
            type="submit"
            className="button"
            name="_next"
            value={`/review/articles/${id}?add=1&preview=1#add`}
            formAction="/api/v1/drafts"
            formNoValidate
          >
            Read the words
          </button>
        </div>
      </OperationForm>
    </details>
  );
}

const faultIn = ({ refused }: FormState): string | null => faultsOf(refused).find(({ field }) => field === 'quote')?.cause ?? null;

/** Between two words, where the text is too long for a page. */
const cut = (text: string): string => (text.length <= MOST_SHOWN ? text : text.slice(0, Math.max(1, text.lastIndexOf(' ', MOST_SHOWN))));
