import { createHash } from 'node:crypto';
import { PUBLIC_HEADERS } from './headers';
import type { Finished } from './public-cache';

export const finished = (status: Finished['status'], body: Finished['body'], headers: Record<string, string>): Finished => ({
  status,
  body,
  headers,
  // Weak: whoever stands in front may compress the same content in its own way.
  etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
});

/** All headers of an answer, whoever asks. */
export const headersOf = (answer: Finished): Record<string, string> => ({
  ...PUBLIC_HEADERS,
  ...answer.headers,
  ...(answer.status === 200 ? { etag: answer.etag } : {}),
});

/** Whether the asker holds this very answer. */
export function isKnown(ifNoneMatch: string | null | undefined, etag: string): boolean {
  const known = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim());
  return known.includes('*') || known.some((tag) => tag.replace(/^W\//, '') === etag.slice(2));
}

export function reply(request: Request, answer: Finished): Response {
  const headers = headersOf(answer);
  if (answer.status !== 200) return new Response(answer.body || null, { status: answer.status, headers });
  if (isKnown(request.headers.get('if-none-match'), answer.etag)) return new Response(null, { status: 304, headers });
  return new Response(answer.body, { status: 200, headers });
}

/** Says what happened and what to do; the cause stands in the log under the same id. */
export function failed(requestId: string): Response {
  const text = `Something went wrong on our side. Nothing was changed. Try again in a moment; if it stays, tell the operator this number: ${requestId}\n`;
  return new Response(text, {
    status: 500,
    headers: { ...PUBLIC_HEADERS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
