import { type QueueCounts, SPLITS, type Split } from '@/db/desk';
import { SPLIT_WORDS } from './split-words';

/** Left out while nothing fills them. */
const HIDDEN_WHILE_EMPTY: readonly Split[] = ['second-review'];

export function SplitLinks({ counts, current }: { counts: QueueCounts; current: Split | null }) {
  return (
    <nav className="splits" aria-label="Parts of the queue">
      <ul>
        {SPLITS.filter((name) => counts[name] > 0 || !HIDDEN_WHILE_EMPTY.includes(name)).map((name) => (
          <li key={name}>
            <a href={`/review?split=${name}`} aria-current={name === current ? 'page' : undefined}>
              <span>{SPLIT_WORDS[name].word}</span> <span className="count">{counts[name].toLocaleString('en')}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
