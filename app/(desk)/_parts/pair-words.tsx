import { holds } from '@/db/actor';
import type { SaidWord } from '@/db/desk';
import { may } from '@/db/operations';
import type { Person } from '@/db/people';
import type { PairSubject, PairWord } from '@/lib/measure';
import { instantWords } from '@/lib/publication';
import { Key } from '../_keys/key';
import { OperationForm } from './forms';

/** The three words, as each subject puts them. */
export const PAIR_WORDING: Record<PairSubject, Record<PairWord, string>> = {
  question: { same: 'Same question', different: 'Different questions', unsure: 'Not sure' },
  utterance: { same: 'One utterance', different: 'Two utterances', unsure: 'Not sure' },
  occasion: { same: 'One occasion', different: 'Two occasions', unsure: 'Not sure' },
};

const GLYPH: Record<PairWord, string> = { same: '=', different: '≠', unsure: '?' };

/** "= same question" */
export const pairWord = (word: PairWord, about: PairSubject): string => `${GLYPH[word]} ${PAIR_WORDING[about][word].toLowerCase()}`;

const STANDING: Record<Exclude<SaidWord['standing'], 'followed'>, string> = {
  'set-aside': 'kept, not followed: another word stands against it',
  waits: 'waits until the reading is accepted: it would change what readers see',
};

interface Props {
  words: SaidWord[];
  about: PairSubject;
  actor: Person;
  page: string;
}

/** What people said of a pair, and what its reader may take back. */
export function SaidWords({ words, about, actor, page }: Props) {
  if (words.length === 0) return null;
  return (
    <ul className="pair-said" aria-label="What people say">
      {words.map(({ id, word, reason, person, name, at, standing }) => (
        <li key={id}>
          <span>
            <strong>{person === actor.id ? 'You' : name}</strong>: {pairWord(word, about)}
            {reason && <Reason words={reason} />} <span className="quiet">{instantWords(at)}</span>
            {standing !== 'followed' && <span className="waits"> · {STANDING[standing]}</span>}
          </span>
          {mayTakeBack(actor, person) && <TakeBack id={id} page={page} whose={person === actor.id ? 'your word' : `the word of ${name}`} />}
        </li>
      ))}
    </ul>
  );
}

/** The reason that somebody gave, behind what they said. */
export const Reason = ({ words }: { words: string }) => (
  <>
    , “<bdi>{words}</bdi>”
  </>
);

/** One's own word; an administrator may take back any. */
export const mayTakeBack = (actor: Person, person: string): boolean =>
  may(actor, 'pairs.take-back') && (person === actor.id || holds(actor.role, 'admin'));

/** One press, and the word counts no more. */
export const TakeBack = ({ id, page, whose }: { id: string; page: string; whose: string }) => (
  <OperationForm path={`pairs/${id}/take-back`} page={page}>
    <button type="submit" className="button slim" data-command="undo">
      Take back<span className="visually-hidden"> {whose}</span> <Key of="undo" />
    </button>
  </OperationForm>
);
