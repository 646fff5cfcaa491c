import type { PairView } from '@/db/desk';
import { bindingWords } from './words';

/** Below this likeness somebody should look whether a conflict is one. */
const SURE = 0.6;

const isSure = ({ level, parts, score }: PairView): boolean => level === 'confirmed' || parts !== null || score >= SURE;

/**
 * A conflict is one only if its claims answer one question: how sure that is, and where to say otherwise. Folded where nothing is in doubt.
 * `isBlind`: neither whose word it is nor how sure the machine is, while two decide unseen.
 */
export function OneQuestion({ pairs, isBlind }: { pairs: PairView[]; isBlind: boolean }) {
  if (pairs.length === 0) return null;
  const unsure = pairs.filter((pair) => !isSure(pair)).length;
  return (
    <section aria-labelledby="one-question">
      <h2 id="one-question">
        One question? <span className="quiet">without it there is no conflict</span>
      </h2>
      <details open={unsure > 0 && !isBlind}>
        <summary>
          {pairs.length === 1 ? 'The pair it rests on' : `The ${pairs.length} pairs it rests on`}
          {isBlind ? '' : `: ${unsure === 0 ? 'alike' : unsure === 1 ? 'one to look at' : `${unsure} to look at`}`}
        </summary>
        <ul className="one-question">
          {pairs.map((pair) => (
            <li key={`${pair.a.id} ${pair.b.id}`}>
              <Pair pair={pair} isBlind={isBlind} />
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

const Pair = ({ pair, isBlind }: { pair: PairView; isBlind: boolean }) => (
  <>
    <span>
      “<bdi>{pair.a.text}</bdi>” and “<bdi>{pair.b.text}</bdi>”
    </span>
    <span className="quiet">{isBlind ? pair.level : levelWords(pair)}</span>
    <a href={`/review/claims/${pair.a.id}#p-${pair.b.id}`}>
      look and judge
      <span className="visually-hidden">
        : {pair.a.text} and {pair.b.text}
      </span>
    </a>
  </>
);

const levelWords = (pair: PairView): string =>
  pair.level === 'confirmed'
    ? `confirmed by ${pair.words.find(({ word }) => word === 'same')?.name ?? 'what people say of others'}`
    : `suggested, ${bindingWords(pair)}`;
