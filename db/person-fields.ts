import { ok, type Result, refuse } from '@/lib/base';
import { checkPassword, hashPassword } from './passwords';

/** An address as it is compared: nobody has two accounts by a capital letter. */
export const emailKey = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

/** 422 `EmailInvalid`; else the address as it is compared. */
export function checkAddress(email: string): Result<string> {
  const key = emailKey(email);
  if (key.length <= 254 && /^[^\s@<>"]+@[^\s@<>"]+$/.test(key)) return ok(key);
  return refuse(422, 'EmailInvalid', `"${key.slice(0, 80)}" is no e-mail address.`, 'Write it as name@example.org.', { field: 'email' });
}

/** 422 `NameMissing`; else the name without blanks around it. */
export function checkName(given: string): Result<string> {
  const name = given.trim();
  if (name !== '' && name.length <= 120) return ok(name);
  const next = 'Give the name that colleagues see beside what you do.';
  return refuse(422, 'NameMissing', 'The name is empty or too long.', next, { field: 'name' });
}

/** 422 `PasswordTooShort`, `PasswordTooLong`; else its hash. */
export async function hashOf(password: string): Promise<Result<string>> {
  const checked = checkPassword(password);
  return checked.ok ? hashPassword(password) : checked;
}
