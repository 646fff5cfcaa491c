/** One thing that is wrong with a form, at one of its fields. */
export interface FieldFault {
  code: string;
  cause: string;
  next: string;
  field: string;
}

/**
 * An expected "no". `code` is stable and PascalCase; `cause` says what happened and `next` what to do about it,
 * both in plain words a reviewer reads; `details` is data for machines (both versions of a lost race, for instance).
 */
export interface Refusal {
  code: string;
  cause: string;
  next: string;
  /** HTTP status that fits the refusal; commands ignore it. */
  status: 400 | 401 | 403 | 404 | 405 | 406 | 409 | 410 | 413 | 414 | 415 | 422 | 429 | 503 | 507;
  /** Name of the input field at fault, where one is. */
  field?: string;
  /** All that is wrong with a form, in its order, where that is more than one thing; the first is what the rest of the refusal says. */
  faults?: FieldFault[];
  details?: Record<string, unknown>;
}

/** Refusals are values; the impossible throws. */
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refusal = (
  status: Refusal['status'],
  code: string,
  cause: string,
  next: string,
  more: Pick<Refusal, 'field' | 'details'> = {},
): Refusal => ({ status, code, cause, next, ...more });

/** The refusal of a form for what is wrong with it, one fault at least. */
export const refusedForm = (faults: readonly [FieldFault, ...FieldFault[]]): Refusal => ({
  status: 422,
  ...faults[0],
  ...(faults.length > 1 ? { faults: [...faults] } : {}),
});

/** A refusal as the result it is for its caller. */
export const refuse = (...words: Parameters<typeof refusal>): Result<never> => ({ ok: false, refusal: refusal(...words) });
