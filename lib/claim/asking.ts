import { endsPhrase, isPlural, looksPast, singular } from '@/lib/quantity';
import { ALONE, actOf, countsPeople, LIGHT } from './acts';
import { shareInWords } from './asking-shares';
import { phraseAfter, phraseBefore } from './nounphrase';
import type { Predicate } from './predicate';
import { SAY } from './saying';
import { isShare } from './share';
import { type ArticleView, type Mention, markAt, wordAt } from './view';

const IRREGULAR = /^(shot|sold|built|sent|hurt|lost|found|shut|cut|burnt|stolen|held|laid|torn|driven|born|bought|caught)$/;
/** Participles that ask for more than themselves: "were told …", "were expected …". */
const UNFINISHED =
  /^(told|asked|expected|ordered|forced|allowed|believed|urged|warned|required|supposed|based|used|needed|called|named|considered|reached|attended|joined|followed|numbered|totalled|marked|showed|involved|included|passed|suffered|roamed|tried|measured|counted|recorded|reported|registered)$/;

const isParticiple = (verb: string): boolean =>
  (looksPast(verb) || IRREGULAR.test(verb) || (verb.endsWith('ed') && actOf(verb) !== null)) && !UNFINISHED.test(verb) && !SAY.has(verb);

/** "killing" → "killed", where both do the same thing. */
function participleOf(verb: string): string | null {
  if (isParticiple(verb)) return verb;
  const past = verb.replace(/(?:ing|e?s)$/, 'ed');
  return past !== verb && actOf(past) !== null && actOf(past) === actOf(verb) && isParticiple(past) ? past : null;
}

/**
 * The question that a mention answers, in the words of its own text and without a question mark: "How many people were aboard the ferry",
 * "How long is the tunnel". Null where the words make no plain one.
 */
export function questionOf(view: ArticleView, mention: Mention, predicate: Predicate): string | null {
  const { quantity } = mention;
  if (quantity.unit !== null) return measuredQuestion(view, mention, predicate);
  const share = isShare(quantity, view.text.slice(quantity.mention.start, quantity.mention.end));
  return share ? shareInWords(view, mention) : countedQuestion(view, mention, predicate);
}

/** The counted thing as one asks for it; null when it is not a plural. */
function thingsOf({ quantity }: Mention, predicate: Predicate): string | null {
  if (quantity.noun === null) return countsPeople(actOf(predicate.verb ?? '')) ? 'people' : null;
  const words = quantity.noun.replace(/\s+/g, ' ').replace(/^(?:other|more|further|additional|another|extra) /i, '');
  const head = words.split(' ').find((word) => singular(word.toLowerCase()) === quantity.head) ?? '';
  return isPlural(head.toLowerCase()) && quantity.head !== 'time' ? words : null;
}

function countedQuestion(view: ArticleView, mention: Mention, predicate: Predicate): string | null {
  const things = thingsOf(mention, predicate);
  const asked = things === null ? null : (there(view, mention) ?? owned(view, mention) ?? done(view, mention, predicate));
  return asked === null ? null : `How many ${things} ${asked}`;
}

/** "There were 80 people aboard the ferry": "were aboard the ferry". */
function there({ tokens, text }: ArticleView, { from, to, sentence }: Mention): string | null {
  if (!/^(was|were|are|is)$/.test(wordAt(tokens, from - 1)) || wordAt(tokens, from - 2) !== 'there') return null;
  const at = wordAt(tokens, to) === 'on' && wordAt(tokens, to + 1) === 'board' ? to + 1 : to;
  if (!/^(aboard|board|inside|in|at|on)$/.test(wordAt(tokens, at))) return null;
  const where = phraseAfter(text, tokens, at + 1, sentence.to);
  if (where === null) return null;
  const link = at > to ? 'on board' : wordAt(tokens, at);
  return `${/^(is|are)$/.test(wordAt(tokens, from - 1)) ? 'are' : 'were'} ${link} ${where}`;
}

/** "The new council has 61 seats": "does the new council have". */
function owned({ tokens, text }: ArticleView, { from, sentence }: Mention): string | null {
  const does = { has: 'does', have: 'do', had: 'did' }[wordAt(tokens, from - 1)];
  const owner = does === undefined ? null : phraseBefore(text, tokens, from - 1, sentence.from);
  return owner === null ? null : `${does} ${owner} have`;
}

/** What the counted things did, or what was done to them. */
function done(view: ArticleView, mention: Mention, predicate: Predicate): string | null {
  const { tokens } = view;
  const { verb, verbAt, role, passive, preposition } = predicate;
  if (verb === null || verbAt < 0) return null;
  if (role === 'object')
    return preposition === '' && !passive && !ONLY_ALONE.test(verb) && isDirect(view, mention, verbAt) ? undergone(verb) : null;
  if (passive && verb.endsWith('ing')) {
    const object = phraseAfter(view.text, tokens, verbAt + 1, mention.sentence.to);
    return object !== null && /^(are|were)$/.test(wordAt(tokens, verbAt - 1)) ? `${wordAt(tokens, verbAt - 1)} ${verb} ${object}` : null;
  }
  if (passive) return undergone(verb);
  return ALONE.has(verb) ? `${verb}${wayOf(view, verbAt + 1, mention.sentence.to)}` : null;
}

/** Nothing but hedges between a verb and its object. */
function isDirect({ tokens }: ArticleView, mention: Mention, verbAt: number): boolean {
  for (let k = verbAt + 1; k < mention.from; k += 1) if (!/^(another|some|the|a|all|also|further)$/.test(wordAt(tokens, k))) return false;
  return true;
}

function undergone(verb: string): string | null {
  if (ONLY_ALONE.test(verb)) return verb;
  const participle = LIGHT.has(verb) ? null : participleOf(verb);
  return participle === null ? null : `were ${participle}`;
}
/** Nobody can undergo these. */
const ONLY_ALONE =
  /^(marched|died|drowned|perished|fled|recovered|survived|sailed|protested|rallied|gathered|arrived|disappeared|resigned|rioted)$/;

/** "through the old town" behind a verb of moving. */
function wayOf({ tokens, text }: ArticleView, k: number, limit: number): string {
  const link = wordAt(tokens, k);
  if (!/^(through|across|along|to|past|below|into|down)$/.test(link)) return '';
  const where = phraseAfter(text, tokens, k + 1, limit);
  return where === null ? '' : ` ${link} ${where}`;
}

const MEASURED_BY = /^(long|high|wide|deep|tall|thick|heavy)$/;

function measuredQuestion(view: ArticleView, mention: Mention, predicate: Predicate): string | null {
  const { tokens, text } = view;
  const { quantity, from, to, sentence } = mention;
  const before = wordAt(tokens, from - 1);
  if (/^(is|was)$/.test(before) && MEASURED_BY.test(wordAt(tokens, to))) {
    const what = phraseBefore(text, tokens, from - 1, sentence.from);
    return what === null ? null : `How ${wordAt(tokens, to)} ${before} ${what}`;
  }
  if (/^costs?$/.test(before)) {
    const what = phraseBefore(text, tokens, from - 1, sentence.from);
    return what === null ? null : `How much ${before === 'costs' ? 'does' : 'did'} ${what} cost`;
  }
  const link = wordAt(tokens, to) === 'of' ? to + 1 : -1;
  const of = link < 0 ? null : phraseAfter(text, tokens, link, sentence.to);
  if (of === null) return null;
  if (quantity.unit === '%') return shareQuestion(view, mention, of, link);
  const verb = predicate.verb === null ? null : undergone(predicate.verb);
  const takes = predicate.role === 'subject' ? predicate.passive : !predicate.passive && isDirect(view, mention, predicate.verbAt);
  // One asks how much of a stuff; things that are counted in tons are not "much".
  const stuff = of.split(' ')[0] ?? '';
  if (verb === null || !takes || isPlural(stuff.toLowerCase()) || /^(the|a|an|its|their)$/.test(stuff)) return null;
  return `How much ${stuff} ${verb.replace(/^were/, 'was')}`;
}

/** "6 percent of workers in Oster were unemployed": "What share of workers in Oster were unemployed". */
function shareQuestion({ tokens }: ArticleView, { sentence }: Mention, of: string, link: number): string | null {
  let k = link;
  while (k < sentence.to && !/^(is|are|was|were)$/.test(wordAt(tokens, k))) {
    if (markAt(tokens, k) !== '' || k - link > 8) return null;
    k += 1;
  }
  const state = wordAt(tokens, k + 1);
  const stands = markAt(tokens, k + 2) !== '' || endsPhrase(wordAt(tokens, k + 2)) || k + 2 >= sentence.to;
  return state === '' || endsPhrase(state) || !stands ? null : `What share of ${of} ${wordAt(tokens, k)} ${state}`;
}
