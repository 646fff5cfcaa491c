import { ok, type Result, refuse } from '@/lib/base';
import { ID_PATTERN } from './ids';
import { nameKey } from './name-key';

/** As much of a person as a mention can be known by. */
export interface Mentionable {
  id: string;
  name: string;
  email: string;
}

const TOKEN = /@\{([0-9a-z]+)\}/g;
/** What may go on behind a name without being a part of it. */
const ENDS = /^(?![\p{L}\p{N}_])/u;

/**
 * A text as it was typed, with "@Ana Reviewer" and "@ana@desk.example" as the ids of those people; the longest name that fits is meant. A name
 * that fits nobody stays the words it is. 422 `NameTwice` where two people are called so.
 */
export function mentionIds(typed: string, people: readonly Mentionable[]): Result<{ text: string; ids: string[] }> {
  const ids = new Set<string>();
  const calls = people
    .flatMap(({ id, name, email }) => [
      { id, words: name },
      { id, words: email },
    ])
    .filter(({ words }) => words !== '')
    .map((call) => ({ ...call, key: nameKey(call.words) }))
    .sort((one, other) => other.words.length - one.words.length);
  let text = '';
  for (let at = 0; at < typed.length; ) {
    const fits = typed[at] === '@' && !/[\p{L}\p{N}]$/u.test(typed.slice(Math.max(0, at - 2), at)) ? calledAt(typed, at + 1, calls) : [];
    const meant = new Set(fits.filter(({ words }) => words.length === fits[0]?.words.length).map(({ id }) => id));
    if (meant.size > 1)
      return refuse(
        422,
        'NameTwice',
        `Two people are called “${fits[0]?.words}”.`,
        'Write the e-mail address of the one you mean behind the @ sign.',
        { field: 'text' },
      );
    const [id] = meant;
    if (id === undefined || !fits[0]) {
      text += typed[at];
      at += 1;
    } else {
      text += `@{${id}}`;
      ids.add(id);
      at += 1 + fits[0].words.length;
    }
  }
  return ok({ text, ids: [...ids] });
}

interface Call {
  id: string;
  words: string;
  key: string;
}

/** Who is called by what stands there. The key of so many signs is made once for all names of that length: a note may be nothing but @ signs. */
function calledAt(typed: string, at: number, calls: readonly Call[]): Call[] {
  const keys = new Map<number, string>();
  return calls.filter(({ words: { length }, key }) => {
    const known = keys.get(length) ?? nameKey(typed.slice(at, at + length));
    keys.set(length, known);
    return known === key && ENDS.test(typed.slice(at + length));
  });
}

/** A run of words, or somebody who is named there. */
export type NotePiece = { words: string } | { person: string; name: string };

/** A stored text as it is read, with people by the name of today. */
export function notePieces(text: string, names: ReadonlyMap<string, string>): NotePiece[] {
  const pieces: NotePiece[] = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    const name = names.get(match[1] as string);
    if (name === undefined) continue;
    if (match.index > from) pieces.push({ words: text.slice(from, match.index) });
    pieces.push({ person: match[1] as string, name });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ words: text.slice(from) });
  return pieces;
}

/** The ids of people that a stored text may name. */
export const namedIn = (text: string): string[] => [...text.matchAll(TOKEN)].flatMap(([, id]) => (id && ID_PATTERN.test(id) ? [id] : []));
