import { lookup as resolve } from 'node:dns/promises';
import { request as askPlain } from 'node:http';
import { request as askSecure } from 'node:https';
import { BlockList, isIP } from 'node:net';
import { ok, type Result, refuse } from '@/lib/base';

/** Where nobody is sent: this machine, networks of their own, and what stands for nobody (RFC 6890). */
const CLOSED = new BlockList();
for (const [net, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
  ] as const),
  ...([
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
  ] as const),
  ...([
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
])
  CLOSED.addSubnet(net, bits, 'ipv4');
/** Of the longer addresses only these are given to anybody, and of these some lead elsewhere by what stands in them. */
const OPEN = new BlockList();
OPEN.addSubnet('2000::', 3, 'ipv6');
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  CLOSED.addSubnet(net, bits, 'ipv6');

/** Whether everybody can be reached at this address. */
export function isOpen(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !CLOSED.check(address, 'ipv4');
  return family === 6 && OPEN.check(address, 'ipv6') && !CLOSED.check(address, 'ipv6');
}

/** An address that was looked at, and the machine that it led to: the request goes there, whatever the name leads to a moment later. */
export interface Reached {
  url: URL;
  address: string;
}

export type Resolve = (host: string) => Promise<{ address: string }[]>;
const byName: Resolve = (host) => resolve(host, { all: true });

/**
 * Looks where an address leads. 422 `AddressRefused` unless it is https without a name in it, and every machine that its host stands for is open to
 * all. `allowed` names hosts ("127.0.0.1:4000") that tests send to.
 */
export async function reach(typed: string, allowed: readonly string[] = [], named: Resolve = byName): Promise<Result<Reached>> {
  if (!URL.canParse(typed) || typed.length > 2000) return closed('This is no address.');
  const url = new URL(typed);
  const isAllowed = allowed.includes(url.host);
  if (url.protocol !== 'https:' && !(isAllowed && url.protocol === 'http:')) return closed('The address does not begin with https://.');
  if (url.username !== '' || url.password !== '') return closed('There is a name or a password in the address.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host) ? [{ address: host }] : await named(host).catch(() => []);
  const [first] = found;
  if (!first) return closed(`“${host}” leads nowhere.`);
  if (!isAllowed && found.some(({ address }) => !isOpen(address)))
    return closed(`“${host}” leads to this machine or to a network of its own.`);
  return ok({ url, address: first.address });
}

const closed = (cause: string): Result<never> =>
  refuse(422, 'AddressRefused', cause, 'Give an https address that everybody can reach.', { field: 'url' });

const PATIENCE_MS = 10_000;

/** Sends a body there and gives the status. It follows no redirect, reads no answer, and throws where none comes in ten seconds. */
export function sendTo({ url, address }: Reached, headers: Record<string, string>, body: string): Promise<number> {
  return new Promise((done, failed) => {
    const ask = url.protocol === 'https:' ? askSecure : askPlain;
    const family = isIP(address);
    const request = ask(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        timeout: PATIENCE_MS,
        signal: AbortSignal.timeout(PATIENCE_MS),
        agent: false,
        // The name was looked up once, and this is where it led.
        lookup: (_host, options, answer) => {
          if (options.all) answer(null, [{ address, family }]);
          else answer(null, address, family);
        },
      },
      (response) => {
        response.destroy();
        done(response.statusCode ?? 0);
      },
    );
    request.on('error', failed);
    request.on('timeout', () => request.destroy(new Error('no answer in time')));
    request.end(body);
  });
}
