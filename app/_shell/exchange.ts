import { randomUUID } from 'node:crypto';
import type { Refusal } from '@/lib/base';
import { log } from './log';

/** One question and its answer, as far as the log wants to know. */
export interface Exchange {
  requestId: string;
  method: string;
  path: string;
  startedAt: number;
  /** Set once it is known who asks. */
  actorId: string | null;
}

export const beginExchange = (request: Request): Exchange => ({
  requestId: randomUUID(),
  method: request.method,
  path: new URL(request.url).pathname,
  startedAt: performance.now(),
  actorId: null,
});

const line = (exchange: Exchange) => ({
  requestId: exchange.requestId,
  method: exchange.method,
  path: exchange.path,
  actorId: exchange.actorId,
  ms: Math.round(performance.now() - exchange.startedAt),
});

/** Each refusal is one line with its stable code; what was sent is not in it. */
export const logRefusal = (exchange: Exchange, refusal: Refusal): void =>
  log().warn({ ...line(exchange), status: refusal.status, code: refusal.code }, 'refused');

export const logDone = (exchange: Exchange, operation: string): void => log().info({ ...line(exchange), operation }, 'done');

/** The stack belongs here and nowhere else. */
export const logFault = (exchange: Exchange, error: unknown): void =>
  log().error({ ...line(exchange), status: 500, code: 'InternalError', err: error }, 'failed');
