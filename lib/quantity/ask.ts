import { isListed, type Token, WordList, WordTable, words } from '../base';
import type { Reader, Sign } from './found';
import { capital, glued, isHyphen, isIn, isOf } from './look';
import { CLOSED, DETERMINERS, PHRASE_ENDS } from './words/stopwords';

/**
 * Which readers are asked at a token. Digits could be nearly anything, but most have nothing beside them that would make more of them than an
 * amount: what stands before and behind is looked up once for all readers, which costs far less than to ask each of them.
 */
export type Asked = (tokens: readonly Token[], i: number) => number;

/** The readers that may begin at each word or sign, in order. */
export function byWord(readers: readonly Reader[]): ReadonlyMap<string, readonly Reader['read'][]> {
  const starts = readers.map(({ words }) => (words ? new Set(words) : null));
  const every = new Set(starts.flatMap((words) => [...(words ?? [])]));
  return new Map([...every].map((word) => [word, readers.filter((_, k) => starts[k]?.has(word) ?? true).map(({ read }) => read)]));
}

/**
 * The readers that may begin at "a" or "an", in order, by what stands behind it: most articles stand before nothing of the kind, and nobody
 * is asked.
 */
export function atArticle(
  readers: readonly Reader[],
  article: 'a' | 'an',
): (tokens: readonly Token[], i: number) => readonly Reader['read'][] {
  const opened = readers.filter(({ words }) => words === undefined || [...words].includes(article));
  const all = opened.map(({ read }) => read);
  const sets = opened.map(({ behindArticle }) => (behindArticle ? new Set(behindArticle) : null));
  const every = new Set(sets.flatMap((words) => [...(words ?? [])]));
  const table = new WordTable([...every].map((word) => [word, all.filter((_, k) => sets[k]?.has(word) ?? true)]));
  return (tokens, i) => {
    const next = i + 1 < tokens.length ? tokens[i + 1] : undefined;
    if (next?.kind === 'number' || isHyphen(tokens, i - 1)) return all;
    return (next !== undefined && isListed(next.spelling, table) && table.get(next.lower)) || NOBODY;
  };
}
const NOBODY: readonly Reader['read'][] = [];

/** Says which of the readers may begin at a number: one bit for each, the lowest for the first. */
export function besideNumbers(readers: readonly Reader[]): Asked {
  const always = bitsOf(readers, ({ beside }) => beside === undefined);
  const itself = byNeighbour(readers, ({ beside }) => beside?.itself);
  const widest = Math.max(...[...itself.keys()].map(({ length }) => length));
  const before = byNeighbour(readers, ({ beside }) => beside?.before);
  const behind = byNeighbour(readers, ({ beside }) => beside?.behind);
  const besides = new WordList([...before.keys(), ...behind.keys()]);
  const signed = (sign: Sign): number => bitsOf(readers, ({ beside }) => beside?.signs?.includes(sign) === true);
  const joined = signed('letters glued before');
  const cased = signed('capitals before');
  const five = signed('capitals before five digits');
  const article = signed('article before');
  const letters = signed('letters glued behind');
  const point = signed('letters behind point');
  const named = signed('name behind');
  const number = signed('number behind');
  const hyphen = signed('hyphen ahead');
  const odd = signed('odd digits');
  const year = signed('year');
  return (tokens, i) => {
    const { text, gap } = tokens[i] as Token;
    let bits = text.length > widest ? always : always | (itself.get(text) ?? 0);
    if (!USUAL.test(text) || text.length > LONGEST) bits |= odd;
    else if (text.length === 4 && YEAR.test(text)) bits |= year;
    const last = i > 0 ? tokens[i - 1] : undefined;
    if (last !== undefined) {
      const at = i > 1 && last.lower === 'of' ? i - 2 : i - 1;
      if (isIn(tokens, at, besides)) bits |= before.get((tokens[at] as Token).lower) ?? 0;
      if (last.kind === 'word') {
        if (gap === 'none') bits |= joined;
        if (last.text !== last.lower || capital(last)) bits |= (opensSentence(last) ? 0 : cased) | (text.length === 5 ? five : 0);
        if (hasArticle(tokens, i)) bits |= article;
      }
    }
    const next = i + 1 < tokens.length ? tokens[i + 1] : undefined;
    if (next === undefined) return bits;
    if (isIn(tokens, i + 1, besides)) bits |= behind.get(next.lower) ?? 0;
    if (next.kind === 'number') bits |= number;
    else if (next.text === '.') bits |= next.gap === 'none' && tokens[i + 2]?.gap === 'none' ? point : 0;
    else if (next.kind === 'word') {
      if (next.gap === 'none' && !(isListed(next.spelling, GLUED) && !glued(tokens, i + 2))) bits |= letters;
      if (capital(next) && goesOn(tokens, i + 2)) bits |= named;
    }
    if (isHyphen(tokens, i + 1) || isHyphen(tokens, i + 2) || isHyphen(tokens, i + 3)) bits |= hyphen;
    return bits;
  };
}

const LONGEST = 15;
const YEAR = /^[12]\d{3}$/;
const USUAL = /^(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.\d+)?$/;

/** "a falcon 9": an article stands before the word or the few words before the figure, and none of them ends a noun phrase. */
function hasArticle(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k > i - 5 && k >= 0; k -= 1) if (isOf(tokens, k, PHRASE_ENDS)) return k < i - 1 && isOf(tokens, k, ARTICLES);
  return false;
}
/** "12 Harbour Street", "31846 K-117": a capital, a number or a hyphen follows what has a capital. */
const goesOn = (tokens: readonly Token[], i: number): boolean => tokens[i]?.kind === 'number' || isHyphen(tokens, i) || capital(tokens[i]);
/** Letters that are glued to figures everywhere, and make no name of one where nothing is glued to them. */
const GLUED = words('st nd rd th am pm bn mn trn km kg cm mm mph kph hrs hr min mins ft');
const ARTICLES = words('the a an');
/** "In", "From": a small word has a capital where a sentence begins, and is no part of a name there. */
const opensSentence = (token: Token): boolean => isListed(token.spelling, SMALL_WORDS) && token.text.slice(1) === token.lower.slice(1);
const SMALL_WORDS = new WordList([...CLOSED].filter((word) => !DETERMINERS.has(word)));

function bitsOf(readers: readonly Reader[], fits: (reader: Reader) => boolean): number {
  return readers.reduce((bits, reader, k) => (fits(reader) ? bits | (1 << k) : bits), 0);
}

function byNeighbour(readers: readonly Reader[], wordsOf: (reader: Reader) => Iterable<string> | undefined): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  readers.forEach((reader, k) => {
    for (const word of wordsOf(reader) ?? []) map.set(word, (map.get(word) ?? 0) | (1 << k));
  });
  return map;
}
