import { askedOf, type Family } from '@/lib/claim';
import { unitPlural } from '@/lib/quantity';
import { canonical, countedOf, eventHead, isParty } from './nouns';
import type { RecordedClaim } from './types';
import { dimensionOf, isCurrency } from './units';

/** What is asked of a thing that is itself an event: deaths are reported, meetings are held. */
const ASKED_OF_EVENT: Readonly<Record<string, string>> = {
  meeting: 'were held',
  arrest: 'were made',
  case: 'were reported',
  download: 'were recorded',
};

const present = (words: readonly (string | null)[]): string[] => words.filter((word): word is string => !!word);

function mostFrequent(words: readonly string[]): string | null {
  const count = new Map<string, number>();
  for (const word of words) count.set(word, (count.get(word) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

/** One verb form and nothing behind it. */
const PARTICIPLE = /^(?:[a-z]+ed|held|sent|built|brought|spent|sold|bought|lost|found|given|taken|seen|shot|cut|put|made|paid|hit|left)$/;
const PRONOUN = /^(?:we|they|it|he|she|i|one|this)$/i;

/** The counted thing in the words of the claims: the widest ("people" before "women", two things before one), then the most usual. */
function thingsOf(claims: readonly RecordedClaim[]): string | null {
  const named = claims.filter((claim) => claim.noun !== null);
  const width = (claim: RecordedClaim) => countedOf(claim).heads.length * 2 + (countedOf(claim).heads.includes('person') ? 1 : 0);
  const widest = Math.max(0, ...named.map(width));
  return mostFrequent(present(named.filter((claim) => width(claim) === widest).map(({ noun }) => noun?.replace(/\s+/g, ' ') ?? null)));
}

/** A place that all claims name, as the end of the question. */
function placeOf(claims: readonly RecordedClaim[]): string {
  const [first] = claims;
  const shared = first?.frame.scope.filter((place) => claims.every(({ frame }) => frame.scope.includes(place))) ?? [];
  return shared.map((place) => (place.startsWith('outside ') ? ` ${place}` : ` in ${place}`)).join('');
}

/** How one asks for a measured thing: "How much money (USD)", "How long (in days)", "How much (in tons)". */
function howMuch(unit: string): string {
  const [base = unit, ...per] = unit.split(' per ');
  const words = [unitPlural(base), ...per].join(' per ');
  if (isCurrency(base)) return `How much money (${words})`;
  return unit === '%' ? 'What share (in percent)' : `${OPENING[dimensionOf(unit) ?? ''] ?? 'How much'} (in ${words})`;
}
const OPENING: Readonly<Record<string, string>> = {
  duration: 'How long',
  calendar: 'How long',
  length: 'What length',
  area: 'What area',
  speed: 'What speed',
  temperature: 'What temperature',
};

/** What money is asked about: sums that were sold or repaired would be nonsense. */
const OF_MONEY = new Set(['aid', 'earn', 'cost', 'spend', 'save', 'seize']);

/** The question of an act that fits a unit: money is spent, a time is taken, other amounts are built, sold or lost. */
function askedOfUnit(unit: string, acts: readonly string[]): string | null {
  const [act] = acts;
  const dimension = dimensionOf(unit) ?? '';
  if (act === undefined || acts.length > 1 || unit === '%' || /^(?:speed|temperature)$/.test(dimension)) return null;
  const timed = dimension === 'duration' || dimension === 'calendar';
  const fits = timed ? act === 'last' : dimension === 'money' ? OF_MONEY.has(act) : act !== 'last' && act !== 'cost';
  const asked = fits ? askedOf(act)?.asks : undefined;
  // One amount was spent where several sums were.
  return asked?.replace(/^were /, 'was ').replace(/^are /, 'is ') ?? null;
}

/** What is measured, by the act where it has a question, and in the claims' words without the unit where they say more than the act. */
function measuredTitle(members: readonly RecordedClaim[], measure: string, unit: string, acts: readonly string[]): string {
  const names = new Set([unit, ...unit.split(' '), unitPlural(unit)].map((name) => name.toLowerCase()));
  const bare = measure.split(' ').filter((word) => !names.has(word.toLowerCase()));
  const asked = askedOfUnit(unit, acts);
  const beside = members.flatMap(({ frame }) => [frame.modifiers.slice(0, 3).join(' '), frame.subject ?? '']).find((words) => words !== '');
  const words = bare.length > (asked ? 1 : 0) ? bare.join(' ') : asked ? '' : (beside ?? '');
  return `${howMuch(unit)}${asked ? ` ${asked}` : words ? '' : ' is it'}${words ? `, as in “${words}”` : ''}?`;
}

/** The form that fits what is counted: those who give or receive where somebody is named, else those who act, else things. */
function formOf(asked: Family, parties: boolean, direction: string, who: string | null): string | null {
  if (!parties) return asked.asks;
  const way = direction === 'out' ? asked.out : direction === 'in' ? asked.in : undefined;
  return way && who ? way.replace('{who}', who) : asked.party;
}

/** The question that the members answer, in their own words as far as possible. Parts ask nothing of their own. */
export function titleOf(claims: readonly RecordedClaim[]): string {
  const wholes = claims.filter(({ partOf }) => partOf === null);
  const members = wholes.length > 0 ? wholes : claims;
  const measure = mostFrequent(members.map((claim) => claim.measure.replace(/\s+/g, ' ').trim())) || 'this figure';
  const unit = mostFrequent(present(members.map((claim) => claim.unit)));
  const acts = mostFrequent(members.map((claim) => countedOf(claim).acts.join('+')).filter(Boolean))?.split('+') ?? [];
  if (unit) return measuredTitle(members, measure, unit, acts);
  const things = thingsOf(members);
  if (things === null) return `How many, as in “${measure}”?`;
  const who = mostFrequent(present(members.map(({ frame }) => frame.subject)).filter((name) => !PRONOUN.test(name)));
  const direction = mostFrequent(present(members.map(({ frame }) => frame.direction))) ?? '';
  const head = canonical(things.split(' ').at(-1) ?? '');
  const parties = members.some((claim) => countedOf(claim).heads.some(isParty));
  const families = acts.map((act) => (act === 'last' ? null : askedOf(act)));
  const forms = families.map((family) => family && formOf(family, parties, direction, who));
  const asked = forms.length > 0 && forms.every((form) => form !== null) ? forms.join(' or ') : null;
  // Cases that were prevented were never reported: the act outweighs what is usual for the thing.
  const row = acts.includes('prevent') ? asked : (ASKED_OF_EVENT[head] ?? (eventHead(head) ? 'were reported' : asked));
  return `How many ${things}${row ? ` ${row}` : inTheirWords(measure, things)}${placeOf(members)}?`;
}

/** Where no family asks: "homes flooded" asks how many were flooded; other words stand as the quotation they are. */
function inTheirWords(measure: string, things: string): string {
  if (measure === things) return ' are there';
  const rest = measure.startsWith(`${things} `) ? measure.slice(things.length + 1) : '';
  return PARTICIPLE.test(rest) ? ` were ${rest}` : `, as in “${measure}”`;
}
