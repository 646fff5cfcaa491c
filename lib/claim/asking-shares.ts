import { endsPhrase, isPlural, spelledNumber } from '@/lib/quantity';
import { SAY } from './saying';
import { AUX, verbal } from './verb-forms';
import { type ArticleView, type Mention, markAt, wordAt } from './view';

/** A clause longer than this tells more than what the share is of. */
const LONGEST = 9;

/**
 * "One in four workers had no contract": "What share of workers had no contract"; "one in four had no contract": "What share had no contract".
 * Null where the share does not open its clause, where no plain verb follows, and where the clause goes on for long.
 */
export function shareInWords({ tokens, text }: ArticleView, { from, to, sentence }: Mention): string | null {
  const opens = from === sentence.from || /^[,;:]$/.test(markAt(tokens, from - 1)) || /^(that|and|but)$/.test(wordAt(tokens, from - 1));
  if (!opens) return null;
  let end = to;
  while (end < sentence.to && tokens[end]?.kind === 'word') end += 1;
  // A figure, a quotation or a bracket behind the words belongs to the same clause, and is told apart by nothing here.
  if (end < sentence.to && !/^[,.;]$/.test(markAt(tokens, end))) return null;
  const said = tokens.slice(to, end).map(({ lower }) => lower);
  const verbAt = said.findIndex((word) => AUX.test(word) || verbal(word));
  if (verbAt < 0 || verbAt === said.length - 1 || said.length > LONGEST) return null;
  if (said.some((word) => SAY.has(word) || spelledNumber(word) !== null)) return null;
  const things = said.slice(0, verbAt);
  if (things.length > 0 && things[0] !== 'of' && (things.some(endsPhrase) || !isPlural(things.at(-1) as string))) return null;
  const words = text.slice(tokens[to]?.start, tokens[end - 1]?.end).replace(/\s+/g, ' ');
  return `What share ${things.length > 0 && things[0] !== 'of' ? 'of ' : ''}${words}`;
}
