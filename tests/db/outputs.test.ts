import { eq } from 'drizzle-orm';
import { generateSync } from 'otplib';
import { expect, it, vi } from 'vitest';
import { type Actor, ANONYMOUS, OWNER } from '@/db/actor';
import { jobsOf } from '@/db/jobs';
import { storedToken } from '@/db/links';
import type { Mail } from '@/db/mail';
import { OPERATIONS, runOperation } from '@/db/operations';
import { startSession, storedSession } from '@/db/people';
import { acts, claims, publicChanges, reports, sources, speakers, webhookDeliveries } from '@/db/schema';
import { secondFactorOf } from '@/db/second-factor';
import { rulingFields, seedCase, seedClaims, seedPerson } from './seeds';
import { NOW, newRecord } from './world';

it('every operation answers as it is declared to, nothing more and nothing less', async () => {
  const db = await newRecord();
  const [anna, bela, admin] = [await seedPerson(db, 'Anna'), await seedPerson(db, 'Bela'), await seedPerson(db, 'Ada', 'admin')];
  const seen = new Set<string>();
  const letters: Mail[] = [];
  const post = { site: 'https://desk.example', send: (letter: Mail) => letters.push(letter) };
  const tokenIn = (letter: Mail | undefined) => /token=(\S+)/.exec(letter!.text)![1];
  const act = async (actor: Actor, id: string, input: unknown, session?: string): Promise<Record<string, string & number>> => {
    const done = await runOperation({ db, actor, now: NOW, post, session }, id, input);
    if (!done.ok) throw new Error(`${id}: ${done.refusal.code} ${done.refusal.cause}`);
    const { output } = OPERATIONS.find((operation) => operation.id === id)!;
    // Parsed it must be the same: a schema that leaves something out, or changes it, describes something else.
    expect([id, output.safeParse(done.value)]).toEqual([id, { success: true, data: done.value }]);
    seen.add(id);
    return done.value as never;
  };

  const text = 'The harbour office said twelve ferries sailed on 3 February 2026.';
  await act(anna, 'articles.add', { text, outlet: 'The Harbour Post', newOutlet: true });
  await act(anna, 'articles.add', { text, outlet: 'The Harbour Post' });
  const batch = [{ text: 'Nine boats left the port.', externalId: 'a' }, { text: '' }, { text: 'Ten boats left.', externalId: 'a' }];
  expect(await act(OWNER, 'articles.import-batch', { articles: batch })).toMatchObject({
    items: [{ status: 'created' }, { status: 'failed' }],
    refused: [{ index: 1 }],
  });

  const { articleId, claimIds } = await seedClaims(db, ['30', '31'], 'read');
  await act(anna, 'claims.accept', { id: claimIds[0] });
  await act(anna, 'claims.reject', { id: claimIds[0], reason: 'that is a year' });
  await act(anna, 'articles.accept', { id: articleId });
  await act(anna, 'readings.preview', { id: articleId, quote: '31 ferries' });
  await act(anna, 'claims.correct', { id: claimIds[1], revision: 0, quote: '31', speaker: 'Rosa Lind', reason: 'the log names her' });
  await act(anna, 'claims.take-back', { id: claimIds[1], revision: 1 });
  const port = await act(anna, 'articles.add', { text: 'Then the two boats sank.', outlet: 'The Harbour Post' });
  await act(anna, 'claims.add', { id: port.articleId, quote: 'two boats' });

  const [first, second] = (await seedClaims(db, ['12', '15'])).claimIds;
  const said = await act(anna, 'pairs.judge', { id: first, other: second, word: 'different' });
  await act(anna, 'pairs.take-back', { id: said.id });

  const texts = [
    'Mayor Rosa Lind said on Monday that the storm closed 19 schools.',
    'Captain Lind said crews repaired 40 bridges on Friday.',
    'Captain Lind said crews repaired 44 bridges on Friday.',
  ];
  for (const [at, body] of texts.entries()) await act(anna, 'articles.add', { text: body, outlet: `Paper ${at}`, newOutlet: true });
  const homes = await db.read.select().from(claims);
  const homeOf = (text: string) => homes.find((claim) => claim.text === text)!.measureId;
  const [schools, bridges] = [homeOf('19 schools'), homeOf('40 bridges')];
  const bridge = homes.find(({ text }) => text === '40 bridges')!.id;
  let done = await act(admin, 'measures.define', { id: bridges, revision: 0, counts: 'Bridges that carry a road.', reviewDays: '30' });
  done = await act(admin, 'measures.merge', { id: bridges, revision: done.revision, into: schools });
  done = await act(admin, 'measures.undo', { id: bridges, revision: done.revision });
  await act(admin, 'measures.split', { id: bridges, revision: done.revision, claims: [bridge] });

  for (const [acts, rows] of [
    ['speakers', await db.read.select().from(speakers)],
    ['sources', await db.read.select().from(sources)],
  ] as const) {
    const [one, other] = rows.filter(({ intoId }) => intoId === null);
    await act(admin, `${acts}.merge`, { id: one!.id, revision: 0, into: other!.id });
    await act(admin, `${acts}.split`, { id: one!.id, revision: 1 });
    await act(anna, `${acts}.rename`, { id: one!.id, revision: 2, name: `${one!.name} of old` });
    await act(anna, `${acts}.alias`, { id: one!.id, revision: 3, name: `New ${one!.name}` });
  }

  const { id, measureId } = await seedCase(db);
  let { revision } = await act(anna, 'cases.take', { id, revision: 1 });
  ({ revision } = await act(anna, 'cases.release', { id, revision }));
  ({ revision } = await act(anna, 'cases.rule', { id, revision, ...rulingFields() }));
  ({ revision } = await act(bela, 'cases.return', { id, revision, reason: 'the link is dead' }));
  ({ revision } = await act(anna, 'cases.rule', { id, revision, ...rulingFields() }));
  ({ revision } = await act(bela, 'cases.publish', { id, revision }));
  ({ revision } = await act(anna, 'cases.reopen', { id, revision, reason: 'the log was corrected' }));
  await act(bela, 'cases.dismiss', { id, revision, reason: 'they count two harbours' });

  const gone = await seedCase(db);
  ({ revision } = await act(anna, 'cases.rule', { id: gone.id, revision: gone.revision, ...rulingFields() }));
  ({ revision } = await act(bela, 'cases.publish', { id: gone.id, revision }));
  await act(anna, 'cases.withdraw', { id: gone.id, revision, reason: 'the log was forged' });
  await act(anna, 'articles.retract', { id: gone.articleId, day: '2026-03-01', url: '', reason: 'its reporter made it up' });
  await act(anna, 'articles.unretract', { id: gone.articleId, reason: 'it was another article' });
  await act(admin, 'articles.withhold', { id: gone.articleId, reason: 'a court forbade it' });
  await act(admin, 'articles.restore', { id: gone.articleId, reason: 'the order was lifted' });

  await act(admin, 'desk.set-review', { review: 'blind' });
  await act(admin, 'desk.set-audit', { share: 100 });
  const agreed = (await seedCase(db)).id;
  await act(anna, 'cases.rule', { id: agreed, revision: 1, ...rulingFields() });
  await act(bela, 'cases.rule', { id: agreed, revision: 1, ...rulingFields() });
  await act(admin, 'cases.audit', { id: agreed, revision: 3 });
  await act(admin, 'desk.set-review', { review: 'single' });

  const note = await act(anna, 'notes.add', { id, text: 'Ask @Bela about the log.', on: 'rationale' });
  await act(anna, 'notes.edit', { id: note.id, revision: note.version, text: 'Ask @Bela about the log of that year.' });
  await act(bela, 'notes.resolve', { id: note.id });
  await act(bela, 'notes.reopen', { id: note.id });
  await act(bela, 'mentions.see', { note: note.id });
  const here = await startSession(db, anna.id, NOW);
  await act(anna, 'presence.hold', { id, window: 'one', presence: 'works' }, storedSession(here.ok ? here.value : ''));
  await act(anna, 'measures.set-review', { id: measureId, review: 'default' });

  const person = { email: 'new@desk.example', name: 'New', role: 'reviewer', password: 'long enough now' };
  const added = await act(admin, 'people.add', person);
  await act(admin, 'people.disable', { id: added.id });
  await act(admin, 'people.enable', { id: added.id });
  await act(admin, 'people.revoke-sessions', { id: added.id });
  await act(admin, 'people.set-role', { id: added.id, role: 'editor' });
  await act(admin, 'people.invite', { email: 'nora@desk.example', role: 'reader' });
  await act(ANONYMOUS, 'people.accept-invitation', { token: tokenIn(letters[0]), name: 'Nora', password: 'long enough now' });
  const { link } = await act(admin, 'people.invite', { email: 'late@desk.example', role: 'reader' });
  await act(admin, 'people.withdraw-invitation', { id: storedToken(/token=(.*)/.exec(link!)![1]!) });
  await act(ANONYMOUS, 'people.ask-reset', { email: person.email });
  await act(ANONYMOUS, 'people.reset-password', { token: tokenIn(letters[2]), password: 'another phrase' });
  expect(letters.map(({ to }) => to)).toEqual(['nora@desk.example', 'late@desk.example', person.email]);

  const own: Actor = { kind: 'person', id: added.id!, name: 'New', role: 'editor' };
  await act(own, 'account.change-password', { old: 'another phrase', password: 'a third phrase' });
  const sid = await startSession(db, added.id!, NOW);
  await act(own, 'account.end-session', { id: storedSession(sid.ok ? sid.value : '') });
  for (const rest of ['drop', 'remove']) {
    await act(own, 'account.begin-second-factor', {});
    const factor = await secondFactorOf(db.read, own);
    const secret = factor.state === 'begun' ? factor.secret : '';
    await act(own, 'account.confirm-second-factor', {
      old: 'a third phrase',
      code: generateSync({ secret, epoch: Date.parse(NOW) / 1000 }),
    });
    await act(own, 'account.renew-recovery-codes', { old: 'a third phrase' });
    if (rest === 'drop') await act(own, 'account.drop-second-factor', { old: 'a third phrase' });
    else await act(admin, 'people.remove-second-factor', { id: added.id });
  }
  await act(OWNER, 'people.set-password', { email: person.email, password: 'even longer than before' });
  await act(anna, 'drafts.save', { form: 'cases.rule:x', fields: { rationale: 'first words' } });
  await act(anna, 'follows.set', { kind: 'measure', id: measureId, follow: 'on' });
  await act(anna, 'notifications.read', { until: NOW });
  await act(anna, 'settings.notifications', { app: { followed: 'on' }, mail: {} });
  await act(OWNER, 'notifications.digest', {});
  await act(anna, 'settings.keys', { letters: true, keys: { undo: 'Ctrl Z' } });

  const fresh = await startSession(db, admin.id, NOW);
  const asked = { name: 'An archive', person: anna.id, scopes: ['articles', 'notes'] };
  const made = await act(admin, 'keys.create', asked, storedSession(fresh.ok ? fresh.value : ''));
  await act(admin, 'keys.revoke', { id: made.id });
  const hook = await act(admin, 'webhooks.create', { url: 'https://198.41.0.4/changes' }, storedSession(fresh.ok ? fresh.value : ''));
  const change = { measureId, urn: 'urn:a', at: NOW, kind: 'updated' as const };
  const sent = { id: 'd00000000000', webhookId: String(hook.id), seq: 1, tries: 8, createdAt: NOW };
  await db.write(async (tx) => {
    await tx.insert(publicChanges).values(change);
    await tx.insert(webhookDeliveries).values(sent);
  });
  await act(admin, 'webhooks.resend', { id: sent.id });
  await act(admin, 'webhooks.revoke', { id: hook.id });
  await act(ANONYMOUS, 'reports.send', { page: '/measures', what: 'error', words: 'The figure is that of last year.' });
  const report = (await db.read.select().from(reports).get())!;
  await act(anna, 'reports.answer', { id: report.id, outcome: 'kept', answer: 'The text gives this year.' });

  const item = (await seedCase(db)).id;
  await act(anna, 'queue.assign', { id: item, to: bela.id });
  await act(anna, 'queue.snooze', { id: item, lasting: 'day', reason: 'the office is shut' });
  await act(anna, 'queue.wake', { id: item });
  await act(anna, 'queue.look', { id: measureId });
  await act(anna, 'queue.flag', { id: item, flag: 'harbour' });
  await act(anna, 'queue.ask-source', { id: item, of: 'The harbour office' });
  await act(anna, 'queue.source-answered', { id: item });
  await act(anna, 'queue.second-look', { id: item, to: bela.id, text: 'Which of the two?' });
  await act(anna, 'queue.draw', { split: 'articles' });
  await act(anna, 'queue.batch', { act: 'assign', item: [item, articleId], to: 'me' });
  const view = await act(anna, 'queue.save-view', { name: 'High', query: 'split=conflicts&severity=high' });
  await act(anna, 'queue.drop-view', { id: view.id });
  await act(admin, 'queue.set', { order: 'random', band: '5', staleDays: 30 });
  const [last] = (await db.read.select().from(acts).where(eq(acts.action, 'queue.flag'))).slice(-1);
  await act(anna, 'acts.undo', { seq: last!.seq });

  const ended = () => vi.waitFor(() => expect(jobsOf(db).map(({ state }) => state)).not.toContain('running'), 20_000);
  const job = await act(admin, 'jobs.start', { work: 'reread' });
  await act(admin, 'jobs.cancel', { id: job.id });
  await ended();
  await act(admin, 'jobs.retry', { id: job.id });
  await ended();

  expect([...seen].sort()).toEqual(OPERATIONS.map((operation) => operation.id).sort());
});
