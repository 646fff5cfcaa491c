import { type Token, words } from '../../base';
import { capital, isDash, isInitial, tokenAt } from '../look';
import { isPlural } from '../words/plural';
import { looksAdverb, looksProgressive, PARTICIPLES } from '../words/stopwords';
import { type Chunk, chunkAt } from './chunk';
import { type Around, verbAmong } from './verbs';
import { CAPITALS, classOf, isPast, PERIODIC, THINGS, type WordClass } from './wordclass';

/** Class of the word in its place; `nominal`: an article or a preposition stands before it, so a noun phrase begins. */
export function classAt(around: Around, i: number, token: Token, nominal: boolean): WordClass | null {
  const { lower } = token;
  if (lower === 'that') return thatAt(around, i, lastOf(around));
  const kind = classOf(lower);
  if (lower.endsWith('ly') && PERIODIC.has(lower)) return nominal ? null : 'adv';
  if (CAPITALS.has(lower) && capital(token)) return lower === 'us' ? (token.text === 'US' ? null : kind) : 'time';
  if (inName(around.tokens, i)) return null;
  if (nominal && (kind === 'both' || kind === 'verb' || lower === 'worth')) return null;
  if (around.tokens[i + 1]?.lower === 'of' && DIRECTIONS.has(lower)) return 'prep';
  if (kind === 'both') return verbAmong(around, i, lastOf(around)) ? 'verb' : null;
  return kind ?? unknownAt(around, i, token, nominal);
}

const lastOf = ({ chunks }: Around): Chunk | undefined => chunkAt(chunks, chunks.length - 1);

/** The "based" of "Lima-based", the "i" of "i4", the "A." of "Ida A. Berg". */
export function inName(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  if (tokens[i]?.gap === 'none' && isDash(tokens, i - 1)) return true;
  return next?.gap === 'none' && (next.kind === 'number' || (next.text === '.' && isInitial((tokens[i] as Token).text)));
}

/** A word of no class: its ending and what stands before it tell a verb. */
function unknownAt(around: Around, i: number, token: Token, nominal: boolean): WordClass | null {
  const { tokens, chunks } = around;
  const latest = chunkAt(chunks, chunks.length - 1);
  const { lower } = token;
  const last = latest?.to === i ? latest : undefined;
  if (isThing(around, i, lower)) return null;
  if (last?.kind === 'quantity' && tokens[i + 1]?.lower === 'than') return 'adv';
  if (last?.kind === 'rel' && !nominal && !isPlural(lower) && !capital(token)) return 'verb';
  if (last?.kind === 'pron' && chunkAt(chunks, chunks.length - 2)?.kind !== 'verb') return 'verb';
  if (last?.kind === 'quantity' && (isPast(lower) || looksProgressive(lower))) return nominal && isPlain(around, i + 1) ? null : 'verb';
  // "owners walk their dogs", "12 clinics treat a million", "Stir the sauce"
  const object =
    latest !== undefined && i + 1 === around.stop && around.stop < around.end ? 'quantity' : classOf(tokens[i + 1]?.lower ?? '');
  if (
    !nominal &&
    (object === 'det' || object === 'quantity') &&
    (latest === undefined || !capital(token)) &&
    takesObject(tokens, i, last, latest)
  )
    return 'verb';
  if (nominal) return looksProgressive(lower) && last?.kind === 'prep' ? 'verb' : looksAdverb(lower) ? 'adv' : null;
  // "Combined revenue fell": a participle at the head of a clause belongs to its noun.
  if (isPast(lower)) return (latest === undefined || latest.kind === 'comma') && isPlain(around, i + 1) ? null : 'verb';
  // "Sterling steadied"
  if (looksProgressive(lower)) return latest === undefined && capital(token) && isFiniteVerb(tokens[i + 1]) ? null : 'verb';
  if (PARTICIPLES.has(lower) && lower.endsWith('ed') && BEFORE_VERB.has(latest?.kind ?? '') && !isPlain(around, i + 1)) return 'verb';
  if (looksAdverb(lower)) return 'adv';
  return isPlural(lower) && verbAmong(around, i, latest) ? 'verb' : null;
}

const isFiniteVerb = (token: Token | undefined): boolean =>
  token !== undefined && (isPast(token.lower) || ['verb', 'be', 'aux'].includes(classOf(token.lower) ?? ''));

/** What stands before is the subject of a plain verb: several, or nobody in a command. */
const takesObject = (tokens: readonly Token[], i: number, last: Chunk | undefined, latest: Chunk | undefined): boolean =>
  latest === undefined || last?.kind === 'quantity' || (last?.kind === 'noun' && isPlural((tokenAt(tokens, i - 1) as Token).lower));

/** "defence spending", though not "a firm spending $5m" */
export function isThing({ tokens, stop }: Around, i: number, lower: string): boolean {
  if (!THINGS.has(lower) || i + 1 === stop) return false;
  const next = classOf(tokens[i + 1]?.lower ?? '');
  return next !== 'det' && next !== 'pron';
}

/** A word of no class, by which a noun phrase goes on. */
export function isPlain({ tokens, stop }: Around, i: number): boolean {
  const token = tokens[i];
  return i < stop && token?.kind === 'word' && classOf(token.lower) === null && !looksAdverb(token.lower);
}

/** "that" joins a relative clause to a noun and any clause to a verb, points ("that level"), or stands alone. */
function thatAt({ tokens, stop }: Around, i: number, last: Chunk | undefined): WordClass {
  const next = tokens[i + 1];
  const kind = classOf(next?.lower ?? '');
  const noun = last?.kind === 'noun';
  if (!noun && (i + 1 === stop || last?.kind === 'time')) return 'sub';
  if (kind === 'verb' || kind === 'be' || kind === 'aux' || isPast(next?.lower ?? '')) return noun ? 'rel' : 'pron';
  if (last?.kind === 'verb' && (kind !== null || capital(next))) return 'sub';
  return noun ? 'rel' : 'det';
}

const DIRECTIONS = words('north south east west northeast northwest southeast southwest');
const BEFORE_VERB = words('noun rel pron time quantity and');
