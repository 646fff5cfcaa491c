import { readdirSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';

const DESK = join(process.cwd(), 'app/(desk)');

/** Every address of a page of the desk and of its administration, as the folders of the application have them: "/review/cases/[id]". */
export const deskRoutes = (): string[] =>
  readdirSync(DESK, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => `/${file.replace(/\/?page\.tsx$/, '')}`)
    .sort();

/** The route that a path is a page of; null for none. */
export function routeOf(path: string): string | null {
  const parts = path.split(/[?#]/)[0]!.split('/');
  const fits = (route: string) => {
    const own = route.split('/');
    return own.length === parts.length && own.every((part, at) => part === parts[at] || part.startsWith('['));
  };
  // A name of its own comes before a place for any.
  return (
    deskRoutes()
      .filter(fits)
      .sort((a, b) => a.split('[').length - b.split('[').length)[0] ?? null
  );
}

/** What is smaller is sent as it is. */
const WORTH_COMPRESSING = 1024;

/** Bytes on the line as a browser is sent them. */
export const compressedSize = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      const isSentSo = () => answer.headers['content-encoding'] === 'gzip' || bytes < WORTH_COMPRESSING;
      answer.on('end', () => resolve(isSentSo() ? bytes : Number.NaN));
    }).on('error', reject);
  });
