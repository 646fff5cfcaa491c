import { generateSecret, generateURI, verifySync } from 'otplib';
import type { Instant } from '@/lib/base';

/** A clock may be wrong by this many seconds either way: one code before and one after that of this half minute. */
const TOLERANCE = 30;

/** Twenty random bytes in base 32, as every app for codes takes them. */
export const newSecret = (): string => generateSecret();

/** "otpauth://totp/…": what an app opens, or reads from a picture. */
export const otpauthUri = (secret: string, label: string): string => generateURI({ issuer: 'Countercheck', label, secret });

/**
 * The half minute that a code of six digits (RFC 6238, SHA-1) belongs to, if it fits now and none of that half minute or later was taken
 * before; else null.
 */
export function stepOfCode(secret: string, code: string, lastStep: number, now: Instant): number | null {
  const epoch = Math.floor(Date.parse(now) / 1000);
  const newest = Math.floor((epoch + TOLERANCE) / 30);
  // A clock that was set back: nothing that is new by the last code taken can be told from what is old.
  if (!/^\d{6}$/.test(code) || lastStep >= newest) return null;
  const found = verifySync({ secret, token: code, epoch, epochTolerance: TOLERANCE, afterTimeStep: lastStep });
  return found.valid && 'timeStep' in found ? found.timeStep : null;
}
