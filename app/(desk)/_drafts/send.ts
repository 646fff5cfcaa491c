import type { Typed } from './kept';

export type Answer =
  | { kind: 'saved'; version: string; savedAt: string }
  /** Another window kept a later one. */
  | { kind: 'moved'; version: string; savedAt: string; fields: Typed }
  | { kind: 'signed-out' }
  | { kind: 'offline' }
  /** Refused, with the reason in words. */
  | { kind: 'refused'; words: string };

/** A page that is left may send so much and no more; the rest waits in the browser. */
export const PARTING_LIMIT = 60_000;

interface Draft {
  form: string;
  fields: Typed;
  version: string;
}

/** An answer that is so late does not come. */
const PATIENCE = 20_000;

/** Sends a draft to the record. `parting`: the page is being left, and nobody waits for the answer. */
export async function send(draft: Draft, signal?: AbortSignal, parting = false): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch('/api/v1/drafts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(draft),
      keepalive: parting,
      signal: AbortSignal.any([AbortSignal.timeout(PATIENCE), ...(signal ? [signal] : [])]),
    });
  } catch {
    return { kind: 'offline' };
  }
  const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (response.ok) return { kind: 'saved', version: String(answer.version), savedAt: String(answer.savedAt) };
  if (response.status === 401) return { kind: 'signed-out' };
  if (answer.code === 'DraftMoved') return { kind: 'moved', ...(answer.details as { version: string; savedAt: string; fields: Typed }) };
  // A server that is starting again, or busy, is asked again as one that is out of reach.
  if (response.status >= 500) return { kind: 'offline' };
  return { kind: 'refused', words: `${answer.detail ?? 'The draft was refused.'} ${answer.next ?? ''}` };
}
