import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { isReaderReady, readAhead, readForRecord } from '@/db/reading';
import { readArticle } from '@/lib/claim';
import { temporaryFolder } from './world';

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

  it('says when its process has started, and that it is gone', async () => {
    const child = await idleChild();
    expect(isReaderReady()).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isReaderReady()).toBe(false);
    await vi.waitUntil(isReaderReady, 30_000);
    expect(await readAhead([{ text: 'Nine cranes stood in Valmere.', context }])).toMatchObject([{ ok: true }]);
  }, 60_000);

  it('reads a short text there as well, but a brief one here, and so one behind a long one and one over which that process is killed', async () => {
    const short = `Nine cranes stood in Valmere. ${'Nobody was at work that day, and the wind blew from the sea. '.repeat(20)}`;
    const { state, claims, doubts } = readArticle(short, context);
    const here = { ok: true, value: { state, claims, doubts } };
    const child = await idleChild();
    const send = vi.spyOn(child, 'send');
    expect(await readForRecord('Nine cranes stood in Valmere.', context)).toMatchObject({ ok: true });
    expect(send).not.toHaveBeenCalled();
    expect(await readForRecord(short, context)).toEqual(here);
    expect(send).toHaveBeenCalledTimes(1);
    const [, beside] = await Promise.all([readForRecord(long, context, 60), readForRecord(short, context)]);
    expect(beside).toEqual(here);
    expect(send).toHaveBeenCalledTimes(2);
    send.mockImplementation(() => child.kill('SIGKILL'));
    expect(await readForRecord(short, context)).toEqual(here);
    expect(send).toHaveBeenCalledTimes(3);
  }, 60_000);

  it('refuses a text that takes too long, and reads the next one', async () => {
    const [slow, next] = await Promise.all([readForRecord(long, context, 0.001), readForRecord(long, context, 60)]);
    expect(slow).toMatchObject({ ok: false, refusal: { status: 422, code: 'TextTooSlow', field: 'text' } });
    expect(next.ok).toBe(true);
  }, 60_000);

  it('reads the next one after its process was killed while it had nothing to do', async () => {
    const child = await idleChild();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await readForRecord(long, context, 60)).toMatchObject({ ok: true });
  }, 60_000);

  it('fails where no process can be started, and reads the next one when one can', async () => {
    const child = await idleChild();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { execPath } = process;
    onTestFinished(() => {
      process.execPath = execPath;
    });
    process.execPath = join(await temporaryFolder(), 'nothing');
    await expect(readForRecord(long, context, 60)).rejects.toThrow('ENOENT');
    process.execPath = execPath;
    expect(await readForRecord(long, context, 60)).toMatchObject({ ok: true });
  }, 60_000);
});

/** The process for long texts, after it read one. */
async function idleChild(): Promise<ChildProcess> {
  await readForRecord(long, context, 60);
  return (globalThis as unknown as { countercheckLongTexts: { child: ChildProcess } }).countercheckLongTexts.child;
}
