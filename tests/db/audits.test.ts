import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Actor, OWNER } from '@/db/actor';
import { auditShare, setAuditShare } from '@/db/audit-share';
import { loadCase, record } from '@/db/case-record';
import { auditCase, publishCase, returnCase, ruleCase } from '@/db/cases';
import { queuePage, readAudits, readCaseSheet } from '@/db/desk';
import type { Database } from '@/db/open';
import { runOperation } from '@/db/operations';
import { disablePerson, listPeople, type Person } from '@/db/people';
import { setDeskReview } from '@/db/review-mode';
import { acts, caseEvents, deskSettings } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import { drawAudit } from '@/lib/adjudication';
import { RULING, seedCase, seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

let db: Database;
let anna: Person;
let bela: Person;
let edda: Person;
let id: string;

beforeEach(async () => {
  db = await newRecord();
  [anna, bela, edda] = [await seedPerson(db, 'Anna'), await seedPerson(db, 'Bela'), await seedPerson(db, 'Edda', 'editor')];
  ({ id } = await seedCase(db));
  await setDeskReview(db, { review: 'blind' }, OWNER, NOW);
});

const share = (percent: number) => setAuditShare(db, { share: percent }, OWNER, NOW);
/** Two agree: the case is ruled at revision 3. */
async function agree(): Promise<void> {
  await ruleCase(db, { id, revision: 1, ruling: RULING }, anna, minutesLater(1));
  expect(await ruleCase(db, { id, revision: 1, ruling: RULING }, bela, minutesLater(2))).toMatchObject({
    value: { state: 'ruled', revision: 3 },
  });
}
const publish = (by: Person, revision: number) => publishCase(db, { id, revision, notice: null }, by, minutesLater(9));
const audit = (by: Actor, revision = 3) => auditCase(db, { id, revision }, by, minutesLater(5));
const view = async () => (await readCaseSheet(db.read, id, edda.id))!.view;

describe('a ruling that two agreed on', () => {
  it('is drawn by the case and the head of the log, written into the event, and can be drawn again', async () => {
    await share(100);
    await agree();
    const [last] = await db.read.select().from(caseEvents).where(eq(caseEvents.revision, 3));
    const drawn = last!.body.type === 'ruled' ? last!.body.audit! : null;
    const [before] = await db.read.all<{ hash: string }>(sql`SELECT lower(hex(leaf)) AS hash FROM audit_log WHERE seq = ${last!.seq - 1}`);
    expect(drawn).toEqual({ head: before!.hash, share: 100, drawn: true });
    expect(drawAudit(id, drawn!.head, 100)).toEqual(drawn);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('waits, once drawn, until an editor who is neither of the two lets it stand; then it is published', async () => {
    await share(100);
    await agree();
    expect(await publish(edda, 3)).toMatchObject({ refusal: { status: 409, code: 'AuditOwed' } });
    const cora = await seedPerson(db, 'Cora');
    for (const by of [anna, bela]) expect(await audit(by)).toMatchObject({ refusal: { status: 403, code: 'OwnRuling' } });
    expect(await audit(cora)).toMatchObject({ refusal: { status: 403, code: 'EditorAudits' } });
    expect(await audit(edda, 2)).toMatchObject({ refusal: { status: 409, code: 'VersionConflict' } });
    const row = async () => (await queuePage(db.read, { split: 'to-publish', filters: {}, personId: edda.id, now: NOW })).lines[0];
    expect(await row()).toMatchObject({ auditOwed: true });
    expect(await audit(edda)).toMatchObject({ value: { state: 'ruled', revision: 4 } });
    expect(await row()).toMatchObject({ auditOwed: false });
    expect(await audit(edda, 4)).toMatchObject({ refusal: { code: 'IllegalTransition' } });
    expect(await publish(edda, 4)).toMatchObject({ value: { state: 'published' } });
    expect(await readAudits(db.read)).toEqual({ agreed: 1, drawn: 1, stood: 1, fell: 0, owed: 0 });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('that the auditor sends back did not stand, and the next one is drawn anew', async () => {
    await share(100);
    await agree();
    expect(await readAudits(db.read)).toMatchObject({ drawn: 1, owed: 1 });
    await returnCase(db, { id, revision: 3, reason: 'The log is of another year.' }, edda, minutesLater(5));
    expect((await view()).audit).toBe('none');
    expect(await readAudits(db.read)).toEqual({ agreed: 1, drawn: 1, stood: 0, fell: 1, owed: 0 });
    expect(await ruleCase(db, { id, revision: 4, ruling: RULING }, bela, minutesLater(6))).toMatchObject({ value: { state: 'ruled' } });
    expect((await view()).audit).toBe('owed');
    expect(await readAudits(db.read)).toMatchObject({ agreed: 2, drawn: 2, fell: 1, owed: 1 });
  });

  it('is drawn nowhere with a share of 0, nor where one person decides, nor where nobody could audit it', async () => {
    await agree();
    expect((await view()).audit).toBe('none');
    expect(await audit(edda)).toMatchObject({ refusal: { code: 'IllegalTransition' } });
    await share(100);
    const [one, two] = [await seedCase(db), await seedCase(db)];
    await setDeskReview(db, { review: 'single' }, OWNER, NOW);
    await ruleCase(db, { id: one.id, revision: 1, ruling: RULING }, anna, NOW);
    expect((await readCaseSheet(db.read, one.id, edda.id))!.view.audit).toBe('none');
    await setDeskReview(db, { review: 'blind' }, OWNER, NOW);
    await ruleCase(db, { id: two.id, revision: 1, ruling: RULING }, anna, NOW);
    for (const { id: gone } of await listPeople(db))
      if (![anna.id, edda.id].includes(gone)) await disablePerson(db, { id: gone }, OWNER, NOW);
    await ruleCase(db, { id: two.id, revision: 1, ruling: RULING }, edda, NOW);
    expect((await readCaseSheet(db.read, two.id, edda.id))!.view.audit).toBe('none');
  });

  it('is audited by a third reviewer where the only editor is one of the two, and stays owed to nobody who may not', async () => {
    await share(100);
    await ruleCase(db, { id, revision: 1, ruling: RULING }, anna, minutesLater(1));
    await ruleCase(db, { id, revision: 1, ruling: RULING }, edda, minutesLater(2));
    expect((await view()).audit).toBe('owed');
    expect(await audit(edda)).toMatchObject({ refusal: { status: 403, code: 'OwnRuling' } });
    expect((await readCaseSheet(db.read, id, bela.id))!).toMatchObject({ decides: true, editorDecides: false });
    expect(await audit(bela)).toMatchObject({ value: { state: 'ruled', revision: 4 } });
  });

  it('was drawn as the log says, or is found out, whoever logged it', async () => {
    await ruleCase(db, { id, revision: 1, ruling: RULING }, anna, NOW);
    const found = (await loadCase(db.read, id))!;
    const { rulingId } = found.view.opinions[0]!;
    const audit = { head: '00'.repeat(32), share: 10, drawn: false };
    const event = { type: 'ruled', at: NOW, by: bela.id, rulingId, agreesWith: rulingId, audit } as const;
    await db.write((tx) => record(tx, found.row, found.view, { event, actor: bela, action: 'cases.rule' }));
    expect(await verifyRecord(db)).toMatchObject({ ok: false, reason: expect.stringContaining('was not drawn as the log has it') });
  });
});

it('the share is ten in a hundred until an administrator sets another, and is taken back as an act', async () => {
  await db.write((tx) => tx.delete(deskSettings).where(eq(deskSettings.name, 'audit-share')));
  expect(await auditShare(db.read)).toBe(10);
  const ada = await seedPerson(db, 'Ada', 'admin');
  const run = (actor: Actor, input: object, name = 'desk.set-audit') => runOperation({ db, actor, now: NOW }, name, input);
  expect(await run(edda, { share: 20 })).toMatchObject({ refusal: { status: 403 } });
  for (const wrong of [101, -1, 'many', 2.5])
    expect(await run(ada, { share: wrong })).toMatchObject({ refusal: { status: 422, field: 'share' } });
  expect(await run(ada, { share: '25' })).toEqual({ ok: true, value: { share: 25 } });
  expect(await auditShare(db.read)).toBe(25);
  const act = (await db.read.select().from(acts)).findLast(({ action }) => action === 'desk.set-audit')!;
  expect(act).toMatchObject({ before: { share: 10 }, after: { share: 25 } });
  expect(await run(ada, { seq: act.seq }, 'acts.undo')).toMatchObject({ ok: true });
  expect(await auditShare(db.read)).toBe(10);
});

it('a share of so many percent draws about so many, the same ones every time', () => {
  const heads = Array.from({ length: 2000 }, (_, at) => at.toString(16).padStart(64, '0'));
  for (const percent of [0, 1, 10, 50, 100]) {
    const drawn = heads.filter((head) => drawAudit('k3v9m2qd4x', head, percent).drawn);
    expect(Math.abs(drawn.length / heads.length - percent / 100)).toBeLessThan(0.03);
    expect(heads.filter((head) => drawAudit('k3v9m2qd4x', head, percent).drawn)).toEqual(drawn);
  }
});
