import { now } from '@/app/_shell/database';
import { type FormState, fieldValue } from '@/app/_shell/desk-page';
import type { ArticleSheet } from '@/db/desk';
import { may } from '@/db/operations';
import type { Person } from '@/db/people';
import { dayWords, instantWords } from '@/lib/publication';
import { Key } from '../_keys/key';
import { OperationForm, TextArea, TextField } from './forms';

interface Props {
  sheet: ArticleSheet;
  actor: Person;
  page: string;
  /** By the name of their operation. */
  forms: Record<'retract' | 'unretract' | 'withhold' | 'restore', FormState>;
}

/** What stands noted on the article: that its source took it back, that its text is withheld. */
export function StandingNotices({ sheet: { notices } }: Pick<Props, 'sheet'>) {
  const { retracted, withheld } = notices;
  return (
    <>
      {retracted && (
        <p className="note">
          <strong>Taken back by its source{retracted.day && ` on ${dayWords(retracted.day)}`}.</strong> <bdi>{retracted.reason}</bdi>{' '}
          {retracted.url && (
            <a href={retracted.url} rel="noreferrer noopener">
              Its notice
            </a>
          )}{' '}
          <span className="quiet">Its claims stand in no position. Noted {instantWords(retracted.at)}.</span>
        </p>
      )}
      {withheld && (
        <p className="note">
          <strong>The text is withheld for legal reasons.</strong> <bdi>{withheld.reason}</bdi>{' '}
          <span className="quiet">Nobody is shown a word of it, here or in public. Since {instantWords(withheld.at)}.</span>
        </p>
      )}
    </>
  );
}

/** The acts on the article as a whole, for whoever may do them. */
export function NoticeForms({ sheet, actor, page, forms }: Props) {
  const { id } = sheet.article;
  const { retracted, withheld } = sheet.notices;
  const { retract, unretract, withhold, restore } = forms;
  const mayNote = may(actor, 'articles.retract') && (actor.role === 'editor' || !sheet.deskHasEditor);
  const mayWithhold = may(actor, 'articles.withhold');
  if (!mayNote && !mayWithhold) return null;
  return (
    <section aria-labelledby="notices" className="steps-panel">
      <h2 id="notices">The article as a whole</h2>
      {mayNote && !retracted && (
        <details open={retract.draft !== null}>
          <summary data-command="article-retract">
            Its source took it back … <Key of="article-retract" />
          </summary>
          <OperationForm path={`articles/${id}/retraction`} page={page} draft={retract} className="form" label="Taken back by its source">
            <TextField state={retract} scope="retract" name="day" label="On which day" hint={`As in ${now().slice(0, 10)}.`} />
            <TextField
              state={retract}
              scope="retract"
              name="url"
              type="url"
              label="Where its source says so"
              hint="A link; empty where nowhere."
            />
            <TextArea
              state={retract}
              scope="retract"
              name="reason"
              label="Why it was taken back"
              rows={3}
              hint="Public. Its claims are marked, stand in no position any more, and what was ruled on them is looked at again."
            />
            <button type="submit" className="button">
              Note that it was taken back
            </button>
          </OperationForm>
        </details>
      )}
      {mayNote && retracted && (
        <Ending
          path={`articles/${id}/retraction/end`}
          state={unretract}
          scope="unretract"
          page={page}
          label="It was not taken back …"
          send="Take the note back"
        />
      )}
      {mayWithhold && !withheld && (
        <details open={withhold.draft !== null}>
          <summary data-command="article-withhold">
            Withhold its text … <Key of="article-withhold" />
          </summary>
          <OperationForm path={`articles/${id}/withholding`} page={page} draft={withhold} className="form" label="Withholding">
            <TextArea
              state={withhold}
              scope="withhold"
              name="reason"
              label="Why the law asks for it"
              rows={3}
              hint="Public. Text, headline, author, address and quotes are shown nowhere any more; figures, hashes and this reason stay."
            />
            <button type="submit" className="button">
              Withhold the text
            </button>
          </OperationForm>
        </details>
      )}
      {mayWithhold && withheld && (
        <Ending
          path={`articles/${id}/withholding/end`}
          state={restore}
          scope="restore"
          page={page}
          label="Show the text again …"
          send="Show it again"
        />
      )}
    </section>
  );
}

function Ending(props: { path: string; state: FormState; scope: string; page: string; label: string; send: string }) {
  const { path, state, scope, page, label, send } = props;
  return (
    <details open={state.draft !== null || fieldValue(state, 'reason') !== ''}>
      <summary>{label}</summary>
      <OperationForm path={path} page={page} draft={state} className="form" label={send}>
        <TextArea state={state} scope={scope} name="reason" label="Why" rows={2} hint="Public." />
        <button type="submit" className="button">
          {send}
        </button>
      </OperationForm>
    </details>
  );
}
