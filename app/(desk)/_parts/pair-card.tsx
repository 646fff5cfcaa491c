import { type FormState, fieldValue } from '@/app/_shell/desk-page';
import type { PairView, SayingView } from '@/db/desk';
import { may } from '@/db/operations';
import type { Person } from '@/db/people';
import { PAIR_WORDS, type PairSubject } from '@/lib/measure';
import { Key } from '../_keys/key';
import { OperationForm, TextField } from './forms';
import { Member } from './member';
import { PAIR_WORDING, SaidWords } from './pair-words';
import { bindingWords, percent } from './words';

interface Props {
  pair: PairView;
  /** Where the card stands, so that a form leads back to it. */
  page: string;
  /** Of the fragment that leads to the card. */
  anchor: string;
  actor: Person;
  /** A form of this page that was refused. */
  state: FormState | null;
  /** How many other pairs there are of the same two measures. */
  more?: number;
  /** Shows the second claim alone: the first stands above. */
  second?: boolean;
}

/** Two claims, how alike the engine finds them and why, what people say, and the three words that can be said. */
export function PairCard({ pair, page, anchor, actor, state, more = 0, second = false }: Props) {
  const { a, b, titles } = pair;
  const here = `${page}#${anchor}`;
  const alike = !pair.together && titles[0] !== null && titles[0] === titles[1];
  return (
    <li id={anchor} className="pair-card" data-level={pair.level} data-item>
      <Standing pair={pair} more={more} />
      <div className="pair-quotes">
        {!second && <Side member={a} title={alike ? null : titles[0]} />}
        <Side member={b} title={pair.together || alike ? null : titles[1]} />
      </div>
      {alike && <p className="quiet">Two measures that are asked in the same words: {titles[0]}</p>}
      <Why reasons={pair.reasons} />
      <SaidWords words={pair.words} about="question" actor={actor} page={here} />
      {may(actor, 'pairs.judge') && <Judge pair={pair} about="question" page={here} state={state} />}
      {pair.sayings.map((saying) => (
        <Saying key={saying.about} pair={pair} saying={saying} actor={actor} page={here} />
      ))}
    </li>
  );
}

function Side({ member, title }: { member: PairView['a']; title: string | null }) {
  return (
    <div>
      <Member claims={[member]} />
      {title && <p className="quiet">Asked: {title}</p>}
    </div>
  );
}

/** Where the two stand today, and whether a person or the engine says so. */
function Standing({ pair, more }: { pair: PairView; more: number }) {
  const { together, level } = pair;
  return (
    <p className="pair-standing">
      <span className="status" data-status={level === 'confirmed' ? 'settled' : 'reopened'}>
        {level === 'confirmed'
          ? together
            ? '✓ Confirmed: one question'
            : '✓ Confirmed: two questions'
          : together
            ? '◌ Suggested: one question'
            : '◌ Apart, worth a look'}
      </span>
      <span>{bindingWords(pair)}</span>
      {more > 0 && <span className="quiet">the closest of {more + 1} pairs of these two questions</span>}
    </p>
  );
}

function Why({ reasons }: Pick<PairView, 'reasons'>) {
  return (
    <ul className="pair-why" aria-label="Why the engine thinks so">
      {reasons.map(({ feature, weight, words }) => (
        <li key={`${feature} ${words}`} data-points={weight > 0 ? 'for' : 'against'}>
          <span aria-hidden="true">{weight > 0 ? '+' : '−'} </span>
          <span className="visually-hidden">{weight > 0 ? 'For: ' : 'Against: '}</span>
          {words}
        </li>
      ))}
    </ul>
  );
}

/** Tells the fields of a refused card from those of the others. */
export const scopeOf = (state: FormState): string => `${state.name.split(':')[1]}-${fieldValue(state, 'other')}`;

interface Asked {
  pair: PairView;
  about: PairSubject;
  page: string;
  state: FormState | null;
}

function Judge({ pair: { a, b }, about, page, state }: Asked) {
  const isRefused = state?.name === `pairs.judge:${a.id}` && fieldValue(state, 'other') === b.id;
  const own: FormState = isRefused ? state : { name: '', draft: null, refused: null };
  return (
    <OperationForm path={`claims/${a.id}/pairs`} page={page} className="pair-judge" label={`“${a.text}” and “${b.text}”: ${about}`}>
      <input type="hidden" name="other" value={b.id} />
      <input type="hidden" name="about" value={about} />
      {PAIR_WORDS.map((word) => (
        <button
          key={word}
          type="submit"
          name="word"
          value={word}
          className="button slim"
          data-command={about === 'question' ? `pair-${word}` : undefined}
        >
          {PAIR_WORDING[about][word]} {about === 'question' && <Key of={`pair-${word}`} />}
        </button>
      ))}
      {about === 'question' && (
        <details open={isRefused}>
          <summary data-command="pair-reason">
            With a reason … <Key of="pair-reason" />
          </summary>
          <TextField
            state={own}
            name="reason"
            scope={`${a.id}-${b.id}`}
            label="Reason, if you like"
            hint="Seen by colleagues only. Then press one of the three."
          />
        </details>
      )}
    </OperationForm>
  );
}

/** Two outlets that report one utterance have one source, not two; what they tell apart then is told wrongly by one of them. */
function Saying({ pair, saying, actor, page }: { pair: PairView; saying: SayingView; actor: Person; page: string }) {
  const { about, score, reasons, decided, words } = saying;
  const what = about === 'utterance' ? 'one utterance' : 'one occasion';
  return (
    <div className="pair-saying">
      <p className="pair-standing">
        <strong>{about === 'utterance' ? 'Said once?' : 'One occasion?'}</strong>
        <span>
          {decided === null
            ? `Suggested: ${what}`
            : `Confirmed: ${decided ? what : about === 'utterance' ? 'two utterances' : 'two occasions'}`}
          {score !== null && `, ${percent(score)} sure`}
        </span>
      </p>
      <Why reasons={reasons} />
      <SaidWords words={words} about={about} actor={actor} page={page} />
      {may(actor, 'pairs.judge') && <Judge pair={pair} about={about} page={page} state={null} />}
    </div>
  );
}
