import { type Token, words } from '../../base';
import { capital, glued, isDash, tokenAt } from '../look';
import { isPlural } from '../words/plural';
import { looksAdverb, looksProgressive, PARTICIPLES } from '../words/stopwords';
import { type Chunk, type ChunkKind, chunkAt } from './chunk';
import { classAt, inName, isPlain, isThing } from './inplace';
import { endsSentence } from './stop';
import { infinitiveAt, verbAmong, verbGroup } from './verbs';
import { CAPITALS, classOf, isPast } from './wordclass';

/** Reads the words of one sentence from left to right into chunks; the quantities in it are pushed by its caller. */
export class Scan {
  readonly chunks: Chunk[] = [];
  /** Where the next quantity begins: nothing is read across it. */
  stop: number;
  /** The word before was an article or a preposition: a noun phrase begins. */
  private nominal: 'article' | 'preposition' | null = null;

  constructor(
    readonly tokens: readonly Token[],
    readonly end: number,
  ) {
    this.stop = end;
  }

  push(kind: ChunkKind, from: number, to: number, word = '', form: Chunk['form'] = null): void {
    const named = kind === 'noun' && capital(this.tokens[to - 1]);
    this.chunks.push({ kind, from, to, word, quantity: -1, form, named });
    this.nominal = kind === 'prep' ? 'preposition' : null;
  }

  /** Behind an article and a quantity without a noun the noun is still to come: "a 750 m run". */
  pushQuantity(from: number, to: number, quantity: number, bare: boolean): void {
    const word = bare && this.nominal === 'article' ? 'a' : '';
    this.chunks.push({ kind: 'quantity', from, to, word, quantity, form: null, named: !bare });
    if (!bare || this.nominal === 'preposition') this.nominal = null;
  }

  /** Reads the chunk at token `i` and gives the place behind it. */
  read(i: number): number {
    const token = this.tokens[i] as Token;
    if (token.kind === 'mark') return this.readMark(i, token.text);
    if (token.kind === 'number') return this.readNoun(i);
    const kind = classAt(this, i, token, this.nominal !== null);
    switch (kind) {
      case null:
      case 'both':
      case 'time':
        return this.readNoun(i);
      case 'be':
      case 'aux':
      case 'verb':
        return this.readVerb(i, false);
      case 'to':
        if (infinitiveAt(this.tokens, i + 1, this.end)) return this.readVerb(i + 1, true);
        this.push('prep', i, i + 1, 'to');
        break;
      case 'det':
        if (token.lower === 'whose') this.push('rel', i, i + 1, token.lower);
        // "each consisting of"
        if (token.lower !== 'each' || this.tokens[i + 2]?.lower !== 'of') this.nominal = 'article';
        break;
      case 'adv':
        break;
      default:
        if (token.lower === 'on' && this.tokens[i + 1]?.lower === 'average') return i + 2;
        // "some of the towers stand": the towers do
        if (token.lower === 'of' && PARTLY.has(tokenAt(this.tokens, i - 1)?.lower ?? '')) return i + 1;
        // "plus or minus 3 points"
        if (token.lower === 'plus' && this.tokens[i + 2]?.lower === 'minus') return i + 3;
        this.push(kind, i, i + 1, token.lower);
    }
    return i + 1;
  }

  private readMark(i: number, text: string): number {
    const kind = MARKS.get(text) ?? (endsSentence(this.tokens, i) ? 'stop' : this.isBreak(i) ? 'comma' : null);
    if (kind !== null) this.push(kind, i, i + 1);
    return i + 1;
  }

  private isBreak(i: number): boolean {
    return isDash(this.tokens, i) && !glued(this.tokens, i + 1);
  }

  private readVerb(from: number, open: boolean): number {
    const { to, word, form } = verbGroup(this, from, open);
    this.push('verb', from, to, word, form ?? 'finite');
    return to;
  }

  /** Nouns and adjectives up to the first word that cannot go on. */
  private readNoun(from: number): number {
    let k = from + 1;
    let timely = this.isTimely(from);
    while (k < this.stop && k < from + LONGEST && (this.tokens[k] as Token).gap !== 'block') {
      const step = this.stepAt(k, timely);
      if (step === 0 || (timely ? this.closesTime(from, k) : this.opensTime(k))) break;
      timely &&= step === 1 && this.isTimely(k);
      k += step;
    }
    const { lower, text } = this.tokens[k - 1] as Token;
    const time = timely && (classOf(lower) === 'time' || text === 'May' || text === 'March');
    // "its last 10 games", "a tapered 14 mm tube": such words belong to the figure.
    const leads = k === this.stop && k < this.end && ARTICLES.has(tokenAt(this.tokens, from - 1)?.lower ?? '');
    const points = timely && !time && (k === this.stop || this.tokens[k - 1]?.kind === 'word');
    if (!leads && !points && !this.isPredicate(from, k)) this.push(time ? 'time' : 'noun', from, k, lower);
    return k;
  }

  /** "is thin", "remained open", "was 5 % cheaper": an adjective by itself behind "be" is no noun phrase. */
  private isPredicate(from: number, to: number): boolean {
    if (to !== from + 1 || this.nominal !== null) return false;
    const { chunks } = this;
    const at = chunkAt(chunks, chunks.length - 1)?.kind === 'time' ? chunks.length - 2 : chunks.length - 1;
    const last = chunkAt(chunks, at);
    const token = this.tokens[from] as Token;
    if (last === undefined || isPlural(token.lower) || capital(token) || PARTICIPLES.has(token.lower)) return false;
    if (last.kind === 'verb') return last.form === 'be' || LINKING.has(last.word);
    return last.kind === 'quantity' && chunkAt(chunks, at - 1)?.form === 'be';
  }

  /** How many tokens the noun phrase takes at `k`; 0 where it ends. */
  private stepAt(k: number, timely: boolean): number {
    const token = this.tokens[k] as Token;
    if (token.kind === 'word') return this.goesOn(k, token, timely) ? 1 : 0;
    if (token.kind === 'number' || token.text === '&') return 1;
    const next = this.tokens[k + 1];
    if (token.gap !== 'none' || next === undefined || k + 1 >= this.stop) return 0;
    // "workers' union", "Mr. Hall"
    if (BINDERS.has(token.text) && next.kind === 'word' && !endsSentence(this.tokens, k)) return 1;
    return JOINTS.has(token.text) && next.gap === 'none' && next.kind !== 'mark' ? 2 : 0;
  }

  private goesOn(k: number, token: Token, timely: boolean): boolean {
    const { lower } = token;
    const kind = classOf(lower);
    if (kind === 'both' || (kind === null && isPlural(lower))) return !verbAmong(this, k, { kind: 'noun', to: k });
    if (kind !== null) return kind === 'time' || inName(this.tokens, k) || (lower === 'worth' && this.tokens[k - 1]?.lower === 'net');
    const before = this.tokens[k - 1] as Token;
    if (isPlural(before.lower) && classOf(this.tokens[k + 1]?.lower ?? '') === 'det' && !capital(token)) return false;
    if (before.lower.endsWith("'s") || (capital(token) && k + 1 !== this.stop) || isThing(this, k, lower)) return true;
    // "a Swiss climbing team", though not "a firm making pumps"
    if (looksProgressive(lower) && isPlain(this, k + 1) && !isPlural(this.tokens[k + 1]?.lower ?? '')) return true;
    // "first preferred shares"
    if (isPast(lower) || looksProgressive(lower) || looksAdverb(lower)) return timely && isPlain(this, k + 1);
    return !PARTICIPLES.has(lower) || !lower.endsWith('ed') || (isPlain(this, k + 1) && !capital(before) && before.kind === 'word');
  }

  private isTimely(k: number): boolean {
    const token = this.tokens[k] as Token;
    return token.kind === 'number' || classOf(token.lower) === 'time' || TIMELY.has(token.lower) || CAPITALS.has(token.lower);
  }

  /** "on Tuesday sales at its shops rose", "last year profits fell": the time is over where a plain word follows. */
  private closesTime(from: number, k: number): boolean {
    const token = this.tokens[k] as Token;
    if (token.kind !== 'word' || capital(token) || classOf(token.lower) === 'time') return false;
    const { lower } = this.tokens[k - 1] as Token;
    const before = tokenAt(this.tokens, k - 2)?.lower ?? '';
    if (PERIODS.has(lower)) return POINTING.has(before);
    return k === from + 1 && classOf(lower) === 'time' && (lower.endsWith('day') ? before === 'on' : before === 'in');
  }

  /** "the harbour last week", "the judge Monday fined" */
  private opensTime(k: number): boolean {
    const { lower } = this.tokens[k] as Token;
    const next = this.tokens[k + 1]?.lower ?? '';
    if (MOMENTS.has(lower)) return true;
    return lower === 'last' || lower === 'next'
      ? classOf(next) === 'time'
      : lower.endsWith('day') && classOf(lower) === 'time' && !isPlain(this, k + 1);
  }
}

const LONGEST = 14;
const PARTLY = words('some most many all none each several few any much');
const LINKING = words('remain remains remained become becomes became stay stayed seem seems seemed look looks looked feel feels felt');
const PERIODS = words('year month week quarter season weekend summer winter spring autumn');
const POINTING = words('last this next');
const MOMENTS = words('now recently today tonight tomorrow yesterday');
const ARTICLES = words('a an');
const MARKS: ReadonlyMap<string, ChunkKind> = new Map([
  ['(', 'open'],
  ['[', 'open'],
  [')', 'close'],
  [']', 'close'],
  [',', 'comma'],
  [';', 'comma'],
  [':', 'colon'],
]);
const TIMELY = words(
  'last next this previous past same first second third fourth early late final full fiscal other additional further remaining',
);
const BINDERS = words("' ’ .");
const JOINTS = words('- ‐ ‑ & / . +');
