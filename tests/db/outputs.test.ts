import { expect, it } from 'vitest';
import { type Actor, OWNER } from '@/db/actor';
import { OPERATIONS, runOperation } from '@/db/operations';
import { claims, sources, speakers } from '@/db/schema';
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
  let done = await act(anna, 'measures.define', { id: bridges, revision: 0, counts: 'Bridges that carry a road.', reviewDays: '30' });
  done = await act(anna, 'measures.merge', { id: bridges, revision: done.revision, into: schools });
  done = await act(anna, 'measures.undo', { id: bridges, revision: done.revision });
  await act(anna, 'measures.split', { id: bridges, revision: done.revision, claims: [bridge] });

  for (const [acts, rows] of [
    ['speakers', await db.read.select().from(speakers)],
    ['sources', await db.read.select().from(sources)],
  ] as const) {
    const [one, other] = rows.filter(({ intoId }) => intoId === null);
    await act(anna, `${acts}.merge`, { id: one!.id, revision: 0, into: other!.id });
    await act(anna, `${acts}.split`, { id: one!.id, revision: 1 });
    await act(anna, `${acts}.rename`, { id: one!.id, revision: 2, name: `${one!.name} of old` });
    await act(anna, `${acts}.alias`, { id: one!.id, revision: 3, name: `New ${one!.name}` });
  }

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

  expect([...seen].sort()).toEqual(OPERATIONS.map((operation) => operation.id).sort());
});
