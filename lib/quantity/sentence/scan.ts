import { isListed, spellingOf, type Token, words } from '../../base';
import { glued, isDash, isOf, tokenAt } from '../look';
import { type Chunk, chunkAt, NO_WORD } from './chunk';
import { FORMS, kindOf } from './forms';
import { isPlain, isThing, kindInPlace } from './inplace';
import { KINDS } from './kinds';
import { endsSentence } from './stop';
import { infinitiveAt, verbAmong, verbGroup } from './verbs';

const { NOUN, TIME, VERB, PREP, REL, DET, TO, BE, AUX, BOTH, ADV, COMMA, COLON, OPEN, CLOSE, STOP, QUANTITY } = KINDS;
const { PLURAL, PAST, PROGRESSIVE, ADVERB, ADJECTIVE, DONE, OWNER, THING, TIMELY, TURN, SMALL } = FORMS;
const { BINDER, JOINT, WORD, NUMBER, CAPITAL, GLUED, BLOCK, IN_NAME } = FORMS;

/** Reads the words of one sentence from left to right into chunks; the quantities in it are pushed by its caller. */
export class Scan {
  readonly chunks: Chunk[] = [];
  /** Where the next quantity begins: nothing is read across it. */
  stop: number;
  /** The word before was an article or a preposition: a noun phrase begins. */
  private nominal: 'article' | 'preposition' | null = null;

  constructor(
    readonly tokens: readonly Token[],
    readonly forms: readonly number[],
    readonly end: number,
  ) {
    this.stop = end;
  }

  push(kind: number, from: number, to: number, spelling = NO_WORD, form: Chunk['form'] = null): void {
    const named = kind === NOUN && ((this.forms[to - 1] as number) & CAPITAL) !== 0;
    this.chunks.push({ kind, from, to, word: spelling.lower, spelling, quantity: -1, form, named });
    this.nominal = kind === PREP ? 'preposition' : null;
  }

  /** Behind an article and a quantity without a noun the noun is still to come: "a 750 m run". */
  pushQuantity(from: number, to: number, quantity: number, bare: boolean): void {
    const spelling = bare && this.nominal === 'article' ? ARTICLE : NO_WORD;
    this.chunks.push({ kind: QUANTITY, from, to, word: spelling.lower, spelling, quantity, form: null, named: !bare });
    if (!bare || this.nominal === 'preposition') this.nominal = null;
  }

  /** Reads the chunk at token `i` and gives the place behind it. */
  read(i: number): number {
    const form = this.forms[i] as number;
    if ((form & WORD) === 0) return (form & NUMBER) !== 0 ? this.readNoun(i) : this.readMark(i);
    const kind = kindInPlace(this, i, this.nominal !== null);
    if ((kind & (NOUN | BOTH | TIME)) !== 0) return this.readNoun(i);
    if ((kind & (VERB | BE | AUX)) !== 0) return this.readVerb(i, false);
    if (kind === ADV) return i + 1;
    if (kind === TO && infinitiveAt(this, i + 1)) return this.readVerb(i + 1, true);
    if ((form & SMALL) !== 0) {
      const next = this.readSmall(i);
      if (next > i) return next;
    }
    if (kind === DET) this.nominal = 'article';
    else this.push(kind === TO ? PREP : kind, i, i + 1, (this.tokens[i] as Token).spelling);
    return i + 1;
  }

  /** Small words with rules of their own; where they are like others, nothing is read. */
  private readSmall(i: number): number {
    const { lower, spelling } = this.tokens[i] as Token;
    switch (lower) {
      case 'of':
        // "some of the towers stand": the towers do
        return isOf(this.tokens, i - 1, PARTLY) ? i + 1 : i;
      case 'on':
        return this.tokens[i + 1]?.lower === 'average' ? i + 2 : i;
      case 'plus':
        // "plus or minus 3 points"
        return this.tokens[i + 2]?.lower === 'minus' ? i + 3 : i;
      case 'whose':
        this.push(REL, i, i + 1, spelling);
        return i;
      case 'each':
        // "each consisting of"
        return this.tokens[i + 2]?.lower === 'of' ? i + 1 : i;
      default:
        return i;
    }
  }

  private readMark(i: number): number {
    const { text, spelling } = this.tokens[i] as Token;
    const kind = text === ',' ? COMMA : (MARKS.get(text) ?? (endsSentence(this.tokens, i) ? STOP : this.isBreak(i) ? COMMA : 0));
    if (kind !== 0) this.push(kind, i, i + 1, text === ';' ? spelling : NO_WORD);
    return i + 1;
  }

  private isBreak(i: number): boolean {
    return isDash(this.tokens, i) && !glued(this.tokens, i + 1);
  }

  private readVerb(from: number, open: boolean): number {
    const { to, spelling, form } = verbGroup(this, from, open);
    this.push(VERB, from, to, spelling, form ?? 'finite');
    return to;
  }

  /** Nouns and adjectives up to the first word that cannot go on. */
  private readNoun(from: number): number {
    let k = from + 1;
    let timely = ((this.forms[from] as number) & (NUMBER | TIMELY)) !== 0;
    while (k < this.stop && k < from + LONGEST) {
      const form = this.forms[k] as number;
      if ((form & BLOCK) !== 0) break;
      const step = this.stepAt(k, form, timely);
      if (step === 0 || (timely ? this.closesTime(from, k, form) : (form & TURN) !== 0 && this.opensTime(k))) break;
      timely &&= step === 1 && (form & (NUMBER | TIMELY)) !== 0;
      k += step;
    }
    const { spelling, text } = this.tokens[k - 1] as Token;
    const time = timely && (kindOf(this.forms[k - 1] as number) === TIME || text === 'May' || text === 'March');
    // "its last 10 games", "a tapered 14 mm tube": such words belong to the figure.
    const leads = k === this.stop && k < this.end && isOf(this.tokens, from - 1, ARTICLES);
    const points = timely && !time && (k === this.stop || ((this.forms[k - 1] as number) & WORD) !== 0);
    if (!leads && !points && !this.isPredicate(from, k)) this.push(time ? TIME : NOUN, from, k, spelling);
    return k;
  }

  /** "is thin", "remained open", "was 5 % cheaper": an adjective by itself behind "be" is no noun phrase. */
  private isPredicate(from: number, to: number): boolean {
    if (to !== from + 1 || this.nominal !== null || ((this.forms[from] as number) & (PLURAL | CAPITAL | ADJECTIVE)) !== 0) return false;
    const { chunks } = this;
    const at = chunkAt(chunks, chunks.length - 1).kind === TIME ? chunks.length - 2 : chunks.length - 1;
    const last = chunkAt(chunks, at);
    if (last.kind === VERB) return last.form === 'be' || isListed(last.spelling, LINKING);
    return last.kind === QUANTITY && chunkAt(chunks, at - 1).form === 'be';
  }

  /** How many tokens the noun phrase takes at `k`; 0 where it ends. */
  private stepAt(k: number, form: number, timely: boolean): number {
    if ((form & WORD) !== 0) return this.goesOn(k, form, timely) ? 1 : 0;
    if ((form & NUMBER) !== 0) return 1;
    if ((form & (BINDER | JOINT)) === 0) return 0;
    if ((this.tokens[k] as Token).text === '&') return 1;
    if ((form & GLUED) === 0 || k + 1 >= this.stop) return 0;
    const next = this.forms[k + 1] as number;
    // "workers' union", "Mr. Hall"
    if ((form & BINDER) !== 0 && (next & WORD) !== 0 && !endsSentence(this.tokens, k)) return 1;
    return (form & JOINT) !== 0 && (next & GLUED) !== 0 && (next & (WORD | NUMBER)) !== 0 ? 2 : 0;
  }

  private goesOn(k: number, form: number, timely: boolean): boolean {
    const kind = kindOf(form);
    if (kind === BOTH || (kind === NOUN && (form & PLURAL) !== 0)) return !verbAmong(this, k, NOUN, k);
    if (kind !== NOUN) return kind === TIME || (form & IN_NAME) !== 0 || ((form & SMALL) !== 0 && this.isNetWorth(k));
    const before = this.forms[k - 1] as number;
    if ((before & PLURAL) !== 0 && (form & CAPITAL) === 0 && kindOf(this.forms[k + 1] as number) === DET) return false;
    if ((form & (PAST | PROGRESSIVE | ADVERB | DONE)) === 0 || (before & OWNER) !== 0) return true;
    if (((form & CAPITAL) !== 0 && k + 1 !== this.stop) || ((form & THING) !== 0 && isThing(this, k))) return true;
    // "a Swiss climbing team", though not "a firm making pumps"
    if ((form & PROGRESSIVE) !== 0 && isPlain(this, k + 1) && ((this.forms[k + 1] as number) & PLURAL) === 0) return true;
    // "first preferred shares"
    if ((form & (PAST | PROGRESSIVE | ADVERB)) !== 0) return timely && isPlain(this, k + 1);
    return isPlain(this, k + 1) && (before & (WORD | CAPITAL)) === WORD;
  }

  private isNetWorth(k: number): boolean {
    return (this.tokens[k] as Token).lower === 'worth' && this.tokens[k - 1]?.lower === 'net';
  }

  /** "on Tuesday sales at its shops rose", "last year profits fell": the time is over where a plain word follows. */
  private closesTime(from: number, k: number, form: number): boolean {
    if ((form & (WORD | CAPITAL)) !== WORD || kindOf(form) === TIME || kindOf(this.forms[k - 1] as number) !== TIME) return false;
    const { lower } = this.tokens[k - 1] as Token;
    const before = tokenAt(this.tokens, k - 2)?.lower ?? '';
    if (PERIODS.has(lower)) return POINTING.has(before);
    return k === from + 1 && (lower.endsWith('day') ? before === 'on' : before === 'in');
  }

  /** "the harbour last week", "the judge Monday fined": asked of words that may open a time. */
  private opensTime(k: number): boolean {
    const { lower } = this.tokens[k] as Token;
    if (lower === 'last' || lower === 'next') return kindOf(this.forms[k + 1] as number) === TIME;
    return MOMENTS.has(lower) || !isPlain(this, k + 1);
  }
}

const LONGEST = 14;
const PARTLY = words('some most many all none each several few any much');
const LINKING = words('remain remains remained become becomes became stay stayed seem seems seemed look looks looked feel feels felt');
const PERIODS = words('year month week quarter season weekend summer winter spring autumn');
const POINTING = words('last this next');
const MOMENTS = words('now recently today tonight tomorrow yesterday');
const ARTICLES = words('a an');
const ARTICLE = spellingOf('a');
const MARKS: ReadonlyMap<string, number> = new Map<string, number>([
  ['(', OPEN],
  ['[', OPEN],
  [')', CLOSE],
  [']', CLOSE],
  [';', COMMA],
  [':', COLON],
]);
