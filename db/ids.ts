import { randomBytes } from 'node:crypto';

/** No vowels, so that no id spells a word; no look-alike letters. In the order of their codes, so that ids sort by the time they begin with. */
const ALPHABET = '0123456789bcdfghjkmnpqrstvwxyz';
/** Letters of the second, enough until 2047, and letters that are drawn. */
const [TIME, DRAWN] = [6, 6];
const EPOCH = Date.UTC(2024, 0, 1);

/** Ten letters have those of a record from before ids began with a time. */
export const ID_PATTERN = /^(?:[0-9bcdfghjkmnpqrstvwxyz]{10}|[0-9bcdfghjkmnpqrstvwxyz]{12})$/;

/** So many bytes are drawn at once: to draw takes longer than to make an id of them. */
const AT_ONCE = 1000;
const BYTES = DRAWN * 2;
let bytes = Buffer.alloc(0);

function someBytes(): Buffer {
  if (bytes.length === 0) bytes = randomBytes(AT_ONCE * BYTES);
  const some = bytes.subarray(0, BYTES);
  bytes = bytes.subarray(BYTES);
  return some;
}

function drawn(): string {
  let letters = '';
  while (letters.length < DRAWN) {
    for (const byte of someBytes()) {
      // 240 is the largest multiple of 30 in a byte: what lies above it would make some letters likelier.
      if (byte < 240 && letters.length < DRAWN) letters += ALPHABET[byte % ALPHABET.length];
    }
  }
  return letters;
}

function written(second: number): string {
  let letters = '';
  for (let left = second; letters.length < TIME; left = Math.floor(left / ALPHABET.length))
    letters = ALPHABET[left % ALPHABET.length] + letters;
  return letters;
}

/** The second in which ids were made last, and what was drawn in it: an import makes thousands. */
let last = { second: -1, letters: '', taken: new Set<string>() };

/**
 * A new id for anything in the record. It begins with the second in which it is made, so that what came in together stands together on the
 * disk and an addition costs the same in a large record; the rest is random, and shows neither counts nor what came before.
 */
export function newId(): string {
  const second = Math.max(0, Math.floor((Date.now() - EPOCH) / 1000));
  if (second !== last.second) last = { second, letters: written(second), taken: new Set() };
  for (;;) {
    const letters = drawn();
    if (last.taken.has(letters)) continue;
    last.taken.add(letters);
    return last.letters + letters;
  }
}
