import { createClient } from '@libsql/client';
import { eq, getTableColumns, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { publishCase, ruleCase } from '@/db/cases';
import { rejectClaim } from '@/db/claims';
import { type Database, openDatabase } from '@/db/open';
import { disablePerson } from '@/db/people';
import { auditLog, claims } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import type { AuditEntry } from '@/lib/audit';
import { call } from '../bin/command';
import { STORM } from './intake-world';
import { rewriteBehind } from './rewrite';
import { acceptAsPlaced, applyOne, seedCase, seedClaims, seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

let db: Database;

/** A published case, one that only opened, and articles that came in and were read: entries of every kind. */
beforeEach(async () => {
  db = await newRecord({ owner: true }, { tampered: true });
  // First, as a grouping looks at every case there is.
  await addArticles(db, STORM, OWNER, NOW);
  const [anna, bela] = [await seedPerson(db, 'Anna'), await seedPerson(db, 'Bela')];
  const { id, measureId, positions } = await seedCase(db);
  await applyOne(db, measureId, [...positions, (await seedClaims(db, ['18'], 'accepted', measureId)).claimIds]);
  const ruling = {
    verdicts: ['supported' as const, 'contradicted' as const, 'contradicted' as const],
    accepted: 0,
    reasonCode: 'source-error' as const,
    rationale: 'The harbour log lists the ferries by name.',
    evidence: [],
    noEvidence: true,
  };
  await ruleCase(db, { id, revision: 2, ruling }, anna, NOW);
  await publishCase(db, { id, revision: 3, notice: null }, bela, NOW);
  await seedCase(db);
  const { articleId, claimIds } = await seedClaims(db, ['40', '41'], 'read');
  await rejectClaim(db, { id: claimIds[0]!, reason: 'that is a year' }, anna, NOW);
  await acceptAsPlaced(db, articleId, bela, minutesLater(5));
  await disablePerson(db, { id: (await seedPerson(db, 'Cora')).id }, OWNER, NOW);
});

const rewrite = (statements: string) => rewriteBehind(db, statements);

const actionOf = async (seq: number): Promise<string | null> => {
  const row = await db.read.select().from(auditLog).where(eq(auditLog.seq, seq)).get();
  return row ? (JSON.parse(row.body) as AuditEntry).action : null;
};

describe('the guards refuse to rewrite what was read', () => {
  const moving = ['measure_id', 'status', 'accepted_at', 'speaker_id'];
  const columns = Object.values(getTableColumns(claims)).map(({ name }) => name);

  it.each(columns.filter((name) => !moving.includes(name)))('claims.%s', async (name) => {
    await expect(db.write((tx) => tx.run(sql.raw(`UPDATE claims SET ${name} = ${name}`)))).rejects.toMatchObject({
      cause: { message: expect.stringContaining('claims: append only') },
    });
  });

  it.each([
    `UPDATE articles SET text = 'Nothing happened.'`,
    `UPDATE articles SET text_hash = 'x'`,
    `UPDATE articles SET published_at = '2020-01-01'`,
    `DELETE FROM articles`,
    `DELETE FROM claims`,
    `INSERT OR REPLACE INTO claims SELECT * FROM claims`,
  ])('%s', async (statement) => {
    await expect(db.write((tx) => tx.run(sql.raw(statement)))).rejects.toMatchObject({
      cause: { message: expect.stringContaining('append only') },
    });
  });

  it('but let move where a claim stands', async () => {
    for (const name of moving) await db.write((tx) => tx.run(sql.raw(`UPDATE claims SET ${name} = ${name}`)));
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });
});

describe('verify finds what was rewritten behind the log, and names the entry', () => {
  it.each<[string, string, string | null]>([
    ['the text of an article', `UPDATE articles SET text = replace(text, '19', '12') WHERE external_id = 'courier'`, 'articles.add'],
    ['the text hash of an article', `UPDATE articles SET text_hash = 'x' WHERE external_id = 'courier'`, 'articles.add'],
    ['a blank in an article', `UPDATE articles SET text = text || ' ' WHERE external_id = 'courier'`, 'articles.add'],
    ['the day of an article', `UPDATE articles SET published_at = '2020-01-01' WHERE external_id = 'courier'`, 'articles.add'],
    ['the lower end of a figure', `UPDATE claims SET low = '11' WHERE low = '12'`, 'articles.add'],
    ['the upper end of a figure', `UPDATE claims SET high = '13' WHERE high = '12'`, 'articles.add'],
    ['the words of a claim', `UPDATE claims SET text = '12 boats' WHERE text = '12 ferries'`, 'articles.add'],
    ['the frame of a claim', `UPDATE claims SET frame = replace(frame, 'fixed', 'level') WHERE text = '12 ferries'`, 'articles.add'],
    ['a claim taken away', `DELETE FROM claims WHERE text = '12 ferries'`, 'articles.add'],
    ['an article taken away', `DELETE FROM claims; DELETE FROM articles`, 'articles.add'],
    [
      'a claim nobody read',
      `CREATE TEMP TABLE c AS SELECT * FROM claims LIMIT 1; UPDATE c SET id = 'x', ordinal = 99; INSERT INTO claims SELECT * FROM c`,
      'articles.add',
    ],
    [
      'an article nobody added',
      `CREATE TEMP TABLE a AS SELECT * FROM articles LIMIT 1; UPDATE a SET id = 'x', external_id = 'x'; INSERT INTO articles SELECT * FROM a`,
      null,
    ],
    ['a reading accepted by nobody', `UPDATE claims SET status = 'accepted' WHERE text = '12 schools'`, 'articles.add'],
    ['a rejection undone', `UPDATE claims SET status = 'read' WHERE status = 'rejected'`, 'claims.reject'],
    ['an acceptance undone', `UPDATE claims SET status = 'read', accepted_at = NULL WHERE text = '41 ferries'`, 'articles.accept'],
    ['an earlier acceptance', `UPDATE claims SET accepted_at = '2020-01-01T00:00:00.000Z' WHERE text = '41 ferries'`, 'articles.accept'],
    ['a judgement in another name', `UPDATE claim_judgements SET by_role = 'admin' WHERE judgement = 'rejected'`, 'claims.reject'],
    [
      'a judgement turned round',
      `UPDATE claim_judgements SET judgement = 'accepted' WHERE judgement = 'rejected'; UPDATE claims SET status = 'accepted', accepted_at = '${NOW}' WHERE status = 'rejected'`,
      'claims.reject',
    ],
    ['a judgement taken away', `DELETE FROM claim_judgements WHERE judgement = 'rejected'`, 'claims.reject'],
    [
      'a judgement nobody made',
      `CREATE TEMP TABLE j AS SELECT * FROM claim_judgements LIMIT 1; UPDATE j SET id = 'x', seq = 999; INSERT INTO claim_judgements SELECT * FROM j`,
      null,
    ],
    ['the explanation of a case', `UPDATE cases SET explanation = 'All is well.' WHERE revision = 4`, 'cases.change'],
    [
      'the positions of a case',
      `UPDATE cases SET positions = replace(positions, '"low":"1"', '"low":"2"') WHERE revision = 4`,
      'cases.change',
    ],
    ['the reasons of a case that only opened', `UPDATE cases SET possible_reasons = '["a typo"]' WHERE revision = 1`, 'cases.open'],
    ['the severity of a case', `UPDATE cases SET severity = 'normal' WHERE revision = 4`, 'cases.change'],
    ['the day a case opened', `UPDATE cases SET opened_at = '2020-01-01T00:00:00.000Z' WHERE revision = 4`, 'cases.open'],
    ['the day a case changed', `UPDATE cases SET changed_at = '2020-01-01T00:00:00.000Z' WHERE revision = 4`, 'cases.publish'],
    ['a state that was set by hand', `UPDATE cases SET state = 'dismissed' WHERE revision = 4`, 'cases.publish'],
    ['a revision that was set by hand', `UPDATE cases SET revision = 9 WHERE revision = 4`, 'cases.publish'],
    ['a ruling in other words', `UPDATE rulings SET rationale = 'Nobody looked at the harbour log at all.'`, 'cases.rule'],
    ['another verdict', `UPDATE rulings SET accepted = 1`, 'cases.rule'],
    ['a ruling in another role', `UPDATE rulings SET by_role = 'admin'`, 'cases.rule'],
    ['a publication with a notice', `UPDATE publications SET notice = 'Nothing to see here.'`, 'cases.publish'],
    ['a publication taken away', `DELETE FROM publications`, 'cases.publish'],
    [
      'a publication nobody made',
      `CREATE TEMP TABLE p AS SELECT * FROM publications; UPDATE p SET id = 'x'; INSERT INTO publications SELECT * FROM p`,
      null,
    ],
    ['an event taken away', `DELETE FROM case_events WHERE revision = 4`, 'cases.publish'],
    ['an edited event', `UPDATE case_events SET body = replace(body, 'ruled', 'taken') WHERE revision = 3`, 'cases.rule'],
    [
      'an event at another time',
      `UPDATE case_events SET body = replace(body, '2026-03-02', '2026-03-01') WHERE revision = 3`,
      'cases.rule',
    ],
    [
      'an event taken away with a state to match',
      `DELETE FROM case_events WHERE revision = 4; UPDATE cases SET state = 'ruled', revision = 3 WHERE revision = 4`,
      'cases.publish',
    ],
    [
      'an event nobody logged',
      `INSERT INTO case_events SELECT id, 5, 999, '{"type":"changed","at":"","by":null}' FROM cases WHERE revision = 4`,
      null,
    ],
    ['every event taken away', `DELETE FROM case_events`, 'cases.open'],
    ['a role somebody gave themselves', `UPDATE people SET role = 'admin' WHERE name = 'Anna'`, 'people.add'],
    ['the address of a person', `UPDATE people SET email = 'x@x.example' WHERE name = 'Anna'`, 'people.add'],
    ['the name of a person', `UPDATE people SET name = 'Bela' WHERE name = 'Anna'`, 'people.add'],
    ['the password of a person', `UPDATE people SET password_hash = 'x' WHERE name = 'Anna'`, 'people.add'],
    ['a person let in again', `UPDATE people SET disabled_at = NULL WHERE name = 'Cora'`, 'people.disable'],
    ['a person nobody added', `INSERT INTO people SELECT 'x', 'x', name, role, NULL, salt, 0, NULL, created_at FROM people LIMIT 1`, null],
    ['a person taken away', `DELETE FROM people WHERE name = 'Cora'`, 'people.disable'],
    ['the name of an outlet', `UPDATE sources SET name = 'The Other Courier'`, 'sources.add'],
    ['an outlet nobody added', `INSERT INTO sources (id, name, name_key, created_at) VALUES ('x', 'X', 'x', '')`, null],
    ['an outlet taken away', `DELETE FROM sources`, 'sources.add'],
  ])('%s', async (_, statements, action) => {
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
    expect(await rewrite(statements)).toBeGreaterThan(0);
    const verdict = await verifyRecord(db);
    expect(verdict).toMatchObject({ ok: false, reason: expect.not.stringContaining('guard') });
    if (!verdict.ok) expect(await actionOf(verdict.seq)).toBe(action);
  });

  it('and the command exits 1', async () => {
    await rewrite(`UPDATE cases SET explanation = 'All is well.' WHERE revision = 4`);
    const { code, out } = await call(['verify', '--db', db.url]);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(/^bad \d+: case \w+ holds other findings than were logged\n$/) });
  });
});

describe('verify refuses a record of another make than the migrations give it', () => {
  const make = async (statements: string) => {
    const client = createClient({ url: db.url });
    await client.executeMultiple(statements);
    client.close();
  };

  it.each([
    ['trigger', 'CREATE TRIGGER quiet AFTER UPDATE OF status ON claims BEGIN UPDATE cases SET explanation = NEW.text; END'],
    ['trigger', 'CREATE TRIGGER __drizzle_quiet AFTER INSERT ON articles BEGIN DELETE FROM drafts; END'],
    ['view', 'CREATE VIEW shown AS SELECT * FROM claims'],
    ['index', 'CREATE UNIQUE INDEX once ON rulings (case_id)'],
  ])('a foreign %s', async (type, statement) => {
    await make(statement);
    expect(await verifyRecord(db)).toMatchObject({ ok: false, reason: expect.stringMatching(`the ${type} \\w+, which no migration made`) });
  });

  it.each([
    ['a guard taken away', 'DROP TRIGGER rulings_no_delete', 'the guard rulings_no_delete is missing'],
    ['an index taken away', 'DROP INDEX cases_by_state', 'the index cases_by_state is missing'],
    ['a table made wider', 'ALTER TABLE rulings ADD COLUMN more TEXT', 'the table rulings was changed'],
    [
      'a guard that looks away',
      `DROP TRIGGER rulings_no_delete; CREATE TRIGGER rulings_no_delete BEFORE DELETE ON rulings WHEN false BEGIN SELECT RAISE(ABORT, 'rulings: append only'); END`,
      'the guard rulings_no_delete was changed',
    ],
  ])('%s', async (_, statements, reason) => {
    await make(statements);
    expect(await verifyRecord(db)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });

  it('but minds no table beside ours', async () => {
    await make('CREATE TABLE beside (a TEXT)');
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });
});

it('verify sees one moment: what is written during the walk is no cut log', async () => {
  const other = await openDatabase(db.url);
  const before = await verifyRecord(db);
  const seen = await other.snapshot(async (from) => {
    const count = () => from.$count(auditLog);
    const first = await count();
    await seedClaims(db, ['7'], 'read');
    return [first, await count()];
  });
  expect(seen[0]).toBe(seen[1]);
  expect(before).toMatchObject({ ok: true, entries: seen[0] });
  expect(await verifyRecord(db)).toMatchObject({ ok: true, entries: seen[0]! + 1 });
});
