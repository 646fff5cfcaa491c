import { slice } from '@/lib/base';
import { actOf, hasTrait } from './acts';
import { oncePerSentence } from './once';
import type { Predicate } from './predicate';
import { isShare } from './share';
import { isStanding, staysInHospital } from './standing';
import { stepOf } from './step';
import { talliedBy } from './tally';
import type { Aggregation } from './types';
import { type ArticleView, type Mention, wordAt } from './view';
import { sumsYear } from './yearly';

/** Verbs of having: they tell how things stand, not what happened. */
const HAS = /^(has|have|had|having|is|are|was|were|counts)$/;
/** Whatever stands behind these stands so today and may not tomorrow. */
const KEEPS = /^(shelters?|hosts?|accommodates?|employs?|numbers|operates?|owns?|serves?|houses|comprises?)$/;
const LIVES = /^(live|lives|lived|living|reside|resides)$/;
const SUM = /^(population|membership|workforce|headcount|staff|enrolment|enrollment|home)$/;

/** "Oster has 900 residents", "home to 900 people", "a population of 900": how things stand on a day, and on another day otherwise. */
export function stands({ tokens }: ArticleView, { quantity, from, to }: Mention): boolean {
  let k = from - 1;
  while (/^(some|the|a|only|now|still|currently|today)$/.test(wordAt(tokens, k))) k -= 1;
  const before = wordAt(tokens, k);
  if (KEEPS.test(before) || (LIVES.test(wordAt(tokens, to)) && /^(in|on|at|there|here)$/.test(wordAt(tokens, to + 1)))) return true;
  if (SUM.test(talliedBy(quantity) ?? '')) return true;
  if (/^(of|to|at)$/.test(before) && SUM.test(wordAt(tokens, k - 1))) return true;
  if (!isStanding(quantity.head ?? '')) return false;
  return HAS.test(before) && !(wordAt(tokens, k - 1) === 'there' && /^(was|were)$/.test(before));
}

/** "1,100 cars a day" */
const FLOWS = / (?:an?|per|each|every) (?:minute|hour|day|week|month|quarter|year)$/;

/** "250 tonnes of tin every day" */
const isEach = ({ text }: ArticleView, { quantity: { mention } }: Mention): boolean =>
  /^(?: of(?: [a-z]+){1,2})? (?:every|each) (?:hour|day|week|month|year)\b/.test(text.slice(mention.end, mention.end + EACH_WITHIN));
const EACH_WITHIN = 40;

/** "shares closed at 14.10 euros", "sales fell to 6 million from 7 million": a value that moves. */
function isPriced(view: ArticleView, mention: Mention): boolean {
  const { unit, concept } = mention.quantity;
  if (unit === null) return false;
  const step = stepOf(view, mention);
  return step === 'to' || step === 'from' || concept.some((word) => /^(?:shares?|stocks?|prices?|index)$/i.test(word));
}

/** "were battling the flames", "are on the scene", "remain in hospital": how things stand, and on another day otherwise. */
function isState({ tokens }: ArticleView, { to, quantity }: Mention, { verb, verbAt, role }: Predicate): boolean {
  if (quantity.unit !== null || role !== 'subject') return false;
  if (verb === null) return /^(is|are|was|were)$/.test(wordAt(tokens, to)) && /^(on|under|at|in)$/.test(wordAt(tokens, to + 1));
  if (verb.startsWith('remain')) return true;
  return verb.endsWith('ing') && /^(is|are|was|were)$/.test(wordAt(tokens, verbAt - 1));
}

const VOTES: ReadonlySet<string> = new Set(['vote', 'turn_out']);
/** What a fire has burned is told by these; the length of a broken pipe does not grow. */
const AREAS = /^(acre|hectare|ha|square )/;

/** How a figure behaves: what is fixed once it happened, what grows, what stands at a level, what flows. */
export function aggregationOf(view: ArticleView, mention: Mention, predicate: Predicate, act: string | null, single: boolean): Aggregation {
  const { unit } = mention.quantity;
  // How many of the votes are counted grows until all are.
  if (act === 'tally') return 'running';
  const share = unit === '%' || isShare(mention.quantity, slice(view.text, mention.quantity.mention));
  // What an election brought out is fixed, in percent as in votes.
  if (share && (VOTES.has(act ?? '') || mention.quantity.concept.some((word) => VOTES.has(actOf(word.toLowerCase()) ?? ''))))
    return 'fixed';
  if (share) return 'rate';
  if (unit !== null && (unit.startsWith('%') || /(?:^| )per /.test(unit)))
    return / per (second|minute|hour|day|week|month|year)$/.test(unit) ? 'flow' : 'rate';
  if (FLOWS.test(mention.quantity.noun ?? '') || isEach(view, mention) || sumsYear(view, mention, act)) return 'flow';
  // What a hall or a ship can hold is part of what it is.
  if (act === 'hold' && unit === null) return 'fixed';
  if (stands(view, mention) || isPriced(view, mention)) return 'level';
  if (hasTrait(act, 'passing') || staysInHospital(view, mention) || isState(view, mention, predicate)) return 'level';
  // A sentence and the counts it is for are told once.
  if (act === 'charge' && (unit !== null || /^(?:count|charge)$/.test(mention.quantity.head ?? ''))) return 'fixed';
  const signs = signsOf(view, mention.sentence);
  if (signs.running) return 'running';
  if (hasTrait(act, 'running') || (hasTrait(act, 'assessed') && (unit === null || AREAS.test(unit)))) return 'running';
  if (signs.level) return 'level';
  const perfect = predicate.verbAt > 0 && /^(has|have|had|been|also)$/.test(wordAt(view.tokens, predicate.verbAt - 1));
  return perfect && !single && mention.quantity.head !== 'time' ? 'running' : 'fixed';
}

/** Words anywhere in a sentence that say how its figures behave. */
const signsOf = oncePerSentence((view, { start, end }) => {
  const sentence = view.text.slice(start, end);
  return {
    running: /\b(?:so far|to date|as of|up to now|until now|since|toll|total of|in total|altogether|cumulative)\b/i.test(sentence),
    level: /\b(?:currently|now|remain|remains|stands? at|price|rate|level|inventory|reserves?)\b/i.test(sentence),
  };
});
