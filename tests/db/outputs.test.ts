import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { type Actor, OWNER } from '@/db/actor';
import { OPERATIONS, runOperation } from '@/db/operations';
import { acts } from '@/db/schema';
import { rulingFields, seedCase, seedClaims, seedPerson } from './seeds';
import { NOW, newRecord } from './world';

it('every operation answers as it is declared to, nothing more and nothing less', async () => {
  const db = await newRecord();
  const [anna, bela, admin] = [await seedPerson(db, 'Anna'), await seedPerson(db, 'Bela'), await seedPerson(db, 'Ada', 'admin')];
  const seen = new Set<string>();
  const act = async (actor: Actor, id: string, input: unknown): Promise<Record<string, string & number>> => {
    const done = await runOperation({ db, actor, now: NOW }, id, input);
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

  const [first, second] = (await seedClaims(db, ['12', '15'])).claimIds;
  const said = await act(anna, 'pairs.judge', { id: first, other: second, word: 'different' });
  await act(anna, 'pairs.take-back', { id: said.id });

  const { id } = await seedCase(db);
  let { revision } = await act(anna, 'cases.take', { id, revision: 1 });
  ({ revision } = await act(anna, 'cases.release', { id, revision }));
  ({ revision } = await act(anna, 'cases.rule', { id, revision, ...rulingFields() }));
  ({ revision } = await act(bela, 'cases.return', { id, revision, reason: 'the link is dead' }));
  ({ revision } = await act(anna, 'cases.rule', { id, revision, ...rulingFields() }));
  ({ revision } = await act(bela, 'cases.publish', { id, revision }));
  ({ revision } = await act(anna, 'cases.reopen', { id, revision, reason: 'the log was corrected' }));
  await act(bela, 'cases.dismiss', { id, revision, reason: 'they count two harbours' });

  const person = { email: 'new@desk.example', name: 'New', role: 'reviewer', password: 'long enough now' };
  const added = await act(admin, 'people.add', person);
  await act(admin, 'people.disable', { id: added.id });
  await act(admin, 'people.enable', { id: added.id });
  await act(admin, 'people.revoke-sessions', { id: added.id });
  await act(OWNER, 'people.set-password', { email: person.email, password: 'even longer than before' });
  await act(anna, 'drafts.save', { form: 'cases.rule:x', fields: { rationale: 'first words' } });

  const item = (await seedCase(db)).id;
  await act(anna, 'queue.assign', { id: item, to: bela.id });
  await act(anna, 'queue.snooze', { id: item, lasting: 'day', reason: 'the office is shut' });
  await act(anna, 'queue.wake', { id: item });
  await act(anna, 'queue.flag', { id: item, flag: 'harbour' });
  await act(anna, 'queue.draw', { split: 'articles' });
  await act(anna, 'queue.batch', { act: 'assign', item: [item, articleId], to: 'me' });
  const view = await act(anna, 'queue.save-view', { name: 'High', query: 'split=conflicts&severity=high' });
  await act(anna, 'queue.drop-view', { id: view.id });
  await act(admin, 'queue.set', { order: 'random', band: '5', staleDays: 30 });
  const [last] = (await db.read.select().from(acts).where(eq(acts.action, 'queue.flag'))).slice(-1);
  await act(anna, 'acts.undo', { seq: last!.seq });

  expect([...seen].sort()).toEqual(OPERATIONS.map((operation) => operation.id).sort());
});
