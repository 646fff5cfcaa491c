import type { HandMark, HandStep } from '@/db/desk';

/** "added by hand by Ana", "corrected by Ana": shown wherever the claim is. */
export const handWords = ({ act, by }: HandMark): string => (act === 'added' ? `added by hand by ${by}` : `corrected by ${by}`);

const FIELDS: Record<HandStep['changed'][number], string> = {
  ...{ figure: 'the figure', speaker: 'the speaker', asOf: 'the day', scope: 'the places', noun: 'what is counted' },
};

/** "the figure and the day" */
export function changedWords(changed: HandStep['changed']): string {
  const words = changed.map((field) => FIELDS[field]);
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? 'nothing');
}
