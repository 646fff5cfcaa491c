import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { BODY_LIMIT, readBody } from '@/app/_shell/body';
import { callerPrefix, isLoopback } from '@/app/_shell/caller';
import { PEER, watchConnections } from '@/app/_shell/connections';
import { checkOrigin } from '@/app/_shell/origin';
import { ownPath, withoutQuery, withQuery } from '@/app/_shell/paths';
import { problemOf } from '@/app/_shell/problem';
import { packResume, unpackResume } from '@/app/_shell/resume';
import { authSecret, settings } from '@/app/_shell/settings';
import { refusedForm } from '@/lib/base';

const URL_OF_OURS = 'https://desk.example';

const request = (headers: Record<string, string>, body?: BodyInit) =>
  new Request(`${URL_OF_OURS}/api/v1/articles`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);

afterEach(() => vi.unstubAllEnvs());

describe('where a write may come from', () => {
  const verdict = (headers: Record<string, string>) => {
    vi.stubEnv('PUBLIC_URL', URL_OF_OURS);
    const checked = checkOrigin(request(headers));
    return checked.ok ? 'taken' : checked.refusal.code;
  };
  const rows: [string, Record<string, string>, string][] = [
    ['our origin', { origin: URL_OF_OURS }, 'taken'],
    ['a browser that vouches', { 'sec-fetch-site': 'same-origin' }, 'taken'],
    ['both', { origin: URL_OF_OURS, 'sec-fetch-site': 'same-origin' }, 'taken'],
    ['our other name, vouched for', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000', 'sec-fetch-site': 'same-origin' }, 'taken'],
    ['our other name, by its own word', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, 'BadOrigin'],
    ['neither', {}, 'BadOrigin'],
    ['another origin', { origin: 'https://elsewhere.example' }, 'BadOrigin'],
    ['another origin that claims to be ours', { origin: 'https://elsewhere.example', 'sec-fetch-site': 'same-origin' }, 'BadOrigin'],
    ['a page of the same site', { origin: URL_OF_OURS, 'sec-fetch-site': 'same-site' }, 'BadOrigin'],
    ['a typed address', { 'sec-fetch-site': 'none' }, 'BadOrigin'],
    ['a page without an origin', { origin: 'null' }, 'BadOrigin'],
    ['our name as a beginning', { origin: `${URL_OF_OURS}.elsewhere.example` }, 'BadOrigin'],
  ];
  it.each(rows)('%s', (_, headers, expected) => expect(verdict(headers)).toBe(expected));
});

describe('own paths', () => {
  it.each(['/review', '/review/cases/abc?split=x#problem', '/'])('%s stays', (path) => expect(ownPath(path)).toBe(path));
  it.each([
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/a\\b',
    'https://elsewhere.example/',
    'javascript:alert(1)',
    'review',
    '/\n/elsewhere.example',
    '/a\r\nset-cookie: x',
    '',
    `/${'a'.repeat(2001)}`,
    undefined,
    ['/review', '/review'],
  ])('%j leads away', (path) => expect(ownPath(path)).toBeNull());

  it('a path that climbs stays on the site', () => expect(ownPath('/review/../../../x')).toBe('/x'));
  it('queries are put in and taken out, fragments kept or replaced', () => {
    expect(withQuery('/a?x=1&draft=old#r-1', 'draft', 'cases.rule:b')).toBe('/a?x=1&draft=cases.rule%3Ab#r-1');
    expect(withQuery('/a#r-1', 'draft', 'b', 'problem')).toBe('/a?draft=b#problem');
    expect(withoutQuery('/a?draft=b&x=1#r', 'draft')).toBe('/a?x=1#r');
  });
});

describe('bodies', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const codeOf = async (headers: Record<string, string>, body: BodyInit) => {
    const read = await readBody(request(headers, body));
    return read.ok ? read.value.kind : `${read.refusal.status} ${read.refusal.code}`;
  };

  it('names given twice are a list, and no name reaches the prototype', async () => {
    const read = await readBody(request(form, 'a=1&b=x&b=y+z&__proto__=p'));
    expect(read.ok && read.value.kind === 'form' && { ...read.value.fields }).toMatchObject({ a: '1', b: ['x', 'y z'] });
    expect(({} as Record<string, unknown>).p).toBeUndefined();
  });

  it('other kinds, broken JSON, cut and long bodies are refused', async () => {
    expect(await codeOf({ 'content-type': 'text/plain' }, 'a=1')).toBe('415 UnsupportedMediaType');
    expect(await codeOf({ 'content-type': 'multipart/form-data; boundary=x' }, 'a')).toBe('415 UnsupportedMediaType');
    expect(await codeOf({ 'content-type': 'application/json' }, '{"a":')).toBe('400 InvalidJson');
    expect(await codeOf({ 'content-type': 'application/json; charset=utf-8' }, '{}')).toBe('json');
    expect(await codeOf({ ...form, 'content-length': '9' }, 'a=1')).toBe('400 BodyTruncated');
    expect(await codeOf({ ...form, 'content-length': String(BODY_LIMIT + 1) }, 'a=1')).toBe('413 BodyTooLarge');
  });

  it('what arrives without a length is counted while it is read, and no further than the limit', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    expect(await codeOf(form, endless)).toBe('413 BodyTooLarge');
    expect(sent).toBeLessThan(BODY_LIMIT + 1_000_000);
  });
});

describe('callers', () => {
  const from = (peer: string | null, forwarded?: string) =>
    request({ ...(peer === null ? {} : { [PEER]: peer }), ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }) });

  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:0:42:aaaa::1', '2001:db8:0:42::/64'],
    ['2001:DB8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['127.0.0.1', 'this machine'],
    ['::ffff:127.0.0.1', 'this machine'],
    ['::1', 'this machine'],
    ['', 'unknown'],
    [null, 'unknown'],
  ])('at %s belong to %s', (peer, prefix) => expect(callerPrefix(from(peer))).toBe(prefix));

  it('are known by their own connection, whatever they forward', () => {
    for (const forged of ['198.51.100.1', '127.0.0.1', '198.51.100.1, 198.51.100.2', ' , '])
      expect(callerPrefix(from('203.0.113.77', forged))).toBe('203.0.113.0/24');
    expect(callerPrefix(from(null, '198.51.100.1'))).toBe('unknown');
  });

  it.each([
    ['0', '198.51.100.9, 192.0.2.1', '203.0.113.0/24'],
    ['1', '198.51.100.9, 192.0.2.1', '192.0.2.0/24'],
    ['2', '198.51.100.9, 192.0.2.1', '198.51.100.0/24'],
    ['1', '203.0.113.77', '203.0.113.0/24'],
    ['2', '192.0.2.1', '203.0.113.0/24'],
    ['1', '198.51.100.9, nonsense', 'unknown'],
    ['all', '198.51.100.9', '203.0.113.0/24'],
    ['-1', '198.51.100.9', '203.0.113.0/24'],
  ])('behind %s proxies of ours that forward "%s" belong to %s', (proxies, forwarded, prefix) => {
    vi.stubEnv('TRUSTED_PROXIES', proxies);
    expect(callerPrefix(from('203.0.113.77', forwarded))).toBe(prefix);
  });

  it('are of this machine only when every hop was', () => {
    for (const peer of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1']) expect(isLoopback(from(peer))).toBe(true);
    expect(isLoopback(from('::1', '::1, ::ffff:127.0.0.1'))).toBe(true);
    expect(isLoopback(from('127.0.0.1', '203.0.113.7, 127.0.0.1'))).toBe(false);
    expect(isLoopback(from('203.0.113.7', '127.0.0.1'))).toBe(false);
    expect(isLoopback(from('127.0.0.1', '127.elsewhere.example'))).toBe(false);
    expect(isLoopback(from(null, '127.0.0.1'))).toBe(false);
  });

  it('are written down by the server, over what they say of themselves', async () => {
    watchConnections();
    watchConnections();
    const server = createServer((asked, answer) => answer.end(JSON.stringify(asked.headers)));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { [PEER]: '198.51.100.1', 'x-forwarded-for': '198.51.100.1' } });
    expect(await answer.json()).toMatchObject({ [PEER]: '127.0.0.1', 'x-forwarded-for': '198.51.100.1' });
    await new Promise((closed) => server.close(closed));
  });
});

describe('a form that waits for its writer', () => {
  const resumable = {
    draft: 'cases.rule:k3v9m2qd4x',
    page: '/review/cases/k3v9m2qd4x',
    fields: { rationale: 'a “b”', 'verdict.0': 'supported' },
  };
  it('comes back as it was', () => expect(unpackResume(packResume(resumable))).toEqual(resumable));
  it.each([
    null,
    'no json',
    '{}',
    packResume({ ...resumable, page: 'https://elsewhere.example' }),
    packResume({ ...resumable, draft: '../x' }),
    JSON.stringify({ ...resumable, fields: null }),
  ])('%j is none of ours', (text) => expect(unpackResume(text)).toBeNull());
  it('drops what is no text', () => {
    const kept = unpackResume(JSON.stringify({ ...resumable, fields: { a: 'x', b: { c: 1 }, d: ['y', 'z'], e: [1] } }));
    expect(kept?.fields).toEqual({ a: 'x', d: ['y', 'z'] });
  });
});

describe('settings and problems', () => {
  it('a single sign-on needs all three settings', () => {
    expect(settings({ OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'a' } as never).oidc).toBeNull();
    expect(settings({ OIDC_ISSUER: 'https://id.example/', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' } as never).oidc?.issuer).toBe(
      'https://id.example',
    );
  });
  it('there is no secret to fall back to', () => {
    expect(() => authSecret({} as never)).toThrow('AUTH_SECRET');
    expect(() => authSecret({ AUTH_SECRET: 'short' } as never)).toThrow('AUTH_SECRET');
  });
  it('a refusal as a problem has cause, next step and number', () => {
    const refusal = { status: 409, code: 'VersionConflict', cause: 'c', next: 'n', details: { current: {} } } as const;
    expect(problemOf(refusal, 'id')).toEqual({
      type: 'http://localhost:3000/docs/errors/VersionConflict',
      title: 'Version conflict',
      status: 409,
      code: 'VersionConflict',
      detail: 'c',
      next: 'n',
      requestId: 'id',
      details: { current: {} },
    });
  });
  it('a refusal of a form as a problem has all that is wrong with its fields', () => {
    const faults = ['name', 'role'].map((field) => ({ code: 'InvalidField', cause: `no ${field}`, next: 'Give one.', field }));
    expect(problemOf(refusedForm([faults[0]!, faults[1]!]), 'id')).toMatchObject({ status: 422, detail: 'no name', field: 'name', faults });
    expect(problemOf(refusedForm([faults[0]!]), 'id')).not.toHaveProperty('faults');
  });
});
