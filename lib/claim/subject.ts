import { isDayName } from '@/lib/base';
import { endsPhrase, spelledNumber } from '@/lib/quantity';
import { hasTrait, RECEIVING } from './acts';
import { throughNumber } from './numbered';
import { isPlaceAdjective, placeOf } from './places';
import type { Predicate } from './predicate';
import { SAY } from './saying';
import type { Direction } from './types';
import { type ArticleView, capitalAt, type Mention, markAt, wordAt } from './view';

/** Who gives and who receives, seen from the counted thing; null for acts that go from nobody to nobody. */
export function directionOf(view: ArticleView, mention: Mention, predicate: Predicate, act: string | null): Direction {
  if (!hasTrait(act, 'transfer') || quantityOnly(mention)) return null;
  const { role, preposition, passive, verb } = predicate;
  if (role === 'subject') return passive || (verb !== null && RECEIVING.has(verb)) ? 'out' : 'in';
  if (preposition === 'by') return 'in';
  if (preposition === 'from' || byGiver(view, mention, predicate)) return 'in';
  if (verb !== null && RECEIVING.has(verb)) return 'in';
  return 'out';
}

const quantityOnly = ({ quantity }: Mention): boolean => quantity.noun === null && quantity.unit === null;

/** "mayors of 30 towns": behind "from … of" or "by … of" the counted thing still gives. */
function byGiver(view: ArticleView, mention: Mention, predicate: Predicate): boolean {
  for (let k = mention.from - 1; k > Math.max(predicate.verbAt, mention.from - 14); k -= 1) {
    const lower = wordAt(view.tokens, k);
    if (lower === 'from' || lower === 'by') return true;
    if (lower === 'to' || lower === 'with') return false;
  }
  return false;
}

/** The acting place or body: capitals before the verb; behind "to" when the counted thing is the giver. */
export function subjectOf(view: ArticleView, mention: Mention, predicate: Predicate, direction: Direction): string | null {
  const { tokens } = view;
  const { sentence } = mention;
  if (direction === 'in' && predicate.role === 'subject') return nameAfter(view, mention.to, sentence.to, 'to');
  if (predicate.role === 'subject' || predicate.verbAt < 0) return null;
  let best: string | null = null;
  for (let k = predicate.verbAt - 1; k >= sentence.from; k -= 1) {
    const lower = wordAt(tokens, k);
    // What stands before a verb of saying belongs to who says it, not to what is said.
    if (SAY.has(lower)) break;
    if (view.dateline && (tokens[k] as { start: number }).start < view.dateline.end) break;
    if (/^[;:“”"]$/.test(markAt(tokens, k))) break;
    if (/^(that|who|which|where|while|when|because)$/.test(lower) && (best !== null || lower !== 'which')) break;
    if (!capitalAt(tokens, k) || endsPhrase(lower) || isNobody(lower)) continue;
    const start = runStart(tokens, k, sentence.from);
    // A name inside "in the field of …" or "by the council" is no subject; the first name of the clause is.
    if (!/^(in|on|at|of|from|with|to|for|since|during|by|under|after|before|near|off|outside|across)$/.test(articleless(tokens, start)))
      best = named(view, start, throughNumber(tokens, k + 1));
    k = start;
  }
  return best;
}

/** A capital that names nobody who acts: small words, figures, days and months, the letters of "U.S.". */
const isNobody = (lower: string): boolean =>
  lower.length === 1 || NOT_SUBJECT.test(lower) || spelledNumber(lower) !== null || isDayName(lower);
const NOT_SUBJECT = /^(we|i|meanwhile|earlier|later|however|also|no|yes|read|updated)$/;
const articleless = (tokens: ArticleView['tokens'], start: number): string =>
  wordAt(tokens, start - 1) === 'the' ? wordAt(tokens, start - 2) : wordAt(tokens, start - 1);

function runStart(tokens: ArticleView['tokens'], k: number, limit: number): number {
  let start = k;
  while (start > limit && capitalAt(tokens, start - 1) && !endsPhrase(wordAt(tokens, start - 1))) start -= 1;
  return start;
}

/** "The Norwegian government" → "Norway"; "Norway's measures" → "Norway"; other names as written. */
export function named(view: ArticleView, from: number, to: number): string {
  const first = (view.tokens[from] as { text: string }).text;
  if (isPlaceAdjective(first) || /['’]s?$/.test(first)) return placeOf(first);
  return placeOf(view.text.slice(view.tokens[from]?.start, view.tokens[to - 1]?.end).replace(/\s+/g, ' '));
}

function nameAfter(view: ArticleView, from: number, to: number, preposition: string): string | null {
  for (let k = from; k < to; k += 1) {
    if (wordAt(view.tokens, k) !== preposition) continue;
    const at = wordAt(view.tokens, k + 1) === 'the' ? k + 2 : k + 1;
    if (!capitalAt(view.tokens, at)) continue;
    let end = at;
    while (end < to && capitalAt(view.tokens, end)) end += 1;
    return named(view, at, end);
  }
  return null;
}
