import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AuditEntry, type ChainRow, canonicalBody, digestOf, GENESIS, hex, leafOf, verifyChain } from '@/lib/audit';

const entryOf = (seq: number, prev: Uint8Array): AuditEntry => ({
  seq,
  at: '2026-03-02T08:00:00.000Z',
  actor: 'machine',
  action: 'test.note',
  subject: `note:${seq}`,
  fromVersion: null,
  toVersion: null,
  reason: 'ünder “quotes”\n',
  evidenceHashes: [],
  prev: hex(prev),
});

const rowOf = (entry: AuditEntry, prev: Uint8Array): ChainRow => {
  const body = canonicalBody(entry);
  return { seq: entry.seq, body, prev, leaf: leafOf(body) };
};

function chain(length: number): ChainRow[] {
  const rows: ChainRow[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const prev = rows.at(-1)?.leaf ?? GENESIS;
    rows.push(rowOf(entryOf(seq, prev), prev));
  }
  return rows;
}

/** Somebody who knows how leaves are made: hashes the edited body anew. */
const rehashed = (row: ChainRow, body: string): ChainRow => ({ ...row, body, leaf: leafOf(body) });

describe('leaf and body', () => {
  it('is the canonical JSON of exactly these fields, in sorted order', () => {
    expect(canonicalBody({ ...entryOf(1, GENESIS), reason: 'why' })).toBe(
      `{"action":"test.note","actor":"machine","at":"2026-03-02T08:00:00.000Z","evidenceHashes":[],"fromVersion":null,"prev":"${'0'.repeat(64)}","reason":"why","seq":1,"subject":"note:1","toVersion":null}`,
    );
  });

  it('is SHA-256 of a zero byte and the body', () => {
    const expected = createHash('sha256')
      .update(Buffer.concat([Buffer.from([0]), Buffer.from('{}')]))
      .digest('hex');
    expect(hex(leafOf('{}'))).toBe(expected);
    expect(hex(leafOf('{}'))).not.toBe(digestOf({}));
  });
});

describe('verifyChain', () => {
  it('says ok, how many, and the head', () => {
    const rows = chain(5);
    expect(verifyChain(rows)).toEqual({ ok: true, entries: 5, head: hex(rows[4]!.leaf) });
    expect(verifyChain([])).toEqual({ ok: true, entries: 0, head: '0'.repeat(64) });
  });

  it.each<[string, number, RegExp, (rows: ChainRow[]) => ChainRow[]]>([
    ['an edited body', 3, /edited/, (rows) => rows.with(2, { ...rows[2]!, body: rows[2]!.body.replace('note:3', 'note:9') })],
    ['an edited leaf', 3, /edited/, (rows) => rows.with(2, { ...rows[2]!, leaf: GENESIS })],
    ['an edited body with a new hash', 4, /follow/, (rows) => rows.with(2, rehashed(rows[2]!, rows[2]!.body.replace('note:3', 'note:9')))],
    ['a wrong link', 3, /follow/, (rows) => rows.with(2, { ...rows[2]!, prev: GENESIS })],
    ['a gap', 3, /missing/, (rows) => rows.toSpliced(2, 1)],
    ['a missing first', 1, /missing/, (rows) => rows.slice(1)],
    ['a duplicate', 3, /twice/, (rows) => rows.toSpliced(3, 0, rows[2]!)],
    ['a swap', 2, /missing/, (rows) => rows.with(1, rows[2]!).with(2, rows[1]!)],
    ['a body in another form', 5, /canonical/, (rows) => rows.with(4, rehashed(rows[4]!, `${rows[4]!.body} `))],
    ['a field more', 5, /other fields/, (rows) => rows.with(4, rehashed(rows[4]!, rows[4]!.body.replace('{', '{"aaa":1,')))],
    ['a field less', 5, /other fields/, (rows) => rows.with(4, rehashed(rows[4]!, rows[4]!.body.replace('"actor":"machine",', '')))],
    ['a field given twice', 5, /canonical/, (rows) => rows.with(4, rehashed(rows[4]!, rows[4]!.body.replace('{', '{"actor":"nobody",')))],
    ['no JSON', 5, /audit entry/, (rows) => rows.with(4, rehashed(rows[4]!, 'once upon a time'))],
    ['another number inside', 5, /says it is/, (rows) => rows.with(4, rehashed(rows[4]!, rows[4]!.body.replace('"seq":5', '"seq":6')))],
    [
      'another link inside',
      5,
      /names another/,
      (rows) => rows.with(4, rehashed(rows[4]!, rows[4]!.body.replace(/"prev":"../, '"prev":"00'))),
    ],
  ])('finds %s', (_, seq, reason, tamper) => {
    expect(verifyChain(tamper(chain(5)))).toEqual({ ok: false, seq, reason: expect.stringMatching(reason) });
  });

  it('finds any single changed character', () => {
    const rows = chain(8);
    const place = fc.tuple(fc.nat(7), fc.nat(150), fc.constantFrom('0', 'x', ' ', '"'));
    fc.assert(
      fc.property(place, ([index, at, sign]) => {
        const { body } = rows[index]!;
        const edited = body.slice(0, at) + sign + body.slice(at + 1);
        fc.pre(edited !== body);
        expect(verifyChain(rows.with(index, { ...rows[index]!, body: edited }))).toMatchObject({ ok: false, seq: index + 1 });
        expect(verifyChain(rows.with(index, rehashed(rows[index]!, edited)))).toMatchObject(
          // The last entry with a new hash is found only where the edit shows in its form; a checkpoint finds the rest.
          index < 7 ? { ok: false } : {},
        );
      }),
      { numRuns: 1000 },
    );
  });
});
