import { isDayName } from '@/lib/base';
import { actOf, askedOf, isPlaceName, placeNamed, placeOf, placeWords } from '@/lib/claim';
import { isPlural, plural, singular, unitPlural } from '@/lib/quantity';
import { countedOf } from './nouns';
import type { RecordedClaim } from './types';
import { dimensionOf, isCurrency } from './units';

export const present = (words: readonly (string | null)[]): string[] => words.filter((word): word is string => !!word);
export const plain = (words: string): string => words.replace(/\s+/g, ' ').trim();
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export function mostFrequent(words: readonly string[]): string | null {
  const count = new Map<string, number>();
  for (const word of words) count.set(word, (count.get(word) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

export const PRONOUN = /^(?:we|they|it|he|she|i|one|this)$/i;
/** Words before a counted thing that say nothing of it. */
const FILLER = /^(?:other|more|further|additional|another|extra|mostly|mainly|some) /i;
/** "3 dead", "12 injured": the state stands for the people in it. */
const STATE = /^(?:dead|killed|injured|wounded|missing|arrested|hurt|detained|infected|displaced|homeless|ill|sick)$/i;

/** "No one died" tells how many people did. */
const NOBODY = /^(?:one|no one|nobody)$/i;

/**
 * "People injured", as a person writes what is counted, says the things and what happened to them, by its family where it has one; null of every
 * other noun.
 */
export function happenedTo({ noun }: Pick<RecordedClaim, 'noun'>): { things: string; act: string | null; words: string } | null {
  const words = plain(noun ?? '');
  const [, things = '', happened = ''] = /^(.*\p{L}) (\p{Ll}+)$/u.exec(words) ?? [];
  const tells = STATE.test(happened) || (happened.endsWith('ed') && happened.length > 4);
  return tells && isPlural(things.split(' ').at(-1)?.toLowerCase() ?? '') ? { things, act: actOf(happened), words } : null;
}

/** The counted thing of one claim as a plural; null where the words hardly name one. */
function pluralOf(claim: RecordedClaim): string | null {
  const happened = happenedTo(claim);
  if (happened !== null) return happened.things;
  const words = claim.noun === null ? (claim.frame.head === 'person' ? 'people' : '') : plain(claim.noun).replace(FILLER, '');
  if (STATE.test(words) || NOBODY.test(words)) return 'people';
  const last =
    words
      .split(/ (?:in|of|from|to|with|on|at|for|by|who|that|under) /)[0]
      ?.split(' ')
      .at(-1) ?? '';
  if (last === '' || last === 'times') return null;
  if (isPlural(last.toLowerCase())) return words;
  const one = claim.low === '1' && claim.high === '1' && /^[a-z]{3,}$/.test(last) && words.endsWith(last);
  return one ? `${words.slice(0, -last.length)}${plural(last)}` : null;
}

/**
 * What a claim counts, as whoever does not read its words is told: people where only people can be meant ("46 were arrested") and where the
 * words have one for many ("a 200-person crowd"). Null for what is measured, and where nothing is named.
 */
export function thingOf({ noun, low, high, frame }: Pick<RecordedClaim, 'noun' | 'low' | 'high' | 'frame'>): string | null {
  if (noun === null) return frame.head === 'person' ? 'people' : null;
  return low === '1' && high === '1' ? noun : noun.replace(/\bperson$/i, 'people');
}

/** The widest counted thing: the claim that covers most heads, and people before kinds of them, names it. Null where none is named. */
export function thingsOf(claims: readonly RecordedClaim[]): string | null {
  const width = (claim: RecordedClaim) => countedOf(claim).heads.length * 2 + (countedOf(claim).heads.includes('person') ? 1 : 0);
  const named = claims.filter((claim) => pluralOf(claim) !== null);
  const widest = Math.max(0, ...named.map(width));
  return mostFrequent(present(named.filter((claim) => width(claim) === widest).map(pluralOf)));
}

/** Headlines in capitals name nothing reliably. */
const SHOUTED = /\p{Lu}{4}/u;

/** Places that all claims name and the words so far do not. */
export function placesOf(claims: readonly RecordedClaim[], said: string): string[] {
  const named = said.split(/[\s-]+/).map(placeOf);
  const shared = claims[0]?.frame.scope.filter((place) => claims.every(({ frame }) => frame.scope.some(isPlace(place)))) ?? [];
  return shared.filter(
    (place) =>
      !said.includes(placeNamed(place)) &&
      !named.includes(placeNamed(place)) &&
      !/['’"]/.test(place) &&
      !SHOUTED.test(place) &&
      place.split(' ').length < 5,
  );
}

const isPlace = (one: string) => (other: string) => placeNamed(one) === placeNamed(other);

const WITH_ARTICLE =
  /^(?:Gulf|Bay|Strait|Sea|Republic|Isle) of |(?:Committee|Ministry|Council|Commission|Union|Government|Agency|Organi[sz]ation|Association|Court|Army|Party|States|Kingdom|Netherlands|Philippines|Nations|Office|Department|Assembly|Pacific|Atlantic|Ocean|Sea|Islands|Valley|Canal|Americas|Caribbean|Balkans)$/;

/** "the European Union", "Norway": a name with its article where English gives it one. */
export const withArticle = (name: string): string => (WITH_ARTICLE.test(name) ? `the ${name}` : name);

const BY_DIMENSION: Readonly<Record<string, string>> = {
  money: 'Money',
  '%': 'Share',
  duration: 'Time',
  calendar: 'Time',
  length: 'Length',
  area: 'Area',
  speed: 'Speed',
  temperature: 'Temperature',
};

export function unitWords(unit: string): string {
  const [base = unit, ...per] = unit.split(' per ');
  return unit === '%' ? 'percent' : [unitPlural(base), ...per].join(' per ');
}

/** What money can undergo: sums that were sold or repaired would be nonsense. */
const OF_MONEY = new Set(['earn', 'spend', 'lend', 'save', 'cut', 'seize', 'pledge', 'deliver']);

/** "Money spent", "Time taken", "Length repaired": the thing measured, with the act where it fits the unit. */
function amountOf(unit: string, acts: readonly string[]): string {
  const amount = isCurrency(unit.split(' ')[0] ?? null) ? 'Money' : (BY_DIMENSION[dimensionOf(unit) ?? ''] ?? 'Amount');
  const act = acts.length === 1 ? (acts[0] as string) : '';
  if (act === 'cost' && amount === 'Money') return 'Cost';
  if (act === 'last' && amount === 'Time') return 'Time taken';
  const fits =
    amount === 'Money' ? OF_MONEY.has(act) : act !== 'last' && act !== 'cost' && !/^(?:Share|Time|Speed|Temperature)$/.test(amount);
  const done = fits ? /^were ([a-z]+)$/.exec(askedOf(act)?.asks ?? '')?.[1] : undefined;
  return done ? `${amount} ${done}` : amount;
}

const NO_TOPIC = /ly$|ing$|^(?:amount|total|value|country|net|tens|hundreds)$/;

/** What is measured, from the words beside the unit; adverbs, dates and scraps name nothing. The reader keeps them small; names get their capital back. */
function topicOf({ frame, unit }: RecordedClaim): string {
  const words = frame.modifiers.filter(
    (word) => word !== unit && /^\p{L}[\p{L}-]+(?:['’]s)?$/u.test(word) && !NO_TOPIC.test(word) && !isDayName(word),
  );
  const named = words.map((word) => (isPlaceName(word.replace(/['’]s$/, '')) ? capital(word) : word));
  if (named.length > 0 && named.length < 4 && named.length === frame.modifiers.length) return named.join(' ');
  return frame.subject !== null && !PRONOUN.test(frame.subject) && !SHOUTED.test(frame.subject) ? frame.subject : '';
}

/** The quiet name of what is measured: "Money spent (in USD): Norland". Without a topic the words of the only text say more. */
export function measuredLabel(members: readonly RecordedClaim[], unit: string, acts: readonly string[]): string {
  const topic = members.map(topicOf).find((words) => words !== '') ?? '';
  const places = placesOf(members, topic);
  const amount = amountOf(unit, acts);
  if (topic === '' && places.length === 0) return onlyWords(members) ?? `${amount} (in ${unitWords(unit)})`;
  return `${amount} (in ${unitWords(unit)}): ${[topic, ...places.map(placeWords)].filter(Boolean).join(', ')}`;
}

/** The quiet name of what is counted: "Schools, Tarn valley". A word like "people" alone says less than the text. */
export function countedLabel(members: readonly RecordedClaim[], things: string): string {
  const places = placesOf(members, things);
  const vague = places.length === 0 && !things.includes(' ');
  const beside = vague ? besideAll(members, things).join(', ') : '';
  const label = [capital(things), ...places.map(placeWords)].join(', ');
  return (vague ? onlyWords(members) : null) ?? (beside === '' ? label : `${label}: ${beside}`);
}

/** Two words at most that all texts have beside the figure: what they tell in common of a thing that is named by one word alone. Names lost their capital there. */
function besideAll(members: readonly RecordedClaim[], things: string): string[] {
  const own = new Set([singular(things.toLowerCase()), 'people', 'person']);
  const names = new Set(members.flatMap(({ frame }) => frame.story));
  const [first, ...others] = members.map(({ frame }) => frame.near);
  const tells = (word: string) =>
    /^\p{L}{3,}$/u.test(word) && !own.has(word) && !names.has(word) && !NO_TOPIC.test(word) && !isDayName(word);
  return (first ?? []).filter((word) => tells(word) && others.every((near) => near.includes(word))).slice(0, 2);
}

/** The quotation, where all members say it in the same words. */
export function onlyWords(members: readonly RecordedClaim[]): string | null {
  const texts = new Set(members.map(({ text }) => plain(text)));
  return texts.size === 1 ? `“${[...texts][0]}”` : null;
}
