import { describe, expect, it } from 'vitest';
import { cachedAnswer, type Finished } from '@/app/_shell/public-cache';

const made = (status: Finished['status'], body = 'x'): Finished => ({ status, body, headers: {}, etag: 'e' });

/** Counts how often a page had to be made. */
function kitchen(status: Finished['status'], body?: string) {
  const count = { made: 0 };
  const make = async () => {
    count.made += 1;
    return made(status, body);
  };
  return { count, make };
}

describe('the cache of public pages', () => {
  it('makes a page once for a head, also when many ask at once, and anew when the head moves', async () => {
    const { count, make } = kitchen(200);
    await Promise.all(Array.from({ length: 20 }, () => cachedAnswer({ head: 'once 1', day: '2026-03-02', moves: 0, place: '/a' }, make)));
    await cachedAnswer({ head: 'once 1', day: '2026-03-02', moves: 0, place: '/a' }, make);
    expect(count.made).toBe(1);
    await cachedAnswer({ head: 'once 2', day: '2026-03-02', moves: 0, place: '/a' }, make);
    expect(count.made).toBe(2);
  });

  it('keeps no missing page and nothing that failed', async () => {
    const missing = kitchen(404);
    for (let times = 0; times < 2; times++)
      await cachedAnswer({ head: 'missing', day: '2026-03-02', moves: 0, place: '/none' }, missing.make);
    expect(missing.count.made).toBe(2);
    const fails = () => Promise.reject(new Error('disk'));
    await expect(cachedAnswer({ head: 'missing', day: '2026-03-02', moves: 0, place: '/fails' }, fails)).rejects.toThrow('disk');
    expect((await cachedAnswer({ head: 'missing', day: '2026-03-02', moves: 0, place: '/fails' }, kitchen(200).make)).status).toBe(200);
  });

  it('is bounded: the pages asked for longest ago go first', async () => {
    const { count, make } = kitchen(200, 'x'.repeat(5_000_000));
    for (const place of ['/1', '/2', '/3', '/4', '/1', '/5'])
      await cachedAnswer({ head: 'bounded', day: '2026-03-02', moves: 0, place }, make);
    expect(count.made).toBe(5);
    await cachedAnswer({ head: 'bounded', day: '2026-03-02', moves: 0, place: '/1' }, make);
    expect(count.made).toBe(5);
    await cachedAnswer({ head: 'bounded', day: '2026-03-02', moves: 0, place: '/2' }, make);
    expect(count.made).toBe(6);
  });
});
