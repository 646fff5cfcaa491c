import { type QueueCounts, SPLITS, type Split } from '@/db/desk';
import { SAME_QUESTION } from '@/lib/measure';
import { percent } from './words';

export const SPLIT_WORDS: Record<Split, { word: string; about: string }> = {
  conflicts: { word: 'Conflicts', about: 'Figures that cannot all stand: the most severe first, then the surest, then the oldest.' },
  articles: { word: 'New readings', about: 'Articles with claims nobody accepted or rejected yet, the oldest first.' },
  suggestions: {
    word: 'Suggestions',
    about: `Claims that may answer one question, though the engine keeps them apart: they are less than ${percent(SAME_QUESTION)} alike, or the claims around them are. What you say wins.`,
  },
  rereadings: {
    word: 'Read otherwise',
    about:
      'Articles that an older engine read, and what the engine of today would read otherwise. What somebody judged stays until they say otherwise.',
  },
  'second-review': { word: 'Second review', about: 'Cases that a second person looks at without knowing what the first decided.' },
  'to-publish': { word: 'To confirm', about: 'Rulings that wait for a second person. Nobody publishes their own.' },
  stale: { word: 'Old measures', about: 'Published measures whose newest figure is older than the desk allows, the oldest first.' },
  mine: { word: 'Mine', about: 'What you took or were given, and rulings of yours that wait for somebody else.' },
  snoozed: { word: 'Put aside', about: 'What somebody put aside. It comes back on its day, and at once where a new article changes it.' },
  settled: { word: 'Settled', about: 'Published and dismissed cases, the latest first.' },
};

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
