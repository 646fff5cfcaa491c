import { readdirSync } from 'node:fs';
import { join } from 'node:path';

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Response | Promise<Response>;

const ROOT = join(import.meta.dirname, '..', '..', 'app');

interface Route {
  pattern: string[];
  file: string;
}

/** Every route handler of the public face, most literal first, as the framework would choose. */
export function publicRoutes(): Route[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^\(public\)|^style\.css)(\/.*)?\/route\.tsx?$/.test(file))
    .map((file) => ({
      file: join(ROOT, file),
      pattern: file
        .split('/')
        .slice(0, -1)
        .filter((part) => !part.startsWith('(')),
    }))
    .sort((a, b) => weight(a) - weight(b));
}

const weight = (route: Route): number =>
  route.pattern.reduce((sum, part) => sum + (part.startsWith('[...') ? 100 : part.startsWith('[') ? 1 : 0), 0);

/** The route of the tree that answers a path, by its parts: "measures/[id]/[slug]". Null where none does. */
export function patternAt(path: string): string | null {
  const parts = new URL(path, 'http://localhost:3000').pathname.split('/').filter(Boolean);
  return (
    publicRoutes()
      .find(({ pattern }) => matched(pattern, parts))
      ?.pattern.join('/') ?? null
  );
}

/** Asks a route handler directly: the same code the server runs, without the server. */
export async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const url = new URL(path, 'http://localhost:3000');
  const parts = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  for (const route of publicRoutes()) {
    const params = matched(route.pattern, parts);
    if (!params) continue;
    const handlers = (await import(route.file)) as Record<string, Handler>;
    return handlers[init.method ?? 'GET']!(new Request(url, init), { params: Promise.resolve(params) });
  }
  throw new Error(`no route for ${path}`);
}

function matched(pattern: string[], parts: string[]): Record<string, string> | null {
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    if (part.startsWith('[...')) return parts.length > index ? { ...params, [part.slice(4, -1)]: parts.slice(index).join('/') } : null;
    const given = parts[index];
    if (given === undefined) return null;
    if (part.startsWith('[')) params[part.slice(1, -1)] = given;
    else if (part !== given) return null;
  }
  return parts.length === pattern.length ? params : null;
}
