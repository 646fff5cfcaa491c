import { add, compare, type Exact, multiply, type Token, words } from '../../base';
import type { FoundPart } from '../found';
import { glued, isHyphen, mark, near, word } from '../look';
import { type Amount, changed } from './types';

/** How many of a smaller unit make one of the larger. A year has no fixed number of days, nor a month, so that these stay two measures. */
const PARTS: ReadonlyMap<string, Readonly<Record<string, Exact>>> = new Map(
  Object.entries<Readonly<Record<string, Exact>>>({
    year: { month: '12' },
    week: { day: '7' },
    day: { hour: '24', minute: '1440' },
    hour: { minute: '60', second: '3600' },
    minute: { second: '60' },
    // "4m 3s": no length has seconds.
    m: { second: '60' },
    mile: { yard: '1760', foot: '5280' },
    yard: { foot: '3', inch: '36' },
    foot: { inch: '12' },
    stone: { pound: '14' },
    pound: { ounce: '16' },
  }),
);
/** What a bare number glued behind, or at the end of a phrase, is in: "6-foot-4", "5 feet 10 tall", "12 stone 3". */
const NEXT: ReadonlyMap<string, string> = new Map([
  ['foot', 'inch'],
  ['stone', 'pound'],
]);
const LONGEST_SHORT = 3;
const WHOLE = /^\d+$/;
const TALL = words('tall high long wide deep and or in for when with to according but while who is was has by as');

/** The smaller unit of the part and how many of it make one of the whole's unit; null where the second amount is no part of the first. */
function partOf(tokens: readonly Token[], whole: Amount, part: Amount, glue: boolean): { unit: string; many: Exact } | null {
  // "2h 15m"
  const unit = part.unit === 'm' && whole.unit === 'hour' ? 'minute' : (part.unit ?? bareUnit(tokens, whole, part, glue));
  const many = unit === null ? undefined : PARTS.get(whole.unit ?? '')?.[unit];
  return unit === null || many === undefined || compare(part.value, many) >= 0 || part.value.startsWith('-') ? null : { unit, many };
}

function bareUnit(tokens: readonly Token[], whole: Amount, part: Amount, glue: boolean): string | null {
  const behind = tokens[part.spanTo];
  const ends =
    behind === undefined ||
    behind.gap === 'block' ||
    (behind.kind === 'mark' && tokens[part.spanTo + 1]?.kind !== 'number') ||
    TALL.has(behind.lower);
  return (glue || ends) && WHOLE.test(part.value) ? (NEXT.get(whole.unit ?? '') ?? null) : null;
}

const asPart = ({ spanFrom, spanTo, value }: Amount, unit: string): FoundPart => ({ from: spanFrom, to: spanTo, value, unit });

/** Index of what may be a part behind a measure: behind a blank, a comma, "and", or a hyphen with blanks on neither side. */
function partFrom(tokens: readonly Token[], to: number): number {
  // Tokenised texts set blanks around all hyphens: "six - foot - two".
  const apart = isHyphen(tokens, to) && isHyphen(tokens, to - 2) && tokens[to]?.gap === 'space' && tokens[to + 1]?.gap === 'space';
  if (isHyphen(tokens, to)) return apart || (glued(tokens, to) && glued(tokens, to + 1)) ? to + 1 : to;
  // A full stop behind "ft" is that of the short form if a part follows.
  const stop = mark(tokens, to) === '.' && word(tokens, to - 1).length <= LONGEST_SHORT;
  const comma = mark(tokens, stop ? to + 1 : to) === ',';
  const behind = to + (stop ? 1 : 0) + (comma ? 1 : 0);
  const at = behind > to && !glued(tokens, behind) ? behind : to;
  return word(tokens, at) === 'and' && near(tokens, at + 1) ? at + 1 : at;
}

/**
 * "two hours, 11 minutes and 53 seconds", "6ft 4in", "7lb 3oz", "six-foot-four": one measure, told in the smallest of its units.
 * `read` reads the amount at a token.
 */
export function withParts(tokens: readonly Token[], whole: Amount, read: (i: number) => Amount | null): Amount {
  if (!PARTS.has(whole.unit ?? '') || !WHOLE.test(whole.value) || !near(tokens, whole.spanTo)) return whole;
  const at = partFrom(tokens, whole.spanTo);
  const glue = at === whole.spanTo ? glued(tokens, at) : isHyphen(tokens, at - 1);
  const ends = word(tokens, at - 1) === 'and' && word(tokens, whole.spanFrom - 1) === 'between';
  const part = near(tokens, at) && !ends ? read(at) : null;
  const fits = part && part.spanFrom === at ? partOf(tokens, whole, part, glue) : null;
  if (!part || !fits) return whole;
  const value = add(multiply(whole.value, fits.many), part.value);
  const { to, spanTo, grain } = part;
  const parts = [...(whole.parts.length > 0 ? whole.parts : [asPart(whole, whole.unit as string)]), asPart(part, fits.unit)];
  return withParts(tokens, changed(whole, { value, to, spanTo, grain, unit: fits.unit, unitDoubt: null, parts }), read);
}
