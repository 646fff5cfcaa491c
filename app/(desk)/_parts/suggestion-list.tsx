import type { FormState } from '@/app/_shell/desk-page';
import type { ClashStep, ClashView, WaitingPair } from '@/db/desk';
import { may } from '@/db/operations';
import type { Person } from '@/db/people';
import { countWords } from '@/lib/publication';
import { Pages } from './pages';
import { PairCard } from './pair-card';
import { mayTakeBack, pairWord, Reason, TakeBack } from './pair-words';

interface Props {
  pairs: WaitingPair[];
  clashes: ClashView[];
  last: ClashStep[];
  total: number;
  /** From 1 on. */
  page: number;
  pages: number;
  actor: Person;
  state: FormState | null;
}

const LIST = '/review?split=suggestions';

/** Pairs that the engine leaves apart though they are alike, words that clash, and what its reader said last. */
export function SuggestionList({ pairs, clashes, last, total, page, pages, actor, state }: Props) {
  const here = page > 1 ? `${LIST}&page=${page}` : LIST;
  return (
    <>
      <Clashes clashes={clashes} actor={actor} page={here} />
      {pairs.length === 0 ? (
        <div className="empty">
          <p>No pair waits: whatever the engine leaves apart is plainly apart, or somebody said so.</p>
          <p>
            {may(actor, 'articles.add') && (
              <>
                <a href="/review/intake">Add an article</a>, and its figures are held against these, or{' '}
              </>
            )}
            see <a href="/review/end?split=suggestions">what you did in this sitting</a>.
          </p>
        </div>
      ) : (
        <ol className="pairs-list">
          {pairs.map((pair, at) => (
            <PairCard
              key={`${pair.a.id} ${pair.b.id}`}
              more={pair.more}
              pair={pair}
              page={here}
              anchor={`s-${at + 1}`}
              actor={actor}
              state={state}
            />
          ))}
        </ol>
      )}
      <Pages list={LIST} {...{ page, pages }} about={countWords(total, 'pair')} before="Likelier pairs" after="Less likely pairs" />
      <LastWords words={last.filter(({ person }) => mayTakeBack(actor, person))} page={here} />
    </>
  );
}

/** What cannot all hold, and what waits until a reading is accepted. */
function Clashes({ clashes, actor, page }: { clashes: ClashView[]; actor: Person; page: string }) {
  const waiting = clashes.filter(({ waits }) => waits.length > 0);
  const against = clashes.filter(({ waits }) => waits.length === 0);
  return (
    <>
      {against.length > 0 && (
        <section className="notice" aria-labelledby="clashes">
          <h2 id="clashes">{against.length === 1 ? 'Words that cannot all hold' : `${against.length} times, words cannot all hold`}</h2>
          {against.map((clash) => (
            <Clash key={clash.yields.id} {...{ clash, actor, page }}>
              The first of these is set aside until one of them is taken back
              {clash.against.some(({ word }) => word === 'different') && '; what somebody keeps apart stays apart'}.
            </Clash>
          ))}
        </section>
      )}
      {waiting.length > 0 && (
        <section className="notice" aria-labelledby="waiting">
          <h2 id="waiting">{waiting.length === 1 ? 'A word that waits' : `${waiting.length} words that wait`}</h2>
          {waiting.map((clash) => (
            <Clash key={clash.yields.id} {...{ clash, actor, page }}>
              It would bring together or part what readers see, and what is public follows from accepted readings alone. It holds once{' '}
              {clash.waits.map(({ id, text }, at) => (
                <span key={id}>
                  {at > 0 && ' and '}
                  <a href={`/review/claims/${id}`}>
                    “<bdi>{text}</bdi>”
                  </a>
                </span>
              ))}{' '}
              is accepted.
            </Clash>
          ))}
        </section>
      )}
    </>
  );
}

/** One word that does not hold, and what it does not hold beside. */
function Clash({ clash, actor, page, children }: { clash: ClashView; actor: Person; page: string; children: React.ReactNode }) {
  const { yields, against, published } = clash;
  return (
    <div className="clash">
      <ul className="pair-said">
        {[yields, ...against].map((step) => (
          <li key={step.id}>
            <span>
              <Step step={step} />
            </span>
            {mayTakeBack(actor, step.person) && (
              <TakeBack id={step.id} page={page} whose={`the word of ${step.name} on “${step.texts[0]}” and “${step.texts[1]}”`} />
            )}
          </li>
        ))}
        {published.map(({ id, title }) => (
          <li key={id}>
            A published ruling rests on claims of <a href={`/measures/${id}`}>{title}</a>.
          </li>
        ))}
      </ul>
      <p>{children}</p>
    </div>
  );
}

/** Who said what of which two, with the way to the pair. */
const Step = ({ step: { name, about, word, reason, pair, texts } }: { step: ClashStep }) => (
  <>
    <strong>{name}</strong>:{' '}
    <a href={`/review/claims/${pair[0]}#p-${pair[1]}`}>
      “<bdi>{texts[0]}</bdi>” and “<bdi>{texts[1]}</bdi>”
    </a>
    , {pairWord(word, about)}
    {reason && <Reason words={reason} />}
  </>
);

function LastWords({ words, page }: { words: ClashStep[]; page: string }) {
  if (words.length === 0) return null;
  return (
    <section aria-labelledby="said">
      <h2 id="said">What you said last</h2>
      <ul className="pair-said">
        {words.map((step) => (
          <li key={step.id}>
            <span>
              <Step step={{ ...step, name: 'You' }} />
            </span>
            <TakeBack id={step.id} page={`${page}#said`} whose={`your word on “${step.texts[0]}” and “${step.texts[1]}”`} />
          </li>
        ))}
      </ul>
    </section>
  );
}
