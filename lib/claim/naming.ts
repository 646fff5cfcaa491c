import { isDayName, slice, type Token } from '@/lib/base';
import { endsPhrase, singular } from '@/lib/quantity';
import { isPerson } from './people';
import { BODIES, DOCUMENTS, ROLES } from './saying';
import { capitalAt, markAt, wordAt } from './view';

/** Somebody named beside a verb of saying. `person` is false for bodies, unnamed people and written things. */
export interface Named {
  name: string;
  role: string | null;
  person: boolean;
  /** "he", "she", "they", "it": to be filled from before; null for a name. */
  pronoun: string | null;
  /** "the minister": somebody who was named before by this post. */
  definite: boolean;
  /** A written thing without an owner ("latest data"): nobody speaks. */
  document: boolean;
}

const PARTICLES = /^(van|von|de|del|der|den|da|dos|di|la|le|al|bin|ibn|el|ter|y)$/;
const PRONOUNS = /^(he|she|they|it)$/;

export const pronounNamed = (pronoun: string): Named => ({ name: '', role: null, person: true, pronoun, definite: false, document: false });
export const isPronoun = (lower: string): boolean => PRONOUNS.test(lower);

/** Splits a noun phrase (tokens `from`..`to`) into post and name. Null when it names nobody who could speak. */
export function namedIn(text: string, tokens: readonly Token[], from: number, to: number): Named | null {
  const definite = wordAt(tokens, from) === 'the';
  let start = from;
  while (
    start < to &&
    (isDayName(wordAt(tokens, start)) ||
      /^(the|a|an|another|one|its|his|her|their|our|some|many|other|both|but|and|so|meanwhile|however|earlier|later|yet|while|when|as|still)$/.test(
        wordAt(tokens, start),
      ))
  )
    start += 1;
  if (start >= to) return null;
  const opening = headOf(tokens, start, to);
  const by = DOCUMENTS.has(opening) ? writtenBy(tokens, start, to) : to;
  if (by < to) return namedIn(text, tokens, by, to);
  // "Office of the Chief Bridge Inspector": a body keeps its whole name.
  if (BODIES.has(opening) && !ROLES.has(opening) && opening !== last(tokens, to))
    return {
      name: cleanName(text, tokens, start, to),
      role: null,
      person: false,
      pronoun: null,
      definite: false,
      document: DOCUMENTS.has(opening) && !owned(tokens, start, to),
    };
  const ahead = nameBefore(tokens, start, to);
  if (ahead > start)
    return {
      name: cleanName(text, tokens, start, ahead),
      role: cleanName(text, tokens, wordAt(tokens, ahead + 1) === 'the' ? ahead + 2 : ahead + 1, to),
      person: true,
      pronoun: null,
      definite: false,
      document: false,
    };
  const nameFrom = nameStart(tokens, start, to);
  const words = (a: number, b: number): string => cleanName(text, tokens, a, b);
  if (nameFrom < to) {
    // "the Harbour Institute Survey"
    const owner = DOCUMENTS.has(last(tokens, to)) ? ownerOf(tokens, nameFrom, to) : to;
    if (owner === nameFrom) return { name: words(start, to), role: null, person: false, pronoun: null, definite: false, document: true };
    if (owner < to) return { name: words(nameFrom, owner), role: null, person: false, pronoun: null, definite: false, document: false };
    const body = BODIES.has(last(tokens, to)) || DOCUMENTS.has(last(tokens, to));
    const role = nameFrom > start ? words(start, nameFrom) : null;
    return { name: words(nameFrom, to), role, person: !body, pronoun: null, definite: false, document: false };
  }
  const head = headOf(tokens, start, to);
  if (DOCUMENTS.has(head)) {
    const from = skipAge(tokens, start, to);
    const owner = ownerOf(tokens, from, to);
    const whose = owner > from && owned(tokens, from, owner) ? namedIn(text, tokens, from, owner) : null;
    if (whose !== null) return { ...whose, name: possessiveless(whose.name) };
    return { name: words(start, to), role: null, person: false, pronoun: null, definite: false, document: true };
  }
  // A name whose second word lost its capital ("Lind moss") is still a name.
  const half = capitalAt(tokens, start) && to - start === 2 && !BODIES.has(head) && !ROLES.has(head);
  if (half) return { name: words(start, to), role: null, person: true, pronoun: null, definite: false, document: false };
  if (!BODIES.has(head) && !ROLES.has(head) && !isPerson(singular(head)) && !capitalAt(tokens, to - 1)) return null;
  return { name: words(start, to), role: null, person: false, pronoun: null, definite, document: false };
}

/** End of "Rosa Lind" in "Rosa Lind of the Tram Office": two or three plain capitals before the body they speak for; `start` without one. */
function nameBefore(tokens: readonly Token[], start: number, to: number): number {
  let end = start;
  while (end < to && capitalAt(tokens, end) && !ROLES.has(wordAt(tokens, end)) && !BODIES.has(wordAt(tokens, end))) end += 1;
  const length = end - start;
  const body = end + 1 < to && wordAt(tokens, end) === 'of' && BODIES.has(last(tokens, to));
  return body && (length === 2 || length === 3) ? end : start;
}

const last = (tokens: readonly Token[], to: number): string => possessiveless(wordAt(tokens, to - 1));
/** A written thing that belongs to somebody named or to a body ("tram office figures") speaks for its owner. */
const owned = (tokens: readonly Token[], start: number, to: number): boolean =>
  tokens
    .slice(start, to)
    .some((token, k) => capitalAt(tokens, start + k) || (BODIES.has(possessiveless(token.lower)) && !DOCUMENTS.has(token.lower)));

/** End of the owner's name in "police report": what is written speaks for those whose it is. `from` where it names none. */
function ownerOf(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (end > from && (DOCUMENTS.has(possessiveless(wordAt(tokens, end - 1))) || AGE.test(wordAt(tokens, end - 1)))) end -= 1;
  return end;
}

/** Where the name begins of those whose it is: "report from the ministry", "study by Oster University". `to` where none is told. */
function writtenBy(tokens: readonly Token[], start: number, to: number): number {
  for (let k = start + 1; k < to - 1; k += 1) if (/^(?:by|from)$/.test(wordAt(tokens, k))) return k + 1;
  return to;
}

/** "latest police figures" */
function skipAge(tokens: readonly Token[], start: number, to: number): number {
  let from = start;
  while (from < to && AGE.test(wordAt(tokens, from))) from += 1;
  return from;
}
const AGE = /^(?:new|latest|recent|official|annual|monthly|preliminary|provisional|early|earlier|internal|leaked)$/;

const possessiveless = (lower: string): string => lower.replace(/['’]s$/, '');

/** Where the personal or proper name begins: the capitals at the end, behind the last word for a post. `to` when there is none. */
function nameStart(tokens: readonly Token[], start: number, to: number): number {
  let from = to;
  while (from > start && namePart(tokens, from - 1, from < to)) from -= 1;
  if (from === to) return lowerName(tokens, start, to);
  for (let k = to - 1; k >= from; k -= 1) {
    const lower = possessiveless(wordAt(tokens, k));
    if (ROLES.has(lower) && !(k === to - 1)) {
      from = k + 1;
      break;
    }
    if (ROLES.has(lower) && k === to - 1) return to;
  }
  // "Minister of Roads and Trams Rosa Lind": behind "of", a person is the last two capitals.
  const governor = wordAt(tokens, from - 1) === 'the' ? wordAt(tokens, from - 2) : wordAt(tokens, from - 1);
  const governed = /^(of|and|for|at|in|from)$/.test(governor) && from > start + 1;
  if (governed && to - from < 3) return to;
  if (governed) from = to - 2;
  while (from < to && markAt(tokens, from) !== '') from += 1;
  return from;
}

function namePart(tokens: readonly Token[], k: number, inside: boolean): boolean {
  const token = tokens[k] as Token;
  if (token.kind === 'mark') return inside && (token.text === '-' || token.text === '.' || token.text === '&' || token.text === "'");
  return capitalAt(tokens, k) || (inside && PARTICLES.test(token.lower));
}

/** "mayor rosa lind moss": text without capitals, behind a post. */
function lowerName(tokens: readonly Token[], start: number, to: number): number {
  for (let k = to - 1; k >= start; k -= 1) {
    if (!ROLES.has(wordAt(tokens, k))) continue;
    const rest = to - k - 1;
    const plain = tokens.slice(k + 1, to).every((token) => token.kind === 'word' && !endsPhrase(token.lower) && !BODIES.has(token.lower));
    return rest >= 1 && rest <= 3 && plain ? k + 1 : to;
  }
  return to;
}

/** Head of a phrase: the word before its first preposition, else the last. */
function headOf(tokens: readonly Token[], start: number, to: number): string {
  for (let k = start + 1; k < to; k += 1)
    if (/^(of|for|in|at|from|with|on)$/.test(wordAt(tokens, k))) return possessiveless(wordAt(tokens, k - 1));
  return possessiveless(wordAt(tokens, to - 1));
}

const cleanName = (text: string, tokens: readonly Token[], from: number, to: number): string =>
  slice(text, { start: (tokens[from] as Token).start, end: (tokens[to - 1] as Token).end })
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+|(?<=[\p{L}\p{N}.)])[^\p{L}\p{N}.)]+$/gu, '');
