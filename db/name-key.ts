import { ok, type Result, refuse } from '@/lib/base';

/** Spellings of one name share a key: letter case, blanks, accents and a leading "The" do not tell names apart. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^the (?=.)/, '');

const LONGEST_NAME = 200;
/** Controls, and what turns round the words after it or makes two names of one. */
const UNSEEN = /[\p{Cc}\u00ad\u115f\u1160\u200b\u2060\u2800\u3164\ufeff\uffa0\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;

/** A name that somebody typed, without what nobody sees. 422 `EmptyName`, `NameTooLong`. */
export function cleanName(typed: string): Result<string> {
  const name = typed.normalize('NFC').replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
  if (nameKey(name) === '' || !/[\p{L}\p{N}]/u.test(name))
    return refuse(422, 'EmptyName', 'The name is empty.', 'Say what it is called.', { field: 'name' });
  if (name.length > LONGEST_NAME)
    return refuse(422, 'NameTooLong', `The name has ${name.length} characters; ${LONGEST_NAME} is the most.`, 'Shorten it.', {
      field: 'name',
    });
  return ok(name);
}
