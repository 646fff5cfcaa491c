import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { DUMP_FILES, dumpedFile } from '@/db/dump';
import { database } from './database';
import { beginExchange, logFault } from './exchange';
import { PUBLIC_HEADERS } from './headers';
import { failed } from './public-answer';

/** Names of the files of the last dump, where one was made. */
export async function dumpedNames(): Promise<string[]> {
  const db = await database();
  const made = await Promise.all(Object.values(DUMP_FILES).map(async (name) => ((await dumpedFile(db, name)) ? [name] : [])));
  return made.flat();
}

/** A file of the last dump, sent as it lies there, piece by piece: it is larger than what is kept of pages. */
export async function dumpedAnswer(request: Request, name: string): Promise<Response> {
  const exchange = beginExchange(request);
  try {
    const file = await dumpedFile(await database(), name);
    const plain = { ...PUBLIC_HEADERS, 'access-control-allow-origin': '*' };
    if (!file)
      return new Response('No such file was made yet. What it would hold is explained at /developers/data.\n', {
        status: 404,
        headers: { ...plain, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
      });
    const etag = `"${file.size.toString(36)}-${file.at.getTime().toString(36)}"`;
    const headers = {
      ...plain,
      ...{ etag, 'last-modified': file.at.toUTCString(), 'cache-control': 'public, max-age=0, must-revalidate' },
    };
    if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers });
    return new Response(Readable.toWeb(createReadStream(file.path)) as ReadableStream, {
      headers: {
        ...headers,
        'content-type': name.endsWith('.zip') ? 'application/zip' : 'application/vnd.sqlite3',
        'content-length': String(file.size),
        'content-disposition': `attachment; filename="${name}"`,
      },
    });
  } catch (error) {
    logFault(exchange, error);
    return failed(exchange.requestId);
  }
}
