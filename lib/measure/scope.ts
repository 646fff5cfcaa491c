import { placeNamed } from '@/lib/claim';
import { countedOf } from './nouns';
import { once } from './once';
import type { RecordedClaim } from './types';

/** How the scopes that two claims state stand: the same (or none stated), one inside the other, apart, or stated by one side only. */
export type ScopeRelation = 'same' | 'a-in-b' | 'b-in-a' | 'apart' | 'only-a' | 'only-b';

const clean = (place: string): string => placeNamed(place).normalize('NFC').toLowerCase().replace(/^the /, '').trim();
/** "the Sultanate", "the County": a place that is called by its kind is whichever the text speaks of. */
const KIND =
  /^(?:sultanate|kingdom|republic|state|city|county|province|emirate|country|district|region|island|town|village|territory|capital|municipality)$/;
const places = once((claim) => [...new Set(claim.frame.scope.map(clean))].filter((place) => !KIND.test(place)).sort());
const subset = (a: readonly string[], b: readonly string[]): boolean => a.every((place) => b.includes(place));

/** Of two totals, one counts the drivers and the other the guests. */
const countOthers = (a: RecordedClaim, b: RecordedClaim): boolean => !countedOf(a).heads.some((head) => countedOf(b).heads.includes(head));

/** Compares what the words state; a part by `partOf` counts as stated. */
export function scopeRelation(a: RecordedClaim, b: RecordedClaim): ScopeRelation {
  if (a.partOf === b.id) return 'a-in-b';
  if (b.partOf === a.id) return 'b-in-a';
  if (a.partOf !== null && b.partOf !== null && (a.partOf === b.partOf || countOthers(a, b))) return 'apart';
  if (a.frame.scope.length + b.frame.scope.length === 0) return 'same';
  const [x, y] = [places(a), places(b)];
  if (subset(x, y) && subset(y, x)) return 'same';
  if (x.length === 0) return 'only-b';
  if (y.length === 0) return 'only-a';
  // More places named together narrow the scope: "in Bergen, Norway" lies in "Norway".
  if (subset(y, x)) return 'a-in-b';
  if (subset(x, y)) return 'b-in-a';
  return 'apart';
}
