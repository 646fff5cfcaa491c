// Makes the record of one journey: three people, and nothing else. Runs in a process of its own, so that the server can own the file.
import { OWNER } from '@/db/actor';
import { openDatabase } from '@/db/open';
import { addPerson } from '@/db/people';
import { setDeskReview } from '@/db/review-mode';

const PEOPLE = [
  { email: 'ana@desk.example', name: 'Ana Reviewer', role: 'reviewer' },
  { email: 'ben@desk.example', name: 'Ben Reviewer', role: 'reviewer' },
  { email: 'ada@desk.example', name: 'Ada Admin', role: 'admin' },
] as const;

const demo = process.env.DESK_DEMO === '1';
const db = await openDatabase(process.env.DATABASE_URL!, { owner: true });
for (const person of PEOPLE) {
  const added = await addPerson(db, { ...person, password: process.env.DESK_PASSWORD!, demo }, OWNER, new Date().toISOString());
  if (!added.ok) throw new Error(added.refusal.cause);
}
// One person decides, as on a small desk; the journey of the blind review chooses otherwise.
await setDeskReview(db, { review: 'single' }, OWNER, new Date().toISOString());
await db.close();
