import { createHmac, timingSafeEqual } from 'node:crypto';
import { authSecret } from './settings';

/** A sign that the desk itself gave this item to this person to look at: with it in the address, opening it is no choice of theirs. */
export const offerOf = (personId: string, itemId: string): string =>
  createHmac('sha256', authSecret()).update(`offer ${personId} ${itemId}`).digest('hex').slice(0, 24);

export function isOffered(personId: string, itemId: string, sign: string | null): boolean {
  const offer = offerOf(personId, itemId);
  return sign !== null && sign.length === offer.length && timingSafeEqual(Buffer.from(sign), Buffer.from(offer));
}
