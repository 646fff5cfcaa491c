import { isIP } from 'node:net';
import type { Caller } from '@/db/sign-in-history';
import { PEER } from './connections';
import { settings } from './settings';

/** Addresses a request came through, the farthest first, the end of our own connection last. All but that one anybody can invent. */
function hops(request: Request): string[] {
  const peer = request.headers.get(PEER);
  if (peer === null) return [];
  const told = (request.headers.get('x-forwarded-for') ?? '').split(',');
  return [...told, peer].map(plain).filter((hop) => hop !== '');
}

const plain = (hop: string): string =>
  hop
    .trim()
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/%.*/s, '');

/**
 * The caller's network, as coarse as limits should be: a /24 or a /64. Behind proxies of ours it is what the first of them saw; what
 * came past them is known by its own connection.
 */
export function callerPrefix(request: Request): string {
  const through = hops(request);
  const address = through.at(-1 - settings().trustedProxies) ?? through.at(-1) ?? '';
  // One machine with two addresses: "localhost" is now this, now that one.
  if (isOfThisMachine(address)) return 'this machine';
  if (isIP(address) === 4) return `${address.split('.').slice(0, 3).join('.')}.0/24`;
  if (isIP(address) === 6) return `${expand(address).slice(0, 4).join(':')}::/64`;
  return 'unknown';
}

function expand(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...right].map((part) => part.replace(/^0+(?=.)/, ''));
}

/** The network, and what the browser calls itself. */
export const callerOf = (request: Request): Caller => ({ network: callerPrefix(request), agent: request.headers.get('user-agent') });

/** Our own connection came from this machine, and nobody says that it came from farther. */
export const isLoopback = (request: Request): boolean => hops(request).length > 0 && hops(request).every(isOfThisMachine);

const isOfThisMachine = (hop: string): boolean => hop === '::1' || (isIP(hop) === 4 && hop.startsWith('127.'));
