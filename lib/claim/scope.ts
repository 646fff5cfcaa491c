import { isDayName, words } from '@/lib/base';
import { endsPhrase, spelledNumber } from '@/lib/quantity';
import { stands } from './aggregation';
import { tellsOfSpot } from './happening';
import { throughNumber } from './numbered';
import { oncePerSentence } from './once';
import { isPlaceAdjective, placeOf } from './places';
import type { Predicate } from './predicate';
import { ROLES, SAY } from './saying';
import { named } from './subject';
import { type ArticleView, capitalAt, type Mention, markAt, wordAt } from './view';

const PLACE_WORDS = /^(in|outside|inside|across|throughout|within|near|at|off)$/;

/** Kept with their place: what is outside it is not in it, and what is near it or off it is told to say where something happened. */
const KEPT = words('outside near off');

/** A place that the words name beside a figure: tokens `at` (its preposition) to `end`. */
interface Place {
  at: number;
  end: number;
  name: string;
}

/** Places said of the count, each once: of its noun, before it, behind it, and the partner of a joint act. */
export function scopeOf(view: ArticleView, mention: Mention, predicate: Predicate, said: readonly string[], act: string | null): string[] {
  const own = said.filter(isPlaceAdjective).map(placeOf);
  const places = placesIn(view, mention);
  const behind = places.filter(
    ({ at }) =>
      at >= mention.figure &&
      (!crossesFigure(view.tokens, mention.to, at) ||
        (predicate.role === 'subject' && at > predicate.verbAt && predicate.verbAt >= mention.to && !isFigure(view.tokens, at - 1))),
  );
  const before = places.filter((place) => place.end <= mention.from && belongsBefore(view, mention, place, behind.length > 0));
  const spot = befellThem(view, mention, predicate, act) && tellsOfSpot(view, mention.sentence);
  const named = [...before, ...behind].map(({ name }) => (spot && !KEPT.has(name.split(' ')[0] as string) ? `at ${name}` : name));
  return [
    ...new Set([
      ...own,
      ...named,
      ...periodOf(view, mention),
      ...roundOf(view, mention, predicate),
      ...chargeOf(view, mention),
      ...pairBefore(view, mention),
      ...(named.length === 0 ? ownerBefore(view, mention) : []),
    ]),
  ];
}

/** What happens to people where something happens in one spot. */
const THERE = /^(?:die|injure|miss|trap|rescue|travel|hospitalise|evacuate)$/;
/** Those who give a roof to people who got out of it are elsewhere. */
const HOSTS = words(
  'house houses housed housing shelter sheltered sheltering host hosted hosting receive receives received receiving welcome welcomed',
);
const TAKES = /^(?:takes?|took|taking)$/;

/** The figure is of people whom the event befell, and not of what a place did or does for them later. */
function befellThem(view: ArticleView, mention: Mention, { verb, verbAt, role }: Predicate, act: string | null): boolean {
  if (mention.quantity.unit !== null || !(act ?? '').split('+').some((one) => THERE.test(one)) || stands(view, mention)) return false;
  // "The inn took in 40 survivors"
  const hosts = verb !== null && (HOSTS.has(verb) || (TAKES.test(verb) && wordAt(view.tokens, verbAt + 1) === 'in'));
  return !(hosts && role === 'object');
}

/** How far from a sum of money the span of months may stand that it was earned in, in characters. */
const PERIOD_WITHIN = 140;
const PERIOD = /\b(?:(first|second|third|fourth)[- ](quarter|half)|(six|nine|12|twelve)[- ](months?))\b/gi;
const MONEY = /^(?:[A-Z]{3}|cent)(?: per share)?$/;

/** "first-quarter profit", "for the six months": what a quarter brings is part of what a year does. */
function periodOf({ text }: ArticleView, { quantity: { unit, figure }, sentence }: Mention): string[] {
  if (unit === null || !MONEY.test(unit)) return [];
  const start = Math.max(sentence.start, figure.start - PERIOD_WITHIN);
  const told = [...text.slice(start, Math.min(sentence.end, figure.end + PERIOD_WITHIN)).matchAll(PERIOD)];
  const names = new Set(
    told.map(([, nth, part, many, months]) => `${nth ?? many} ${part ?? months}`.toLowerCase().replace(/month$/, 'months')),
  );
  return names.size === 1 ? [...names] : [];
}

const ROUND = /\b(?:(first|second|third|final) round\b(?! of (?!(?:the )?(?:[a-z]+ )?(?:vot|elect|ballot|poll|president)))|run(-?)off\b)/gi;
const ROUND_WITHIN = 90;
const VOTING =
  /\b(?:vot(?:es?|ed|ers?|ing)|ballots?|(?:re-?)?elect(?:s|ed|ions?|oral|orate)?|polls?|polling|turnout|candidates?|presidential|mayoral|parliamentary|referendum)\b/i;
/** How far from "runoff" a word of voting stands beside it, in characters: without one it is water. */
const VOTING_BESIDE = 30;

const tellsOfVoting = oncePerSentence(({ text }, { start, end }): boolean => VOTING.test(text.slice(start, end)));

/** "In the first round she won 49 percent": of an election, each round has shares of its own. The nearest is meant; those of talks are none. */
function roundOf(view: ArticleView, { quantity: { unit, concept, noun, figure }, sentence }: Mention, { verb }: Predicate): string[] {
  if (unit !== '%' && ![...concept, noun ?? ''].some((word) => /^votes?$/i.test(word))) return [];
  if (!(verb !== null && POLLS.test(verb)) && !tellsOfVoting(view, sentence)) return [];
  const start = Math.max(sentence.start, figure.start - ROUND_WITHIN);
  const near = view.text.slice(start, Math.min(sentence.end, figure.end + ROUND_WITHIN));
  const rounds = [...near.matchAll(ROUND)].filter(
    ({ index, 0: told, 1: nth, 2: hyphen }) =>
      nth !== undefined ||
      hyphen === '-' ||
      VOTING.test(near.slice(Math.max(0, index - VOTING_BESIDE), index + told.length + VOTING_BESIDE)),
  );
  const far = ({ index, 0: { length } }: RegExpMatchArray): number =>
    Math.max(figure.start - start - (index as number) - length, start + (index as number) - figure.end);
  const [nearest] = rounds.sort((a, b) => far(a) - far(b));
  return nearest ? [`${nearest[1]?.toLowerCase() ?? 'second'} round`] : [];
}
/** "won 49 percent" */
const POLLS = /^(?:w[io]ns?|winning|poll(?:s|ed|ing)?|garner(?:s|ed|ing)?)$/;

const CHARGE = /^ (?:counts?|charges?) of ((?:(?:attempted|aggravated|first-degree|second-degree|involuntary) )?[a-z]+)/;

/** "two counts of attempted theft" are some of all counts. */
const chargeOf = ({ text }: ArticleView, { quantity: { figure } }: Mention): string[] =>
  CHARGE.exec(text.slice(figure.end, figure.end + CHARGE_WITHIN))?.slice(1) ?? [];
const CHARGE_WITHIN = 60;

/** "Oster has 900 residents": what stands at a level is counted where, or of whom, it stands. */
function ownerBefore(view: ArticleView, mention: Mention): string[] {
  if (!stands(view, mention)) return [];
  const { tokens } = view;
  let k = mention.from - 1;
  while (k > mention.sentence.from && !capitalAt(tokens, k) && mention.from - k < 6 && markAt(tokens, k) === '') k -= 1;
  let from = k;
  while (from > mention.sentence.from && capitalAt(tokens, from - 1)) from -= 1;
  const opens = from === mention.sentence.from || /^(the|a|in|of|,|that)$/.test(tokens[from - 1]?.lower ?? '');
  return capitalAt(tokens, k) && opens && !endsPhrase(wordAt(tokens, from)) && !isDayName(wordAt(tokens, k))
    ? [named(view, from, k + 1)]
    : [];
}

function placesIn(view: ArticleView, { sentence, from, to }: Mention): Place[] {
  const { tokens } = view;
  const places: Place[] = [];
  for (let k = Math.max(sentence.from, from - 40); k < Math.min(sentence.to, to + 20); k += 1) {
    const lower = wordAt(tokens, k);
    const partner = (lower === 'with' || lower === 'from') && k >= to && k < to + 5;
    if (!PLACE_WORDS.test(lower) && !partner) continue;
    const of = wordAt(tokens, k + 1) === 'of' ? 1 : 0;
    const first = k + 1 + of + (wordAt(tokens, k + 1 + of) === 'the' ? 1 : 0);
    let end = first;
    while (end < sentence.to && (capitalAt(tokens, end) || (end > first && wordAt(tokens, end) === 'of' && capitalAt(tokens, end + 1))))
      end += 1;
    if (end > first) end = throughNumber(tokens, end);
    if (
      SPEECH.test(wordAt(tokens, k - 1)) ||
      (lower === 'at' && ROLES.has(wordAt(tokens, k - 1))) ||
      isWhereSpoken(tokens, end, sentence.to) ||
      (k >= to && otherClause(tokens, to, k))
    )
      continue;
    if (end === first || isDayName(wordAt(tokens, first).replace(/['’]s$/, ''))) continue;
    places.push({ at: k, end, name: KEPT.has(lower) ? `${lower} ${named(view, first, end)}` : named(view, first, end) });
  }
  return places;
}

/** "In Lisbon, President Ana Reis said": a named person spoke there, and may speak of any place. */
function isWhereSpoken(tokens: ArticleView['tokens'], comma: number, to: number): boolean {
  if (markAt(tokens, comma) !== ',' || !ROLES.has(wordAt(tokens, comma + 1))) return false;
  let k = comma + 2;
  while (k < to && k < comma + 6 && capitalAt(tokens, k)) k += 1;
  return k > comma + 2 && SAY.has(wordAt(tokens, k));
}

/** Where somebody spoke is no place of the count. */
const SPEECH = /^(conference|briefing|interview|reporters|speech|statement)$/;

/** "aboard when she ran aground off Oster": a new clause has places of its own. */
function otherClause(tokens: ArticleView['tokens'], from: number, to: number): boolean {
  for (let k = from; k < to; k += 1)
    if (/^(when|while|because|after|before)$/.test(wordAt(tokens, k)) && markAt(tokens, k + 1) === '') return true;
  return false;
}

/** A place before a figure is its own when it opens the clause, or when no other figure stands nearer to it. */
function belongsBefore(view: ArticleView, { sentence, from }: Mention, { at, end }: Place, hasOwn: boolean): boolean {
  const { tokens } = view;
  const opens = at === sentence.from || /^(that|,|:|;|“|")$/.test(tokens[at - 1]?.lower ?? '');
  if (opens && (markAt(tokens, end) === ',' || at === sentence.from)) return !hasOwn;
  for (let k = at - 1; k >= Math.max(sentence.from, at - 6) && markAt(tokens, k) !== ','; k -= 1) if (isFigure(tokens, k)) return false;
  return !crossesFigure(tokens, end, from);
}

const isFigure = (tokens: ArticleView['tokens'], k: number): boolean =>
  (tokens[k]?.kind === 'number' && !/^(1|2)\d{3}$/.test(tokens[k]?.text ?? '')) ||
  (spelledNumber(wordAt(tokens, k)) ?? 0) > 1 ||
  /^(dozens|hundreds|thousands)$/.test(wordAt(tokens, k));

function crossesFigure(tokens: ArticleView['tokens'], from: number, to: number): boolean {
  for (let k = from; k < to; k += 1) if (isFigure(tokens, k)) return true;
  return false;
}

/** "Peru and Chile held two talks": the partner of a joint act narrows its count. */
function pairBefore(view: ArticleView, mention: Mention): string[] {
  const { tokens } = view;
  for (let k = mention.from - 1; k > Math.max(mention.sentence.from, mention.from - 8); k -= 1) {
    if (wordAt(tokens, k) !== 'and' || !capitalAt(tokens, k - 1)) continue;
    const at = wordAt(tokens, k + 1) === 'the' ? k + 2 : k + 1;
    if (!capitalAt(tokens, at)) continue;
    let end = at;
    while (end < mention.from && capitalAt(tokens, end)) end += 1;
    return [named(view, at, end)];
  }
  return [];
}
