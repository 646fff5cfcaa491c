import { MONTH_NUMBERS, type Token } from '@/lib/base';
import { makeExcluded, type Reader } from '../found';
import { isPlural } from '../plural';
import { capital, digits, glued, isDash, mark, near, word } from './look';

/** Words that are a month only with a capital. */
const isMonth = (tokens: readonly Token[], i: number): boolean => MONTH_NUMBERS.has(word(tokens, i)) && capital(tokens[i]);
const isDayNumber = (text: string): boolean => text.length <= 2 && /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 31;
export const isYearNumber = (text: string): boolean => text.length === 4 && /^(1[5-9]|20)\d\d$/.test(text);
const ordinalEnd = (tokens: readonly Token[], i: number): number =>
  glued(tokens, i) && /^(st|nd|rd|th)$/.test(word(tokens, i)) ? i + 1 : i;
const commaYear = (tokens: readonly Token[], i: number): number => {
  const at = mark(tokens, i) === ',' ? i + 1 : i;
  return near(tokens, at) && isYearNumber(digits(tokens, at)) ? at + 1 : i;
};

/** "March 26", "Feb. 12, 2020", "9th Apr, 2018", "14-Jul-2018", "5 May", "2018-07-14", "7/8/2011", "March 2020". */
export const dateReader: Reader = {
  name: 'date',
  begins: 'any',
  read(tokens, i) {
    const to = monthFirst(tokens, i) ?? dayFirst(tokens, i) ?? numeric(tokens, i);
    return to === null ? null : makeExcluded('date', i, to, 'date');
  },
};

function monthFirst(tokens: readonly Token[], i: number): number | null {
  if (!isMonth(tokens, i)) return null;
  let at = i + 1;
  if (mark(tokens, at) === '.' || isDash(tokens, at)) at += 1;
  if (!near(tokens, at)) return null;
  if (isYearNumber(digits(tokens, at))) return at + 1;
  if (!isDayNumber(digits(tokens, at))) return null;
  // "In May 20 boats sank": the number counts the people behind it.
  const next = tokens[at + 1];
  if (next?.kind === 'word' && next.gap === 'space' && !capital(next) && isPlural(next.lower)) return null;
  at = ordinalEnd(tokens, at + 1);
  if ((isDash(tokens, at) || word(tokens, at) === 'to' || word(tokens, at) === 'and') && isDayNumber(digits(tokens, at + 1))) {
    const after = tokens[at + 2];
    if (!(after?.kind === 'word' && after.gap === 'space' && isPlural(after.lower))) at = ordinalEnd(tokens, at + 2);
  }
  return commaYear(tokens, at);
}

function dayFirst(tokens: readonly Token[], i: number): number | null {
  if (!isDayNumber(digits(tokens, i))) return null;
  let at = ordinalEnd(tokens, i + 1);
  if (word(tokens, at) === 'of' && at > i + 1) at += 1;
  if (isDash(tokens, at) && glued(tokens, at)) at += 1;
  if (!isMonth(tokens, at) || !near(tokens, at)) return null;
  at += 1;
  if (mark(tokens, at) === '.' && near(tokens, at + 1) && isYearNumber(digits(tokens, at + 1))) return at + 2;
  if (isDash(tokens, at) && glued(tokens, at) && glued(tokens, at + 1)) at += 1;
  return commaYear(tokens, at);
}

function numeric(tokens: readonly Token[], i: number): number | null {
  const text = digits(tokens, i);
  if (text.length >= 6 && (/^\d{1,2}\.\d{1,2}\.(\d{2}|\d{4})$/.test(text) || /^\d{4}\.\d{1,2}\.\d{1,2}$/.test(text))) return i + 1;
  const sign = mark(tokens, i + 1);
  if (sign !== '/' && !isDash(tokens, i + 1)) return null;
  if (mark(tokens, i + 3) !== sign) return null;
  const parts = [text, digits(tokens, i + 2), digits(tokens, i + 4)];
  const tight = [1, 2, 3, 4].every((step) => glued(tokens, i + step));
  return tight && /^\d{1,4}-\d{1,2}-\d{1,4}$/.test(parts.join('-')) ? i + 5 : null;
}

/** "in 2019", "the 1960s", "2000-01", "Copyright 1995": four digits that name a year, by what stands around them. */
export const yearReader: Reader = {
  name: 'year',
  begins: 'number',
  read(tokens, i) {
    const text = digits(tokens, i);
    if (/^\d{2}(\d{2})?$/.test(text) && glued(tokens, i + 1) && word(tokens, i + 1) === 's') return makeExcluded('year', i, i + 2, 'year');
    if (mark(tokens, i - 1).match(/^['’‘]$/) && glued(tokens, i) && /^\d{2}$/.test(text)) return makeExcluded('year', i, i + 1, 'year');
    if (!isYearNumber(text)) return null;
    // "1995 -": a copyright line; "2019-20" and "1995–2000": seasons and spans of years.
    let to = i + 1;
    if (
      (isDash(tokens, to) || mark(tokens, to) === '/') &&
      glued(tokens, to) &&
      glued(tokens, to + 1) &&
      /^\d{2}(\d{2})?$/.test(digits(tokens, to + 1))
    )
      to += 2;
    const before = word(tokens, i - 1);
    if (
      /^(in|since|by|until|till|before|after|during|of|year|years|from|to|copyright|c|late|early|mid|spring|summer|autumn|fall|winter|q[1-4]|fy)$/.test(
        before,
      )
    )
      return countsThings(tokens, to) && !/^(in|since|during|year|copyright)$/.test(before) ? null : makeExcluded('year', i, to, 'year');
    if (mark(tokens, i - 1) === '©') return makeExcluded('year', i, to, 'year');
    const sign = mark(tokens, i - 1);
    if ((sign === '$' || sign === '€' || sign === '£') && glued(tokens, i)) return null;
    return countsThings(tokens, to) ? null : makeExcluded('year', i, to, 'year');
  },
};

/** A lower-case word or a unit behind four digits is what they count ("2000 villagers"); a capital or a verb is not. */
function countsThings(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i];
  if (next === undefined || next.gap === 'block') return false;
  if (next.kind === 'mark')
    return (
      next.text === '%' ||
      next.text === '°' ||
      (next.gap === 'none' && /^[$€£]$/.test(next.text)) ||
      (next.text === '-' && next.gap === 'none')
    );
  if (next.kind !== 'word') return false;
  if (next.gap === 'none') return true;
  for (let k = i; k < i + 4; k += 1) {
    const token = tokens[k];
    if (token?.kind !== 'word' || token.gap === 'block') return false;
    if (isPlural(token.lower)) return true;
    if (/^(million|billion|percent|per|kg|km|metric|cubic|square|mw|rpm|mln|bn|yuan|yen)$/.test(token.lower)) return true;
    if (/^(the|a|an|was|is|were|are|has|had|have|to|and|in|for|by|with|when|after|that|which|who|of|on|as|at|but)$/.test(token.lower))
      return false;
  }
  return false;
}
