import { canonical, countedOf, eventHead } from './nouns';
import type { RecordedClaim } from './types';
import { isCurrency } from './units';

/** What is asked of the counted things, by act and direction. A row with {who} serves only where the claims name somebody. */
const ASKED: Readonly<Record<string, string>> = {
  'aid out': 'has {who} given assistance to',
  'aid in': 'have given assistance to {who}',
  'share out': 'has {who} shared information with',
  'message in': 'have sent messages to {who}',
  'speak out': 'has {who} spoken with',
  attend: 'took part',
  gather: 'gathered',
  watch: 'watched',
  die: 'died',
  injure: 'were injured',
  miss: 'are missing',
  'die+miss': 'are dead or missing',
  recover: 'recovered',
  prevent: 'were prevented',
  displace: 'were displaced',
  rescue: 'were rescued',
  return: 'were brought home',
  arrest: 'were arrested',
  seize: 'were seized',
  shoot: 'were fired',
  damage: 'were damaged',
  answer: 'were answered',
  vaccinate: 'were vaccinated',
};

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

/** What is measured: the claims' words without the unit; where nothing is left of them, what stands beside the figure. */
function measuredThing(claims: readonly RecordedClaim[], measure: string, unit: string): string {
  const bare = measure
    .split(' ')
    .filter((word) => word.toLowerCase() !== unit.toLowerCase())
    .join(' ');
  const beside = claims.flatMap(({ frame }) => [frame.modifiers.slice(0, 3).join(' '), frame.subject ?? '']).find((words) => words !== '');
  return bare || beside || 'the figure given';
}

/** The question that the members answer, in their own words as far as possible. Parts ask nothing of their own. */
export function titleOf(claims: readonly RecordedClaim[]): string {
  const wholes = claims.filter(({ partOf }) => partOf === null);
  const members = wholes.length > 0 ? wholes : claims;
  const measure = mostFrequent(members.map((claim) => claim.measure.replace(/\s+/g, ' ').trim())) || 'this figure';
  const unit = mostFrequent(present(members.map((claim) => claim.unit)));
  if (unit) return `How much${isCurrency(unit) ? ' money' : ''}, in ${unit}: ${measuredThing(members, measure, unit)}?`;
  const things = thingsOf(members);
  if (things === null) return `How many: ${measure}?`;
  const who = mostFrequent(present(members.map(({ frame }) => frame.subject)).filter((name) => !PRONOUN.test(name)));
  const acts = mostFrequent(members.map((claim) => countedOf(claim).acts.join('+')).filter(Boolean)) ?? '';
  const direction = mostFrequent(present(members.map(({ frame }) => frame.direction))) ?? '';
  const head = canonical(things.split(' ').at(-1) ?? '');
  const asked = ASKED[`${acts} ${direction}`] ?? ASKED[acts];
  // Cases that were prevented were never reported: the act outweighs what is usual for the thing.
  const row = acts === 'prevent' ? asked : (ASKED_OF_EVENT[head] ?? (eventHead(head) ? 'were reported' : asked));
  if (row && (who || !row.includes('{who}'))) return `How many ${things} ${row.replace('{who}', who ?? '')}${placeOf(members)}?`;
  return `How many ${things}${inTheirWords(measure, things)}${placeOf(members)}?`;
}

/** Where no row asks: "homes flooded" asks how many were flooded; other words stand as the quotation they are. */
function inTheirWords(measure: string, things: string): string {
  if (measure === things) return ' are there';
  const rest = measure.startsWith(`${things} `) ? measure.slice(things.length + 1) : '';
  return PARTICIPLE.test(rest) ? ` were ${rest}` : `, as in “${measure}”`;
}
