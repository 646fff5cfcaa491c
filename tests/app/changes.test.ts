import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellChanges } from '@/db/changes';
import { runOperation } from '@/db/operations';
import { claims, people, publicChanges, publicDue } from '@/db/schema';
import { minutesLater } from '../db/world';
import { json, type Machine, openMachine, type Told } from './machine';

let machine: Machine;
beforeAll(async () => {
  machine = await openMachine();
});
afterAll(() => machine.close());

interface ToldChange extends Told {
  seq: number;
  urn: string;
  at: string;
  kind: string;
  title: string;
  summary: string;
  measure: string;
}

const tellAll = async (minute: number): Promise<number> => {
  let told = 0;
  for (let left = true; left; ) {
    const some = await tellChanges(machine.db, minutesLater(minute));
    told += some.told;
    left = some.left;
  }
  return told;
};

/** Everything behind a cursor, and the cursor to go on from. */
async function behind(cursor: string | null): Promise<{ changes: ToldChange[]; cursor: string }> {
  const changes: ToldChange[] = [];
  for (let at = cursor; ; ) {
    const part: Told = await json(`changes${at === null ? '' : `?since=${at}`}`);
    changes.push(...(part.data as ToldChange[]));
    at = part.next;
    if (part.data.length === 0) return { changes, cursor: at as string };
  }
}

const act = async (email: string, id: string, input: object, minute: number) => {
  const person = (await machine.db.read.select().from(people)).find((one) => one.email === email)!;
  const context = { db: machine.db, actor: { ...person, kind: 'person' as const }, now: minutesLater(minute) };
  const done = await runOperation(context, id, input);
  if (!done.ok) throw new Error(`${id}: ${done.refusal.code} ${done.refusal.cause}`);
  return done.value as Record<string, string>;
};

describe('A5: what changes', () => {
  let cursor = '';
  let reviewer = '';

  it('is told once each, in an order that only grows', async () => {
    reviewer = machine.cast.find(({ role }) => role === 'reviewer')!.email;
    expect(await tellAll(1)).toBeGreaterThan(20);
    const all = await behind(null);
    cursor = all.cursor;
    const seqs = all.changes.map(({ seq }) => seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
    expect(new Set(all.changes.map(({ urn, measure }) => `${urn} ${measure}`)).size).toBe(all.changes.length);
    const kinds = new Set(all.changes.map(({ kind }) => kind));
    for (const kind of ['reported', 'opened', 'published']) expect([...kinds]).toContain(kind);
    for (const { measure } of all.changes.slice(0, 5)) expect((await json(`measures/${measure}`)).id).toBe(measure);
    expect((await behind(cursor)).changes).toEqual([]);
  });

  it('says nothing of what only reviewers see, not even that something happened', async () => {
    const added = await act(
      reviewer,
      'articles.add',
      {
        text: 'China has sent emergency assistance to 71 countries and international organizations, officials said on 26 March 2020.',
        outlet: 'The Lantern',
        title: 'Lanterns',
        newOutlet: true,
        publishedAt: '2020-03-26',
      },
      5,
    );
    expect(added.articleId).toBeTruthy();
    expect(await tellAll(6)).toBe(0);
    expect((await behind(cursor)).changes).toEqual([]);
    expect(await machine.db.read.select().from(publicDue)).toEqual([]);
  });

  it('tells a claim as soon as it is public, what is said of its measure, and that it went', async () => {
    const claim = (await machine.db.read.select().from(claims)).find(({ status, text }) => status === 'read' && text.startsWith('71'))!;
    await act(reviewer, 'claims.accept', { id: claim.id }, 7);
    expect(await tellAll(8)).toBeGreaterThan(0);
    const shown = await behind(cursor);
    expect(shown.changes.map(({ kind, title }) => [kind, title])).toContainEqual(['reported', expect.stringContaining('71 countries')]);
    const home = shown.changes.find(({ kind }) => kind === 'reported')!.measure;
    await act(
      machine.cast.find(({ role }) => role === 'editor')!.email,
      'measures.define',
      { id: home, revision: 0, counts: 'Recipients of aid.' },
      9,
    );
    await tellAll(10);
    const defined = await behind(shown.cursor);
    expect(defined.changes.map(({ kind, measure }) => [kind, measure])).toEqual([['updated', home]]);
  });

  it('says no words that are withheld since, and none of a ruling that was withdrawn', async () => {
    const all = (await behind(null)).changes;
    const reported = all.find(({ kind, summary }) => kind === 'reported' && summary.includes('“Lanterns”'))!;
    expect(reported).toBeTruthy();
    const added = (await machine.db.read.query.articles.findMany()).find(({ title }) => title === 'Lanterns')!;
    await act(
      machine.cast.find(({ role }) => role === 'editor')!.email,
      'articles.withhold',
      { id: added.id, reason: 'a court forbade it' },
      11,
    );
    const again = (await behind(null)).changes;
    expect(again.map(({ seq }) => seq)).toEqual(all.map(({ seq }) => seq));
    expect(JSON.stringify(again)).not.toContain('Lanterns');
    expect(await tellAll(12)).toBeGreaterThan(0);
  });

  it('is kept for good: the record refuses to rewrite it', async () => {
    await expect(machine.db.write((tx) => tx.delete(publicChanges))).rejects.toThrow(/public_changes/);
    await expect(machine.db.write((tx) => tx.update(publicChanges).set({ kind: 'gone' }))).rejects.toThrow(/public_changes/);
  });

  it('goes on by a cursor of its own', async () => {
    expect((await json('changes?since=1')).code).toBe('CursorUnknown');
    expect((await json('changes?after=1')).code).toBe('UnknownField');
  });
});
