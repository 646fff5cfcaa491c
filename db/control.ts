import { ok, type Result, refuse } from '@/lib/base';
import { readOwner } from './owner';

/**
 * Asks the running server that owns the file at `path` to run an operation as the operator of this installation. The secret stands
 * in a file only this user can read. Refused with `OwnerLocked` where the owner has no address (another command is running), with
 * `OwnerUnreachable` where it does not answer, and with whatever the operation itself refuses.
 */
export async function askOwner(path: string, operation: string, input: unknown): Promise<Result<unknown>> {
  const card = readOwner(path);
  if (card === null) {
    return refuse(503, 'OwnerLocked', `Another command is writing to ${path}.`, 'Wait until it has ended and try again.');
  }
  const answer = await fetch(new URL('/api/internal/control', card.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${card.secret}` },
    body: JSON.stringify({ operation, input }),
    redirect: 'error',
  }).catch((error: Error) => error);
  if (answer instanceof Error) {
    return refuse(503, 'OwnerUnreachable', `The server at ${card.url} owns ${path} but does not answer.`, 'Try again, or stop it first.');
  }
  const value: unknown = await answer.json().catch(() => null);
  return answer.ok ? ok(value) : problem(answer.status, value);
}

/** A problem+json answer as the refusal it was made from. */
function problem(status: number, value: unknown): Result<never> {
  const { code, detail, next } = (value ?? {}) as Record<string, unknown>;
  const words = (given: unknown, otherwise: string): string => (typeof given === 'string' ? given : otherwise);
  return refuse(
    status as Parameters<typeof refuse>[0],
    words(code, 'OwnerRefused'),
    words(detail, `The server answered ${status}.`),
    words(next, 'Look at its log.'),
  );
}
