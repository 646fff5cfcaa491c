import { randomBytes } from 'node:crypto';

/** No vowels, so that no id spells a word; no look-alike letters. */
const ALPHABET = '0123456789bcdfghjkmnpqrstvwxyz';
const LENGTH = 10;

export const ID_PATTERN = /^[0-9bcdfghjkmnpqrstvwxyz]{10}$/;

/** So many bytes are drawn at once: to draw takes longer than to make an id of them. */
const DRAWN = 1000;
const BYTES = LENGTH * 2;
let drawn = Buffer.alloc(0);

function someBytes(): Buffer {
  if (drawn.length === 0) drawn = randomBytes(DRAWN * BYTES);
  const some = drawn.subarray(0, BYTES);
  drawn = drawn.subarray(BYTES);
  return some;
}

/** A new id for anything in the record: random, so that it shows neither counts nor order. */
export function newId(): string {
  let id = '';
  while (id.length < LENGTH) {
    for (const byte of someBytes()) {
      // 240 is the largest multiple of 30 in a byte: what lies above it would make some letters likelier.
      if (byte < 240 && id.length < LENGTH) id += ALPHABET[byte % ALPHABET.length];
    }
  }
  return id;
}
