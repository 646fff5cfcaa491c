import type { Instant } from '@/lib/base';
import { type Actor, OWNER, type Role } from '../actor';
import type { Database } from '../open';
import { addPerson } from '../people';
import { readableSecret } from '../readable-secret';
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

/** Adds the five, marked as demo people, each with a password of their own. */
export async function addCast(db: Database, now: Instant): Promise<{ cast: Cast; people: DemoPerson[] }> {
  const cast: Partial<Cast> = {};
  const people: DemoPerson[] = [];
  for (const { part, email, name, role } of PEOPLE) {
    const password = readableSecret();
    const { id } = must(await addPerson(db, { email, name, role, password, demo: true }, OWNER, now));
    cast[part] = { kind: 'person', id, name, role };
    people.push({ email, password, role });
  }
  return { cast: cast as Cast, people };
}
