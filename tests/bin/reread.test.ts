import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { acceptClaim } from '@/db/claims';
import { openDatabase } from '@/db/open';
import { claims } from '@/db/schema';
import { ENGINE_VERSION } from '@/lib/claim';
import { article, STORM } from '../db/intake-world';
import { addOlder, otherNoun } from '../db/older-world';
import { seedPerson } from '../db/seeds';
import { NOW, temporaryFolder } from '../db/world';
import { call, linesOf, run } from './command';

vi.mock('@/db/reading', async (original) => {
  const { readForRecord } = await original<typeof import('@/db/reading')>();
  const refusal = { status: 422, code: 'TextTooSlow', cause: 'The text took too long.', next: 'Split it.' } as const;
  const read: typeof readForRecord = async (text, context) =>
    text.includes('slow motion') ? { ok: false, refusal } : readForRecord(text, context);
  return { readForRecord: read };
});

/** A record that an older engine read, at rest; one of its claims was accepted. */
async function world({ more = [] as Parameters<typeof addOlder>[1] } = {}) {
  const url = `file:${join(await temporaryFolder(), 'record.db')}`;
  const db = await openDatabase(url, { owner: true });
  await addOlder(db, [...STORM.slice(0, 3), ...more], otherNoun);
  const accepted = (await db.read.select().from(claims)).find(({ text }) => text === '19 schools')!.id;
  await acceptClaim(db, { id: accepted }, await seedPerson(db, 'Anna'), NOW);
  await db.close();
  return { accepted, url, reread: (...words: string[]) => call(['reread', '--db', url, ...words]) };
}

describe('countercheck reread', { timeout: 180_000 }, () => {
  it('shows what would change and writes nothing, then does it, and has nothing left to do', async () => {
    const { accepted, url, reread } = await world();
    const head = (await call(['verify', '--db', url])).out;
    const rehearsed = await reread('--dry-run', '--json');
    const lines = linesOf(rehearsed.out);
    const summary = {
      ...{ engine: ENGINE_VERSION, articles: { same: 0, changed: 3, failed: 0 } },
      ...{ claims: { same: 0, changed: 3, new: 0, gone: 0 }, suggestions: 1 },
    };
    expect({ code: rehearsed.code, err: rehearsed.err, last: lines.at(-1) }).toEqual({
      ...{ code: 0, err: '', last: { ...summary, measures: 0, conflicts: 0 } },
    });
    expect(lines.slice(0, -1).filter(({ held }) => held)).toEqual([
      {
        ...{ articleId: expect.any(String), externalId: 'courier', change: 'changed', claimId: accepted, status: 'accepted', held: true },
        ...{ before: '19 schools', after: '19 schools' },
        fields: [
          { field: 'noun', before: 'things', after: 'schools' },
          { field: 'frame.head', before: 'thing', after: 'school' },
        ],
      },
    ]);
    expect((await call(['verify', '--db', url])).out).toBe(head);
    expect((await reread('--dry-run')).out).toBe(
      [
        `claim ${accepted} (accepted) stays “19 schools”; today it would be read otherwise: noun, frame.head`,
        `3 articles would be read again by engine ${ENGINE_VERSION}: 0 as before, 3 otherwise, 0 failed`,
        '0 claims the same, 3 changed, 0 new, 0 gone; 1 suggestion\n',
      ].join('\n'),
    );
    const done = linesOf((await reread('--json')).out);
    expect(done.at(-1)).toMatchObject(summary);
    expect(done.slice(0, -1)).toEqual(lines.slice(0, -1));
    expect(await call(['verify', '--db', url])).toMatchObject({ code: 0 });
    expect(await reread()).toMatchObject({
      ...{ code: 0, err: '' },
      out: expect.stringMatching(
        /^0 articles read again by engine \w+: 0 as before, 0 otherwise, 0 failed\n.*\n0 measures, 0 conflicts\n$/,
      ),
    });
  });

  it('names what it could not read, and exits 3', async () => {
    const text = 'A film of 12 boats in slow motion was shown.';
    const { reread } = await world({ more: [article({ externalId: 'film', text, outlet: 'Hill Courier' })] });
    for (const more of [['--dry-run'], []])
      expect(await reread(...more)).toMatchObject({ code: 3, err: 'film: The text took too long. Split it. [TextTooSlow]\n' });
    expect((await reread('--json')).out).toContain('"articles":{"same":0,"changed":0,"failed":1}');
  });

  it('waits for its turn while another process owns the record, and shows what would change beside it', async () => {
    const { url } = await world();
    const owner = await openDatabase(url, { owner: true });
    onTestFinished(() => owner.close());
    expect(await run(['reread', '--db', url])).toMatchObject({
      ...{ code: 1, out: '', err: expect.stringMatching(/Stop the server first, or .*--dry-run.* \[OwnerLocked\]\n$/) },
    });
    expect(await run(['reread', '--db', url, '--dry-run'])).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('3 otherwise'),
    });
  });

  it('takes no operand, and makes no record where none is', async () => {
    expect(await call(['reread', 'one.txt'])).toMatchObject({ code: 2, out: '' });
    const nowhere = `file:${join(await temporaryFolder(), 'none.db')}`;
    for (const more of [['--dry-run'], []])
      expect(await call(['reread', '--db', nowhere, ...more])).toMatchObject({ code: 1, err: expect.stringContaining('[NoRecord]') });
  });
});
