import { actOf, isPerson, isState } from '@/lib/claim';
import { singular } from '@/lib/quantity';
import { once } from './once';
import type { RecordedClaim } from './types';
import { isCurrency } from './units';

/** Words that newspapers use for one and the same counted thing. The first of each row stands for it. */
const SAME_THING: readonly (readonly string[])[] = [
  ['country', 'nation', 'state'],
  ['organization', 'organisation', 'body', 'agency', 'institution'],
  ['meeting', 'conference', 'videoconference', 'session', 'talk', 'teleconference', 'call', 'exchange', 'webinar'],
  ['death', 'fatality', 'dead', 'life'],
  ['injury', 'wound'],
  ['shot', 'round', 'bullet', 'cartridge'],
  ['boat', 'ship', 'vessel', 'craft', 'skiff'],
  ['house', 'home', 'dwelling'],
  ['company', 'firm', 'business'],
  ['plane', 'aircraft', 'jet', 'airplane'],
  ['rifle', 'gun', 'weapon', 'firearm'],
  ['crew', 'crewman', 'crewmember', 'sailor', 'seaman'],
  ['protester', 'demonstrator', 'marcher'],
  ['case', 'infection', 'occurrence'],
  ['copy', 'unit'],
  ['revenue', 'sale', 'turnover'],
  ['share', 'stock'],
  ['profit', 'income', 'earning'],
  ['job', 'position', 'post'],
  ['corpse', 'cadaver'],
  ['resident', 'inhabitant', 'population'],
  ['child', 'kid', 'youngster'],
  ['film', 'movie'],
  ['critic', 'reviewer', 'review'],
  ['doctor', 'physician'],
  ['teenager', 'teen', 'adolescent'],
  ['store', 'shop'],
  ['app', 'application'],
  ['flat', 'apartment'],
  ['quake', 'earthquake', 'tremor'],
  ['blaze', 'fire'],
  ['theatre', 'theater'],
  ['barrel', 'bbl'],
  ['worker', 'employee'],
  ['factory', 'plant'],
  ['car', 'automobile'],
  ['truck', 'lorry'],
  ['soldier', 'serviceman'],
  ['rebel', 'guerrilla', 'guerilla', 'insurgent'],
  ['robber', 'thief', 'burglar', 'raider'],
  ['docker', 'dockworker', 'longshoreman', 'stevedore'],
  ['journalist', 'reporter'],
  ['lawmaker', 'legislator', 'parliamentarian'],
  ['climber', 'mountaineer'],
  ['shareholder', 'stockholder'],
  ['murder', 'killing', 'homicide'],
  ['strike', 'walkout', 'stoppage'],
  ['worldwide', 'global', 'globally', 'total', 'overall'],
];

const CANON = new Map(SAME_THING.flatMap((row) => row.map((word) => [word, row[0] as string] as const)));
export function canonical(head: string): string {
  const one = singular(head.toLowerCase());
  return CANON.get(one) ?? one;
}

/**
 * Event nouns name their act themselves, and name it better than the verb beside them; most count the people it happened to:
 * deaths are people who died, whatever verb reports them.
 */
const EVENT_OF: Record<string, { head: string; act: string }> = {
  crowd: { head: 'person', act: 'attend' },
  death: { head: 'person', act: 'die' },
  injury: { head: 'person', act: 'injure' },
  arrest: { head: 'person', act: 'arrest' },
  detention: { head: 'person', act: 'arrest' },
  meeting: { head: 'meeting', act: 'meet' },
};

/** An event that a head names, or a state that stands for those who are in it: "40 hurt" counts people who were hurt. */
function eventOf(head: string): { head: string; act: string } | undefined {
  const act = isState(head) ? actOf(head) : null;
  return act === null ? EVENT_OF[head] : { head: 'person', act };
}

/** True for nouns that name an event that happens to people: deaths, injuries, arrests. */
export const eventHead = (head: string): boolean => eventOf(head)?.head === 'person';

/** Places and bodies that act as people do: they give, receive, meet and speak. */
const BODIES = new Set(
  `country organization city town village region province district county government ministry company party school hospital university
  family household union team club church community island municipality parish`.split(/\s+/),
);

/** True for what can act: people, places and bodies; false for things. */
export const isParty = (head: string): boolean => isPerson(head) || BODIES.has(head);

/** Kinds of people that overlap with no other of the list, and are part of whatever wider group is counted beside them. */
const KINDS_OF_PEOPLE = new Set(
  'woman man child boy girl infant baby civilian soldier policeman foreigner tourist minor passenger crew'.split(' '),
);

/** Those who travel for others were not aboard with them, though a crowd may well be made of them. */
const KIN_AND_FRIENDS = new Set(['relative', 'mourner', 'friend']);

/** One side counts travellers, and the other those who came for them. */
export const cameFor = (a: Counted, b: Counted): boolean =>
  a.acts.includes('travel') && b.acts.includes('travel') && a.heads.some(isKin) !== b.heads.some(isKin);
const isKin = (head: string): boolean => KIN_AND_FRIENDS.has(head);

/** Whether one side counts a kind of the people that the other counts ("two women" of "three people"), or both count different kinds. */
export function kindOfPeople(a: readonly string[], b: readonly string[]): 'a-in-b' | 'b-in-a' | 'apart' | null {
  const [x, y] = [a, b].map((heads) => heads.every((head) => KINDS_OF_PEOPLE.has(head)) && heads.length > 0) as [boolean, boolean];
  if (a.some((head) => b.includes(head)) || (!x && !y) || ![...a, ...b].every(isPerson)) return null;
  if (x && y) return 'apart';
  return x ? 'a-in-b' : 'b-in-a';
}

/** Words beside a counted thing that newspapers never use for the same ones: a suspected case is not a confirmed one. */
const CONTRARY: readonly (readonly string[])[] = [
  ['confirmed', 'suspected', 'probable', 'possible'],
  ['male', 'female'],
  ['domestic', 'foreign'],
  ['civilian', 'military'],
  ['public', 'private'],
  ['full-time', 'part-time'],
  ['new', 'active'],
  ['seriously', 'slightly'],
];

const CONTRARIES = new Set(CONTRARY.flat());
/** The words of a claim that make it a count of something else than claims with their contrary count. */
export const contrariesOf = ({ frame }: RecordedClaim): string[] => frame.modifiers.filter((word) => CONTRARIES.has(word)).sort();

/** What a firm earns is not what it owns or owes: words for one kind of sum in each row. */
const SUMS: readonly (readonly string[])[] = [
  ['profit', 'income', 'earning'],
  ['loss', 'provision'],
  ['sale', 'revenue', 'turnover'],
  ['asset'],
  ['deposit'],
  ['loan', 'debt', 'borrowing'],
  ['dividend'],
  ['worth', 'valuation', 'capitalisation', 'capitalization'],
];
const sumsOf = once(({ unit, frame: { modifiers, act } }) => {
  if (!isCurrency(unit)) return [];
  const told = SUMS.flatMap((row) => (row.some((word) => modifiers.includes(word)) ? [row[0] as string] : []));
  return told.length > 0 ? told : act === 'earn' ? ['profit'] : act === 'lose' ? ['loss'] : [];
});

/** The two sides of a trial call witnesses and ask for sentences of their own. */
const SIDES: readonly (readonly string[])[] = [
  ['prosecutor', 'prosecution'],
  ['defence', 'defense'],
];
const sidesOf = once(({ frame: { near } }) => SIDES.flatMap((row) => row.filter((word) => near.includes(word)).slice(0, 1)));

/** The words for two kinds of sums, or for the two sides of a trial; null where none are told by both. */
export function otherSums(a: RecordedClaim, b: RecordedClaim): [string, string] | null {
  for (const named of [sumsOf, sidesOf]) {
    const [x, y] = [named(a), named(b)];
    const [first, second] = [x[0], y[0]];
    if (first !== undefined && second !== undefined && !x.some((word) => y.includes(word))) return [first, second];
  }
  return null;
}

/** The words that make two counts of one thing counts of different ones; null where none do. */
export function contraryOf(a: RecordedClaim, b: RecordedClaim): [string, string] | null {
  const other = otherSums(a, b);
  if (other !== null || a.frame.modifiers.length === 0 || b.frame.modifiers.length === 0) return other;
  for (const row of CONTRARY) {
    const [x, y] = [a, b].map(({ frame }) => row.filter((word) => frame.modifiers.includes(word))) as [string[], string[]];
    const [first, second] = [x[0], y[0]];
    if (first !== undefined && second !== undefined && !x.some((word) => y.includes(word))) return [first, second];
  }
  return null;
}

const PLURAL = /s$|^(?:people|men|women|children|dead|missing|injured|wounded|homeless|police|crew|staff|personnel)$/i;

/** "villages and outlying farms" → ["village", "farm"]; "public and private schools" → one. */
function phraseHeads(noun: string): string[] {
  const parts = noun
    .replace(/\s(?:in|of|from|to|with|on|at|for|by|who|that|which|under|between|among)\s.*/is, '')
    .split(/,|\s(?:and|or|&)\s/i)
    .map((part) => part.trim().split(/\s+/).at(-1) ?? '')
    .filter(Boolean);
  const last = parts.at(-1) ?? '';
  // An adjective before "and" ("public and private schools") names no thing of its own.
  const heads = PLURAL.test(last) ? parts.filter((part) => PLURAL.test(part)) : parts.slice(-1);
  return [...new Set(heads.map(canonical))];
}

/** What a claim counts: heads of the counted things, and what happened to them as far as noun or predicate say. */
export interface Counted {
  heads: string[];
  acts: string[];
}

/** "Shot eleven times" counts shots. */
const OCCURRENCE: Readonly<Record<string, string>> = { shoot: 'shot', meet: 'meeting', vote: 'vote', visit: 'visit', strike: 'strike' };

/** Crew members are the crew. */
const groupOf = (head: string, modifiers: readonly string[]): string => (head === 'member' && modifiers.includes('crew') ? 'crew' : head);

export const countedOf = once((claim): Counted => {
  const named = claim.noun ? phraseHeads(claim.noun) : [];
  const own = claim.frame.head ? canonical(groupOf(claim.frame.head, claim.frame.modifiers)) : null;
  const told = named.length > 1 ? named : own ? [own] : named;
  const heads = told.map((head) => (head === 'time' ? (OCCURRENCE[claim.frame.act ?? ''] ?? head) : head));
  // Jobs that are cut are people who are laid off.
  if (claim.frame.act === 'cut' && heads.length === 1 && heads[0] === 'job') return { heads: ['worker'], acts: ['dismiss'] };
  const events = heads.flatMap((head) => eventOf(head) ?? []);
  const acts = events.length > 0 && events.length === heads.length ? events.map(({ act }) => act) : (claim.frame.act?.split('+') ?? []);
  return { heads: [...new Set(heads.map((head) => eventOf(head)?.head ?? head))].sort(), acts: [...new Set(acts)].sort() };
});
