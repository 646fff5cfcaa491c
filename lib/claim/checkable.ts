import { words } from '@/lib/base';
import { DURATIONS, type Quantity } from '@/lib/quantity';
import { actFamily } from './act-family';
import { actOf, countsPeople, hasTrait } from './acts';
import { oncePerSentence } from './once';
import type { Predicate } from './predicate';
import { isCount, talliedBy } from './tally';
import { type ArticleView, capitalAt, type Mention, markAt, wordAt } from './view';

/** Why a quantity makes no claim; null when it does. */
export type NoClaim =
  | 'excluded'
  | 'bare'
  | 'few'
  | 'age'
  | 'span of time'
  | 'denied'
  | 'supposed'
  | 'question'
  | 'multiple'
  | 'uncounted nothing'
  | 'quotation of law';

/** Decides whether a quantity asserts something that could be checked, by the words around it. */
export function noClaim(view: ArticleView, mention: Mention, predicate: Predicate): NoClaim | null {
  const { quantity, sentence } = mention;
  const { tokens } = view;
  if (quantity.excluded !== null) return 'excluded';
  if (quantity.readers.includes('few')) return 'few';
  if (isQuestion(view, sentence)) return 'question';
  if (isAge(tokens, mention)) return 'age';
  if (quantity.unit !== null && DURATIONS.has(quantity.unit) && isSetting(tokens, mention) && !isTerm(view, mention)) return 'span of time';
  if (quantity.readers[0] === 'multiple') return 'multiple';
  if (
    /^times?$/.test(quantity.head ?? '') &&
    /^(as|more|higher|larger|greater|bigger|that|the|less|faster)$/.test(wordAt(tokens, mention.to))
  )
    return 'multiple';
  if (quantity.readers[0] === 'none' && !countsNothing(quantity, predicate)) return 'uncounted nothing';
  if (isDenied(tokens, mention) || isWrong(tokens, mention)) return 'denied';
  if (isSupposed(tokens, mention)) return 'supposed';
  if (quantity.noun === null && quantity.unit === null && !standsAlone(tokens, mention, predicate)) return 'bare';
  return null;
}

/** "75 years in prison", "a ten-year jail term", "must serve at least 40 years before": a sentence is the news, and no setting of it. */
function isTerm({ tokens }: ArticleView, { quantity, sentence, from, to }: Mention): boolean {
  if (AGAIN.test(wordAt(tokens, to)) || !TERM_UNITS.test(quantity.unit ?? '')) return false;
  const behind = `${wordAt(tokens, to)} ${wordAt(tokens, to + 1)}`.trim();
  if (/^(?:in (?:prison|jail|custody|confinement)|behind bars)$/.test(behind)) return true;
  const at = markAt(tokens, to) === '-' ? to + 1 : to;
  if (TERM.test(wordAt(tokens, at)) || (wordAt(tokens, at) === 'of' && TERM.test(wordAt(tokens, at + 1)))) return true;
  if (wordAt(tokens, from - 1) === 'for' && /^(?:asked|called)$/.test(wordAt(tokens, from - 2))) return true;
  // "sentenced the guard to 20 years", "faces up to 12 years"
  for (let k = from - 1; k >= Math.max(sentence.from, from - SENTENCED_WITHIN) && !/^[,;:]$/.test(markAt(tokens, k)); k -= 1)
    if (SENTENCES.test(wordAt(tokens, k))) return k === from - 1 || wordAt(tokens, from - 1) === 'to' || SERVES.test(wordAt(tokens, k));
  return false;
}
const AGAIN = /^(?:ago|later|earlier|old|after)$/;
const TERM_UNITS = /^(?:day|week|month|year)$/;
const TERM = /^(?:jail|prison|sentences?|terms?|imprisonment|probation)$/;
const SENTENCES = /^(?:sentenced|sentences|sentencing|jailed|imprisoned|serve|serves|served|serving|faces?|facing|faced)$/;
const SERVES = /^(?:serve|serves|serving)$/;
const SENTENCED_WITHIN = 10;

const isQuestion = oncePerSentence((view, { start, end }) => view.text.slice(start, end).trimEnd().endsWith('?'));

/** "aged 44", "44 years old", "44-year-old", "Li Wei, 44,": a detail about a person, not the news. */
function isAge(tokens: ArticleView['tokens'], { quantity, from, to }: Mention): boolean {
  if (quantity.unit?.endsWith(' old') || /^(aged|age|ages)$/.test(wordAt(tokens, from - 1))) return true;
  const closes = /^[,.;)]$/.test(markAt(tokens, to));
  return (
    quantity.unit === null &&
    quantity.noun === null &&
    markAt(tokens, from - 1) === ',' &&
    capitalAt(tokens, from - 2) &&
    closes &&
    Number(quantity.low ?? quantity.high) < 120
  );
}

/** A length of time that only sets the scene: "24-hour strike", "over the past five years", "two days later", "every 4 years". */
function isSetting(tokens: ArticleView['tokens'], { quantity, from, to }: Mention): boolean {
  if (markAt(tokens, to) === '-' || markAt(tokens, to - 2) === '-') return true;
  if (/^(ago|later|earlier|before|after|prior|old|apart|away|from|early|behind|running|straight|in)$/.test(wordAt(tokens, to))) return true;
  if (/^['’]/.test(markAt(tokens, to)) || /^(of)$/.test(wordAt(tokens, to))) return true;
  const before = wordAt(tokens, from - 1);
  // "will last four months" says how long; "the last four months" only says when.
  if (before === 'last' && !/^(the|over|in|during|for|past|these|its|their|his|her)$/.test(wordAt(tokens, from - 2))) return false;
  if (
    /^(past|last|next|first|previous|coming|every|each|recent|final|latest|within|these|those|another|following|for|in|over|after|during|than|the)$/.test(
      before,
    )
  ) {
    // "for at least four months" says how long; "in 20 years" and "over three years" only say when.
    return !(before === 'for' && quantity.hedge !== 'exact') && !(before === 'for' && /^(months?|weeks?)$/.test(quantity.unit ?? ''));
  }
  return false;
}

/** "No injuries" counts zero injuries; "no plan" counts nothing. */
function countsNothing(quantity: Quantity, predicate: Predicate): boolean {
  const nobody = /^(one|nobody)$/.test((quantity.noun ?? 'nobody').toLowerCase()) || quantity.head === 'person';
  const words = nobody ? [predicate.role === 'subject' ? (predicate.verb ?? '') : ''] : (quantity.noun ?? '').toLowerCase().split(/[\s-]+/);
  return words.some((word) => hasTrait(actOf(word), 'harm'));
}

/** "did not use more than 10 litres" says that it was at most 10. */
const isTurned = (first: string, hedge: Quantity['hedge']): boolean =>
  (hedge === 'at-most' && /^(more|over|above)$/.test(first)) ||
  (hedge === 'at-least' && /^(fewer|less|under|below)$/.test(first)) ||
  (hedge === 'less-than' && first === 'at');

const DENY =
  /^(denied|denies|deny|denying|refuted|refutes|dismissed|rejected|disputed|debunked|contradicted|false|untrue|fake|baseless|unfounded)$/;

/** An offer that is turned down is an offer all the same: of these words, only a report that follows is denied. */
const TURNED_DOWN = /^(dismissed|rejected)$/;
const REPORT = words(
  'that any report reports claim claims suggestion suggestions allegation allegations rumour rumours rumor rumors figure figures estimate estimates number toll count having being',
);

/** "denied that 500 died", "not 500 but 300": the text does not assert the number. */
function isDenied(tokens: ArticleView['tokens'], { from, to, sentence, quantity }: Mention): boolean {
  // "None of the 40 passengers was hurt"
  if (/^(?:none|neither)$/.test(wordAt(tokens, from - 3)) && wordAt(tokens, from - 2) === 'of') return true;
  if (isTurned(wordAt(tokens, from), quantity.hedge)) return false;
  for (let k = from - 1; k >= Math.max(sentence.from, from - 14); k -= 1) {
    const lower = wordAt(tokens, k);
    // "dismissed 400 workers": these deny a report, not what they have for an object.
    const turnedDown = TURNED_DOWN.test(lower) && !REPORT.has(wordAt(tokens, k + 1)) && !REPORT.has(wordAt(tokens, k + 2));
    if (DENY.test(lower) && !turnedDown && !(k === from - 1 && lower === 'denied' && !tellsMore(tokens, to)))
      return !/^(not|never)$/.test(wordAt(tokens, k - 1));
    if (/^(but|and|saying|said|while|because)$/.test(lower) || /^[;:]$/.test(markAt(tokens, k))) return false;
    if (
      k >= from - 3 &&
      (/^(not|never)$/.test(lower) || /n['’]t$/.test(lower)) &&
      !/^(only|just|least|yet|to)$/.test(wordAt(tokens, k + 1))
    )
      return true;
  }
  return false;
}

/** "denied 12 workers were hurt": a report is denied, and not, as in "denied 40 visas", what was asked for. */
const tellsMore = (tokens: ArticleView['tokens'], to: number): boolean =>
  /^(?:was|were|had|have|has|are|died|would|will)$/.test(wordAt(tokens, to));

/** "an earlier report of 42 deaths was wrong" */
function isWrong(tokens: ArticleView['tokens'], { from, to, sentence }: Mention): boolean {
  if (!REPORT.has(wordAt(tokens, from - 2)) || wordAt(tokens, from - 1) !== 'of') return false;
  for (let k = to; k < Math.min(sentence.to, to + WRONG_WITHIN) && markAt(tokens, k) === ''; k += 1)
    if (WRONG.has(wordAt(tokens, k))) return !/^(not|no)$/.test(wordAt(tokens, k - 1));
  return false;
}
const WRONG = words('wrong false incorrect untrue mistaken inaccurate erroneous denied disputed rejected dismissed refuted debunked');
const WRONG_WITHIN = 8;

/** "if 500 people", "whether 20": supposed, not asserted. */
function isSupposed(tokens: ArticleView['tokens'], { from, sentence }: Mention): boolean {
  for (let k = from - 1; k >= Math.max(sentence.from, from - 8); k -= 1) {
    const lower = wordAt(tokens, k);
    if (/^(if|unless|whether|suppose|imagine)$/.test(lower)) return wordAt(tokens, k - 1) !== 'even' && wordAt(tokens, k - 1) !== 'as';
    if (markAt(tokens, k) !== '') return false;
  }
  return false;
}

/** "killed 12", "employs 900": the verb alone says that it is people. */
const takesPeople = (predicate: Predicate): boolean => {
  const { role, passive, verb, lead, preposition } = predicate;
  if (role !== 'object' || passive || preposition !== '' || verb === null || GOES.test(verb)) return false;
  return (lead === verb || lead === `${verb} off`) && countsPeople(actFamily(predicate, []));
};
/** These have a way, a place or an event for their object. */
const GOES = /^(?:attend|participat|join|gather|march|rall|board|travel|fle)/;

/** A figure without noun that still says something: "12 were injured", "more than 50,000 marched", "as high as 500", "put at 437". */
function standsAlone(tokens: ArticleView['tokens'], { quantity, from, to }: Mention, predicate: Predicate): boolean {
  if (quantity.readers[0] === 'fraction' || quantity.readers[0] === 'ratio') return true;
  if (quantity.readers[0] === 'none') return predicate.verb !== null;
  // "The toll rose by 12" gives no toll.
  if (talliedBy(quantity) !== null && wordAt(tokens, from - 1) !== 'by') return true;
  if (isCount(tokens, quantity, from)) return true;
  if (takesPeople(predicate)) return true;
  // "All 90 aboard were killed", "police counted 35,000"
  if (predicate.role === 'subject' && countsPeople(actFamily(predicate, []))) return true;
  const figure = Number(quantity.low ?? quantity.high);
  if (predicate.role === 'subject' && predicate.verb !== null && /^(was|were|had|have|has|are|is)$/.test(wordAt(tokens, to))) return true;
  const counted = figure >= 10 || quantity.hedge !== 'exact';
  if (predicate.role === 'subject' && predicate.verb !== null && predicate.verbAt === to) return counted || actOf(predicate.verb) !== null;
  return counted && quantity.hedge !== 'exact' && !/^(and|or)$/.test(wordAt(tokens, from - 1)) && figure >= 100;
}
