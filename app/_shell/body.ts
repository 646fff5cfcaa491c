import { ok, type Result, refuse } from '@/lib/base';

/** The longest body we read. Texts have a lower limit of their own; this one protects the process. */
export const BODY_LIMIT = 6 * 1024 * 1024;

/** Fields by name as a form sends them: a name given several times is a list. Values are text and nothing else. */
export type Fields = Record<string, string | string[]>;

export type Body = { kind: 'form'; fields: Fields } | { kind: 'json'; value: unknown };

export const isForm = (request: Request): boolean => mediaType(request) === 'application/x-www-form-urlencoded';

const mediaType = (request: Request): string => (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();

/** Reads a form or JSON body. Refused with 415 for anything else, 413 above the limit, 400 where it was cut or is no JSON. */
export async function readBody(request: Request, limit = BODY_LIMIT): Promise<Result<Body>> {
  const type = mediaType(request);
  if (type !== 'application/json' && type !== 'application/x-www-form-urlencoded') {
    const cause = type === '' ? 'The request does not say what it holds.' : `The request holds ${type.slice(0, 60)}.`;
    return refuse(415, 'UnsupportedMediaType', cause, 'Send a form (application/x-www-form-urlencoded) or application/json.');
  }
  const read = await readBytes(request, limit);
  if (!read.ok) return read;
  // Browsers send forms as UTF-8; what is not becomes the replacement sign rather than an error of the server.
  const text = new TextDecoder('utf-8').decode(read.value);
  if (type === 'application/json') return parseJson(text);
  return ok({ kind: 'form', fields: fieldsOf(text) });
}

/** Counts while reading: a length that is only promised protects nobody. */
async function readBytes(request: Request, limit: number): Promise<Result<Uint8Array>> {
  const promised = Number(request.headers.get('content-length') ?? Number.NaN);
  if (promised > limit) return tooLarge(limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) break;
    size += next.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      return tooLarge(limit);
    }
    chunks.push(next.value);
  }
  if (Number.isFinite(promised) && promised !== size)
    return refuse(400, 'BodyTruncated', 'The request was cut on its way.', 'Send it again; nothing was changed.');
  return ok(Buffer.concat(chunks));
}

const tooLarge = (limit: number): Result<never> =>
  refuse(
    413,
    'BodyTooLarge',
    `What you sent is larger than ${limit / 1024 / 1024} MiB, so it was not read.`,
    'Go back: your browser still has the form. Shorten the text, or send its parts as articles of their own.',
  );

function parseJson(text: string): Result<Body> {
  try {
    return ok({ kind: 'json', value: JSON.parse(text) });
  } catch {
    return refuse(400, 'InvalidJson', 'The request is not valid JSON.', 'Check the body; a missing quote or comma is the usual reason.');
  }
}

function fieldsOf(text: string): Fields {
  const fields: Fields = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    const before = fields[name];
    fields[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return { ...fields };
}
