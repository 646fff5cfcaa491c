import { words } from '@/lib/base';
import { endsPhrase, looksPast, singular } from '@/lib/quantity';
import { actAround } from './act-around';
import { actFamily, fateBehind, jointFate } from './act-family';
import { actOf, countsPeople } from './acts';
import { aggregationOf } from './aggregation';
import { questionOf } from './asking';
import { countsSoFar, edgeOf, isPartialCount } from './edge';
import { gradeOf } from './grade';
import { isGathering } from './happening';
import { oncePerSentence } from './once';
import { isPerson } from './people';
import type { Predicate } from './predicate';
import { SAY } from './saying';
import { scopeOf } from './scope';
import { changeIn, saysAgain } from './step';
import { directionOf, subjectOf } from './subject';
import { isCount, talliedBy } from './tally';
import type { Frame } from './types';
import { type ArticleView, capitalAt, type Mention, markAt, wordAt } from './view';

/**
 * Fills the frame of one claim from its own sentence.
 * - `head`, `modifiers`: from the noun phrase (the unit for measured things; "person" where only people can be meant: "46 were arrested"); place adjectives go to `scope` ("European countries" → scope Europe) as well;
 *   how badly people are hurt is the modifier "seriously" or "slightly".
 * - `act`: family of the predicate (lib/claim/acts.ts); a verb that is in no family stands for itself; deaths and cases name their act.
 * - `direction`: only for acts that go from somebody to somebody. "out": the counted thing receives from the subject ("sent pumps to 40
 *   towns"); "in": the counted thing gives, sends or comes ("40 towns donated", "attended by 12 mayors", "received from 40").
 * - `subject`: the named place or body that acts; with direction "in" the one it comes to ("to Norway"). Adjectives become places.
 * - `scope`: places said of the count: "in Bergen", "outside Norway" (with its word), place adjectives, places behind "with" or "from". "near Oster", "off
 *   Oster", and "at Oster" of what happened in one spot, say where that was, and narrow no count.
 * - `single`: the count belongs to one event ("a meeting … attended by 12 mayors").
 */
export function frameOf(view: ArticleView, mention: Mention, predicate: Predicate, of: Pick<Frame, 'dated' | 'story' | 'headline'>): Frame {
  const { quantity } = mention;
  const tally = talliedBy(quantity);
  const said = (quantity.noun ?? tally ?? '').split(/[\s-]+/).filter((word) => word !== '' && !endsPhrase(word.toLowerCase()));
  const counts = isCount(view.tokens, quantity, mention.from) ? quantity.concept : [];
  const lower = said.map((word) => singular(word.toLowerCase()));
  const own = actOn(
    quantity.head,
    fateBehind(view.tokens, mention.to) ??
      actFamily(
        predicate,
        [...said, ...counts].map((word) => word.toLowerCase()),
      ),
  );
  const { head, act } = actAround(view, mention, predicate, { head: quantity.head, act: own });
  const fate = jointFate(view.tokens, predicate.state === null ? predicate.verbAt : mention.to, act);
  const grade = gradeOf(view.tokens, mention, act);
  const direction = directionOf(view, mention, predicate, act);
  const single = isSingle(view, mention);
  const payer = payerOf(view, mention, predicate);
  const concept =
    quantity.noun === null ? quantity.concept.map((word) => singular(word.toLowerCase())).filter((word) => !payer.includes(word)) : [];
  return {
    head:
      (head === 'one' || head === 'nobody' ? 'person' : head) ??
      quantity.unit ??
      (countsPeople(act) || tally === 'capacity' ? 'person' : tally),
    modifiers: [...new Set([...lower.filter((word) => word !== quantity.head), ...concept, ...(grade ? [grade] : [])])],
    act: fate,
    direction,
    subject: subjectOf(view, mention, predicate, direction),
    scope: scopeOf(view, mention, predicate, said, fate),
    near: nearOf(view, mention),
    terms: termsOf(view, mention.sentence),
    single,
    overall: !single && isOverall(view, mention.sentence),
    aggregation: aggregationOf(view, mention, predicate, act, single),
    modality: modalityOf(view, mention),
    ...of,
    edge:
      edgeOf(view, mention.sentence) ??
      (countsSoFar(view, mention) ? 'after' : null) ??
      (/^(?:vote|tally)$/.test(fate ?? '') && isPartialCount(view, mention.sentence) ? 'before' : null),
    ...changeIn(view, mention),
    again: saysAgain(view, mention),
    exhaustiveParts: null,
    question: questionOf(view, mention, predicate),
  };
}

/** A content word in its plain form; null for small words, marks, figures and verbs of saying. */
function termAt(view: ArticleView, k: number): string | null {
  const token = view.tokens[k];
  if (token?.kind !== 'word' || token.lower.length < 2 || endsPhrase(token.lower) || SAY.has(token.lower)) return null;
  return singular(token.lower.replace(/'s$/, ''));
}

const termsOf = oncePerSentence((view, sentence): string[] => {
  const terms = new Set<string>();
  for (let k = sentence.from; k < sentence.to; k += 1) {
    const term = termAt(view, k);
    if (term !== null) terms.add(term);
  }
  return [...terms].sort();
});

/** How many content words on each side of a figure stand beside it. */
const BESIDE = 5;

function nearOf(view: ArticleView, { sentence, figure }: Mention): string[] {
  const sides = [-1, 1].map((step) => {
    const terms: string[] = [];
    for (let k = figure + step; k >= sentence.from && k < sentence.to && terms.length < BESIDE; k += step) {
      const term = termAt(view, k);
      if (term !== null) terms.push(term);
    }
    return terms;
  }) as [string[], string[]];
  return [...new Set(sides.flat())];
}

/** "The rescue cost the port authority 2 million": who pays is not what it went on. */
function payerOf({ tokens }: ArticleView, { from }: Mention, { verb, verbAt, role }: Predicate): string[] {
  if (verb === null || !/^cost(?:s|ing)?$/.test(verb) || role !== 'object') return [];
  return tokens.slice(verbAt + 1, from).map(({ lower }) => singular(lower));
}

/** Only people are arrested: of rifles and boats that were captured with them one says that they were seized. */
const actOn = (head: string | null, act: string | null): string | null =>
  act === 'arrest' && head !== null && !isPerson(head) && actOf(head) !== 'arrest' ? 'seize' : act;

/** "In five raids so far", "in all": a sum over several occasions. */
const isOverall = oncePerSentence((view, { start, end }): boolean => OVERALL.test(view.text.slice(start, end)));
const OVERALL = /\b(?:so far|to date|in all|all told|altogether|cumulative(?:ly)?)\b/i;

/** One named event carries the count: "a meeting … attended by envoys from 30 towns", "on a march with 18 …". */
function isSingle(view: ArticleView, mention: Mention): boolean {
  const { tokens } = view;
  if (isGathering(mention.quantity.head ?? '')) return false;
  for (let k = mention.from - 1; k >= Math.max(mention.sentence.from, mention.from - 40); k -= 1) {
    if (!isGathering(wordAt(tokens, k)) || /^(press|news)$/.test(wordAt(tokens, k - 1))) continue;
    for (let at = k - 1; at >= Math.max(mention.sentence.from, k - 4); at -= 1)
      if (/^(a|an|the|this|that|one)$/.test(wordAt(tokens, at))) return true;
  }
  return false;
}

/** How far before a figure a word may stand that makes it a plan or an expectation, and how far behind, in tokens. */
const MODAL_BEFORE = 12;
const MODAL_BEHIND = 4;

function modalityOf(view: ArticleView, { sentence, from, to }: Mention): Frame['modality'] {
  for (let k = from - 1; k >= Math.max(sentence.from, from - MODAL_BEFORE); k -= 1) {
    // "could sail again after repairing 40 masts", "needs a roof and has had 40 leaks": what stands behind the link is told as it is.
    if (LINKS.has(wordAt(view.tokens, k)) || joinsVerb(view, k)) break;
    // "met to set a ceiling, with output at 17 million"
    if (markAt(view.tokens, k) === ',' && wordAt(view.tokens, k + 1) === 'with') break;
    const modality = modalityAt(view, k);
    if (modality !== null) return modality;
  }
  for (let k = from; k < Math.min(sentence.to, to + MODAL_BEHIND); k += 1) {
    // "employs 410 people, said it would": another clause.
    if (SAY.has(wordAt(view.tokens, k)) || markAt(view.tokens, k) === ',') break;
    const modality = modalityAt(view, k);
    if (modality !== null) return modality;
  }
  return headsFor(view, sentence, from) ? 'forecast' : 'fact';
}

/** "Brandt to cut 4,000 jobs": in a headline what is to be done. */
function headsFor({ tokens }: ArticleView, { fragment, from: start }: Mention['sentence'], from: number): boolean {
  if (!fragment) return false;
  for (let k = start + 1; k < from - 1; k += 1)
    if (
      wordAt(tokens, k) === 'to' &&
      capitalAt(tokens, k - 1) &&
      !/^(?:|the|an?|its|their)$/.test(wordAt(tokens, k + 1)) &&
      !capitalAt(tokens, k + 1) &&
      !looksPast(wordAt(tokens, k - 1))
    )
      return k >= from - 4;
  return false;
}
const LINKS = words('after when since because which who but');
/** "and has": a verb of its own follows. */
const joinsVerb = ({ tokens }: ArticleView, k: number): boolean =>
  wordAt(tokens, k) === 'and' && (/^(has|have|had|was|were|is|are|put)$/.test(wordAt(tokens, k + 1)) || looksPast(wordAt(tokens, k + 1)));
const TARGETS = words(
  'aim aims aimed target targets goal quota plan plans planned hopes hope intends pledged vowed agreed quotas ceiling ceilings allots allotted seeks seeking sought demands demanded demanding requested',
);
const FORECASTS = words('will would expected expects forecast forecasts projected predicted predicts may could might likely needs forcing');
const ESTIMATES = words('estimated estimates estimate estimating believed feared thought');

/** "asked the bank for 40 million dollars": so much is wanted. */
function asksFor({ tokens }: ArticleView, asked: number): boolean {
  for (let k = asked + 1; k < asked + MODAL_BEFORE && markAt(tokens, k) === ''; k += 1) if (wordAt(tokens, k) === 'for') return true;
  return false;
}

function modalityAt(view: ArticleView, k: number): Frame['modality'] | null {
  const lower = wordAt(view.tokens, k);
  if (TARGETS.has(lower) || (lower === 'asked' && asksFor(view, k))) return 'target';
  // "could not say how many" foretells nothing.
  // "may have been lost" guesses at what was.
  if (/^(may|might|could)$/.test(lower) && wordAt(view.tokens, k + 1) === 'have') return 'estimate';
  // "five times more likely" compares.
  if (lower === 'likely' && /^(more|less|as|equally|how)$/.test(wordAt(view.tokens, k - 1))) return null;
  if (FORECASTS.has(lower))
    return (lower === 'may' && capitalAt(view.tokens, k)) || wordAt(view.tokens, k + 1) === 'not' ? null : 'forecast';
  return ESTIMATES.has(lower) ? 'estimate' : null;
}
