import { describe, expect, it } from 'vitest';
import { readAhead, readForRecord } from '@/db/reading';
import { readArticle } from '@/lib/claim';

const context = { publishedAt: '2025-06-02', outlet: null, title: null, language: 'en' };
const long = 'Some 40 boats were counted in Valmere on Monday, Rosa Lind said.\n\n'.repeat(400);

describe('reading for the record', () => {
  it('reads a long text in a process of its own as it reads it here, while the loop goes on', async () => {
    let turns = 0;
    const beat = setInterval(() => {
      turns += 1;
    }, 5);
    const reading = await readForRecord(long, context, 60);
    clearInterval(beat);
    const { state, claims, doubts } = readArticle(long, context);
    expect(reading).toEqual({ ok: true, value: { state, claims, doubts } });
    expect(turns).toBeGreaterThan(0);
  }, 60_000);

  it('reads many texts ahead, short and long, as it reads each of them', async () => {
    const texts = ['Nine cranes stood in Valmere.', long, 'Police counted 12 rafts.'].map((text) => ({ text, context }));
    const alone = await Promise.all(texts.map((one) => readForRecord(one.text, one.context, 60)));
    expect(await readAhead(texts)).toEqual(alone);
    expect(await readAhead([])).toEqual([]);
  }, 60_000);

  it('refuses a text that takes too long, and reads the next one', async () => {
    const [slow, next] = await Promise.all([readForRecord(long, context, 0.001), readForRecord(long, context, 60)]);
    expect(slow).toMatchObject({ ok: false, refusal: { status: 422, code: 'TextTooSlow', field: 'text' } });
    expect(next.ok).toBe(true);
  }, 60_000);
});
