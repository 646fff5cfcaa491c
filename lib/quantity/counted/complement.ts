import { type Token, words } from '../../base';
import { perAt } from '../amounts/rate';
import { closesPhrase } from '../closes';
import { capital, glued, gluedEnd, isHyphen, isOf, word } from '../look';
import { SCALES, SMALL } from '../words/numberwords';
import { isPlural } from '../words/plural';
import {
  CLOSED,
  endsPhrase,
  looksAdverb,
  looksPast,
  looksProgressive,
  PARTICIPLES,
  PLURAL_MODIFIERS,
  STATES,
  WHEN,
} from '../words/stopwords';
import { ARTICLES, type Phrase } from './modifiers';

/** Things that are in a place by nature: "provinces in the North" is one name for what is counted. */
const PLACES = words('countries nations states provinces regions cities towns villages districts counties');
const SMALL_LETTER = /\p{Ll}/u;
const SAYING = words('said says told added reported');
/** Count for themselves or close a list: "12 officers and others". */
const NOT_JOINED = words('police others thereabouts thousands hundreds dozens millions billions');

/** "towns and mountain villages": a second bare noun phrase is counted with the first. */
export function withCoordination(tokens: readonly Token[], core: Phrase): Phrase {
  const link = word(tokens, core.to);
  if ((link !== 'and' && link !== 'or') || !isPlural(word(tokens, core.head))) return core;
  const at = core.to + 1;
  const first = tokens[at];
  if (first?.kind !== 'word' || first.gap === 'block' || endsPhrase(first.lower) || STATES.has(first.lower)) return core;
  if ((looksPast(first.lower) || looksProgressive(first.lower)) && !PARTICIPLES.has(first.lower)) return core;
  if (SMALL.has(first.lower) || SCALES.has(first.lower)) return core;
  for (let k = at; k < at + 4; k += 1) {
    const token = tokens[k];
    if (token?.kind === 'mark' && isHyphen(tokens, k) && token.gap === 'none') continue;
    if (token?.kind !== 'word' || token.gap === 'block' || endsPhrase(token.lower)) return core;
    if (!isPlural(token.lower)) continue;
    if (NOT_JOINED.has(token.lower) || isOf(tokens, k + 1, SAYING) || governs(tokens, at, k)) return core;
    // "mayors of 30 towns and owners of 12 mills": the second noun is counted by a figure of its own.
    if (word(tokens, k + 1) === 'of' && figureAt(tokens, k + 2)) return core;
    return { ...core, to: k + 1 };
  }
  return core;
}

/** "190 countries and supports 22 languages": a word in -s straight before a figure or an article is a verb. */
function governs(tokens: readonly Token[], at: number, k: number): boolean {
  const next = tokens[k + 1];
  if (k > at || next === undefined || next.gap === 'block') return false;
  return word(tokens, k).endsWith('s') && (figureAt(tokens, k + 1) || ARTICLES.has(next.lower));
}
const figureAt = (tokens: readonly Token[], i: number): boolean => tokens[i]?.kind === 'number' || isOf(tokens, i, SMALL);

/** "jars of honey", "heads of state", "provinces in the North"; not "seasons of Harbour Lights": a name tells which, not what. */
export function withComplement(tokens: readonly Token[], core: Phrase): Phrase {
  const link = word(tokens, core.to);
  if ((link === 'in' || link === 'across' || link === 'of') && isOf(tokens, core.head, PLACES)) return inPlace(tokens, core);
  if (link !== 'of') return core;
  let to = core.to + 1;
  for (let steps = 0; steps < 3; steps += 1) {
    const token = tokens[to];
    const opens = to === core.to + 1;
    if (token?.kind !== 'word' || token.gap === 'block' || token.lower === 'age') break;
    // Straight behind "of" no verb can stand: "rounds of tear gas".
    if (opens ? CLOSED.has(token.lower) : endsPhrase(token.lower)) break;
    if (token.lower.endsWith('ed') && token.lower.length > 3 && !isPlural(word(tokens, to + 1))) break;
    const end = gluedEnd(tokens, to, to + 6);
    // "cases of COVID-19", "grams of TNT": what is written like a formula is a kind of thing.
    const formula = end > to + 1 || !SMALL_LETTER.test(token.text);
    // "11 Hall of Famers" is one name, its plural behind "of".
    const name = opens && capital(tokens[core.head]) && !isPlural(word(tokens, core.head)) && isPlural(token.lower);
    if (capital(token) && !formula && !name) break;
    if (!opens && looksProgressive(token.lower) && goesOnBehind(tokens, to + 1)) break;
    to = end;
    if (isPlural(token.lower) && !PLURAL_MODIFIERS.has(token.lower)) break;
  }
  return to > core.to + 1 ? { ...core, to: withSecond(tokens, to) } : core;
}

/** Something a verb in -ing could govern follows: "jars of honey weighing 3 kg", as against "counts of money laundering." */
function goesOnBehind(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i];
  if (next === undefined || next.gap === 'block') return false;
  return next.kind === 'number' || (next.kind === 'word' && next.lower !== 'and' && next.lower !== 'or');
}

/** "heads of state and government": a second single noun behind the first, when the phrase ends with it. */
function withSecond(tokens: readonly Token[], to: number): number {
  const second = tokens[to + 1];
  if (word(tokens, to) !== 'and' || second?.kind !== 'word' || second.gap === 'block' || capital(second)) return to;
  const { lower } = second;
  if (endsPhrase(lower) || looksPast(lower) || looksAdverb(lower) || SMALL.has(lower) || NOT_JOINED.has(lower)) return to;
  const closes = (closesPhrase(tokens, to + 2) && !isHyphen(tokens, to + 2)) || looksPast(word(tokens, to + 2));
  return closes ? to + 2 : to;
}

function inPlace(tokens: readonly Token[], core: Phrase): Phrase {
  const article = word(tokens, core.to + 1) === 'the' ? 1 : 0;
  let to = core.to + 1 + article;
  while (capital(tokens[to]) && tokens[to]?.gap !== 'block' && !isOf(tokens, to, WHEN)) to += 1;
  return to > core.to + 1 + article ? { ...core, to } : core;
}

/** Behind "a" in the talk of sports: "14 shots a game". */
const GAMES = words('game match season head piece');

/** "shots per game", "patients a day", "births per 1,000 people": the rate belongs to what is counted. */
export function withRate(tokens: readonly Token[], core: Phrase): Phrase {
  const games = word(tokens, core.to) === 'a' && isOf(tokens, core.to + 1, GAMES) && !glued(tokens, core.to + 2);
  const to = games ? core.to + 2 : (perAt(tokens, core.to)?.to ?? core.to);
  if (to === core.to) return core;
  const many = tokens[core.to + 1]?.kind === 'number' || isOf(tokens, core.to + 1, SCALES);
  return { ...core, to: many && isPlural(word(tokens, to)) && tokens[to]?.gap !== 'block' ? to + 1 : to };
}
