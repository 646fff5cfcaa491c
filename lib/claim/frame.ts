import { endsPhrase, singular } from '@/lib/quantity';
import { actFamily } from './act-family';
import { actOf, countsPeople } from './acts';
import { aggregationOf } from './aggregation';
import { questionOf } from './asking';
import { edgeOf } from './edge';
import { oncePerSentence } from './once';
import { isPerson } from './people';
import type { Predicate } from './predicate';
import { EVENT, SAY } from './saying';
import { scopeOf } from './scope';
import { directionOf, subjectOf } from './subject';
import type { Frame } from './types';
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
  const act = actOn(
    quantity.head,
    actFamily(
      predicate,
      words.map((word) => word.toLowerCase()),
    ),
  );
  const direction = directionOf(view, mention, predicate, act);
  const single = isSingle(view, mention);
  const concept = quantity.noun === null ? quantity.concept.map((word) => singular(word.toLowerCase())) : [];
  return {
    head: quantity.head ?? quantity.unit ?? (countsPeople(act) ? 'person' : null),
    modifiers: [...new Set([...lower.filter((word) => word !== quantity.head), ...concept])],
    act,
    direction,
    subject: subjectOf(view, mention, predicate, direction),
    scope: scopeOf(view, mention, predicate, words),
    terms: termsOf(view, mention.sentence),
    single,
    aggregation: aggregationOf(view, mention, predicate, act, single),
    modality: modalityOf(view, mention),
    edge: edgeOf(view, mention.sentence),
    exhaustiveParts: null,
    question: questionOf(view, mention, predicate),
  };
}

const termsOf = oncePerSentence((view, sentence): string[] => {
  const terms = new Set<string>();
  for (let k = sentence.from; k < sentence.to; k += 1) {
    const token = view.tokens[k];
    if (token?.kind !== 'word' || token.lower.length < 2 || endsPhrase(token.lower) || SAY.has(token.lower)) continue;
    terms.add(singular(token.lower.replace(/'s$/, '')));
  }
  return [...terms].sort();
});

/** Only people are arrested: of rifles and boats that were captured with them one says that they were seized. */
const actOn = (head: string | null, act: string | null): string | null =>
  act === 'arrest' && head !== null && !isPerson(head) && actOf(head) !== 'arrest' ? 'seize' : act;

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
