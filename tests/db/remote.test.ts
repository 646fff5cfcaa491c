import { expect, it, onTestFinished } from 'vitest';
import { OWNER } from '@/db/actor';
import { publishCase, ruleCase } from '@/db/cases';
import { openDatabase } from '@/db/open';
import { setDeskReview } from '@/db/review-mode';
import { verifyRecord } from '@/db/verify';
import { startHranaServer } from './hrana-server';
import { seedCase, seedPerson } from './seeds';
import { NOW, temporaryFolder } from './world';

it('a remote libSQL address uses the same code: migrated, written in transactions, raced, verified; no pragma of files is sent', async () => {
  const server = await startHranaServer(`${await temporaryFolder()}/remote.db`);
  onTestFinished(server.close);
  const db = await openDatabase(server.url, { owner: true });
  onTestFinished(() => db.close());
  expect(db.path).toBeNull();
  const [anna, bela] = [await seedPerson(db, 'Anna'), await seedPerson(db, 'Bela')];
  const { id } = await seedCase(db);
  // Three people could decide unseen by each other; here one does.
  await setDeskReview(db, { review: 'single' }, OWNER, NOW);
  const ruling = {
    verdicts: ['supported' as const, 'contradicted' as const],
    accepted: 0,
    reasonCode: 'source-error' as const,
    rationale: 'The harbour log lists the ferries by name.',
    evidence: [],
    noEvidence: true,
  };
  const race = await Promise.all([anna, bela].map((person) => ruleCase(db, { id, revision: 1, ruling }, person, NOW)));
  expect(race).toMatchObject([{ ok: true }, { ok: false, refusal: { code: 'VersionConflict', status: 409 } }]);
  expect(await publishCase(db, { id, revision: 2, notice: null }, bela, NOW)).toMatchObject({ ok: true, value: { state: 'published' } });
  // Three people, an article, its acceptance, a case, a setting, a ruling, a publication.
  expect(await verifyRecord(db)).toMatchObject({ ok: true, entries: 9 });
  expect(server.asked.filter((sql) => sql.startsWith('PRAGMA') && !sql.includes('foreign_keys'))).toEqual([]);
});
