import { ok, type Result, refuse } from '@/lib/base';
import { cleanName } from './name-key';
import { checkPassword, hashPassword } from './passwords';

/** An address as it is compared: nobody has two accounts by a capital letter. */
export const emailKey = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

/** One mailbox: neither what nobody sees, nor a sign by which those who carry letters would read several addresses, or another one. */
const ADDRESS = /^[^\s\p{C}@<>"(),:;\\[\]]+@[^\s\p{C}@<>"(),:;\\[\]]+$/u;

/** 422 `EmailInvalid`; else the address as it is compared. */
export function checkAddress(email: string): Result<string> {
  const key = emailKey(email);
  if (key.length <= 254 && ADDRESS.test(key)) return ok(key);
  return refuse(422, 'EmailInvalid', `"${key.slice(0, 80)}" is no e-mail address.`, 'Write it as name@example.org.', { field: 'email' });
}

/** 422 `NameMissing`; else the name without blanks around it, and without what nobody sees. */
export function checkName(given: string): Result<string> {
  const name = cleanName(given);
  if (name.ok && name.value.length <= 120) return name;
  const next = 'Give the name that colleagues see beside what you do.';
  return refuse(422, 'NameMissing', 'The name is empty or too long.', next, { field: 'name' });
}

/** 422 `PasswordTooShort`, `PasswordTooLong`; else its hash. */
export async function hashOf(password: string): Promise<Result<string>> {
  const checked = checkPassword(password);
  return checked.ok ? hashPassword(password) : checked;
}
