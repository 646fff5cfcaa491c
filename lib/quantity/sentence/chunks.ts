import { type Token, words } from '../../base';
import type { Found } from '../found';
import { glued, isDash, isOf, mark } from '../look';
import { DOLLARS } from '../units/currencies';

import type { Chunk } from './chunk';
import { FORMS, fillForms, formOf, kindOf } from './forms';
import { KINDS } from './kinds';
import { Scan } from './scan';

/** How many tokens behind its end may tell what the last words of a sentence are. */
const BEHIND = 3;

/** Room for the forms of tokens; behind the last one stands nothing, which is asked for as well. */
export function formsFor({ length }: readonly Token[]): number[] {
  const forms = new Array<number>(length + BEHIND);
  for (let i = 0; i < length + BEHIND; i += 1) forms[i] = 0;
  return forms;
}

/** Splits tokens `from`..`to` into chunks in one pass; `found[first]` is the first quantity that may stand there. */
export function chunksOf(
  tokens: readonly Token[],
  forms: number[],
  from: number,
  to: number,
  found: readonly Found[],
  first: number,
): Chunk[] {
  fillForms(forms, tokens, Math.max(0, from - 1), Math.min(tokens.length, to + BEHIND));
  const scan = new Scan(tokens, forms, to);
  let next = first;
  for (let i = from; i < to; ) {
    while (next < found.length && passed(found[next] as Found, i)) next += 1;
    const one = found[next];
    scan.stop = one ? Math.min(to, beginOf(tokens, one)) : to;
    while (i < scan.stop) i = scan.read(i);
    if (one === undefined || i >= to || one.spanTo <= i) continue;
    const end = endOf(tokens, one, i, to);
    if (stands(one)) scan.pushQuantity(i, end, next, one.noun === null);
    else scan.push(KINDS.TIME, i, end);
    next += 1;
    i = end;
  }
  return scan.chunks;
}

/** A number inside a name is read with the name; a date tells when. */
const passed = (one: Found, i: number): boolean => one.spanTo <= i || !(stands(one) || TIMES.has(one.excluded as string));
const TIMES: ReadonlySet<string> = new Set(['date', 'clock', 'year']);

/** A quantity for the sentence, even if it only points to what was counted before ("the two sessions"). */
const stands = (one: Found): boolean => one.excluded === null || one.excluded === 'definite' || one.excluded === 'partitive';

/** Where the quantity begins, with its hedge, unless that is a sign or a verb stands between the two. */
function beginOf(tokens: readonly Token[], one: Found): number {
  // "US $84 billion"
  if (mark(tokens, one.spanFrom) === '$' && isOf(tokens, one.spanFrom - 1, DOLLARS)) return one.spanFrom - 1;
  if (one.mentionFrom >= one.spanFrom) return one.spanFrom;
  const last = tokens[one.spanFrom - 1] as Token;
  const sign = last.kind === 'mark' && last.text !== '.';
  const form = formOf(last.lower);
  return sign || (form & FORMS.PAST) !== 0 || kindOf(form) === KINDS.VERB ? one.spanFrom : one.mentionFrom;
}

/** Behind unit, noun and hedge; the place behind an elided noun is a phrase of its own. */
function endOf(tokens: readonly Token[], one: Found, from: number, most: number): number {
  let end = Math.max(from + 1, one.spanTo, one.nounTo);
  if (one.mentionTo > end && !one.readers.includes('elided')) end = one.mentionTo;
  while (end < most && trails(tokens, end)) end += 1;
  return Math.min(end, most);
}

/** "62-year-old", "12 metres long": said of the quantity itself. */
const trails = (tokens: readonly Token[], i: number): boolean =>
  isOf(tokens, i, DIMENSIONS) || (isDash(tokens, i) && glued(tokens, i) && isOf(tokens, i + 1, DIMENSIONS));
const DIMENSIONS = words('old long tall high wide deep thick heavy strong higher lower longer shorter apiece');
