import { MONTH_NUMBERS, type Token, WEEKDAYS, WordList, WordTable, words } from '../../base';
import { AGED } from '../amounts/range';
import { closesPhrase } from '../closes';
import { type Found, makeFound, type Reader } from '../found';
import { capital, digits, glued, isHyphen, isOf, isSign, mark, near, tokenAt, valueAt, word } from '../look';
import { isGapped } from '../signs/gapped';
import { isAge, isProper, PLACING } from '../signs/proper';
import { SMALL } from '../words/numberwords';
import { isPlural, plural } from '../words/plural';
import { CLOSED, WHEN } from '../words/stopwords';

const SPANS = words('hour day week month year');
/** May stand between "aged" and the figure. */
const HEDGES = words('about around over under above below older younger than at least nearly almost just only of');

/** Makes an age of a figure that is one: "44 years old", "a 3-month-old", "aged 44", "over the age of 21", "six weeks of age", "Mara Lind, 44,". */
export function withAge(tokens: readonly Token[], found: Found): void {
  if (asAgeGroup(tokens, found)) return;
  const span = found.unit === null ? spacedSpan(tokens, found) : SPANS.has(found.unit) ? { unit: found.unit, to: found.spanTo } : null;
  const to = span === null ? short(tokens, found) : oldBehind(tokens, span.to);
  if (to > 0) {
    makeAge(found, span?.unit ?? 'year', to);
  } else if (span === null ? found.unit === null && (asked(tokens, found) || besideName(tokens, found)) : asked(tokens, found)) {
    makeAge(found, span?.unit ?? 'year', found.spanTo);
  }
}

/** "a year and a half old", "half a year old": makes an age of a length of time with "old" behind it; false where none stands. */
export function isOld(tokens: readonly Token[], found: Found): boolean {
  const to = SPANS.has(found.unit ?? '') ? oldBehind(tokens, found.spanTo) : 0;
  if (to > 0) makeAge(found, found.unit as string, to);
  return to > 0;
}

const GROUPS: WordTable<string> = new WordTable([...SMALL].slice(3).map(([name, value]) => [plural(name), String(value)]));

/** "the under-fives" */
export const ageGroupReader: Reader = {
  name: 'age',
  begins: 'word',
  words: GROUPS.keys(),
  read(tokens, i) {
    const found = makeFound('age', i, i + 1, valueAt(tokens, i, GROUPS) ?? '0');
    return withBound(tokens, found, i + 1) ? found : null;
  },
};

/** Makes an age of "the over-65s", whose s is no second; false where it is none. */
function asAgeGroup(tokens: readonly Token[], found: Found): boolean {
  return word(tokens, found.to) === 's' && glued(tokens, found.to) && withBound(tokens, found, found.to + 1);
}

/** Makes an age with one bound of a figure behind "over-" or "under-"; false where none stands. */
function withBound(tokens: readonly Token[], found: Found, to: number): boolean {
  const bound = isHyphen(tokens, found.from - 1) && glued(tokens, found.from) ? word(tokens, found.from - 2) : '';
  if (bound !== 'over' && bound !== 'under') return false;
  makeAge(found, 'year', to);
  found.mentionFrom = found.from - 2;
  found.hedge = bound === 'over' ? 'more-than' : 'less-than';
  if (bound === 'over') found.high = null;
  else found.low = null;
  found.lowInclusive = false;
  found.highInclusive = false;
  found.readers.push('hedge');
  return true;
}

function makeAge(found: Found, unit: string, to: number): void {
  found.unit = `${unit} old`;
  found.spanTo = to;
  found.mentionTo = to;
  found.readers.push('age');
}

/** "28 - year - old": hyphens between blanks. */
function spacedSpan(tokens: readonly Token[], found: Found): { unit: string; to: number } | null {
  const unit = isHyphen(tokens, found.to) ? word(tokens, found.to + 1) : '';
  return SPANS.has(unit) && isHyphen(tokens, found.to + 2) ? { unit, to: found.to + 2 } : null;
}

/** The index behind "old", "-old", "-olds" or "of age"; 0 where none stands. */
function oldBehind(tokens: readonly Token[], i: number): number {
  if (word(tokens, i) === 'of' && word(tokens, i + 1) === 'age') return i + 2;
  // "5 yr. old"
  const at = isHyphen(tokens, i) || (mark(tokens, i) === '.' && isOf(tokens, i - 1, SHORT)) ? i + 1 : i;
  const old = near(tokens, at) ? word(tokens, at) : '';
  return old === 'old' || old === 'olds' ? at + 1 : 0;
}

const SHORT = words('yr yrs mo mos wk wks');

/** "44yo", "44 y.o.", "44 y/o" */
function short(tokens: readonly Token[], { to }: Found): number {
  if (word(tokens, to) === 'yo' || word(tokens, to) === 'y.o' || word(tokens, to) === 'y.o.') return to + 1;
  return word(tokens, to) === 'y' && mark(tokens, to + 1) === '/' && word(tokens, to + 2) === 'o' && glued(tokens, to + 2) ? to + 3 : 0;
}

/** "aged 44", "at the age of about 20", "people over 65", "adults 18 and older", "she was 91." */
function asked(tokens: readonly Token[], found: Found): boolean {
  let k = found.spanFrom - 1;
  while (k > found.spanFrom - 5 && isOf(tokens, k, HEDGES)) k -= 1;
  if (!near(tokens, k + 1)) return false;
  // "Age: 44"
  if ((mark(tokens, k) === ':' || mark(tokens, k) === '=') && glued(tokens, k) && isOf(tokens, k - 1, AGED))
    return found.unit === null && closesPhrase(tokens, found.spanTo);
  const before = word(tokens, k);
  if (AGED.has(before)) return word(tokens, found.spanTo) !== 'ago';
  if (found.unit !== null || !isYears(tokens, found)) return false;
  const closed = closesPhrase(tokens, found.spanTo);
  if (closed && (ageIs(tokens, k) || asYoungAs(tokens, found.spanFrom))) return true;
  if (PEOPLE.has(before))
    return k < found.spanFrom - 1 ? closed && !isOf(tokens, found.spanFrom - 1, PARTS) : andOlder(tokens, found.spanTo);
  if (word(tokens, found.spanFrom - 1) === 'of') return isOf(tokens, found.spanFrom - 2, YOUNG) && closed;
  const dated = closed || isOf(tokens, found.spanTo, WHEN);
  if (TURNS.has(before) && capital(tokens[k - 1])) return dated && word(tokens, found.spanTo) !== 'of';
  if (olderBehind(tokens, found.spanTo)) return true;
  const verb = word(tokens, found.spanFrom - 1);
  const who = word(tokens, found.spanFrom - 2);
  // "They are both 34.", "He is 45 and she 43."
  if (verb === 'both' && (who === 'are' || who === 'were' || mark(tokens, found.spanFrom - 2) === ',')) return ends(tokens, found.spanTo);
  if (WHO.has(verb) && who === 'and') return ends(tokens, found.spanTo);
  if (!BEING.has(verb) || !WHO.has(who)) return false;
  if (TURNS.has(verb)) return dated;
  return ends(tokens, found.spanTo) || (word(tokens, found.spanTo) === 'and' && isOf(tokens, found.spanTo + 1, WHO));
}

/** "workers at seven of the plants": between people and a figure these lead to no age. */
const PARTS = words('of at');
/** "the average age was 45", "raise the retirement age to 67": the age stands before the verb. */
const ageIs = (tokens: readonly Token[], k: number): boolean => isOf(tokens, k, LINKS) && word(tokens, k - 1) === 'age';
const LINKS = words('is was to at from');

/** "as young as 16", "died at 44" */
function asYoungAs(tokens: readonly Token[], from: number): boolean {
  const before = word(tokens, from - 1);
  // "put the dead at 44" counts them.
  if (before === 'at') return isOf(tokens, from - 2, DYING) && !isOf(tokens, from - 3, COUNTED);
  return before === 'as' && isOf(tokens, from - 2, YOUNG_OLD) && word(tokens, from - 3) === 'as';
}
const COUNTED = words('the of number');
const DYING = words('died dies dead married retired');
const YOUNG_OLD = words('young old');

const PEOPLE = words(
  'people those children adults women men anyone residents patients kids workers voters pupils citizens americans boys girls',
);
const YOUNG = words('boy girl child man woman baby son daughter toddler teenager pensioner youth widow');
const BEING = words('is was turned turns');
const TURNS = words('turned turns');
const WHO = words('who he she');
const OLDER = words('older over up above younger under upwards');

/** "65 and older", "12 or under" */
const andOlder = (tokens: readonly Token[], i: number): boolean =>
  (word(tokens, i) === 'and' || word(tokens, i) === 'or') && isOf(tokens, i + 1, OLDER);
/** "65 and older": said of living beings alone. */
const olderBehind = (tokens: readonly Token[], i: number): boolean =>
  andOlder(tokens, i) && isOf(tokens, i + 1, ELDERS) && closesPhrase(tokens, i + 2);
const ELDERS = words('older younger');
const ends = (tokens: readonly Token[], i: number): boolean => !near(tokens, i) || isSign(tokens, i, CLOSERS);

const CLOSERS = words(', . ; ) " ” ’ !');
const OLDEST = 115;
const isYears = (tokens: readonly Token[], { from, to, low }: Found): boolean =>
  to === from + 1 && low !== null && !low.includes('.') && Number(low) > 0 && Number(low) <= OLDEST && mark(tokens, from - 1) !== '$';

/** "Mara Lind, 44, has", "the baker, 44, said" and "Mara Lind (44)": a number of years in apposition to a person. */
function besideName(tokens: readonly Token[], found: Found): boolean {
  const { from, to } = found;
  const before = tokenAt(tokens, from - 2);
  if (mark(tokens, from - 1) === '' && near(tokens, from) && isSaying(tokens, from)) return isYears(tokens, found);
  if (digits(tokens, from) === '' || before?.kind !== 'word' || !isYears(tokens, found) || CLOSED.has(before.lower) || !near(tokens, from))
    return false;
  const opened = mark(tokens, from - 1);
  if (opened === '') return isBareAge(tokens, from);
  if (opened === '(') return capital(before) && capital(tokenAt(tokens, from - 3)) && mark(tokens, to) === ')';
  // "Lind , 44 , has": a text that was cut into words.
  if (opened === ',' && mark(tokens, to) === ',' && !glued(tokens, from - 1)) return capital(before) && !NO_PERSON.has(before.lower);
  if (opened !== ',' || !glued(tokens, to) || (glued(tokens, to + 1) && tokens[to + 1]?.kind !== 'mark')) return false;
  return mark(tokens, to) === ',' ? !NO_PERSON.has(before.lower) : capital(before) && isSign(tokens, to, CLOSERS);
}
/** "Rosa Keller 44 has run twice": texts that lost their commas. Behind "in" the two names are a place. */
const isBareAge = (tokens: readonly Token[], i: number): boolean =>
  isAge(tokens, i, digits(tokens, i)) &&
  isProper(tokens, i - 1) &&
  !isPlural(word(tokens, i - 1)) &&
  !isOf(tokens, i - 3, PLACING) &&
  !isGapped(tokens, i) &&
  (isOf(tokens, i + 1, LIVES) || (word(tokens, i + 1) === 'of' && capital(tokens[i + 2])));
/** "Keller 44 said": what speaks is a person, so that one name is enough. */
const isSaying = (tokens: readonly Token[], i: number): boolean =>
  ADULT.test(digits(tokens, i)) && isOf(tokens, i + 1, SPEAKS) && capital(tokens[i - 1]) && !isOf(tokens, i - 1, NO_PERSON);
const ADULT = /^(?:1[6-9]|[2-9]\d)$/;
const SPEAKS = words('who said says told died now');
const LIVES = words('has is was had who said says died told will now');
const NO_PERSON = new WordList([...MONTH_NUMBERS.keys(), ...WEEKDAYS, 'number', 'numbers', 'rooms', 'pages']);
