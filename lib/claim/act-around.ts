import { words } from '@/lib/base';
import { askedOf, hasTrait } from './acts';
import { stands } from './aggregation';
import { isCraft } from './happening';
import { oncePerSentence } from './once';
import { isPerson } from './people';
import type { Predicate } from './predicate';
import { staysInHospital } from './standing';
import { type ArticleView, capitalAt, type Mention, wordAt } from './view';

/** What is counted, and what is done to it. */
interface Acted {
  head: string | null;
  act: string | null;
}

/**
 * What the words around a counted thing say of it more exactly than its verb does: "a licence for 250 passengers" carries nobody, "350 people on
 * board" travel whatever their ship did, and "2,500 jobs would go" are cut.
 * @param act what verb and noun say.
 */
export function actAround(view: ArticleView, mention: Mention, predicate: Predicate, { head, act }: Acted): Acted {
  const { quantity } = mention;
  if (quantity.unit === '%') return { head, act: ofVote(view, mention, predicate, act) };
  if (quantity.unit !== null) return { head, act: ofMoney(mention, predicate, act) };
  const nouns = (quantity.noun ?? '').toLowerCase().split(/[\s-]+/);
  if (REDUCED.has(head ?? '') && nouns.some((noun) => /^jobs?$/.test(noun))) return { head: 'job', act: 'cut' };
  if (isRoom(view, mention)) return { head, act: 'hold' };
  if (CHARGES.has(head ?? '')) return { head, act: 'charge' };
  if (head === 'time' && winsTitle(view, predicate)) return { head: 'title', act };
  const people = head === null || isPerson(head);
  // "sank with the loss of 139 lives"
  if (LIVES.has(head ?? '') && (act === null || askedOf(act) === null)) return { head, act: 'die' };
  return { head, act: (people ? ofPeople(view, mention, predicate, act) : ofThings(head, predicate)) ?? act };
}

const MONEY = /^[A-Z]{3}$/;
const LOSES = words('lose loses lost losing');

/** What a company lost it did not sell, and damage has its price. */
function ofMoney({ quantity: { unit, concept } }: Mention, { verb }: Predicate, act: string | null): string | null {
  if (unit === null || !MONEY.test(unit)) return act;
  if (verb !== null && LOSES.has(verb)) return 'lose';
  if (act === 'sell') return 'earn';
  // "the cost of the rescue"
  if (concept.some((word) => /^costs?$/i.test(word))) return 'cost';
  return act === 'damage' || act === 'destroy' ? 'cost' : act;
}

/** How many voted is no share of the votes, and neither is how many of them are counted. */
function ofVote(view: ArticleView, { quantity, sentence }: Mention, { verb, role }: Predicate, act: string | null): string | null {
  if (COUNTED.test(view.text.slice(quantity.mention.end, quantity.mention.end + COUNTED_WITHIN))) return 'tally';
  // "won 58 percent of the vote, after 49 percent in the first round": what it is of is told once.
  const untold = !view.text.startsWith(' of ', quantity.mention.end) && tellsOfVote(view, sentence);
  const votes = untold || quantity.concept.some((word) => /^votes?$/i.test(word));
  if (votes && verb !== null && TAKES_VOTES.test(verb)) return 'vote';
  const turnout = quantity.concept.some((word) => word.toLowerCase() === 'turnout') || (verb === 'voted' && role === 'subject');
  return turnout && (act === null || act === 'vote' || askedOf(act) === null) ? 'turn_out' : act;
}
const tellsOfVote = oncePerSentence(({ text }, { start, end }): boolean =>
  /\bof (?:the )?(?:[a-z]+ )?votes?\b/.test(text.slice(start, end)),
);
const COUNTED =
  /^ of (?:the )?(?:votes?|ballots?|polling stations?|precincts?|constituencies)(?: [a-z]+)? (?:counted|reporting|tallied|declared)\b/;
const TAKES_VOTES = /^(?:leads?|led|leading|trails?|trailed|trailing|won|took|got|received|secured|polled|garnered|wins|takes|has|had)$/;
const COUNTED_WITHIN = 60;

/** "won the Harbour Cup nine times": each time is a title, where "has won nine times" may count games. */
function winsTitle({ tokens }: ArticleView, { verb, verbAt }: Predicate): boolean {
  if (verb === null || !WINS.test(verb)) return false;
  const named = wordAt(tokens, verbAt + 1) === 'the' ? verbAt + 2 : verbAt + 1;
  return capitalAt(tokens, named) || wordAt(tokens, verbAt - 1) === 'been';
}
const WINS = /^(?:win|wins|won|winning)$/;

const CHARGES = words('count charge');
const LIVES = words('life death fatality');
/** "job losses", "job cuts" */
const REDUCED = words('loss cut reduction');

/** How far before a figure the words stand that make it what something can hold, in characters. */
const ROOM_WITHIN = 70;
const ROOM =
  /\b(?:capacity (?:of|for)|licen[cs]ed? (?:(?:was|is) )?(?:for|to (?:carry|take|hold))|(?:built|designed|certified|allowed|permitted|approved|authori[sz]ed|meant|able) (?:to (?:take|carry|hold|seat|house)|for)|(?:can|could) (?:take|carry|hold|seat|house|accommodate)|room for|limit of)\b/gi;

function isRoom(view: ArticleView, { quantity, sentence }: Mention): boolean {
  const before = view.text.slice(Math.max(sentence.start, quantity.mention.start - ROOM_WITHIN), quantity.figure.start);
  const last = [...before.matchAll(ROOM)].at(-1);
  return last !== undefined && !/[.;:,]/.test(before.slice(last.index));
}

const CARRIES = words('carry carries carried carrying transporting ferrying');
const PULLED = words('pulled plucked winched fished');
/** "12,000 people from their homes", "15,000 people had been told to leave" */
const SENT_AWAY =
  /^ from their homes\b|^ (?:(?:have|has|had|were|was|are|been|being|also) )*(?:ordered|told|urged|forced|asked|advised) to (?:leave|flee|evacuate)\b/i;
const AWAY_WITHIN = 60;
const ORDERED = words('ordered told forced urged asked advised forcing forces ordering orders');
const LEAVE = words('leave flee evacuate');
const RESIDENTS = words('resident inhabitant population citizen villager people');

function ofPeople(view: ArticleView, mention: Mention, predicate: Predicate, act: string | null): string | null {
  const { tokens } = view;
  const { to } = mention;
  const { verb, objects } = predicate;
  const head = mention.quantity.head ?? '';
  if (stands(view, mention) && !hasTrait(act, 'people') && RESIDENTS.has(head === 'person' ? 'people' : head)) return 'live';
  if (isVote(view, mention)) return 'vote';
  if (verb !== null && PULLED.has(verb) && head !== '') return 'rescue';
  if (SENT_AWAY.test(view.text.slice(mention.quantity.mention.end, mention.quantity.mention.end + AWAY_WITHIN))) return 'evacuate';
  if (verb !== null && ORDERED.has(verb) && wordAt(tokens, to) === 'to' && LEAVE.has(wordAt(tokens, to + 1))) return 'evacuate';
  if (verb !== null && /^walk(?:ed|s|ing)?$/.test(verb) && /^(out|off)$/.test(wordAt(tokens, predicate.verbAt + 1))) return 'attend';
  if (verb !== null && /^(go|goes|going|gone|went)$/.test(verb) && objects[0] === 'strike') return 'attend';
  if (verb === null && isAboard(view, to)) return 'travel';
  // "one of a 90-person choir"
  if (/^(?:crowd|march|rally|protest)$/.test(wordAt(tokens, to))) return 'attend';
  const behind = view.text.slice(mention.quantity.mention.end, mention.quantity.mention.end + CONDITION_WITHIN);
  if (!hasTrait(act, 'fate') && IN_CONDITION.test(behind)) return 'injure';
  if (staysInHospital(view, mention)) return 'hospitalise';
  if (hasTrait(act, 'fate') && act !== 'travel') return null;
  // "50 people in hospital"
  if (wordAt(tokens, to) === 'in' && /^hospitals?$/.test(wordAt(tokens, to + 1))) return 'hospitalise';
  if (isAboard(view, to) || (verb !== null && CARRIES.has(verb))) return 'travel';
  return null;
}

/** "four people were in critical condition", "two remain in a serious condition", "three were fighting for their lives" */
const IN_CONDITION =
  /^ (?:of them )?(?:(?:are|were|is|was|remain|remains|remained|still|reported|said to be|listed) )*(?:in (?:an? )?(?:critical|serious|grave|stable|life-threatening) condition|in intensive care|fighting for (?:their|his|her) (?:lives|life))\b/i;
const CONDITION_WITHIN = 70;

/** "1,900 voted for the offer and 640 against": the verb is told once. */
const isVote = ({ tokens, text }: ArticleView, { to, sentence }: Mention): boolean =>
  /^(?:against|abstain)/.test(wordAt(tokens, to)) && /\bvot(?:ed?|es|ing)\b/i.test(text.slice(sentence.start, sentence.end));

/** "aboard", "on board", "on the vessel" */
function isAboard({ tokens }: ArticleView, to: number): boolean {
  const link = wordAt(tokens, to);
  if (link === 'aboard' || (link === 'on' && wordAt(tokens, to + 1) === 'board')) return true;
  return /^(on|in|inside)$/.test(link) && wordAt(tokens, to + 1) === 'the' && isCraft(wordAt(tokens, to + 2));
}

const JOBS = words('job position post');
const GO = words('go goes going gone went lose loses lost losing');
const BUILT = words('home house building structure property dwelling');

/** Jobs that go are cut, and buildings that are lost are destroyed. */
function ofThings(head: string | null, { verb }: Predicate): string | null {
  if (verb === null || head === null) return null;
  if (JOBS.has(head) && GO.has(verb)) return 'cut';
  return BUILT.has(head) && LOSES.has(verb) ? 'destroy' : null;
}
