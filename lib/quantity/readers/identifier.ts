import type { Token } from '@/lib/base';
import { CODES } from '../currencies';
import { makeExcluded, type Reader } from '../found';
import { readDigits } from '../numeral';
import { capital, digits, glued, isDash, isHyphen, mark, near, word } from './look';

/** Words whose number is a label: "Article 50", "Flight 370", "No. 10", "Registration Number: 224617". */
const LABELS: ReadonlySet<string> = new Set(
  (
    'article articles section sections chapter flight route highway interstate room page pages phase grade type version number ' +
    'numbers no nos figure fig table channel platform gate district zone formula category cat act volume vol issue id isbn issn ' +
    'tel telephone phone fax box order licence license permit lot bus line area building block class form resolution rule title ' +
    'paragraph clause amendment regulation directive stage level tier model windows boeing airbus apollo magnitude score seed ' +
    'mark'
  ).split(' '),
);
/** Plain words among the labels: they label only with a capital or a colon. */
const NEEDS_CAPITAL: ReadonlySet<string> = new Set(
  (
    'number numbers order line area building block class form act issue box platform gate table figure volume stage level tier ' +
    'model type grade title mark score no room bus rule page pages lot articles sections resolution phase category'
  ).split(' '),
);

/** Numbers that name or label something: codes, addresses, registration numbers, screen resolutions, magnitudes. */
export const identifierReader: Reader = {
  name: 'identifier',
  begins: 'any',
  read(tokens, i) {
    if (word(tokens, i) !== '') return address(tokens, i);
    const text = digits(tokens, i);
    if (text === '') return null;
    if (readDigits(text) === null) return makeExcluded('identifier', i, i + 1, 'identifier');
    if (/^0\d+$/.test(text)) return makeExcluded('identifier', i, phoneEnd(tokens, i + 1), 'identifier');
    const times = tokens[i + 1];
    if (times && glued(tokens, i + 1) && /^[*×x]$/i.test(times.text) && digits(tokens, i + 2) !== '' && glued(tokens, i + 2))
      return makeExcluded('identifier', i, i + 3, 'resolution');
    if (/^\d{3}$/.test(text) && isHyphen(tokens, i + 1) && phoneEnd(tokens, i + 1) >= i + 5)
      return makeExcluded('identifier', i, phoneEnd(tokens, i + 1), 'identifier');
    const unit = isHyphen(tokens, i + 1) ? word(tokens, i + 2) : word(tokens, i + 1);
    if (unit === 'caliber' || unit === 'calibre') return makeExcluded('identifier', i, i + 1, 'name');
    if (streetBehind(tokens, i + 1)) return makeExcluded('identifier', i, i + 1, 'address');
    if (mark(tokens, i - 1) === '#' && glued(tokens, i)) return makeExcluded('identifier', i, i + 1, 'identifier');
    return labelled(tokens, i)
      ? makeExcluded('identifier', i, i + 1, word(tokens, i - 1) === 'magnitude' ? 'magnitude' : 'identifier')
      : null;
  },
};

/** "218 West 31st Street": capitals and an ordinal up to a word for a street. */
function streetBehind(tokens: readonly Token[], from: number): boolean {
  for (let k = from; k < from + 6 && near(tokens, k); k += 1) {
    if (/^(street|avenue|road|boulevard|lane|drive|square|ave|blvd)$/.test(word(tokens, k))) return k > from && capital(tokens[k]);
    if (!capital(tokens[k]) && tokens[k]?.kind !== 'number' && !/^(st|nd|rd|th)$/.test(word(tokens, k))) return false;
  }
  return false;
}

/** Digits behind a digit and hyphens: 010-5555-1234. */
function phoneEnd(tokens: readonly Token[], from: number): number {
  let to = from;
  while (isHyphen(tokens, to) && glued(tokens, to) && glued(tokens, to + 1) && digits(tokens, to + 1) !== '') to += 2;
  return to;
}

function labelled(tokens: readonly Token[], i: number): boolean {
  let at = i - 1;
  if (word(tokens, at) === 'of' && word(tokens, at - 1) === 'magnitude') return true;
  const colon = mark(tokens, at) === ':' || mark(tokens, at) === '.';
  if (colon) at -= 1;
  const label = word(tokens, at);
  if (!LABELS.has(label) || !near(tokens, i)) return false;
  if (mark(tokens, i - 1) === '.' && !/^(no|nos|vol|fig|tel|cat)$/.test(label)) return false;
  if (label === 'no') return capital(tokens[at]) || mark(tokens, i - 1) === '.';
  return !NEEDS_CAPITAL.has(label) || (capital(tokens[at]) && mark(tokens, at - 1) !== '.') || mark(tokens, i - 1) === ':';
}

/** Web and mail addresses: everything glued together is one name. */
function address(tokens: readonly Token[], i: number): ReturnType<typeof makeExcluded> | null {
  const first = word(tokens, i);
  const web = (first === 'http' || first === 'https') && mark(tokens, i + 1) === ':' && glued(tokens, i + 1) && mark(tokens, i + 2) === '/';
  if (!web && !(first === 'www' && mark(tokens, i + 1) === '.' && glued(tokens, i + 2))) return null;
  let to = i + 1;
  while (to < tokens.length && glued(tokens, to)) to += 1;
  return makeExcluded('identifier', i, to, 'address');
}

const AFTER_DIGITS: ReadonlySet<string> = new Set(
  (
    'st nd rd th s k m mn mm b bn bln mln t tn trn cr million billion trillion thousand km kms kg kgs g mg cm mph kph kmh kw mw ' +
    'gw kwh mwh gwh twh ft in lb lbs oz ml l h hz mhz ghz kb mb gb tb c f w v am pm pc pct percent x hr hrs min mins sec secs ' +
    'yr yrs yo bps rpm ha usd eur gbp euro euros hp bhp a.m. p.m. p'
  ).split(' '),
);

/** COVID-19, G20, AK-47, 2019nCoVR, 3D, the 737-800: digits inside a name, whichever side the letters stand on. */
export const nameReader: Reader = {
  name: 'name',
  begins: 'number',
  read(tokens, i) {
    const text = digits(tokens, i);
    if (text === '') return null;
    if (glued(tokens, i) && i > 0) {
      const previous = tokens[i - 1] as Token;
      if (previous.kind === 'word' && !money(previous) && !(previous.lower === 'c' || previous.lower === 'x')) return nameFrom(tokens, i);
      const before = tokens[i - 2];
      if (
        isDash(tokens, i - 1) &&
        glued(tokens, i - 1) &&
        before?.kind === 'word' &&
        /^[-‐‑]$/.test(previous.text) &&
        !/^(sub|over|under|plus|up)$/.test(before.lower)
      )
        return nameFrom(tokens, i);
    }
    const next = tokens[i + 1];
    if (next?.kind === 'word' && next.gap === 'none' && !AFTER_DIGITS.has(next.lower)) return nameFrom(tokens, i);
    // "BX 20 pumps", "F 16 jets": two or three capitals and a short number.
    const label = tokens[i - 1];
    if (
      label?.kind === 'word' &&
      near(tokens, i) &&
      /^[A-Z]{1,3}$/.test(label.text) &&
      /^\d{1,3}$/.test(text) &&
      !money(label) &&
      !SENTENCE_CAPITALS.test(label.text)
    )
      return makeExcluded('name', i, i + 1, 'name');
    return null;
  },
};

const SENTENCE_CAPITALS =
  /^(A|I|IN|AT|ON|OF|BY|TO|FOR|AND|THE|OR|AS|US|UK|EU|UN|PM|AM|TV|WHO|NHC|CNN|BBC|AP|AFP|NHK|NOT|ALL|HAS|WAS|ITS|NEW|TOP)$/;
const money = (token: Token): boolean => CODES.has(token.lower);

/** The digits at token `i` and all that is glued to them. */
function nameFrom(tokens: readonly Token[], i: number): ReturnType<typeof makeExcluded> {
  let to = i + 1;
  while (to < tokens.length && glued(tokens, to) && (tokens[to]?.kind !== 'mark' || (isHyphen(tokens, to) && glued(tokens, to + 1))))
    to += 1;
  return makeExcluded('name', i, to, 'name');
}
