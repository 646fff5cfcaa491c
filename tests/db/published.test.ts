import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { dismissCase, reopenCase, ruleCase, takeCase } from '@/db/cases';
import { rejectClaim } from '@/db/claims';
import { articleRecord, caseMeasure, changedMeasures, claimRecord, measureRecord, settledAndOpen } from '@/db/published';
import { people } from '@/db/schema';
import { measurePage } from '@/lib/publication';
import { everythingPublic, harbour, SECRET } from './harbour';
import * as world from './public-world';
import { minutesLater, NOW, newRecord } from './world';

const RULING = {
  verdicts: ['contradicted', 'supported'] as ('contradicted' | 'supported')[],
  accepted: 1,
  rationale: 'The harbour log lists fifteen boats by name.',
};

describe('what is public', () => {
  it('is nothing before a person accepts a reading', async () => {
    const db = await newRecord();
    const { boats, a, b, theCase } = await harbour(db);
    expect(await measureRecord(db.read, boats)).toBeNull();
    expect(await claimRecord(db.read, a.id)).toBeNull();
    expect(await articleRecord(db.read, a.articleId)).toBeNull();
    expect(await caseMeasure(db.read, (await theCase()).id)).toBeNull();
    const all = await everythingPublic(db, { boats, a, b, caseId: (await theCase()).id });
    expect(all).not.toContain('boats');
    expect(all).not.toContain('Daily Post');
    for (const id of [boats, a.id, b.id, a.articleId, b.articleId]) expect(all).not.toContain(id);
  });

  it('is a claim once accepted, without its case, its rival or its rival’s words', async () => {
    const db = await newRecord();
    const { anna, boats, a, b, theCase } = await harbour(db);
    await world.accept(db, a.articleId, anna, minutesLater(1));
    const record = (await measureRecord(db.read, boats))!;
    expect(record.claims.map((claim) => claim.id)).toEqual([a.id]);
    expect(record.case).toBeNull();
    expect(record.relations).toEqual([]);
    expect(measurePage(record).answer.form).toBe('reported');
    const all = await everythingPublic(db, { boats, a, b, caseId: (await theCase()).id });
    expect(all).toContain('Daily Post');
    expect(all).not.toContain(SECRET);
    expect(all).not.toContain('Evening Echo');
    expect(all).not.toContain(b.id);
    expect(all).not.toContain((await theCase()).id);
  });

  it('is an open case once all its claims are accepted, since that moment', async () => {
    const db = await newRecord();
    const { anna, boats, a, b, theCase } = await harbour(db);
    await world.accept(db, a.articleId, anna, minutesLater(1));
    await world.accept(db, b.articleId, anna, minutesLater(5));
    const held = (await measureRecord(db.read, boats))!.case!;
    expect(held).toMatchObject({ id: (await theCase()).id, standing: { status: 'open' }, openedAt: minutesLater(5), publications: [] });
    const { open } = await settledAndOpen(db.read, 8);
    expect(open.map((record) => record.id)).toEqual([boats]);
    // What a page has read already is not read again for what changed last.
    const changed = await changedMeasures(db.read, 40, open);
    expect(changed).toEqual(await changedMeasures(db.read, 40));
    expect(changed.find(({ id }) => id === boats)).toBe(open[0]);
  });

  it('does not show what reviewers do: taken and ruled look like open, and the ruling stays inside', async () => {
    const db = await newRecord();
    const { anna, bela, boats, a, b, theCase } = await harbour(db);
    await world.accept(db, a.articleId, anna, minutesLater(1));
    await world.accept(db, b.articleId, anna, minutesLater(1));
    const { id, revision } = await theCase();
    const before = await everythingPublic(db, { boats, a, b, caseId: id });
    world.taken(await takeCase(db, { id, revision }, bela, minutesLater(2)));
    const ruling = {
      ...RULING,
      reasonCode: 'contradiction' as const,
      evidence: [],
      noEvidence: true,
      rationale: 'A rationale that stays between reviewers for now.',
    };
    world.taken(await ruleCase(db, { id, revision: revision + 1, ruling }, bela, minutesLater(3)));
    expect(await everythingPublic(db, { boats, a, b, caseId: id })).toBe(before);
  });

  it('is a ruling by its publication, with roles and without names', async () => {
    const db = await newRecord();
    const { anna, bela, boats, a, b, theCase } = await harbour(db);
    await world.accept(db, a.articleId, anna, minutesLater(1));
    await world.accept(db, b.articleId, anna, minutesLater(1));
    const { id, revision } = await theCase();
    await world.settle(db, { id, revision }, RULING, { rules: anna, publishes: bela, at: minutesLater(9) });
    const held = (await measureRecord(db.read, boats))!.case!;
    expect(held.standing).toEqual({ status: 'settled' });
    expect(held.publications[0]).toMatchObject({
      by: { role: 'admin', demo: true },
      ruling: { by: { role: 'reviewer', demo: false }, accepted: 1 },
    });
    await db.write((tx) => tx.update(people).set({ role: 'reviewer' }).where(eq(people.name, 'Belarius')));
    const later = (await measureRecord(db.read, boats))!.case!;
    expect(later.publications[0]!.by, 'the role at the time of the act').toEqual({ role: 'admin', demo: true });
    const all = await everythingPublic(db, { boats, a, b, caseId: id });
    for (const name of ['Annabel', 'Belarius', 'example.org', (anna as { id: string }).id, (bela as { id: string }).id])
      expect(all).not.toContain(name);
  });

  it('is the last publication, untouched by a new claim that contradicts it until that is accepted', async () => {
    const db = await newRecord();
    const { anna, bela, boats, a, b, theCase } = await harbour(db);
    await world.accept(db, a.articleId, anna, minutesLater(1));
    await world.accept(db, b.articleId, anna, minutesLater(1));
    const { id, revision } = await theCase();
    await world.settle(db, { id, revision }, RULING, { rules: anna, publishes: bela, at: minutesLater(9) });
    const before = await everythingPublic(db, { boats, a, b, caseId: id });
    const late = await world.tell(
      db,
      { outlet: 'Late Herald', publishedAt: '2026-03-02', title: 'Recount', text: 'The recount found {19 quagga boats|a}.' },
      { a: { measure: boats, value: '19', noun: 'quagga boats' } },
      minutesLater(20),
    );
    const three = world.conflict(
      [world.position('12 boats', a.id), world.position('15 boats', b.id), world.position('19 quagga boats', late.a!.id)],
      '15 boats against 19 quagga boats.',
    );
    for (const other of [a, b]) await world.relate(db, other.id, late.a!.id, { explanation: '15 boats against 19 quagga boats.' });
    await world.conflicts(db, { [boats]: three }, minutesLater(21));
    expect((await theCase()).state).toBe('reopened');
    expect(await everythingPublic(db, { boats, a, b, caseId: id })).toBe(before);

    await world.accept(db, late.a!.articleId, anna, minutesLater(30));
    const again = (await measureRecord(db.read, boats))!;
    expect(again.case?.standing).toEqual({ status: 'reopened', at: minutesLater(30) });
    const open = measurePage(again);
    expect(Object.fromEntries(open.rows.map((row) => [row.id, row.verdict]))).toEqual({
      ...{ [a.id]: 'contradicted', [b.id]: 'supported', [late.a!.id]: null },
    });
    expect(open.positions.map((position) => position.label)).toEqual(['12 boats', `15 ${SECRET} boats`, '19 quagga boats']);
    expect(open.answer.form).toBe('none');

    const seen = await theCase();
    const ruling = {
      verdicts: ['contradicted', 'contradicted', 'supported'] as ('contradicted' | 'supported')[],
      accepted: 2,
      rationale: 'The recount replaces the first count.',
    };
    await world.settle(db, seen, ruling, {
      rules: bela,
      publishes: anna,
      at: minutesLater(40),
      notice: 'We had accepted fifteen; the recount says nineteen.',
    });
    const corrected = measurePage((await measureRecord(db.read, boats))!);
    expect(corrected.correction?.notice).toBe('We had accepted fifteen; the recount says nineteen.');
    expect(corrected.answer.form).toBe('accepted');
    expect(corrected.decision.earlier).toHaveLength(1);
  });

  it('is a person’s dismissal with its reason, and nothing of the machine’s', async () => {
    const db = await newRecord();
    const { anna, boats, a, b, theCase } = await harbour(db);
    await world.accept(db, a.articleId, anna, minutesLater(1));
    await world.accept(db, b.articleId, anna, minutesLater(1));
    const { id, revision } = await theCase();
    const reason = 'One counts the inner harbour and the other counts both of them.';
    world.taken(await dismissCase(db, { id, revision, reason }, anna, minutesLater(2)));
    expect((await measureRecord(db.read, boats))!.case!.standing).toEqual({
      ...{ status: 'dismissed', at: minutesLater(2), reason },
      by: { role: 'reviewer', demo: false },
    });
    world.taken(
      await reopenCase(db, { id, revision: revision + 1, reason: 'The two do count the same harbour after all.' }, anna, minutesLater(3)),
    );
    await world.unrelate(db, a.id, b.id);
    await world.conflicts(db, {}, minutesLater(4));
    expect((await measureRecord(db.read, boats))!.case).toBeNull();
    expect(await caseMeasure(db.read, id)).toBeNull();
  });

  it('ends when a reading is rejected', async () => {
    const db = await newRecord();
    const { anna, boats, a, b, theCase } = await harbour(db);
    await world.accept(db, a.articleId, anna, minutesLater(1));
    await world.accept(db, b.articleId, anna, minutesLater(1));
    world.taken(await rejectClaim(db, { id: b.id, reason: 'The engine read a house number as a count.' }, anna, minutesLater(2)));
    expect(await everythingPublic(db, { boats, a, b, caseId: (await theCase()).id })).not.toContain(SECRET);
  });

  it('is a sum only when every term is accepted', async () => {
    const db = await newRecord();
    const { anna, boats, a, b } = await harbour(db);
    await world.sum(db, a.id, [b.id], '15 = 12');
    await world.accept(db, a.articleId, anna, minutesLater(1));
    expect((await measureRecord(db.read, boats))!.checks).toEqual([]);
    await world.accept(db, b.articleId, anna, minutesLater(1));
    expect((await measureRecord(db.read, boats))!.checks.map((check) => check.expression)).toEqual(['15 = 12']);
  });
});

describe('an article', () => {
  it('shows excerpts, or all of a demonstration text, and marks accepted claims alone', async () => {
    const db = await newRecord();
    const anna = await world.person(db, 'Anna', NOW);
    const boats = await world.measure(db, 'How many boats?', NOW);
    const long = 'One. Two. Three. Four. They counted {12 boats|a} there. Five. Six. Seven. Eight. In all {9 rafts|b} came.';
    const plain = await world.tell(
      db,
      { outlet: 'P', publishedAt: null, title: 'Plain', text: long },
      { a: { measure: boats, value: '12' } },
      NOW,
    );
    const demo = await world.tell(
      db,
      { outlet: 'D', publishedAt: null, title: 'Demo', text: `${long} x`, demoNote: 'Written for the demonstration.' },
      { a: { measure: boats, value: '12' } },
      NOW,
    );
    for (const told of [plain, demo]) await world.accept(db, told.a!.articleId, anna, NOW);
    const shown = (await articleRecord(db.read, plain.a!.articleId))!.page;
    expect(shown.policy).toBe('excerpts');
    expect(shown.stretches.map((pieces) => pieces.map((piece) => piece.text).join(''))).toEqual([
      'Three. Four. They counted 12 boats there. Five. Six.',
    ]);
    expect([shown.cutBefore, shown.cutAfter]).toEqual([true, true]);
    const whole = (await articleRecord(db.read, demo.a!.articleId))!.page;
    expect(whole.policy).toBe('whole');
    expect(whole.stretches.flat().filter((piece) => piece.claim)).toHaveLength(1);
  });

  it('never makes a link of an address that is no web page', async () => {
    const db = await newRecord();
    const anna = await world.person(db, 'Anna', NOW);
    const boats = await world.measure(db, 'How many boats?', NOW);
    for (const url of ['javascript:alert(1)', 'data:text/html,x', '//x', 'file:///etc/passwd']) {
      const told = await world.tell(
        db,
        { outlet: url, publishedAt: null, title: 'T', url, text: `{1 boat|a} ${url}` },
        { a: { measure: boats, value: '1' } },
        NOW,
      );
      await world.accept(db, told.a!.articleId, anna, NOW);
      expect((await articleRecord(db.read, told.a!.articleId))!.page.article.url).toBeNull();
    }
  });
});
