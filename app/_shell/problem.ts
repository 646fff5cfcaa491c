import type { FieldFault, Refusal } from '@/lib/base';
import type { Exchange } from './exchange';
import { settings } from './settings';

/** RFC 9457, with our own members `code`, `next`, `requestId`, and `field`, `faults` and `details` where there are any. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  next: string;
  requestId: string;
  field?: string;
  faults?: FieldFault[];
  details?: Record<string, unknown>;
}

const words = (code: string): string => code.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);

/** The page that explains the code. */
const typeOf = (code: string): string => `${settings().publicUrl}/docs/errors/${code}`;

export const problemOf = (refusal: Refusal, requestId: string): Problem => ({
  type: typeOf(refusal.code),
  title: words(refusal.code),
  status: refusal.status,
  code: refusal.code,
  detail: refusal.cause,
  next: refusal.next,
  requestId,
  ...(refusal.field === undefined ? {} : { field: refusal.field }),
  ...(refusal.faults === undefined ? {} : { faults: refusal.faults }),
  ...(refusal.details === undefined ? {} : { details: refusal.details }),
});

/** What nobody expected, without anything that would tell how we are made. */
export const faultOf = (requestId: string): Problem => ({
  type: typeOf('InternalError'),
  title: 'Internal error',
  status: 500,
  code: 'InternalError',
  detail: 'Something went wrong on our side, and nothing was changed.',
  next: 'Try again; if it happens again, tell the operator the request id.',
  requestId,
});

const answer = (problem: Problem, headers: Record<string, string> = {}): Response =>
  Response.json(problem, {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  });

/** Seconds to wait, where the refusal knows them. */
export const retryHeader = (refusal: Refusal): Record<string, string> => {
  const seconds = refusal.details?.retryAfter;
  return typeof seconds === 'number' ? { 'retry-after': String(Math.ceil(seconds)) } : {};
};

export const problemResponse = (refusal: Refusal, exchange: Exchange, headers: Record<string, string> = {}): Response =>
  answer(problemOf(refusal, exchange.requestId), { ...retryHeader(refusal), ...headers });

/** The answer to what nobody expected: no stack, no path, no statement. */
export const faultResponse = (exchange: Exchange): Response => answer(faultOf(exchange.requestId));
