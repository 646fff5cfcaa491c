// Quality on the project's own corpus: of every figure that a phrase states, is it found, and with its unit or counted thing?
import { readQuantities, unitKey } from '@/lib/quantity';
import { meanings, nothings } from '../../tests/corpora/read.ts';

const WORDS_BEFORE = /^(?:(?:rising|falling|about|nearly|vague|up to) )*/;

/** "about 40 trams" and "[70,110] km" of the corpus as figures: an open end is null, an open interval has the figure at its one end. */
function figureOf(meaning) {
  const [written, ...thing] = meaning.replace(WORDS_BEFORE, '').split(' ');
  const ends = written.replace(/[[\]()]/g, '').split(',');
  const [low, high] = (ends.length === 2 ? ends : [ends[0], ends[0]]).map(endOf);
  return { low, high, thing: thing.join(' ') };
}

function endOf(end) {
  if (end.includes('∞')) return null;
  const [part, whole = '1'] = end.split('/');
  return Number(part) / Number(whole);
}

const near = (a, b) => a === b || Math.abs(a - b) <= 1e-6 * Math.abs(b);
const isRange = ({ low, high }) => low !== null && high !== null && !near(low, high);

/** The figure as written counts: what "more than" does to it, no peer says. A range is found with both its ends. */
function sameValue(wanted, one) {
  if (isRange(wanted) || isRange(one)) return isRange(wanted) && isRange(one) && near(one.low, wanted.low) && near(one.high, wanted.high);
  return near(one.low ?? one.high, wanted.low ?? wanted.high);
}

/** One name for a unit or a thing however a system says it: "Kilometer", "km" → "km"; "trams" → "tram"; "dollar", "USD" → "USD". */
const NAMES = new Map();
function nameOf(said) {
  const plain = String(said).toLowerCase().trim();
  if (!NAMES.has(plain)) {
    const [one] = readQuantities(`5 ${plain}`).quantities;
    NAMES.set(plain, one?.unit ? unitKey(one.unit) : (one?.head ?? plain));
  }
  return NAMES.get(plain);
}

function sameThing(wanted, { unit, noun }) {
  if (wanted.thing === '') return !unit;
  return [unit, noun].some((said) => said && nameOf(said) === nameOf(wanted.thing));
}

/** How many of the wanted have a reading of their own. */
function matched(wanted, readings, same) {
  const free = [...readings];
  return wanted.filter((one) => {
    const at = free.findIndex((reading) => same(one, reading));
    if (at >= 0) free.splice(at, 1);
    return at >= 0;
  }).length;
}

/** Counts over the whole corpus: figures, those found, those found with their unit, and phrases without quantity that were let be. */
export function scored(read) {
  const score = { figures: 0, value: 0, valueUnit: 0, nothings: 0, letBe: 0 };
  for (const { meaning, phrase } of meanings()) {
    const wanted = meaning === 'nothing' ? [] : meaning.split(' ; ').map(figureOf);
    const readings = read(phrase);
    score.figures += wanted.length;
    score.value += matched(wanted, readings, sameValue);
    score.valueUnit += matched(wanted, readings, (one, reading) => sameValue(one, reading) && sameThing(one, reading));
  }
  for (const { phrase } of nothings()) {
    score.nothings += 1;
    if (read(phrase).length === 0) score.letBe += 1;
  }
  return score;
}
