import { inflateRawSync } from 'node:zlib';

/** What an address answered, as a reader of it has it. */
export interface Answered {
  status: number;
  /** Without its parameters; empty where none was said. */
  type: string;
  /** One line for each header. */
  headers: string;
  text: string;
}

/** The desk answers nobody who is not signed in; what guards it has tests of its own. */
const DESK = /^\/(review|admin|sign-in|sign-out|api\/auth|api\/internal)([/?]|$)/;
/** A place to fill in, as documents write it, is no address. */
const TEMPLATE = /[{}…]|%7B|\.\.\.$/i;

/** An answer of `fetch`, or of a route, read to its end. */
export async function answeredBy(response: Response): Promise<Answered> {
  const bytes = Buffer.from(await response.arrayBuffer());
  return {
    status: response.status,
    type: (response.headers.get('content-type') ?? '').split(';')[0]!.trim(),
    headers: [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n'),
    text: bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004' ? unpacked(bytes) : bytes.toString('utf8'),
  };
}

/** Everything in an archive as one text: the words of a workbook or a dump stand in it packed. */
function unpacked(zip: Buffer): string {
  const parts: string[] = [];
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, name, extra, comment, local] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ];
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const body = zip.subarray(from, from + size);
    parts.push(zip.toString('utf8', at + 46, at + 46 + name), (method === 8 ? inflateRawSync(body) : body).toString('utf8'));
    at += 46 + name + extra + comment;
  }
  return parts.join('\n');
}

/** Every address on the same site that an answer names: in links and forms, in data, in a text, in its headers. */
export function linksIn({ text, headers }: Answered, site: string): string[] {
  const both = `${headers}\n${text}`
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('\\/', '/');
  const full = both
    .split(site)
    .slice(1)
    .map((rest) => /^\/[^\s"'<>()[\]\\|^`;,]*/.exec(rest)?.[0] ?? '');
  const own = [...both.matchAll(/(?:href|src|action|location: |link: <|>, <|\]\()["(]?(\/[^\s"'<>()\\]*)/g)].map(([, path]) => path!);
  const assigned = [...both.matchAll(/(?:href|src|action)="(\/[^"]*)"/g)].map(([, path]) => path!);
  const quoted = [...both.matchAll(/"(\/[a-z][^"\s]*)"/g)].map(([, path]) => path!);
  return [...new Set([...full, ...own, ...assigned, ...quoted])]
    .map((path) => path.split('#')[0]!)
    .filter((path) => path.startsWith('/') && !path.startsWith('//') && !DESK.test(path) && !TEMPLATE.test(path));
}

/**
 * Asks for the starts and for everything that answers name, until nothing is left: what each address answered. More than `most` addresses are a
 * fault, so that a trap of links is seen and not cut off.
 */
export async function crawl(
  get: (path: string) => Promise<Answered>,
  { site, starts, most }: { site: string; starts: Iterable<string>; most: number },
): Promise<Map<string, Answered>> {
  const found = new Map<string, Answered>();
  const waiting = [...new Set(starts)];
  const seen = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (found.size >= most) throw new Error(`more than ${most} addresses, the last of them ${path}`);
    const answer = await get(path);
    found.set(path, answer);
    for (const link of linksIn(answer, site)) {
      if (seen.has(link)) continue;
      seen.add(link);
      waiting.push(link);
    }
  }
  return found;
}
