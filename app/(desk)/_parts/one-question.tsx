import type { PairView } from '@/db/desk';
import { percent } from './words';

/** A conflict is one only if its claims answer one question: how sure that is, and where to say otherwise. */
export function OneQuestion({ pairs }: { pairs: PairView[] }) {
  if (pairs.length === 0) return null;
  return (
    <section aria-labelledby="one-question">
      <h2 id="one-question">
        One question? <span className="quiet">without it there is no conflict</span>
      </h2>
      <ul className="one-question">
        {pairs.map(({ a, b, score, level, words }) => (
          <li key={`${a.id} ${b.id}`}>
            <span>
              “{a.text}” and “{b.text}”
            </span>
            <span className="quiet">
              {level === 'confirmed'
                ? `confirmed by ${words.find(({ word }) => word === 'same')?.name ?? 'what people say of others'}`
                : `suggested, ${percent(score)} alike`}
            </span>
            <a href={`/review/claims/${a.id}#p-${b.id}`}>
              look and judge
              <span className="visually-hidden">
                : {a.text} and {b.text}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
