import type { Token } from '@/lib/base';
import { SCALES, SMALL } from './numberwords';
import { isPlural } from './plural';
import { capital, glued, isHyphen, word } from './readers/look';
import { endsPhrase, FILLERS, looksPast, looksProgressive, PARTICIPLES, STATES } from './stopwords';

/** A counted thing: tokens `from`..`to`, its head word at `head`. */
export interface Phrase {
  from: number;
  to: number;
  head: number;
}

const LONGEST = 10;
/** Things that are in a place by nature: "provinces in the North" is one name for what is counted. */
const PLACES = /^(countries|nations|states|provinces|regions|cities|towns|villages|districts|counties)$/;
const SAYING = /^(said|says|told|added|reported)$/;

/**
 * The noun phrase that begins at token `i`, by the language's own shape: adjectives and nouns up to the last plural noun; for a singular
 * figure up to the first word that can be in no noun phrase. Null where no noun stands.
 */
export function phraseAt(tokens: readonly Token[], i: number, plural: boolean): Phrase | null {
  let from = i;
  if (word(tokens, from) === 'of') from += 1;
  if (from > i && /^(the|these|those|its|his|her|their|our)$/.test(word(tokens, from))) from += 1;
  const first = tokens[from];
  if (first === undefined || first.gap === 'block' || first.kind !== 'word') return null;
  if (STATES.has(first.lower) && !pluralAhead(tokens, from + 1)) return { from, to: from + 1, head: from };
  const core = plural ? pluralPhrase(tokens, from) : singularPhrase(tokens, from);
  return core && withComplement(tokens, withCoordination(tokens, core));
}

function pluralPhrase(tokens: readonly Token[], from: number): Phrase | null {
  let last = -1;
  for (let k = from; k < from + LONGEST; k += 1) {
    const token = tokens[k];
    if (token === undefined || token.gap === 'block') break;
    if (token.kind === 'mark') {
      if (isHyphen(tokens, k) && token.gap === 'none' && glued(tokens, k + 1)) continue;
      break;
    }
    if (token.kind === 'number') {
      if (k > from && (glued(tokens, k) || capital(tokens[k - 1]))) continue;
      break;
    }
    if (isPlural(token.lower)) {
      if (FILLERS.has(token.lower)) continue;
      const next = tokens[k + 1];
      const compound =
        next?.kind === 'word' &&
        next.gap !== 'none' &&
        next.gap !== 'block' &&
        isPlural(next.lower) &&
        !endsPhrase(next.lower) &&
        !/^(people|others)$/.test(token.lower);
      const hyphened = isHyphen(tokens, k + 1) && glued(tokens, k + 1) && glued(tokens, k + 2);
      if (!compound && !hyphened) return { from, to: k + 1, head: k };
      last = k;
      continue;
    }
    const joins =
      (token.lower === 'and' || token.lower === 'or') &&
      k > from &&
      tokens[k + 1]?.kind === 'word' &&
      !endsPhrase(word(tokens, k + 1)) &&
      pluralAhead(tokens, k + 1);
    if (joins) continue;
    if (endsPhrase(token.lower) && !glued(tokens, k) && !FILLERS.has(token.lower)) break;
    if ((looksPast(token.lower) || looksProgressive(token.lower)) && !pluralAhead(tokens, k + 1)) break;
    last = k;
  }
  if (last < 0) return null;
  return { from, to: last + 1, head: last };
}

function singularPhrase(tokens: readonly Token[], from: number): Phrase | null {
  let last = -1;
  for (let k = from; k < from + 5; k += 1) {
    const token = tokens[k];
    if (token === undefined || token.gap === 'block') break;
    if (token.kind === 'mark' && isHyphen(tokens, k) && token.gap === 'none' && glued(tokens, k + 1)) continue;
    if (token.kind !== 'word' || (endsPhrase(token.lower) && !(glued(tokens, k) && k > from) && !FILLERS.has(token.lower))) break;
    if (k > from && (looksPast(token.lower) || looksProgressive(token.lower) || looksAdverb(token.lower))) break;
    last = k;
    if (isPlural(token.lower) && !FILLERS.has(token.lower)) break;
  }
  return last < 0 || (last === from && FILLERS.has(word(tokens, last))) ? null : { from, to: last + 1, head: last };
}

/** "one sailor badly bruised": an adverb stands before a verb, not in the noun phrase. */
const looksAdverb = (lower: string): boolean =>
  lower.length > 5 &&
  lower.endsWith('ly') &&
  !/^(family|assembly|anomaly|supply|monopoly|elderly|butterfly|friendly|daily|deadly)$/.test(lower);

/** A plural noun stands within a few words, before anything that would end the phrase. */
function pluralAhead(tokens: readonly Token[], from: number): boolean {
  for (let k = from; k < from + 4; k += 1) {
    const token = tokens[k];
    if (token === undefined || token.gap === 'block' || token.kind === 'number') return false;
    if (token.kind === 'mark') {
      if (isHyphen(tokens, k) && token.gap === 'none') continue;
      return false;
    }
    if (isPlural(token.lower) && !FILLERS.has(token.lower)) return true;
    if (endsPhrase(token.lower) && token.lower !== 'and') return false;
  }
  return false;
}

/** "towns and mountain villages": a second bare noun phrase is counted with the first. */
function withCoordination(tokens: readonly Token[], core: Phrase): Phrase {
  const link = word(tokens, core.to);
  if ((link !== 'and' && link !== 'or') || !isPlural(word(tokens, core.head))) return core;
  const at = core.to + 1;
  const first = tokens[at];
  if (first?.kind !== 'word' || first.gap === 'block' || endsPhrase(first.lower) || STATES.has(first.lower)) return core;
  if ((looksPast(first.lower) || looksProgressive(first.lower)) && !PARTICIPLES.has(first.lower)) return core;
  if (SMALL.has(first.lower) || SCALES.has(first.lower)) return core;
  for (let k = at; k < at + 4; k += 1) {
    const token = tokens[k];
    if (token?.kind === 'mark' && isHyphen(tokens, k) && token.gap === 'none') continue;
    if (token?.kind !== 'word' || token.gap === 'block' || endsPhrase(token.lower)) return core;
    if (!isPlural(token.lower)) continue;
    if (/^(police|others|thousands|hundreds|dozens|millions|billions)$/.test(token.lower) || SAYING.test(word(tokens, k + 1))) return core;
    // "mayors of 30 towns and owners of 12 mills": the second noun is counted by a figure of its own.
    if (word(tokens, k + 1) === 'of') return core;
    return { ...core, to: k + 1 };
  }
  return core;
}

/** "jars of honey", "heads of state", "provinces in the North". */
function withComplement(tokens: readonly Token[], core: Phrase): Phrase {
  const link = word(tokens, core.to);
  if ((link === 'in' || link === 'across' || link === 'of') && PLACES.test(word(tokens, core.head))) {
    const article = word(tokens, core.to + 1) === 'the' ? 1 : 0;
    let to = core.to + 1 + article;
    while (capital(tokens[to]) && tokens[to]?.gap !== 'block') to += 1;
    return to > core.to + 1 + article ? { ...core, to } : core;
  }
  if (link !== 'of') return core;
  let to = core.to + 1;
  while (to < core.to + 4) {
    const token = tokens[to];
    if (token?.kind !== 'word' || token.gap === 'block' || endsPhrase(token.lower) || looksPast(token.lower)) break;
    to += 1;
  }
  return to > core.to + 1 ? { ...core, to } : core;
}
