import { mkdtempSync } from 'node:fs';
import { request as ask, createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answeredFromKept } from '@/app/_shell/kept-pages';
import { finished } from '@/app/_shell/public-answer';
import { cachedAnswer, makeReady } from '@/app/_shell/public-cache';
import { openDatabase } from '@/db/open';
import { movePublicHead, publicMoves } from '@/db/public-head';
import { dayOf } from '@/lib/base';

const PAGE = `<!doctype html><title>Boats</title>${'<p>Forty boats were counted in the harbour.</p>'.repeat(40)}`;
let server: Server;
let heads = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (!answeredFromKept(request, response)) response.writeHead(418).end('asked the framework');
  });
  await new Promise<void>((listening) => server.listen(0, listening));
});
afterAll(() => server.close());

const got = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const asked = ask({ port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }));
    });
    asked.on('error', reject).end();
  });

/** Keeps an answer as a route does. */
async function keep(address: string, moves: number | null, answer = finished(200, PAGE, { 'content-type': 'text/html; charset=utf-8' })) {
  const key = { head: `head ${heads++}`, day: dayOf(new Date().toISOString()), moves, place: `${address}?` };
  await cachedAnswer(key, async () => answer);
  await makeReady(key, address);
}

/** Something public moves. */
async function move(measures: string[] | null) {
  const db = await openDatabase(`file:${mkdtempSync(join(tmpdir(), 'countercheck-moves-'))}/record.db`);
  await db.write(async (tx) => movePublicHead(tx, { measures: measures ?? [], anywhere: measures === null }));
  await db.close();
}

describe('pages that are kept, before the framework is asked', () => {
  it('are sent as they are, packed for who takes it, with every header of the page', async () => {
    await keep('/measures/a/boats', publicMoves());
    const plain = await got('/measures/a/boats');
    expect([plain.status, String(plain.body), plain.headers['content-encoding']]).toEqual([200, PAGE, undefined]);
    expect(plain.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
    });
    expect(plain.headers['content-security-policy']).toContain("script-src 'none'");
    for (const accepted of ['gzip', 'br, gzip;q=0.5', '*']) {
      const packed = await got('/measures/a/boats', { 'accept-encoding': accepted });
      expect([packed.headers['content-encoding'], String(gunzipSync(packed.body))], accepted).toEqual(['gzip', PAGE]);
      expect(Number(packed.headers['content-length'])).toBe(packed.body.length);
      expect(packed.headers.etag).toBe(plain.headers.etag);
    }
    for (const accepted of ['br', 'gzip;q=0', 'gzip;q=0.0, br', 'identity'])
      expect(String((await got('/measures/a/boats', { 'accept-encoding': accepted })).body), accepted).toBe(PAGE);
  });

  it('answer HEAD without a body and a known tag with 304', async () => {
    await keep('/cases/a', publicMoves());
    const { headers } = await got('/cases/a');
    const head = await got('/cases/a', {}, 'HEAD');
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, String(Buffer.byteLength(PAGE)), 0]);
    const known = await got('/cases/a', { 'if-none-match': headers.etag! });
    expect([known.status, known.body.length, known.headers.etag]).toEqual([304, 0, headers.etag]);
    expect((await got('/cases/a', { 'if-none-match': 'W/"another"' })).status).toBe(200);
  });

  it('are let go with the next thing that becomes public, and where others may write', async () => {
    await keep('/a', publicMoves());
    expect((await got('/a')).status).toBe(200);
    await move(null);
    expect((await got('/a')).status).toBe(418);
    await keep('/a', publicMoves() - 1);
    expect((await got('/a')).status, 'a head that was read before the move').toBe(418);
    await keep('/a', null);
    expect((await got('/a')).status).toBe(418);
  });

  it('are asked for by their own address alone, and by nothing that sends something', async () => {
    await keep('/a?q=1', publicMoves());
    for (const path of ['/a', '/a?q=2', '/a?q=1&x=1', '//a?q=1', '/A?q=1']) expect((await got(path)).status, path).toBe(418);
    expect((await got('/a?q=1', {}, 'POST')).status).toBe(418);
    expect((await got('/a?q=1', {}, 'OPTIONS')).status).toBe(418);
    await keep('/gone', publicMoves(), finished(410, PAGE, {}));
    expect((await got('/gone')).status).toBe(418);
  });

  it('of a measure are shown as they were for a moment, to all but one, after a move that is about other measures', async () => {
    for (const [address, measures, statuses] of [
      ['/measures/abc123/boats', ['other1'], [418, 200, 200]],
      ['/measures/abc123.json', ['other1'], [418, 200]],
      ['/embed/measures/abc123', ['other1'], [418, 200]],
      ['/measures/abc123/boats', ['other1', 'abc123'], [418, 418]],
      ['/measures/abc123/boats', null, [418, 418]],
      ['/measures/abc1234/boats', ['abc123'], [418, 200]],
      ['/cases/abc123', ['other1'], [418, 418]],
      ['/', ['other1'], [418, 418]],
    ] as const) {
      await keep(address, publicMoves());
      await move(measures && [...measures]);
      const found = [];
      for (const _ of statuses) found.push((await got(address)).status);
      expect([address, measures, found]).toEqual([address, measures, statuses]);
    }
    await new Promise((passed) => setTimeout(passed, 600));
    await keep('/measures/abc123/boats', publicMoves());
    await move(['other1']);
    await new Promise((passed) => setTimeout(passed, 600));
    expect([(await got('/measures/abc123/boats')).status, (await got('/measures/abc123/boats')).status]).toEqual([418, 418]);
  });

  it('of a measure are the new ones as soon as they are made', async () => {
    const address = '/measures/abc123/boats';
    await keep(address, publicMoves());
    await move(['other1']);
    await got(address);
    await keep(address, publicMoves(), finished(200, `${PAGE}anew`, {}));
    expect(String((await got(address)).body)).toContain('anew');
    await keep('/elsewhere', publicMoves());
    expect((await got(address)).status, 'one goes to have it made under the head that is now').toBe(418);
  });
});
