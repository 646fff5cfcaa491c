import type { IncomingMessage, ServerResponse } from 'node:http';
import { headersOf, isKnown } from './public-answer';
import { readyAnswer } from './public-cache';

/**
 * Answers a request with a kept page, before the framework sees it: the framework needs about a millisecond for any answer and compresses it anew
 * for each reader. Nothing is decided here: what is kept was made by the page's own route, and an address that none made goes there.
 * @returns whether it was answered
 */
export function answeredFromKept(request: IncomingMessage, response: ServerResponse): boolean {
  const { method, url = '', headers } = request;
  if ((method !== 'GET' && method !== 'HEAD') || request.headers['transfer-encoding'] || Number(headers['content-length'] ?? 0) > 0)
    return false;
  const ready = readyAnswer(url);
  if (!ready) return false;
  const { answer, plain, packed } = ready;
  const isPacked = packed !== null && takesGzip(headers['accept-encoding']);
  for (const [name, value] of Object.entries(headersOf(answer))) response.setHeader(name, value);
  response.setHeader('vary', 'accept-encoding');
  if (isKnown(headers['if-none-match'], answer.etag)) {
    response.writeHead(304).end();
    return true;
  }
  const body = isPacked ? packed : plain;
  if (isPacked) response.setHeader('content-encoding', 'gzip');
  response.writeHead(200, { 'content-length': body.length }).end(method === 'HEAD' ? undefined : body);
  return true;
}

function takesGzip(accepted: string | string[] | undefined): boolean {
  const asked = String(accepted ?? '').split(',');
  return asked.some((one) => /^\s*(?:gzip|x-gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(one));
}
