import { type Token, words } from '../../base';
import { type Chunk, chunkAt, kindAt } from './chunk';
import { FORMS, kindOf } from './forms';
import { KINDS } from './kinds';
import { type Around, verbAmong } from './verbs';

const { NOUN, TIME, PRON, VERB, PREP, AND, SUB, REL, DET, BE, AUX, BOTH, ADV, COMMA, QUANTITY } = KINDS;
const { PLURAL, PAST, PROGRESSIVE, ADVERB, DONE, THING, ODD, SMALL, WORD, CAPITAL, IN_NAME } = FORMS;

/** Kind of the word in its place; `nominal`: an article or a preposition stands before it, so a noun phrase begins. */
export function kindInPlace(around: Around, i: number, nominal: boolean): number {
  const form = around.forms[i] as number;
  const odd = (form & ODD) !== 0 ? oddAt(around, i, form, nominal) : 0;
  if (odd !== 0) return odd;
  if ((form & IN_NAME) !== 0) return NOUN;
  const kind = kindOf(form);
  if (nominal && ((kind & (BOTH | VERB)) !== 0 || ((form & SMALL) !== 0 && (around.tokens[i] as Token).lower === 'worth'))) return NOUN;
  if (kind === NOUN) return unknownAt(around, i, form, nominal);
  if (kind !== BOTH) return kind;
  const { kind: before, to } = lastOf(around);
  return verbAmong(around, i, before, to) ? VERB : NOUN;
}

const lastOf = ({ chunks }: Around): Chunk => chunkAt(chunks, chunks.length - 1);

/** Words whose kind hangs on their capital or on what stands around them; 0 where they are like others. */
function oddAt(around: Around, i: number, form: number, nominal: boolean): number {
  const { lower, text } = around.tokens[i] as Token;
  if (lower === 'that') return thatAt(around, i);
  if (lower.endsWith('ly')) return nominal ? NOUN : ADV;
  if (DIRECTIONS.has(lower)) return (form & IN_NAME) === 0 && around.tokens[i + 1]?.lower === 'of' ? PREP : 0;
  if ((form & CAPITAL) === 0) return 0;
  return lower !== 'us' ? TIME : text === 'US' ? NOUN : PRON;
}

/** A word of no kind: its ending and what stands before it tell a verb. */
function unknownAt(around: Around, i: number, form: number, nominal: boolean): number {
  const { tokens, forms, chunks } = around;
  const latest = lastOf(around);
  const last = latest.to === i ? latest.kind : 0;
  if ((form & THING) !== 0 && isThing(around, i)) return NOUN;
  if ((last & (QUANTITY | REL | PRON)) !== 0) {
    if (last === QUANTITY && tokens[i + 1]?.lower === 'than') return ADV;
    if (last === REL && !nominal && (form & (PLURAL | CAPITAL)) === 0) return VERB;
    if (last === PRON && kindAt(chunks, chunks.length - 2) !== VERB) return VERB;
    if (last === QUANTITY && (form & (PAST | PROGRESSIVE)) !== 0) return nominal && isPlain(around, i + 1) ? NOUN : VERB;
  }
  if (nominal) return (form & PROGRESSIVE) !== 0 && last === PREP ? VERB : (form & ADVERB) !== 0 ? ADV : NOUN;
  // "owners walk their dogs", "12 clinics treat a million", "Stir the sauce"
  const figure = latest.kind !== 0 && i + 1 === around.stop && around.stop < around.end;
  if (
    (figure || kindOf(forms[i + 1] as number) === DET) &&
    (latest.kind === 0 || (form & CAPITAL) === 0) &&
    (latest.kind === 0 || last === QUANTITY || (last === NOUN && ((forms[i - 1] as number) & PLURAL) !== 0))
  )
    return VERB;
  if ((form & (PAST | PROGRESSIVE | ADVERB | DONE | PLURAL)) === 0) return NOUN;
  // "Combined revenue fell": a participle at the head of a clause belongs to its noun.
  if ((form & PAST) !== 0) return (latest.kind === 0 || latest.kind === COMMA) && isPlain(around, i + 1) ? NOUN : VERB;
  // "Sterling steadied"
  if ((form & PROGRESSIVE) !== 0) return latest.kind === 0 && (form & CAPITAL) !== 0 && isFiniteVerb(forms[i + 1] as number) ? NOUN : VERB;
  if ((form & DONE) !== 0 && (latest.kind & BEFORE_VERB) !== 0 && !isPlain(around, i + 1)) return VERB;
  if ((form & ADVERB) !== 0) return ADV;
  return (form & PLURAL) !== 0 && verbAmong(around, i, latest.kind, latest.to) ? VERB : NOUN;
}
const BEFORE_VERB = NOUN | REL | PRON | TIME | QUANTITY | AND;

const isFiniteVerb = (form: number): boolean => (form & PAST) !== 0 || (kindOf(form) & (VERB | BE | AUX)) !== 0;

/** "defence spending", though not "a firm spending $5m": asked of a thing alone. */
export const isThing = ({ forms, stop }: Around, i: number): boolean =>
  i + 1 !== stop && (kindOf(forms[i + 1] as number) & (DET | PRON)) === 0;

/** A word of no kind, by which a noun phrase goes on. */
export function isPlain({ forms, stop }: Around, i: number): boolean {
  const form = forms[i] as number;
  return i < stop && (form & (WORD | ADVERB)) === WORD && kindOf(form) === NOUN;
}

/** "that" joins a relative clause to a noun and any clause to a verb, points ("that level"), or stands alone. */
function thatAt(around: Around, i: number): number {
  const last = lastOf(around).kind;
  const next = around.forms[i + 1] as number;
  const kind = kindOf(next);
  if (last !== NOUN && (i + 1 === around.stop || last === TIME)) return SUB;
  if (isFiniteVerb(next)) return last === NOUN ? REL : PRON;
  if (last === VERB && (kind !== NOUN || (next & CAPITAL) !== 0)) return SUB;
  return last === NOUN ? REL : DET;
}

const DIRECTIONS = words('north south east west northeast northwest southeast southwest');
