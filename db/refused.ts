import { type Refusal, type Result, refusal, refuse } from '@/lib/base';

const REFUSED = Symbol.for('countercheck.refused');

/**
 * An expected "no" on its way out of a transaction: thrown so that everything rolls back, turned into a value again by
 * `verb` and `runOperation`. Nothing outside db needs to throw it.
 */
export class Refused extends Error {
  readonly [REFUSED] = true;

  constructor(readonly refusal: Refusal) {
    super(`${refusal.code}: ${refusal.cause} ${refusal.next}`);
    this.name = 'Refused';
  }

  // Bundles duplicate this class, while the database they share throws the copy it was made with.
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && REFUSED in value;
  }
}

/** `refusal` of lib/base, thrown. */
export function giveUp(...words: Parameters<typeof refusal>): never {
  throw new Refused(refusal(...words));
}

/**
 * What somebody saw is not what there is any more. Both are told, what they sent and what stands now, so that nobody's work is overwritten unseen:
 * 409 `VersionConflict` with `yours` and `current`, each with its revision where there is one.
 */
export const movedOn = (
  yours: object,
  current: object,
  cause = 'Somebody else changed this meanwhile.',
  next = 'Compare what you typed with what stands there now, and send what shall hold.',
): Result<never> => refuse(409, 'VersionConflict', cause, next, { details: { yours: { ...yours }, current: { ...current } } });

/** An act is not taken back over what somebody did since. */
export const changedSince = (
  cause = 'It was changed again since then.',
  next = 'Look at how it stands now, and change that.',
): Result<never> => refuse(409, 'ChangedSince', cause, next);

/** The code libSQL gave to an error, wherever in the chain of causes it stands; null for every other error. */
export function sqliteCode(error: unknown): string | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string' && /^SQLITE_|^TRANSACTION_/.test(at.code)) return at.code;
  }
  return null;
}
