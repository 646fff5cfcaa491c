import { readFileSync } from 'node:fs';
import type { Quantity } from '@/lib/quantity';

/** Lines of a corpus file without comments and empty ones. */
const linesOf = (name: string): string[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));

/** Rows of quantities.txt: each phrase with the meaning it stands under. */
export function meanings(): { meaning: string; phrase: string }[] {
  let meaning = '';
  return linesOf('quantities.txt').flatMap((line) => {
    if (line.startsWith('  ')) return [{ meaning, phrase: line.trim() }];
    meaning = line;
    return [];
  });
}

/** Rows of not-quantities.txt: each phrase with the reason it counts nothing. */
export const nothings = (): { reason: string; phrase: string }[] =>
  linesOf('not-quantities.txt').map((line) => ({ reason: line.slice(0, line.indexOf(':')), phrase: line.slice(line.indexOf(':') + 2) }));

/** A quantity in the notation of the corpus. */
export function meaningOf({ low, high, lowInclusive, highInclusive, hedge, unit, noun }: Quantity): string {
  const interval =
    low !== null && low === high ? low : `${lowInclusive ? '[' : '('}${low ?? '-∞'},${high ?? '∞'}${highInclusive ? ']' : ')'}`;
  const words = hedge === 'about' || hedge === 'nearly' || hedge === 'vague' ? `${hedge} ` : hedge === 'up-to' ? 'up to ' : '';
  return `${words}${interval} ${unit ?? noun ?? ''}`;
}

/** The sentence, the span underlined, and the readers that made it: what a failing row prints. */
export function underlined(text: string, quantities: readonly Quantity[]): string {
  const flat = text.replace(/\s/g, ' ');
  const marks = quantities.map(({ span, mention, readers, excluded }) => {
    const line = ' '.repeat(mention.start) + '~'.repeat(span.start - mention.start) + '^'.repeat(span.end - span.start);
    return `${line}  ${readers.join(' + ')}${excluded ? ` (${excluded})` : ''}`;
  });
  return ['', flat, ...marks].join('\n');
}
