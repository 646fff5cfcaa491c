import type { Sitting } from '@/db/desk';
import { countWords } from '@/lib/publication';

/** Acts of the log as a reviewer counts them: one of it, several of it. What is not named here is no work of the queue. */
const ACTS: Record<string, (times: number) => string> = {
  'cases.rule': (times) => `${countWords(times, 'case')} ruled`,
  'cases.publish': (times) => `${countWords(times, 'ruling')} published`,
  'cases.return': (times) => `${countWords(times, 'ruling')} sent back`,
  'cases.withdraw': (times) => `${countWords(times, 'ruling')} withdrawn`,
  'cases.dismiss': (times) => `${countWords(times, 'case')} dismissed`,
  'cases.reopen': (times) => `${countWords(times, 'case')} opened again`,
  'claims.accept': (times) => `${countWords(times, 'reading')} accepted one by one`,
  'articles.accept': (times) => `${countWords(times, 'article')} accepted as a whole`,
  'claims.reject': (times) => `${countWords(times, 'reading')} rejected`,
  'pairs.judge': (times) => `${countWords(times, 'pair')} judged`,
  'pairs.take-back': (times) => `${countWords(times, 'word')} taken back`,
  'articles.add': (times) => `${countWords(times, 'article')} added`,
};

/** What was done in a sitting, a line for each kind of act, in the order of the work. */
export const tallyWords = (acts: Sitting['acts']): string[] =>
  Object.entries(ACTS).flatMap(([action, words]) => {
    const times = acts.find((act) => act.action === action)?.times ?? 0;
    return times > 0 ? [words(times)] : [];
  });
