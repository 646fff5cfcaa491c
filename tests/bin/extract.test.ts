import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { begin, call, linesOf, run } from './command';

const SENTENCE = 'In May the river flooded over 4,310 homes, mayor Ines Duarte said.';
const line = (fields: object) => `${JSON.stringify(fields)}\n`;

describe('countercheck extract', { timeout: 180_000 }, () => {
  it('gives quantities, claims and doubts for each line, in order, with exact quotes', async () => {
    const { code, out, err } = await run(['extract'], {
      input: line({ id: 'x', text: SENTENCE, publishedAt: '2024-05-20' }) + JSON.stringify({ id: 7, text: 'The dogs slept.' }),
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [first, second] = linesOf(out);
    expect(first!.id).toBe('x');
    const [quantity] = first!.quantities;
    expect(SENTENCE.slice(quantity.start, quantity.end)).toBe(quantity.text);
    expect(quantity).toMatchObject({ text: '4,310 homes', value: 4310, bound: 'gt', unit: null, noun: 'homes' });
    const [claim] = first!.claims;
    expect(SENTENCE.slice(claim.start, claim.end)).toBe(claim.text);
    expect(claim).toMatchObject({ low: 4310, lowInclusive: false, high: null, hedge: 'more-than', noun: 'homes', partOf: null });
    expect(quantity).not.toHaveProperty('readers');
    expect(second).toEqual({ id: 7, quantities: [], claims: [], doubts: [] });
  });

  it('says so when nothing came in', async () => {
    for (const name of ['extract', 'compare'])
      expect(await call([name], { input: '' })).toEqual({ code: 0, out: '', err: expect.stringMatching(/^Nothing came in .*\n$/) });
  });

  it('names the readers with --explain', async () => {
    const { out } = await call(['extract', '--explain'], { input: line({ id: 'x', text: SENTENCE }) });
    expect(linesOf(out)[0]!.quantities[0].readers.length).toBeGreaterThan(0);
  });

  it('answers a bad line in its place, goes on, and exits 3', async () => {
    const input = Buffer.concat([
      Buffer.from(
        `${line({ id: 'a', text: 'Ten dogs ran.' })}not json\n\n[]\n${line({ id: 'n' })}${line({ id: 'd', text: 'x', publishedAt: 'May' })}`,
      ),
      Buffer.from([0x22, 0xff, 0x22, 0x0a]),
      Buffer.from(line({ id: 'z', text: 'Two cats slept.' })),
    ]);
    const { code, out, err } = await call(['extract'], { input });
    expect(code).toBe(3);
    expect(err).toContain('6 of 8 lines');
    expect(linesOf(out).map(({ id, error }) => [id, error?.code ?? null])).toEqual([
      ['a', null],
      [null, 'InvalidJson'],
      [null, 'InvalidJson'],
      [null, 'InvalidJson'],
      ['n', 'EmptyText'],
      ['d', 'InvalidDate'],
      [null, 'WrongEncoding'],
      ['z', null],
    ]);
  });

  it('answers a line before the next one is sent', async () => {
    const child = begin(['extract']);
    child.stdin.write(line({ id: 1, text: 'Three ships left.' }));
    const [first] = await once(child.stdout, 'data');
    expect(JSON.parse(String(first)).id).toBe(1);
    child.stdin.end();
    const [code] = await once(child, 'close');
    expect(code).toBe(0);
  });

  it('ends quietly when its reader goes away', async () => {
    const child = begin(['extract']);
    child.stdout.destroy();
    child.stdin.on('error', () => undefined);
    let err = '';
    child.stderr.on('data', (piece) => {
      err += piece;
    });
    child.stdin.end(line({ id: 1, text: SENTENCE }).repeat(2000));
    const [code] = await once(child, 'close');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('loses one line alone to an id of many parts, and to words that no language has', async () => {
    const deep = `{"id":${'['.repeat(200_000)}${']'.repeat(200_000)},"text":"5 boats sank."}\n`;
    const rates = Array.from({ length: 70 }, (_, k) => `${k + 2}%`).join(' ');
    const long = line({ id: 'long', text: `The ${'a'.repeat(60_000)} rose ${rates}.` });
    const { code, out } = await call(['extract'], { input: deep + long + line({ id: 'c', text: '6 boats sank.' }) });
    expect(code).toBe(0);
    expect(linesOf(out).map(({ id, quantities }) => [id, quantities.length])).toEqual([
      [null, 1],
      ['long', 70],
      ['c', 1],
    ]);
    expect(out.length).toBeLessThan(600_000);
  });

  it('marks nothing in a language it does not read', async () => {
    const { out } = await call(['extract'], { input: line({ id: 'de', text: 'Es waren 12 Brücken gesperrt.', language: 'de' }) });
    expect(linesOf(out)[0]).toEqual({ id: 'de', quantities: [], claims: [], doubts: [], state: 'not-read' });
  });
});
