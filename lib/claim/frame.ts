import { endsPhrase, singular } from '@/lib/quantity';
import { actOf, RECEIVING, TRANSFERS } from './acts';
import { isPlaceAdjective, placeOf } from './places';
import { actFamily, type Predicate, withPhrase } from './predicate';
import { SAY } from './saying';
import type { Aggregation, Direction, Frame } from './types';
import { type ArticleView, capitalAt, markAt, type Mention, wordAt } from './view';

/**
 * Fills the frame of one claim from its own sentence.
 * - `head`, `modifiers`: from the noun phrase (the unit for measured things; "person" where only people can be meant: "46 were arrested"); place adjectives go to `scope` ("European countries" → scope Europe) as well.
 * - `act`: family of the predicate (lib/claim/acts.ts); a verb that is in no family stands for itself; deaths and cases name their act.
 * - `direction`: only for acts that go from somebody to somebody. "out": the counted thing receives from the subject ("provided aid to 89
 *   countries"); "in": the counted thing gives, sends or comes ("62 countries donated", "attended by 77 countries", "received from 170").
 * - `subject`: the named place or body that acts; with direction "in" the one it comes to ("to China"). Adjectives become places.
 * - `scope`: places said of the count: "in Hong Kong", "outside China" (with its word), place adjectives, places behind "with" or "from".
 * - `single`: the count belongs to one event ("a meeting … attended by 77").
 */
export function frameOf(view: ArticleView, mention: Mention, predicate: Predicate): Frame {
  const { quantity } = mention;
  const words = (quantity.noun ?? '').split(/[\s-]+/).filter((word) => word !== '' && !endsPhrase(word.toLowerCase()));
  const lower = words.map((word) => singular(word.toLowerCase()));
  const act = actFamily(predicate, words.map((word) => word.toLowerCase()));
  const direction = directionOf(view, mention, predicate, act);
  const concept = quantity.noun === null ? quantity.concept.map((word) => singular(word.toLowerCase())) : [];
  return {
    head: quantity.head ?? quantity.unit ?? (countsPeople(act) ? 'person' : null),
    modifiers: [...new Set([...lower.filter((word) => word !== quantity.head), ...concept])],
    act,
    direction,
    subject: subjectOf(view, mention, predicate, direction),
    scope: scopeOf(view, mention, predicate, words),
    terms: termsOf(view, mention),
    single: isSingle(view, mention),
    aggregation: aggregationOf(view, mention, predicate, act),
    modality: modalityOf(view, mention),
    exhaustiveParts: null,
  };
}

/** "46 were arrested" counts people though it does not say so. */
const countsPeople = (act: string | null): boolean => act !== null && /^(die|injure|arrest|rescue|displace|miss|attend|vaccinate|fall_ill|recover|travel|employ)$/.test(act);

function directionOf(view: ArticleView, mention: Mention, predicate: Predicate, act: string | null): Direction {
  if (act === null || !TRANSFERS.has(act) || quantityOnly(mention)) return null;
  const { role, preposition, passive, verb } = predicate;
  if (role === 'subject') return passive || (verb !== null && RECEIVING.has(verb)) ? 'out' : 'in';
  if (preposition === 'by') return 'in';
  if (preposition === 'from' || byGiver(view, mention, predicate)) return 'in';
  if (verb !== null && RECEIVING.has(verb)) return 'in';
  return 'out';
}

const quantityOnly = ({ quantity }: Mention): boolean => quantity.noun === null && quantity.unit === null;

/** "leaders of 170 countries": behind "from … of" or "by … of" the counted thing still gives. */
function byGiver(view: ArticleView, mention: Mention, predicate: Predicate): boolean {
  for (let k = mention.from - 1; k > Math.max(predicate.verbAt, mention.from - 14); k -= 1) {
    const lower = wordAt(view.tokens, k);
    if (lower === 'from' || lower === 'by') return true;
    if (lower === 'to' || lower === 'with') return false;
  }
  return false;
}

/** The acting place or body: capitals before the verb; behind "to" when the counted thing is the giver. */
function subjectOf(view: ArticleView, mention: Mention, predicate: Predicate, direction: Direction): string | null {
  const { tokens } = view;
  const { sentence } = mention;
  if (direction === 'in' && predicate.role === 'subject') return nameAfter(view, mention.to, sentence.to, 'to');
  if (predicate.role === 'subject' || predicate.verbAt < 0) return null;
  let best: string | null = null;
  for (let k = predicate.verbAt - 1; k >= sentence.from; k -= 1) {
    const lower = wordAt(tokens, k);
    if (SAY.has(lower) && best !== null) return best;
    if (/^[;:“”"]$/.test(markAt(tokens, k))) break;
    if (/^(that|who|which|where|while|when|because)$/.test(lower) && (best !== null || lower !== 'which')) break;
    if (!capitalAt(tokens, k) || endsPhrase(lower) || NOT_SUBJECT.test(lower)) continue;
    const start = runStart(tokens, k, sentence.from);
    // A name inside "in the field of …" or "by the NHC" is no subject; the first name of the clause is.
    if (!/^(in|on|at|of|from|with|to|for|since|during|by|under|after|before)$/.test(articleless(tokens, start))) best = named(view, start, k + 1);
    k = start;
  }
  return best;
}

const NOT_SUBJECT = /^(one|two|three|four|five|we|i|meanwhile|earlier|later|however|also|no|yes|read|updated)$/;
const articleless = (tokens: ArticleView['tokens'], start: number): string => (wordAt(tokens, start - 1) === 'the' ? wordAt(tokens, start - 2) : wordAt(tokens, start - 1));

function runStart(tokens: ArticleView['tokens'], k: number, limit: number): number {
  let start = k;
  while (start > limit && capitalAt(tokens, start - 1) && !endsPhrase(wordAt(tokens, start - 1))) start -= 1;
  return start;
}

/** "The Chinese government" → "China"; "China's measures" → "China"; other names as written. */
function named(view: ArticleView, from: number, to: number): string {
  const first = (view.tokens[from] as { text: string }).text;
  if (isPlaceAdjective(first) || /['’]s?$/.test(first)) return placeOf(first);
  return placeOf(view.text.slice(view.tokens[from]?.start, view.tokens[to - 1]?.end).replace(/\s+/g, ' '));
}

function nameAfter(view: ArticleView, from: number, to: number, preposition: string): string | null {
  for (let k = from; k < to; k += 1) {
    if (wordAt(view.tokens, k) !== preposition) continue;
    const at = wordAt(view.tokens, k + 1) === 'the' ? k + 2 : k + 1;
    if (!capitalAt(view.tokens, at)) continue;
    let end = at;
    while (end < to && capitalAt(view.tokens, end)) end += 1;
    return named(view, at, end);
  }
  return null;
}

const PLACE_WORDS = /^(in|outside|inside|across|throughout|within|near|at|off)$/;
const TIMES = /^(january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

/** A place that the words name beside a figure: tokens `at` (its preposition) to `end`. */
interface Place {
  at: number;
  end: number;
  name: string;
}

function scopeOf(view: ArticleView, mention: Mention, predicate: Predicate, words: readonly string[]): string[] {
  const own = words.filter(isPlaceAdjective).map(placeOf);
  const places = placesIn(view, mention);
  const behind = places.filter(({ at }) => at >= mention.figure && (!crossesFigure(view.tokens, mention.to, at) || (predicate.role === 'subject' && at > predicate.verbAt && predicate.verbAt >= mention.to)));
  const before = places.filter((place) => place.end <= mention.from && belongsBefore(view, mention, place, behind.length > 0));
  return [...new Set([...own, ...before.map(({ name }) => name), ...behind.map(({ name }) => name), ...pairBefore(view, mention)])];
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
    while (end < sentence.to && capitalAt(tokens, end)) end += 1;
    if (end === first || TIMES.test(wordAt(tokens, first))) continue;
    places.push({ at: k, end, name: lower === 'outside' ? `outside ${named(view, first, end)}` : named(view, first, end) });
  }
  return places;
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
  (tokens[k]?.kind === 'number' && !/^(1|2)\d{3}$/.test(tokens[k]?.text ?? '')) || /^(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands)$/.test(wordAt(tokens, k));

function crossesFigure(tokens: ArticleView['tokens'], from: number, to: number): boolean {
  for (let k = from; k < to; k += 1) if (isFigure(tokens, k)) return true;
  return false;
}

/** "China and the EU held two conferences": the partner of a joint act narrows its count. */
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

function termsOf(view: ArticleView, mention: Mention): string[] {
  const terms = new Set<string>();
  for (let k = mention.sentence.from; k < mention.sentence.to; k += 1) {
    const token = view.tokens[k];
    if (token?.kind !== 'word' || token.lower.length < 2 || endsPhrase(token.lower) || SAY.has(token.lower)) continue;
    terms.add(singular(token.lower.replace(/'s$/, '')));
  }
  return [...terms].sort();
}

const EVENT = /^(meeting|conference|videoconference|summit|operation|raid|march|rally|protest|ceremony|session|workshop|seminar|forum|event|exercise|attack|accident|crash|blast|explosion|fire|quake|earthquake|march|flight|ship|boat)$/;

/** One named event carries the count: "a meeting … attended by representatives from 77 countries", "in a videoconference with 18 …". */
function isSingle(view: ArticleView, mention: Mention): boolean {
  const { tokens } = view;
  if (EVENT.test(mention.quantity.head ?? '')) return false;
  for (let k = mention.from - 1; k >= Math.max(mention.sentence.from, mention.from - 40); k -= 1) {
    if (!EVENT.test(wordAt(tokens, k)) || /^(press|news)$/.test(wordAt(tokens, k - 1))) continue;
    for (let at = k - 1; at >= Math.max(mention.sentence.from, k - 4); at -= 1) if (/^(a|an|the|this|that|one)$/.test(wordAt(tokens, at))) return true;
  }
  return false;
}

const RUNNING: ReadonlySet<string> = new Set(['die', 'injure', 'miss', 'fall_ill', 'recover', 'arrest', 'displace', 'rescue', 'download', 'vaccinate']);

function aggregationOf(view: ArticleView, mention: Mention, predicate: Predicate, act: string | null): Aggregation {
  const { unit } = mention.quantity;
  if (unit !== null && (unit.startsWith('%') || / per /.test(unit))) return / per (second|minute|hour|day|week|month|year)$/.test(unit) ? 'flow' : 'rate';
  const sentence = view.text.slice(mention.sentence.start, mention.sentence.end);
  if (/\b(?:so far|to date|as of|up to now|until now|since|toll|total of|in total|altogether|cumulative)\b/i.test(sentence)) return 'running';
  if (act !== null && RUNNING.has(act)) return 'running';
  if (/\b(?:currently|now|remain|remains|stands? at|price|rate|level|inventory|reserves?)\b/i.test(sentence)) return 'level';
  const perfect = predicate.verbAt > 0 && /^(has|have|had|been|also)$/.test(wordAt(view.tokens, predicate.verbAt - 1));
  return perfect && !isSingle(view, mention) ? 'running' : 'fixed';
}

function modalityOf(view: ArticleView, mention: Mention): Frame['modality'] {
  const { tokens } = view;
  const span = [Math.max(mention.sentence.from, mention.from - 12), Math.min(mention.sentence.to, mention.to + 4)] as const;
  for (let k = span[0]; k < span[1]; k += 1) {
    const lower = wordAt(tokens, k);
    if (/^(aim|aims|aimed|target|targets|goal|plan|plans|planned|hopes|hope|intends|pledged|vowed)$/.test(lower)) return 'target';
    if (/^(will|would|expected|expects|forecast|forecasts|projected|predicted|predicts|may|could|might|likely)$/.test(lower)) return 'forecast';
    if (/^(estimated|estimates|estimate|estimating|believed|feared|thought)$/.test(lower)) return 'estimate';
  }
  return 'fact';
}

/** Neutral words for what is counted: "patients recovered", "provided assistance to countries", "confirmed cases". */
export function measureWords(view: ArticleView, mention: Mention, predicate: Predicate): string {
  const { quantity } = mention;
  const people = quantity.noun === null && quantity.unit === null && countsPeople(actOf(predicate.verb ?? ''));
  const thing = (quantity.noun ?? quantity.concept.join(' ')) || quantity.unit || (people ? 'people' : 'figure');
  const plain = thing.charAt(0) === thing.charAt(0).toUpperCase() && !/\p{Lu}/u.test(thing.slice(1)) && thing.includes(' ') === false ? thing.toLowerCase() : thing;
  if (predicate.verb === null || plain.toLowerCase().split(/[\s-]+/).includes(predicate.verb)) return plain;
  if (predicate.role === 'subject') return actOf(predicate.verb) !== null && sameAct(plain, predicate.verb) ? plain : `${plain} ${predicate.verb}`;
  if (predicate.preposition !== '' && predicate.lead.includes(' ')) {
    // A long way from verb to figure is shortened to its two ends.
    const lead = predicate.lead.split(' ').length > 5 ? `${predicate.verb} ${predicate.preposition}` : predicate.lead;
    return `${lead} ${plain}`;
  }
  const object = withPhrase(view.tokens, mention).join(' ');
  return object === '' ? `${plain} ${predicate.verb}` : `${plain} ${predicate.verb} with ${object}`;
}

const sameAct = (thing: string, verb: string): boolean => thing.toLowerCase().split(/[\s-]+/).some((word) => actOf(word) === actOf(verb));
