import type { Split } from '@/db/desk';
import { SAME_QUESTION } from '@/lib/measure';
import { percent } from './words';

/** What the parts of the queue are called, and what they hold. */
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
  'second-review': {
    word: 'Second review',
    about:
      'Cases that wait for a second opinion, given without knowing the first, and those of two that differ, for whoever decides between them.',
  },
  'to-publish': {
    word: 'To confirm',
    about: 'Rulings that wait for a second person: an editor, where the desk has one. Nobody publishes their own.',
  },
  stale: {
    word: 'Old measures',
    about:
      'Published measures that are due to be looked at again: after the days that are said of each, else after those of the desk. The oldest first.',
  },
  mine: { word: 'Mine', about: 'What you took or were given, and rulings and opinions of yours that wait for somebody else.' },
  snoozed: { word: 'Put aside', about: 'What somebody put aside. It comes back on its day, and at once where a new article changes it.' },
  settled: { word: 'Settled', about: 'Published, dismissed and withdrawn cases, the latest first.' },
};
