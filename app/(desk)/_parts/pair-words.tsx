import type { SaidWord } from '@/db/desk';
import type { Person } from '@/db/people';
import { instantWords } from '@/lib/publication';
import { OperationForm } from './forms';

const WORD: Record<SaidWord['word'], { glyph: string; word: string }> = {
  same: { glyph: '=', word: 'same question' },
  different: { glyph: '≠', word: 'different questions' },
  unsure: { glyph: '?', word: 'not sure' },
};

export const pairWord = (word: SaidWord['word']): string => `${WORD[word].glyph} ${WORD[word].word}`;

/** What people said of a pair; one's own word can be taken back, and an administrator may take back any. */
export function SaidWords({ words, actor, page }: { words: SaidWord[]; actor: Person; page: string }) {
  if (words.length === 0) return null;
  return (
    <ul className="pair-said" aria-label="What people say">
      {words.map(({ id, word, reason, person, name, at, followed }) => (
        <li key={id}>
          <span>
            <strong>{person === actor.id ? 'You' : name}</strong>: {pairWord(word)}
            {reason && `, “${reason}”`} <span className="quiet">{instantWords(at)}</span>
            {!followed && <span className="waits"> · kept, not followed: another word stands against it</span>}
          </span>
          {(person === actor.id || actor.role === 'admin') && (
            <TakeBack id={id} page={page} whose={person === actor.id ? 'your word' : `the word of ${name}`} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** One press, and the word counts no more. */
export const TakeBack = ({ id, page, whose }: { id: string; page: string; whose: string }) => (
  <OperationForm path={`pairs/${id}/take-back`} page={page}>
    <button type="submit" className="button slim">
      Take back<span className="visually-hidden"> {whose}</span>
    </button>
  </OperationForm>
);
