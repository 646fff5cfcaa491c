import type { Metadata } from 'next';
import { database, now } from '@/app/_shell/database';
import { type FormState, fieldValue, formState, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { settings } from '@/app/_shell/settings';
import { outletNames, storedAlike } from '@/db/desk';
import { type ArticleInput, articleInput, TEXT_LIMIT_WORDS } from '@/db/intake';
import type { Result } from '@/lib/base';
import { Key } from '../../_keys/key';
import { DraftNote } from '../../_parts/draft-note';
import { OperationForm, onTo, TextArea, TextField, Tick } from '../../_parts/forms';
import { FromBrowser } from '../../_parts/from-browser';
import { TwoWindows } from '../../_parts/merge';
import { DoneNote, ProblemNote } from '../../_parts/notices';
import { type Prefilled, prefilledBy, prefilledState } from '../../_parts/prefilled';
import { Preview } from '../../_parts/preview';
import { AlikeChoice } from '../../_parts/stored-alike';

export const metadata: Metadata = { title: 'Add an article' };

const PAGE = '/review/intake';
const FORM = 'articles.add';
const FORM_ID = 'intake';

export default async function IntakePage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor('reviewer');
  const kept = await formState(FORM, actor, searchParams);
  const prefilled = await prefilledBy(searchParams);
  const state = prefilled ? prefilledState(kept, prefilled) : kept;
  const { read } = await database();
  const outlets = await outletNames(read);
  const previewing = (await queryValue(searchParams, 'preview')) !== null && state.draft !== null;
  const article = previewing || state.refused?.code === 'LooksStored' ? draftedArticle(state, now()) : null;
  const alike = article?.ok ? await storedAlike(read, article.value) : [];
  return (
    <>
      {!previewing && <DoneNote done={await queryValue(searchParams, 'done')} />}
      <ProblemNote refusal={state.refused} />
      <TwoWindows state={state} page={PAGE} open />
      <header className="sheet-head">
        <h1>Add an article</h1>
        <p className="lede">
          Paste its words. Every figure that asserts something is read, held against the others, and waits for a person before anybody else
          sees it.
        </p>
      </header>
      {!previewing && <DraftNote state={state} />}
      {prefilled && <PrefilledNote prefilled={prefilled} hasDraft={kept.draft !== null} />}
      {article?.ok && alike.length > 0 && <AlikeChoice article={article.value} alike={alike} state={state} form={FORM_ID} />}
      <div className="two">
        <OperationForm id={FORM_ID} path="articles" page={PAGE} draft={state} noted className="form" label="Article">
          <input type="hidden" name="guard" value="on" />
          <TextArea state={state} name="text" label="Text" rows={14} hint={`Plain text, up to ${TEXT_LIMIT_WORDS}.`} />
          <div className="field-row">
            <TextField state={state} name="outlet" label="Outlet" list="outlets" hint="Who published it." />
            <NewOutlet state={state} answering={previewing || state.refused !== null} />
          </div>
          <TextField state={state} name="publishedAt" label="Published on" hint="As 2020-03-26, or a month or year." />
          <TextField state={state} name="title" label="Title" />
          <div className="field-row">
            <TextField state={state} name="byline" label="Author" />
            <TextField state={state} name="url" type="url" label="Link" hint="Where the original stands." />
          </div>
          <datalist id="outlets">
            {outlets.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <div className="decision-bar in-form">
            <button type="submit" className="button primary" data-command="send" {...onTo('/review/articles/{articleId}')}>
              Store and read <Key of="send" />
            </button>
            <button type="submit" className="button" name="_next" value={`${PAGE}?preview=1`} formAction="/api/v1/drafts" formNoValidate>
              Preview
            </button>
          </div>
        </OperationForm>
        <aside aria-labelledby="aside">{article ? <Previewed article={article} state={state} /> : <Advice />}</aside>
      </div>
    </>
  );
}

/**
 * A misspelt name would make a second outlet of the first, so a new one is said to be new. A tick from an older draft does not count,
 * because it was meant for the name that stood there then.
 */
function NewOutlet({ state, answering }: { state: FormState; answering: boolean }) {
  const ticked = answering && fieldValue(state, 'newOutlet') !== '' && fieldValue(state, 'newOutlet') !== 'false';
  return (
    <div className="field" data-faulty={state.refused?.field === 'newOutlet' || undefined}>
      <Tick type="checkbox" name="newOutlet" value="on" checked={ticked}>
        This is a new outlet
      </Tick>
      <p className="hint">Tick it only where no article of this outlet is stored yet; the field offers those that are known.</p>
    </div>
  );
}

const NAMES = ['text', 'outlet', 'publishedAt', 'title', 'byline', 'url'];

/** What the form holds, as it would be stored. */
const draftedArticle = (state: FormState, at: string): Result<ArticleInput> =>
  articleInput(Object.fromEntries(NAMES.map((name) => [name, fieldValue(state, name)])), at);

/** Where the words in the form come from, and that an older draft is not lost. */
const PrefilledNote = ({ prefilled: { quote }, hasDraft }: { prefilled: Prefilled; hasDraft: boolean }) => (
  <div className="draft-note" role="status">
    <p>Filled in by the page you came from. Nothing is stored yet. Put the whole text of the article into the first field.</p>
    {quote !== null && (
      <p>
        You had selected: “<bdi>{quote}</bdi>”
      </p>
    )}
    {hasDraft && (
      <p>
        You have a draft of another article: <a href={PAGE}>go on with that</a>. Sending or previewing this form takes its place.
      </p>
    )}
  </div>
);

function Previewed({ article, state }: { article: Result<ArticleInput>; state: FormState }) {
  return (
    <>
      <h2 id="aside">What would be read</h2>
      {article.ok ? (
        <Preview article={article.value} state={state} form={FORM_ID} />
      ) : (
        <div className="problem">
          <p className="problem-cause">{article.refusal.cause}</p>
          <p>{article.refusal.next}</p>
        </div>
      )}
    </>
  );
}

const Advice = () => (
  <>
    <h2 id="aside">Before you send</h2>
    <ul className="advice">
      <li>Keep the wording as it was published: a figure is always shown with its exact quote.</li>
      <li>The publication date is what “today” and “so far” in the text refer to.</li>
      <li>The same article twice changes nothing. A reprint elsewhere is stored, and never counts as a second witness.</li>
      <li>Markup is kept as text and shown as text.</li>
    </ul>
    <FromBrowser site={settings().publicUrl} />
  </>
);
