import { isIP } from 'node:net';

/** The nearest address that the server itself (or the proxy before it) wrote down: what stands left of it anybody can invent. */
function nearest(request: Request): string {
  const hops = (request.headers.get('x-forwarded-for') ?? '').split(',');
  return hops
    .at(-1)!
    .trim()
    .replace(/^::ffff:/, '');
}

/** The caller's network, as coarse as limits should be: a /24 or a /64. */
export function callerPrefix(request: Request): string {
  const address = nearest(request);
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

/** Every hop was on this machine, and there is one: the framework writes down the nearest. */
export function isLoopback(request: Request): boolean {
  const hops = (request.headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim().replace(/^::ffff:/, ''));
  return hops.every((hop) => hop === '::1' || hop.startsWith('127.'));
}
