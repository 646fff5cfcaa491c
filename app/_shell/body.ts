import type { Fields } from '@/db/drafts';
import { ok, type Result, refuse } from '@/lib/base';

/** The longest body we read. Texts have a lower limit of their own; this one protects the process. */
export const BODY_LIMIT = 6 * 1024 * 1024;

/** A batch of articles from the command line is larger than anything a person sends. */
export const CONTROL_LIMIT = 64 * 1024 * 1024;

/** No form or operation of ours comes near these; work that grows with a stranger's body ends here. */
const MOST_FIELDS = 2000;
const MOST_VALUES = 20_000;
const MOST_LEVELS = 20;
const LONGEST_NAME = 200;

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
  return parseForm(text);
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

const inWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KiB` : `${Math.round(bytes / 1024 / 1024)} MiB`;

const tooLarge = (limit: number): Result<never> =>
  refuse(
    413,
    'BodyTooLarge',
    `What you sent is larger than ${inWords(limit)}, so it was not read.`,
    'Go back: your browser still has the form. Shorten the text, or send its parts as articles of their own.',
  );

function parseJson(text: string): Result<Body> {
  const shape = shapeOfJson(text);
  if (shape.depth > MOST_LEVELS) {
    const cause = `The request nests its values deeper than ${MOST_LEVELS} levels.`;
    return refuse(422, 'NestedTooDeep', cause, 'Send the value as the operation describes it.');
  }
  if (shape.values > MOST_VALUES) return tooMany(MOST_VALUES, 'values');
  try {
    let longName = false;
    const value = JSON.parse(text, (name, one) => {
      longName ||= name.length > LONGEST_NAME;
      return one;
    });
    return longName ? nameTooLong() : ok({ kind: 'json', value });
  } catch {
    return refuse(400, 'InvalidJson', 'The request is not valid JSON.', 'Check the body; a missing quote or comma is the usual reason.');
  }
}

/** Looks at the signs alone, without building anything: how deep the values nest, and at most how many there are. */
function shapeOfJson(text: string): { depth: number; values: number } {
  let [deep, depth, values] = [0, 0, 1];
  for (let at = 0; at < text.length && depth <= MOST_LEVELS; at++) {
    const sign = text[at];
    if (sign === '"') for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++;
    if (sign === ',' || sign === '[' || sign === '{') values++;
    if (sign === '[' || sign === '{') depth = Math.max(depth, ++deep);
    if (sign === ']' || sign === '}') deep--;
  }
  return { depth, values };
}

/** The count comes before the parsing: it costs one walk over the text, whatever stands in it. */
function parseForm(text: string): Result<Body> {
  let marks = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1))
    if (++marks === MOST_FIELDS) return tooMany(MOST_FIELDS, 'fields');
  const lists = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (name.length > LONGEST_NAME) return nameTooLong();
    const list = lists.get(name);
    if (list) list.push(value);
    else lists.set(name, [value]);
  }
  const fields = [...lists].map(([name, list]) => [name, list.length === 1 ? list[0]! : list]);
  return ok({ kind: 'form', fields: Object.fromEntries(fields) });
}

const tooMany = (most: number, things: string): Result<never> =>
  refuse(422, 'TooManyFields', `The request holds more than ${most.toLocaleString('en')} ${things}.`, 'Send it in parts.');

const nameTooLong = (): Result<never> =>
  refuse(422, 'NameTooLong', `A field has a name longer than ${LONGEST_NAME} signs.`, 'Use the names the form or the operation gives.');
