import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Actor, ANONYMOUS, MACHINE, OWNER, ROLES, type Role } from '@/db/actor';
import { loadDraft } from '@/db/drafts';
import { newId } from '@/db/ids';
import type { Database } from '@/db/open';
import { fieldsOfInput, inputOfFields, mayRun, OPERATIONS, operationAt, runOperation, type Who } from '@/db/operations';
import { ASKING, whoMay } from '@/db/operations/who-may';
import { wordsOfField } from '@/db/operations/words';
import type { Person } from '@/db/people';
import { auditLog, cases, rulings } from '@/db/schema';
import { rulingFields, seedCase, seedPerson } from './seeds';
import { NOW, newRecord } from './world';

/** Three are added before each test, and that is a fact too. */
const PEOPLE = 3;

let db: Database;
let anna: Person;
let bela: Person;
let admin: Person;
beforeEach(async () => {
  db = await newRecord();
  anna = await seedPerson(db, 'Anna');
  bela = await seedPerson(db, 'Bela');
  admin = await seedPerson(db, 'Ada', 'admin');
});

const run = (actor: Actor, id: string, input: unknown) => runOperation({ db, actor, now: NOW }, id, input);

describe('the registry', () => {
  it('declares each operation once, at one address, with a summary', () => {
    expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length);
    expect(new Set(OPERATIONS.map(({ path }) => path.replace(/\{\w+\}/g, '{}'))).size).toBe(OPERATIONS.length);
    expect(OPERATIONS.map(({ id }) => id).sort()).toEqual(
      [
        ...['articles.accept', 'articles.add', 'articles.import-batch', 'cases.dismiss', 'cases.publish', 'cases.release', 'cases.reopen'],
        ...[
          'cases.return',
          'cases.rule',
          'cases.take',
          'claims.accept',
          'claims.add',
          'claims.correct',
          'claims.reject',
          'claims.take-back',
          'drafts.save',
          'readings.preview',
          'people.add',
          'people.disable',
        ],
        ...['acts.undo', 'queue.assign', 'queue.batch', 'queue.draw', 'queue.drop-view', 'queue.flag', 'queue.save-view', 'queue.set'],
        ...['queue.snooze', 'queue.wake', 'queue.look'],
        ...['measures.define', 'measures.merge', 'measures.split', 'measures.undo'],
        ...['speakers.alias', 'speakers.merge', 'speakers.rename', 'speakers.split'],
        ...['sources.alias', 'sources.merge', 'sources.rename', 'sources.split'],
        ...['people.enable', 'people.revoke-sessions', 'people.set-password', 'pairs.judge', 'pairs.take-back'],
        ...['people.set-role', 'people.invite', 'people.withdraw-invitation', 'people.accept-invitation', 'people.ask-reset'],
        ...['people.reset-password', 'people.remove-second-factor', 'account.change-password', 'account.end-session'],
        ...['account.begin-second-factor', 'account.confirm-second-factor', 'account.renew-recovery-codes', 'account.drop-second-factor'],
        ...['desk.set-review', 'measures.set-review', 'jobs.start', 'jobs.cancel', 'jobs.retry'],
        ...['keys.create', 'keys.revoke', 'webhooks.create', 'webhooks.revoke', 'webhooks.resend', 'reports.send', 'reports.answer'],
        ...['settings.keys', 'cases.withdraw', 'settings.notifications', 'follows.set', 'notifications.read', 'notifications.digest'],
        ...['articles.retract', 'articles.unretract', 'articles.withhold', 'articles.restore'],
        ...[
          'presence.hold',
          'queue.ask-source',
          'queue.source-answered',
          'queue.second-look',
          'cases.audit',
          'desk.set-audit',
          'notes.add',
          'notes.edit',
          'notes.resolve',
          'notes.reopen',
          'mentions.see',
        ],
      ].sort(),
    );
    for (const { summary } of OPERATIONS) expect(summary).toMatch(/^[A-Z].*[^.]$/);
  });

  it('finds an operation by its address and names what stands in it', () => {
    expect(operationAt('cases/k3v9m2qd4x/rulings')).toMatchObject({ operation: { id: 'cases.rule' }, names: { id: 'k3v9m2qd4x' } });
    expect(operationAt('articles')).toMatchObject({ operation: { id: 'articles.add' } });
    for (const path of ['cases', 'cases//rulings', 'cases/x/y/rulings', '', 'constructor']) expect(operationAt(path)).toBeNull();
  });

  it('refuses an operation it does not know', async () => {
    expect(await run(anna, 'cases.delete', {})).toMatchObject({ ok: false, refusal: { code: 'OperationUnknown', status: 404 } });
  });
});

/** As much of a schema as tells its fields. */
interface Shape {
  def: {
    type: string;
    shape?: Record<string, Shape>;
    element?: Shape;
    innerType?: Shape;
    in?: Shape;
    options?: Shape[];
    valueType?: Shape;
  };
}

/** Where a value can stand in an input: "0" for the first place of a list, "any" for a name that is free. */
function pathsOf({ def }: Shape, at: string[] = []): string[][] {
  const here = at.length > 0 ? [at] : [];
  const below = [
    ...Object.entries(def.shape ?? {}).flatMap(([name, inner]) => pathsOf(inner, [...at, name])),
    ...(def.element ? pathsOf(def.element, [...at, '0']) : []),
    ...(def.valueType ? pathsOf(def.valueType, [...at, 'any']) : []),
  ];
  const same = [def.innerType, def.in, ...(def.options ?? [])].flatMap((inner) => (inner ? pathsOf(inner, at) : []));
  return [...here, ...below, ...same];
}

describe('refusals speak as the form does, and name the field', () => {
  const said = async (operation: string, fields: Record<string, string>, names: object = {}) => {
    const refused = await run(admin, operation, { ...(inputOfFields(fields) as object), ...names });
    if (refused.ok) throw new Error('it was taken');
    return refused.refusal;
  };
  const untouched = { revision: '1', 'verdict.0': '', 'verdict.1': '', reasonCode: '', rationale: '', 'evidence.0.url': '' };
  const judged = { ...untouched, 'verdict.0': 'supported', 'verdict.1': 'contradicted' };
  const rows: [string, string, Record<string, string>, field: string, cause: string][] = [
    ['an untouched ruling', 'cases.rule', untouched, 'verdict.0', 'Position A has no verdict.'],
    ['half the verdicts', 'cases.rule', { ...judged, 'verdict.1': '' }, 'verdict.1', 'Position B has no verdict.'],
    [
      'too few verdicts',
      'cases.rule',
      { ...judged, reasonCode: 'outdated', 'verdict.1': undefined! },
      'verdict.1',
      'Position B has no verdict.',
    ],
    ['no reason code', 'cases.rule', judged, 'reasonCode', '“Why they differ” is not chosen.'],
    ['no words', 'cases.rule', { ...judged, reasonCode: 'outdated' }, 'rationale', 'The reason is empty.'],
    [
      'no evidence',
      'cases.rule',
      { ...judged, reasonCode: 'outdated', rationale: 'The later bulletin counts them anew.' },
      'evidence.0.url',
      'The ruling names no evidence.',
    ],
    [
      'an accepted position with another verdict',
      'cases.rule',
      { ...judged, accepted: '1', reasonCode: 'outdated', rationale: 'The later bulletin counts them anew.' },
      'verdict.1',
      'Position B is accepted, and its verdict is “contradicted”.',
    ],
    ['a dismissal without words', 'cases.dismiss', { revision: '1', reason: '' }, 'reason', 'The reason is empty.'],
    ['a form without its case', 'cases.take', { revision: '' }, 'revision', 'It is not said which revision was seen.'],
    ['a person without a role', 'people.add', { email: 'x@desk.example', name: 'X', role: '' }, 'role', 'No role is chosen.'],
  ];
  it.each(rows)('%s', async (_, operation, fields, field, cause) => {
    const { id } = await seedCase(db);
    const sent = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    expect(await said(operation, sent, operation.startsWith('cases.') ? { id } : {})).toMatchObject({ status: 422, field, cause });
  });

  it('and name all that is wrong with a ruling at once, in the order of the form', async () => {
    const { id } = await seedCase(db);
    const all = async (fields: Record<string, string>) => (await said('cases.rule', fields, { id })).faults?.map(({ field }) => field);
    expect(await all(untouched)).toEqual(['verdict.0', 'verdict.1', 'reasonCode', 'rationale', 'evidence.0.url']);
    expect(await all(judged)).toEqual(['reasonCode', 'rationale', 'evidence.0.url']);
    expect(await all({ ...judged, reasonCode: 'outdated' })).toEqual(['rationale', 'evidence.0.url']);
    expect(await all({ ...judged, reasonCode: 'outdated', noEvidence: 'on' })).toBeUndefined();
  });

  it('has words for every field of every operation, wherever it stands', () => {
    const paths = OPERATIONS.flatMap(({ input }) => pathsOf(input as unknown as Shape));
    expect(paths).toContainEqual(['evidence', '0', 'url']);
    expect(paths).toContainEqual(['articles', '0', 'title']);
    for (const path of paths) {
      const { called, empty, next } = wordsOfField(path);
      expect(called, path.join('.')).not.toContain('A field');
      for (const words of [called, empty, next]) expect(words).not.toMatch(/\w\.\w|undefined|NaN|[a-z][A-Z]/);
    }
  });

  it('never shows the name of a field in place of its words', async () => {
    for (const { id, input } of OPERATIONS) {
      const refused = await run(id === 'articles.import-batch' ? OWNER : admin, id, {});
      if (refused.ok || input === undefined) continue;
      expect(refused.refusal.cause, id).not.toMatch(/"|cannot be read: Invalid|\w\.\w/);
    }
  });
});

describe('who may do what', () => {
  const ALLOWED: Record<string, Record<string, boolean>> = {
    anonymous: { anyone: true, reader: false, reviewer: false, editor: false, admin: false, owner: false },
    machine: { anyone: true, reader: false, reviewer: false, editor: false, admin: false, owner: false },
    reader: { anyone: true, reader: true, reviewer: false, editor: false, admin: false, owner: false },
    reviewer: { anyone: true, reader: true, reviewer: true, editor: false, admin: false, owner: false },
    editor: { anyone: true, reader: true, reviewer: true, editor: true, admin: false, owner: false },
    admin: { anyone: true, reader: true, reviewer: true, editor: false, admin: true, owner: false },
    owner: { anyone: true, reader: false, reviewer: false, editor: false, admin: true, owner: true },
  };
  const of = (role: Role): Actor => ({ kind: 'person', id: anna.id, name: 'Anna', role });
  const actors = (): Record<string, Actor> => ({
    ...{ anonymous: ANONYMOUS, machine: MACHINE, owner: OWNER },
    ...Object.fromEntries(ROLES.map((role) => [role, of(role)])),
  });
  const isAllowed = (name: string, who: Who): boolean => [who].flat().some((one) => ALLOWED[name]![one]);

  it('every actor × every kind of operation', () => {
    for (const [name, row] of Object.entries(ALLOWED)) {
      for (const [who, allowed] of Object.entries(row)) {
        expect([name, who, mayRun(who as 'anyone', actors()[name]!).ok]).toEqual([name, who, allowed]);
      }
    }
  });

  it('every operation is closed to who may not, before its input is looked at, and nothing is written', async () => {
    for (const { id, who } of OPERATIONS) {
      for (const [name, actor] of Object.entries(actors())) {
        if (isAllowed(name, who)) continue;
        const status = name === 'anonymous' ? 401 : 403;
        expect(await run(actor, id, { rubbish: true })).toMatchObject({ ok: false, refusal: { status } });
      }
    }
    expect(await db.read.select().from(auditLog)).toHaveLength(PEOPLE);
  });

  it('the table that readers see says of every operation and role what is answered', () => {
    const table = whoMay();
    expect(table.map(({ id }) => id)).toEqual(OPERATIONS.map(({ id }) => id));
    for (const { id, may } of table) {
      const { who } = OPERATIONS.find((operation) => operation.id === id)!;
      expect([id, may]).toEqual([id, Object.fromEntries(ASKING.map((asking) => [asking, isAllowed(asking, who)]))]);
    }
    const mayOnly = (role: Role) => table.filter(({ may }) => may[role] && !may.reader).map(({ id }) => id);
    expect(mayOnly('reader')).toEqual([]);
    expect(mayOnly('reviewer')).toContain('cases.rule');
    expect(mayOnly('reviewer')).not.toContain('people.add');
  });

  it('several roles can be named, each with those that hold it', () => {
    const answers = Object.entries(actors()).map(([name, actor]) => [name, mayRun(['editor', 'admin'], actor).ok]);
    expect(Object.fromEntries(answers)).toEqual({
      ...{ anonymous: false, machine: false, reader: false, reviewer: false, editor: true, admin: true, owner: true },
    });
  });

  it('takes no role from the input', async () => {
    const { id } = await seedCase(db);
    for (const forged of [{ role: 'admin' }, { actor: { kind: 'owner' } }, { by: bela.id }]) {
      const refused = await run(anna, 'cases.take', { id, revision: 1, ...forged });
      expect(refused).toMatchObject({ ok: false, refusal: { code: 'UnknownField', status: 422, field: Object.keys(forged)[0] } });
    }
  });
});

describe('what is sent is read strictly', () => {
  it.each<[string, unknown, string, string | undefined]>([
    ['nothing', undefined, 'InvalidField', undefined],
    ['a list', [], 'InvalidField', undefined],
    ['text', 'take it', 'InvalidField', undefined],
    ['no id', { revision: 1 }, 'InvalidField', 'id'],
    ['an id of another shape', { id: '../../etc', revision: 1 }, 'InvalidField', 'id'],
    ['a revision that is no number', { id: newId(), revision: 'one' }, 'InvalidField', 'revision'],
    ['half a revision', { id: newId(), revision: 1.5 }, 'InvalidField', 'revision'],
    ['a field more', { id: newId(), revision: 1, note: 'x' }, 'UnknownField', 'note'],
    ['a prototype', JSON.parse(`{"id": "${newId()}", "revision": 1, "__proto__": {"admin": true}}`), 'UnknownField', '__proto__'],
    ['a constructor', { id: newId(), revision: 1, constructor: 'x' }, 'UnknownField', 'constructor'],
  ])('%s', async (_, input, code, field) => {
    const refused = await run(anna, 'cases.take', input);
    expect(refused).toMatchObject({ ok: false, refusal: { code, status: 422 } });
    expect(!refused.ok && refused.refusal.field).toBe(field);
  });
});

describe('a form and JSON mean the same', () => {
  const FIELDS = {
    revision: '1',
    'verdict.0': 'supported',
    'verdict.1': 'contradicted',
    accepted: '0',
    reasonCode: 'source-error',
    rationale: 'The harbour log of that week lists twelve ferries by name.',
    'evidence.0.url': 'https://harbour.example/log',
    'evidence.0.note': 'log of the week',
    'evidence.1.url': '',
    'evidence.1.note': '',
  };

  it('for a ruling: empty rows are no evidence, an empty choice is none', async () => {
    const [first, second] = [await seedCase(db), await seedCase(db)];
    const form = { ...(inputOfFields(FIELDS) as object), id: first.id };
    expect(await run(anna, 'cases.rule', form)).toMatchObject({ ok: true, value: { state: 'ruled' } });
    expect(await run(anna, 'cases.rule', { id: second.id, revision: 1, ...rulingFields() })).toMatchObject({ ok: true });
    const stored = (await db.read.select().from(rulings)).map(({ id: _, caseId: __, positions: ___, ...words }) => words);
    expect(stored[0]).toEqual(stored[1]);
  });

  it('for choices left open: no accepted position, no evidence found', async () => {
    const { id } = await seedCase(db);
    const open = { ...FIELDS, accepted: '', noEvidence: 'on', 'evidence.0.url': '', 'evidence.0.note': '' };
    expect(await run(anna, 'cases.rule', { ...(inputOfFields(open) as object), id })).toMatchObject({ ok: true });
    expect(await db.read.select().from(rulings).get()).toMatchObject({ accepted: null, noEvidence: true, evidence: [] });
  });

  it('the other way round: what a form sent comes back field by field', () => {
    const name = fc.stringMatching(/^[a-z]{1,6}$/);
    const value = fc.oneof(fc.string(), fc.array(fc.record({ url: fc.string(), note: fc.string() }), { minLength: 1, maxLength: 3 }));
    fc.assert(
      fc.property(fc.dictionary(name, value, { minKeys: 1, maxKeys: 5 }), (input) => {
        expect(inputOfFields(fieldsOfInput(input))).toEqual({ ...input });
      }),
    );
  });

  it('hostile names of fields touch nothing', () => {
    const hostile = ['__proto__.admin', 'constructor.prototype.admin', 'a.__proto__.b', '.', '..', 'a..b', 'x.99999999'];
    const input = inputOfFields(Object.fromEntries(hostile.map((field) => [field, 'true'])));
    expect(({} as { admin?: string }).admin).toBeUndefined();
    expect(Object.getPrototypeOf(input)).toBe(Object.prototype);
    expect(Object.keys(inputOfFields({ '__proto__.admin': 'true' }) as object)).toEqual(['__proto__']);
    expect(() => inputOfFields({ a: 'x', 'a.b': 'y', 'a.b.c.d.e.f': 'z' })).not.toThrow();
  });
});

describe('nothing that was typed is lost', () => {
  it('keeps the draft of who lost a race, and drops it once it was taken', async () => {
    const { id } = await seedCase(db);
    const [won, lost] = await Promise.all([
      run(anna, 'cases.rule', { id, revision: 1, ...rulingFields() }),
      run(bela, 'cases.rule', { id, revision: 1, ...rulingFields({ rationale: 'The other harbour kept no log at all.' }) }),
    ]);
    expect([won.ok, lost]).toMatchObject([true, { ok: false, refusal: { code: 'VersionConflict' } }]);
    const draft = await loadDraft(db, bela.id, `cases.rule:${id}`);
    expect(draft?.fields).toMatchObject({ 'verdict.0': 'supported', accepted: '0', rationale: 'The other harbour kept no log at all.' });
    expect(draft?.refusal).toMatchObject({ code: 'VersionConflict', details: { yours: { revision: 1 }, current: { revision: 2 } } });
    expect(await loadDraft(db, anna.id, `cases.rule:${id}`)).toBeNull();
    await run(bela, 'cases.return', { id, revision: 2, reason: 'the log is of another year' });
    expect(await run(bela, 'cases.rule', { ...(inputOfFields(draft!.fields) as object), id, revision: 3 })).toMatchObject({ ok: true });
    expect(await loadDraft(db, bela.id, `cases.rule:${id}`)).toBeNull();
  });

  it('keeps what could not even be read', async () => {
    const { id } = await seedCase(db);
    await run(anna, 'cases.rule', { id, revision: 1, ...rulingFields({ reasonCode: '' }) });
    const draft = await loadDraft(db, anna.id, `cases.rule:${id}`);
    expect(draft).toMatchObject({
      refusal: { code: 'InvalidField', field: 'reasonCode' },
      fields: { 'evidence.0.url': 'https://harbour.example/log' },
    });
  });

  it('saves a draft on its own, one for each form and person', async () => {
    const save = (actor: Person, rationale: string) => run(actor, 'drafts.save', { form: 'cases.rule:x', fields: { rationale } });
    expect(await save(anna, 'first words')).toMatchObject({ ok: true });
    await save(anna, 'better words');
    await save(bela, 'my words');
    expect((await loadDraft(db, anna.id, 'cases.rule:x'))?.fields).toEqual({ rationale: 'better words' });
    expect((await loadDraft(db, bela.id, 'cases.rule:x'))?.fields).toEqual({ rationale: 'my words' });
    expect(await db.read.select().from(auditLog)).toHaveLength(PEOPLE);
  });

  it('never keeps a password', async () => {
    expect(await run(admin, 'people.add', { email: 'x', name: 'X', role: 'reviewer', password: 'secret words' })).toMatchObject({
      ok: false,
    });
    expect(await loadDraft(db, admin.id, 'people.add')).toBeNull();
  });
});

describe('the whole way through the registry', () => {
  it('takes, rules, refuses the own publication, publishes', async () => {
    const { id } = await seedCase(db);
    expect(await run(anna, 'cases.take', { id, revision: 1 })).toMatchObject({ ok: true });
    expect(await run(anna, 'cases.rule', { id, revision: 2, ...rulingFields() })).toMatchObject({ ok: true });
    expect(await run(anna, 'cases.publish', { id, revision: 3 })).toMatchObject({ ok: false, refusal: { code: 'OwnRuling', status: 403 } });
    expect(await run(bela, 'cases.publish', { id, revision: '3', notice: '' })).toMatchObject({ ok: true, value: { state: 'published' } });
    expect(await db.read.select({ state: cases.state }).from(cases)).toEqual([{ state: 'published' }]);
  });

  it('adds and disables people', async () => {
    const added = await run(admin, 'people.add', { email: 'new@desk.example', name: 'New', role: 'reviewer', password: 'long enough now' });
    expect(added).toMatchObject({ ok: true });
    const { id } = (added as { value: { id: string } }).value;
    expect(await run(admin, 'people.disable', { id })).toMatchObject({ ok: true });
    expect(await run(admin, 'people.disable', { id: admin.id })).toMatchObject({ ok: false, refusal: { code: 'LastAdmin' } });
  });

  it('adds an article a person pasted, and refuses what is none with its own words', async () => {
    const text = 'The harbour office said twelve ferries sailed on 3 February 2026.';
    expect(await run(anna, 'articles.add', { text, outlet: 'The Harbour Post', newOutlet: 'on' })).toMatchObject({
      ok: true,
      value: { created: true },
    });
    expect(await run(anna, 'articles.add', { text, outlet: 'The Harbour Post' })).toMatchObject({ ok: true, value: { created: false } });
    expect(await run(anna, 'articles.add', { text: ' ', outlet: '' })).toMatchObject({
      ok: false,
      refusal: { code: 'EmptyText', field: 'text' },
    });
    expect(await run(anna, 'articles.add', { text, externalId: 'x' })).toMatchObject({
      refusal: { code: 'UnknownField', field: 'externalId' },
    });
    expect(await loadDraft(db, anna.id, 'articles.add')).toMatchObject({ refusal: { code: 'UnknownField' } });
  });

  it('takes a batch from the operator: good items go in, bad ones are named by their place', async () => {
    const articles = [
      { text: 'Nine boats left the port.', externalId: 'a' },
      { text: '' },
      { text: 'Ten boats came back.', externalId: 'c' },
    ];
    const report = await run(OWNER, 'articles.import-batch', { articles });
    expect(report).toMatchObject({
      ok: true,
      value: { items: [{ status: 'created' }, { status: 'created' }], refused: [{ index: 1, refusal: { code: 'EmptyText' } }] },
    });
  });
});
