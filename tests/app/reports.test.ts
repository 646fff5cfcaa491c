import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GET as receipt } from '@/app/(public)/receipts/[code]/route';
import { POST } from '@/app/(public)/report/route';
import type { Actor } from '@/db/actor';
import { reportCounts } from '@/db/published';
import { answerReport, listReports } from '@/db/reports';
import { auditLog, reports } from '@/db/schema';
import { CODES } from '@/lib/publication';
import { type ServedRecord, servedRecord } from '../db/served-record';
import { minutesLater } from '../db/world';
import { ask } from './public-routes';

let record: ServedRecord;
beforeEach(async () => {
  record = await servedRecord();
});
afterEach(() => record.end());

const SITE = 'https://check.example';
let networks = 0;
const network = (): string => `198.51.${networks++}.7`;

/** Each from a network of its own, unless it is said which. */
const send = (fields: Record<string, string>, from = network(), origin: string | null = SITE) =>
  POST(
    new Request(`${SITE}/report`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-countercheck-peer': from,
        ...(origin === null ? {} : { origin }),
      },
      body: new URLSearchParams(fields),
    }),
  );

const WRONG = {
  page: '/measures/3sk7sspzkck6',
  what: 'error',
  words: 'The second figure is that of the year before.',
  contact: 'rosa@reader.example',
};
const read = async (path: string) => {
  const response = await receipt(new Request(`${SITE}${path}`), { params: Promise.resolve({ code: path.split('/').at(-1)! }) });
  return {
    response,
    words: parseHTML(await response.text())
      .document.querySelector('main')!
      .textContent!.replace(/\s+/g, ' '),
  };
};

describe('a report of a reader', () => {
  it('is kept, leads to a receipt that only its code opens, and says what became of it', async () => {
    const sent = await send(WRONG);
    const place = sent.headers.get('location')!;
    expect([sent.status, place]).toEqual([303, expect.stringMatching(/^\/receipts\/[\w-]{22}$/)]);
    const before = await read(place);
    expect(before.words).toContain('It arrived and waits to be read by a reviewer.');
    expect(before.words).toContain(WRONG.words);
    expect(before.words).not.toContain(WRONG.contact);
    for (const [name, value] of Object.entries({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
    }))
      expect(before.response.headers.get(name)).toBe(value);

    const [row] = (await listReports(record.db.read, record.anna)).waiting;
    expect(row!.contact).toBe(WRONG.contact);
    const reader = { ...record.anna, role: 'reader' } as Actor;
    expect((await listReports(record.db.read, reader)).waiting[0]!.contact, 'for those who answer').toBeNull();
    expect(
      await answerReport(
        record.db,
        { id: row!.id, outcome: 'corrected', answer: 'The ruling was made anew: it was last year’s.' },
        record.anna,
        minutesLater(9),
      ),
    ).toMatchObject({ ok: true });
    const after = await read(place);
    expect(after.words).toContain('Something was corrected.');
    expect(after.words).toContain('The ruling was made anew: it was last year’s.a reviewer');
    expect(await reportCounts(record.db.read)).toEqual({ asked: 1, granted: 1, waiting: 0 });
  });

  it('is answered once, with words', async () => {
    await send(WRONG);
    const [row] = (await listReports(record.db.read, record.anna)).waiting;
    const answer = (words: string) =>
      answerReport(record.db, { id: row!.id, outcome: 'kept', answer: words }, record.anna, minutesLater(9));
    expect(await answer('no')).toMatchObject({ refusal: { code: 'ReasonTooShort', field: 'answer' } });
    expect(await answer('The text says this year.')).toMatchObject({ ok: true });
    expect(await answer('The text says that year.')).toMatchObject({ refusal: { code: 'ReportAnswered' } });
    await expect(record.db.write((tx) => tx.delete(reports))).rejects.toThrow();
    await expect(record.db.write((tx) => tx.update(reports).set({ answer: 'else' }))).rejects.toThrow();
  });

  it.each([
    [{ ...WRONG, words: 'wrong' }, 'ReportShort', 422],
    [{ ...WRONG, words: 'w'.repeat(4001) }, 'TextTooLong', 422],
    [{ ...WRONG, page: 'https://elsewhere.example/x' }, 'PageUnknown', 422],
    [{ ...WRONG, page: '//elsewhere.example' }, 'PageUnknown', 422],
    [{ ...WRONG, what: 'praise' }, 'InvalidField', 422],
    [{ ...WRONG, contact: 'c'.repeat(201) }, 'TextTooLong', 422],
  ])('that cannot be taken comes back with what was typed: %j', async (fields, code, status) => {
    const sent = await send(fields);
    const { document } = parseHTML(await sent.text());
    expect([sent.status, sent.headers.get('cache-control')]).toEqual([status, 'no-store']);
    expect(document.querySelector('[role=alert]')!.textContent).toContain('What you typed stands below.');
    expect(document.querySelector('textarea')!.textContent).toBe(fields.words);
    expect(document.querySelector('input[name=page]')!.getAttribute('value')).toBe(fields.page);
    expect(await record.db.read.$count(reports)).toBe(0);
    expect(CODES.map((one) => one.code)).toContain(code);
  });

  it('from a form of another site is not taken, nor the sixth of one network in a minute', async () => {
    expect((await send(WRONG, '198.51.100.9', 'https://evil.example')).status).toBe(403);
    const many = [];
    for (let n = 0; n < 6; n++) many.push((await send(WRONG, '203.0.113.9')).status);
    expect(many).toEqual([303, 303, 303, 303, 303, 429]);
  });

  it('tells nobody else a word: no page, no feed, no entry of the log, no other code', async () => {
    const sent = await send(WRONG);
    const log = JSON.stringify(await record.db.read.select().from(auditLog));
    for (const secret of [WRONG.words, WRONG.contact, sent.headers.get('location')!.slice(10)]) expect(log).not.toContain(secret);
    for (const path of ['/', '/corrections', '/report', '/feed.atom', '/search?q=year+before'])
      expect(await (await ask(path)).text(), path).not.toContain(WRONG.words);
    for (const code of ['x'.repeat(22), 'x', `${'x'.repeat(21)}/`, '%00'])
      expect([code, (await read(`/receipts/${encodeURIComponent(code)}`)).response.status]).toEqual([code, 404]);
  });

  it('waits until people can read it: so many, and no more', async () => {
    await record.db.write(async (tx) => {
      for (let n = 0; n < 1000; n++)
        await tx.insert(reports).values({
          id: `r${String(n).padStart(11, '0')}`,
          codeHash: `h${n}`,
          about: '/',
          kind: 'other',
          words: 'x',
          createdAt: minutesLater(1),
        });
    });
    expect((await send(WRONG)).status).toBe(503);
  });
});
