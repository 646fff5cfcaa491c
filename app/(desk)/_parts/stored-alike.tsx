import { type FormState, fieldValue } from '@/app/_shell/desk-page';
import type { StoredAlike } from '@/db/desk';
import type { ArticleInput } from '@/db/intake';
import { dayWords } from '@/lib/publication';
import { Tick } from './forms';

const WORDS: Record<StoredAlike['likeness'][number], string> = {
  ...{ text: 'the same text', address: 'the same address', 'canonical-address': 'the same address, spelt otherwise' },
  'near-text': 'nearly the same words',
};

const OPENING = 280;

/** The article that is to be added beside those it looks like, and what it is to be stored as. */
export function AlikeChoice({
  article,
  alike,
  state,
  form,
}: {
  article: ArticleInput;
  alike: StoredAlike[];
  state: FormState;
  form: string;
}) {
  const chosen = fieldValue(state, 'as');
  const isVersion = alike.some(
    ({ likeness, source }) => source === article.outlet && likeness.some((one) => one === 'address' || one === 'canonical-address'),
  );
  const isCopy = alike.some(({ likeness }) => likeness.includes('text') || likeness.includes('near-text'));
  return (
    <section aria-labelledby="alike" className="alike">
      <h2 id="alike">
        {alike.length === 1 ? 'A stored article looks like this one' : `${alike.length} stored articles look like this one`}
      </h2>
      <div className="alike-pair">
        <Side title="To be added" name={article.title} source={article.outlet} publishedAt={article.publishedAt} url={article.url}>
          {article.text.slice(0, OPENING)}
        </Side>
        <div>
          {alike.map(({ id, title, source, publishedAt, url, opening, likeness, shared }) => (
            <Side
              key={id}
              title="Stored"
              name={title}
              source={source}
              publishedAt={publishedAt}
              url={url}
              opening={`/review/articles/${id}`}
              words={likenessWords(likeness, shared)}
            >
              {opening}
            </Side>
          ))}
        </div>
      </div>
      <fieldset id="f-as">
        <legend>What is it?</legend>
        {isCopy && (
          <Tick type="radio" form={form} name="as" value="copy" checked={chosen === 'copy'}>
            A copy: store it beside the other. The record calls the two one origin by their words, so it is no second witness.
          </Tick>
        )}
        {isVersion && (
          <Tick type="radio" form={form} name="as" value="version" checked={chosen === 'version'}>
            A later text of the same article: it becomes its next snapshot, and readers can compare the two.
          </Tick>
        )}
        <Tick type="radio" form={form} name="as" value="separate" checked={chosen === 'separate'}>
          An article of its own.{isCopy && ' By its words it still counts as one origin with the other.'}
        </Tick>
        <p className="hint">
          A later text of an article is known by its outlet and its address. Whatever it is, the stored text stays beside it, with its
          claims. To store nothing, open the stored one.
        </p>
      </fieldset>
    </section>
  );
}

const likenessWords = (likeness: StoredAlike['likeness'], shared: number | null): string =>
  `${likeness.map((one) => WORDS[one]).join(', ')}${shared !== null && shared < 1 ? `, ${Math.floor(shared * 100)} % of the shorter` : ''}`;

function Side(props: {
  title: string;
  name: string | null;
  source: string | null;
  publishedAt: string | null;
  url: string | null;
  opening?: string;
  words?: string;
  children: string;
}) {
  const { title, name, source, publishedAt, url, opening, words, children } = props;
  return (
    <div className="alike-side">
      <p className="kicker">
        {title}
        {words && <strong> · {words}</strong>}
      </p>
      <p>
        {opening ? <a href={opening}>{name ?? 'An article without a title'}</a> : <strong>{name ?? 'Without a title'}</strong>}
        <br />
        <span className="quiet">
          {source ?? 'Outlet not given'}
          {publishedAt && `, ${dayWords(publishedAt)}`}
          {url && (
            <>
              <br />
              <bdi>{url}</bdi>
            </>
          )}
        </span>
      </p>
      <p className="alike-text" dir="auto">
        {children} …
      </p>
    </div>
  );
}
