import { randomBytes } from 'node:crypto';

// Letters and digits that nobody mistakes for one another when they are read off a screen.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Four groups of four: about 79 bits. Bytes that would favour some letters are thrown away. */
export function readableSecret(): string {
  const letters: string[] = [];
  while (letters.length < 16) for (const byte of randomBytes(16)) if (byte < 248) letters.push(LETTERS[byte % 31]!);
  return [0, 4, 8, 12].map((at) => letters.slice(at, at + 4).join('')).join('-');
}
