import { type Token, words } from '../../base';
import { type Found, makeFound, type Reader } from '../found';
import { digits, glued, isHyphen, near, word } from '../look';
import { DURATIONS, UNITS } from '../units/units';
import { ORDINALS, SMALL } from '../words/numberwords';
import { isPlural } from '../words/plural';
import { endsPhrase } from '../words/stopwords';

/** Plurals of what is said, thought or felt: nobody counts them, and "no plans" is "not planned". */
const UNCOUNTED = words(`
  signs reports plans problems questions doubts details words comments answers excuses regrets illusions guarantees promises reasons strings
  limits limitations bounds means ways ideas thoughts intentions objections concerns worries fears complaints hopes chances odds prospects
  circumstances terms conditions restrictions rules things matters differences similarities links ties connections relations indications
  indicators hints clues estimates figures data results news politics ethics mathematics consequences effects benefits advantages favours favors
  frills nonsense others holds bars looks times holidays compromises changes qualms secrets surprises apologies
`);
/** Where one is counted though it stands alone: "no student was hurt", "no other survivor". */
const COUNTED = words(`
  person man woman child boy girl student pupil teacher passenger driver survivor victim suspect soldier officer civilian patient resident
  worker employee player team candidate voter lawmaker country nation state city household death fatality injury casualty arrest goal point
  vote seat case
`);

/** "no injuries", "no one", "nobody", "none", "not a single vote", "without any injuries": a count of zero. "no risk", "no idea" count nothing. */
export const noneReader: Reader = {
  name: 'none',
  begins: 'word',
  words: ['no', 'none', 'nobody', 'not', 'without'],
  read(tokens, i) {
    const first = word(tokens, i);
    if (first === 'nobody') return makeFound('none', i, i + 1, '0');
    if (first === 'none') return word(tokens, i - 1) === 'second' ? null : makeFound('none', i, i + 1, '0');
    if (first === 'not') return notOne(tokens, i);
    const any = first === 'without' && word(tokens, i + 1) === 'any' ? 1 : 0;
    const at = i + 1 + any;
    if (first === 'no' && word(tokens, at) === 'one') return makeFound('none', i, i + 2, '0');
    if (!near(tokens, at) || glued(tokens, at) || isHyphen(tokens, i - 1) || isNoun(tokens, i) || !countsAt(tokens, at)) return null;
    return makeFound('none', i, at, '0');
  },
};

const FAR = 4;
/** A plural in small letters stands within a few words, or a person alone. A length of time is denied, not counted ("no two days"). */
function countsAt(tokens: readonly Token[], at: number): boolean {
  for (let k = at; k < at + FAR && near(tokens, k); k += 1) {
    const name = word(tokens, k);
    if (isHyphen(tokens, k) && glued(tokens, k)) continue;
    if (name === '' || digits(tokens, k) !== '' || SMALL.has(name) || ORDINALS.has(name) || UNCOUNTED.has(name)) return false;
    if (endsPhrase(name) && (k === at || name !== 'more')) return false;
    if (isPlural(name)) return !UNITS.has(name) && !DURATIONS.has(name);
    if (COUNTED.has(name) && !isHyphen(tokens, k + 1) && !isPlural(word(tokens, k + 1))) return true;
  }
  return false;
}

/** "a no vote", "the no campaign": the word itself is the thing. */
const isNoun = (tokens: readonly Token[], i: number): boolean => word(tokens, i - 1) === 'a' || word(tokens, i - 1) === 'the';

/** "not a single vote", "not one vote". */
function notOne(tokens: readonly Token[], i: number): Found | null {
  if (word(tokens, i + 1) === 'a' && word(tokens, i + 2) === 'single') return makeFound('none', i, i + 3, '0');
  return word(tokens, i + 1) === 'one' && !glued(tokens, i + 2) ? makeFound('none', i, i + 2, '0') : null;
}
