import { randomBytes } from 'node:crypto';
import type { Instant } from '@/lib/base';
import { type Actor, OWNER, type Role } from '../actor';
import type { Database } from '../open';
import { addPerson } from '../people';
import { must } from './must';

/** How to sign in as one of the demo's people. The password exists nowhere else: it is shown once. */
export interface DemoPerson {
  email: string;
  password: string;
  role: Role;
}

export type Cast = Record<'one' | 'two' | 'editor' | 'admin' | 'reader', Actor>;

const PEOPLE: { part: keyof Cast; email: string; name: string; role: Role }[] = [
  { part: 'one', email: 'reviewer.one@demo.example', name: 'Demo Reviewer One', role: 'reviewer' },
  { part: 'two', email: 'reviewer.two@demo.example', name: 'Demo Reviewer Two', role: 'reviewer' },
  { part: 'editor', email: 'editor@demo.example', name: 'Demo Editor', role: 'editor' },
  { part: 'admin', email: 'admin@demo.example', name: 'Demo Administrator', role: 'admin' },
  { part: 'reader', email: 'reader@demo.example', name: 'Demo Reader', role: 'reader' },
];

// Letters and digits that nobody mistakes for one another when they are read off a screen.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Four groups of four: about 79 bits. Bytes that would favour some letters are thrown away. */
function randomPassword(): string {
  const letters: string[] = [];
  while (letters.length < 16) for (const byte of randomBytes(16)) if (byte < 248) letters.push(LETTERS[byte % 31]!);
  return [0, 4, 8, 12].map((at) => letters.slice(at, at + 4).join('')).join('-');
}

/** Adds the five, marked as demo people, each with a password of their own. */
export async function addCast(db: Database, now: Instant): Promise<{ cast: Cast; people: DemoPerson[] }> {
  const cast: Partial<Cast> = {};
  const people: DemoPerson[] = [];
  for (const { part, email, name, role } of PEOPLE) {
    const password = randomPassword();
    const { id } = must(await addPerson(db, { email, name, role, password, demo: true }, OWNER, now));
    cast[part] = { kind: 'person', id, name, role };
    people.push({ email, password, role });
  }
  return { cast: cast as Cast, people };
}
