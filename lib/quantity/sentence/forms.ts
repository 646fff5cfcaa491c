import { type Token, UNREAD, words } from '../../base';
import { capital, isInitial } from '../look';
import { EVER_PLURAL, isPlural } from '../words/plural';
import { looksAdverb, looksPast, looksProgressive, PARTICIPLES } from '../words/stopwords';
import { KINDS } from './kinds';
import { CAPITALS, LED, PERIODIC, ROSE, ROWS, TAKEN, TENSELESS, THINGS, TIMELY } from './wordclass';

/**
 * What a token is by itself, as bits of one number that is worked out once: the many small questions of those who read a sentence then cost
 * next to nothing. The lowest four bits tell the kind of the word, as the place of its bit.
 */
export const FORMS = {
  PLURAL: 1 << 4,
  /** A regular past or participle. */
  PAST: 1 << 5,
  PROGRESSIVE: 1 << 6,
  ADVERB: 1 << 7,
  /** Stands before a noun though it ends like a verb: "suspected", "missing". */
  ADJECTIVE: 1 << 8,
  /** The same, in -ed. */
  DONE: 1 << 9,
  /** Can be the verb behind an auxiliary. */
  ACTS: 1 << 10,
  /** Ends in -s. */
  S: 1 << 11,
  /** Ends in 's. */
  OWNER: 1 << 12,
  THING: 1 << 13,
  TENSELESS: 1 << 14,
  ROSE: 1 << 15,
  TAKEN: 1 << 16,
  LED: 1 << 17,
  /** Begins or goes on with a time. */
  TIMELY: 1 << 18,
  /** May open a time within a noun phrase. */
  TURN: 1 << 19,
  /** Its place, its capital or its neighbours decide what it is. */
  ODD: 1 << 20,
  /** A small word with a rule of its own. */
  SMALL: 1 << 21,
  DASH: 1 << 22,
  /** Marks that bind the next word to a name, or join what is glued to them. */
  BINDER: 1 << 23,
  JOINT: 1 << 24,
  WORD: 1 << 25,
  NUMBER: 1 << 26,
  CAPITAL: 1 << 27,
  /** Nothing stands before it. */
  GLUED: 1 << 28,
  /** An empty line stands before it. */
  BLOCK: 1 << 29,
  /** The "based" of "Lima-based", the "i" of "i4", the "A." of "Ida A. Berg". */
  IN_NAME: 1 << 30,
} as const;
const { WORD, NUMBER, CAPITAL, GLUED, BLOCK, DASH, IN_NAME } = FORMS;

/** The kind of a word: one of KINDS. */
export const kindOf = (form: number): number => 1 << (form & 15);

/** The last word of a verb group without a finite verb: a participle, not an infinitive. */
export const isParticiple = (lower: string): boolean => lower.endsWith('ing') || (formOf(lower) & PARTICIPLE) !== 0;
const PARTICIPLE = FORMS.TAKEN | FORMS.LED | FORMS.PAST;

/** Fills in the forms of tokens `from`..`to` at their places. */
export function fillForms(forms: number[], tokens: readonly Token[], from: number, to: number): void {
  let before = 0;
  for (let i = from; i < to; i += 1) {
    const token = tokens[i] as Token;
    let form = NUMBER;
    if (token.kind !== 'number') {
      form = token.spelling.form;
      if (form === UNREAD) form = readForm(token);
    }
    if (token.gap === 'none') {
      form |= (before & DASH) !== 0 ? GLUED | IN_NAME : GLUED;
      if (i > from && ((form & NUMBER) !== 0 || (token.text === '.' && isInitial((tokens[i - 1] as Token).text))))
        forms[i - 1] = before | IN_NAME;
    } else if (token.gap === 'block') form |= BLOCK;
    forms[i] = form;
    before = form;
  }
}

/** A word or a mark at its first place. */
function readForm(token: Token): number {
  const form = token.kind === 'mark' ? markForm(token.text) : formOf(token.lower) | (capital(token) ? WORD | CAPITAL : WORD);
  token.spelling.form = form;
  return form;
}

/** Words and marks that were met. A text may have endless words, so now and then we begin anew; and none may hold on to its whole text. */
const MET = new Map<string, number>();
const MOST = 20_000;
const LONGEST = 40;
const copied = (lower: string): string => ` ${lower}`.slice(1);

/** What a word or a mark is by itself, wherever it stands. */
export function formOf(lower: string): number {
  return MET.get(lower) ?? learned(lower);
}

function learned(lower: string): number {
  const form = bitsOf(lower);
  if (lower.length > LONGEST) return form;
  if (MET.size >= MOST) MET.clear();
  MET.set(copied(lower), form);
  return form;
}

/** What the lists say of a word, and what its last letters tell. */
function bitsOf(lower: string): number {
  const bits = LISTED.get(lower) ?? 0;
  switch (lower.charAt(lower.length - 1)) {
    case 's':
      return bits | FORMS.S | (isPlural(lower) ? FORMS.PLURAL : 0) | (lower.endsWith("'s") ? FORMS.OWNER : 0);
    case 'n':
      return bits | (isPlural(lower) ? FORMS.PLURAL : 0);
    case 'd':
      return bits | (isPast(lower) ? FORMS.PAST | FORMS.ACTS : 0);
    case 'g':
      return bits | (looksProgressive(lower) ? FORMS.PROGRESSIVE | FORMS.ACTS : 0);
    case 'y':
      return bits | (looksAdverb(lower) ? FORMS.ADVERB : 0);
    default:
      return bits;
  }
}

/** A regular past or participle: "speed" and "seed" only look like one. */
const isPast = (lower: string): boolean => looksPast(lower) && (!lower.endsWith('eed') || lower === 'agreed');

/** Words and marks with a list that tells more than their letters. */
const LISTS: readonly (readonly [bits: number, list: Iterable<string>])[] = [
  [FORMS.PLURAL, EVER_PLURAL],
  [FORMS.ADJECTIVE, PARTICIPLES],
  [FORMS.THING, THINGS],
  [FORMS.TENSELESS, TENSELESS],
  [FORMS.ROSE, ROSE],
  [FORMS.TAKEN, TAKEN],
  [FORMS.LED, LED],
  [FORMS.TIMELY, TIMELY],
  [FORMS.TIMELY | FORMS.ODD, CAPITALS],
  [FORMS.TURN, words('now recently today tonight tomorrow yesterday last next')],
  [FORMS.ODD, PERIODIC],
  [FORMS.ODD, words('that north south east west northeast northwest southeast southwest')],
  [FORMS.SMALL, words('on of plus each whose worth')],
  [FORMS.DASH, '-‐‑‒–—−'],
  [FORMS.BINDER, "'’."],
  [FORMS.JOINT, '-‐‑&/.+'],
];
const LISTED = listed();

function listed(): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const [kind, line] of ROWS) for (const word of line.split(/\s+/)) all.set(word, ofKind(word, kind));
  for (const [bits, list] of LISTS)
    for (const word of list) all.set(word, (all.get(word) ?? 0) | bits | (list === PARTICIPLES ? ofAdjective(word) : 0));
  return all;
}

/** The usual marks by their code: some stand in every sentence. */
const MARKS: readonly number[] = Array.from({ length: 128 }, (_, code) => bitsOf(String.fromCharCode(code)));
function markForm(text: string): number {
  const code = text.charCodeAt(0);
  return code < MARKS.length ? (MARKS[code] as number) : formOf(text);
}

/** The place of the kind, and what goes with it. */
function ofKind(word: string, kind: number): number {
  const place = 31 - Math.clz32(kind);
  if (kind === KINDS.VERB) return place | FORMS.ACTS;
  return kind === KINDS.TIME ? place | FORMS.TIMELY | (word.endsWith('day') ? FORMS.TURN : 0) : place;
}

function ofAdjective(word: string): number {
  const done = word.endsWith('ed');
  const acts = (done || word.endsWith('ing')) && !word.startsWith('un');
  return (done ? FORMS.DONE : 0) | (acts ? FORMS.ACTS : 0);
}
