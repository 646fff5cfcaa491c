import { endsPhrase, singular } from '@/lib/quantity';
import { countsPeople } from './acts';
import { actFamily, type Predicate } from './predicate';
import { SAY } from './saying';
import { scopeOf } from './scope';
import { directionOf, subjectOf } from './subject';
import type { Aggregation, Frame } from './types';
import { type ArticleView, capitalAt, type Mention, wordAt } from './view';

/**
 * Fills the frame of one claim from its own sentence.
 * - `head`, `modifiers`: from the noun phrase (the unit for measured things; "person" where only people can be meant: "46 were arrested"); place adjectives go to `scope` ("European countries" → scope Europe) as well.
 * - `act`: family of the predicate (lib/claim/acts.ts); a verb that is in no family stands for itself; deaths and cases name their act.
 * - `direction`: only for acts that go from somebody to somebody. "out": the counted thing receives from the subject ("sent pumps to 40
 *   towns"); "in": the counted thing gives, sends or comes ("40 towns donated", "attended by 12 mayors", "received from 40").
 * - `subject`: the named place or body that acts; with direction "in" the one it comes to ("to Norway"). Adjectives become places.
 * - `scope`: places said of the count: "in Bergen", "outside Norway" (with its word), place adjectives, places behind "with" or "from".
 * - `single`: the count belongs to one event ("a meeting … attended by 12 mayors").
 */
export function frameOf(view: ArticleView, mention: Mention, predicate: Predicate): Frame {
  const { quantity } = mention;
  const words = (quantity.noun ?? '').split(/[\s-]+/).filter((word) => word !== '' && !endsPhrase(word.toLowerCase()));
  const lower = words.map((word) => singular(word.toLowerCase()));
  const act = actFamily(
    predicate,
    words.map((word) => word.toLowerCase()),
  );
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

function termsOf(view: ArticleView, mention: Mention): string[] {
  const terms = new Set<string>();
  for (let k = mention.sentence.from; k < mention.sentence.to; k += 1) {
    const token = view.tokens[k];
    if (token?.kind !== 'word' || token.lower.length < 2 || endsPhrase(token.lower) || SAY.has(token.lower)) continue;
    terms.add(singular(token.lower.replace(/'s$/, '')));
  }
  return [...terms].sort();
}

const EVENT =
  /^(meeting|conference|videoconference|summit|operation|raid|march|rally|protest|ceremony|session|workshop|seminar|forum|event|exercise|attack|accident|crash|blast|explosion|fire|quake|earthquake|march|flight|ship|boat)$/;

/** One named event carries the count: "a meeting … attended by envoys from 30 towns", "on a march with 18 …". */
function isSingle(view: ArticleView, mention: Mention): boolean {
  const { tokens } = view;
  if (EVENT.test(mention.quantity.head ?? '')) return false;
  for (let k = mention.from - 1; k >= Math.max(mention.sentence.from, mention.from - 40); k -= 1) {
    if (!EVENT.test(wordAt(tokens, k)) || /^(press|news)$/.test(wordAt(tokens, k - 1))) continue;
    for (let at = k - 1; at >= Math.max(mention.sentence.from, k - 4); at -= 1)
      if (/^(a|an|the|this|that|one)$/.test(wordAt(tokens, at))) return true;
  }
  return false;
}

const RUNNING: ReadonlySet<string> = new Set([
  'die',
  'injure',
  'miss',
  'fall_ill',
  'recover',
  'arrest',
  'displace',
  'rescue',
  'download',
  'vaccinate',
]);

function aggregationOf(view: ArticleView, mention: Mention, predicate: Predicate, act: string | null): Aggregation {
  const { unit } = mention.quantity;
  if (unit !== null && (unit.startsWith('%') || / per /.test(unit)))
    return / per (second|minute|hour|day|week|month|year)$/.test(unit) ? 'flow' : 'rate';
  const sentence = view.text.slice(mention.sentence.start, mention.sentence.end);
  if (/\b(?:so far|to date|as of|up to now|until now|since|toll|total of|in total|altogether|cumulative)\b/i.test(sentence))
    return 'running';
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
    if (lower === 'may' && capitalAt(tokens, k)) continue;
    if (/^(aim|aims|aimed|target|targets|goal|plan|plans|planned|hopes|hope|intends|pledged|vowed)$/.test(lower)) return 'target';
    if (/^(will|would|expected|expects|forecast|forecasts|projected|predicted|predicts|may|could|might|likely)$/.test(lower))
      return 'forecast';
    if (/^(estimated|estimates|estimate|estimating|believed|feared|thought)$/.test(lower)) return 'estimate';
  }
  return 'fact';
}
