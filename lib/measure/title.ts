import { actOf, askedOf, type Family, isSpot } from '@/lib/claim';
import {
  countedLabel,
  happenedTo,
  measuredLabel,
  mostFrequent,
  onlyWords,
  PRONOUN,
  placesOf,
  plain,
  present,
  thingsOf,
  unitWords,
  withArticle,
} from './label';
import { canonical, countedOf, eventHead, isParty } from './nouns';
import type { RecordedClaim } from './types';

/** What is asked of a thing that is itself an event: deaths are reported, meetings are held. */
const ASKED_OF_EVENT: Readonly<Record<string, string>> = {
  meeting: 'were held',
  arrest: 'were made',
  case: 'were reported',
  download: 'were recorded',
};

const behind = (places: readonly string[]): string =>
  places.map((place) => (place.startsWith('outside ') || isSpot(place) ? ` ${place}` : ` in ${withArticle(place)}`)).join('');

/** The form that fits what is counted: those who give or receive where somebody is named, else those who act, else things. */
function formOf(asked: Family, parties: boolean, direction: string, who: string | null): string | null {
  if (!parties) return asked.asks;
  const way = direction === 'out' ? asked.out : direction === 'in' ? asked.in : undefined;
  return way && who ? way.replace('{who}', withArticle(who)) : asked.party;
}

/** "Patients", "seats": the noun alone says the act, and nobody said what happened to them. */
function namedAlone(members: readonly RecordedClaim[], things: string, acts: readonly string[]): boolean {
  const own = things.toLowerCase().split(/[\s-]+/);
  const says = (word: string): boolean => acts.includes(actOf(word) ?? '');
  return (
    own.some(says) &&
    !members.some(({ measure }) =>
      measure
        .toLowerCase()
        .split(/[\s-]+/)
        .some((word) => !own.includes(word) && says(word)),
    )
  );
}

/** What the families of the acts ask of the things; null where they ask nothing that is sure to be true of them. */
function askedOfThings(members: readonly RecordedClaim[], things: string, acts: readonly string[]): string | null {
  const head = canonical(things.split(' ').at(-1) ?? '');
  // Cases that were prevented were never reported: there the act outweighs what is usual for the thing.
  if (!acts.includes('prevent')) {
    const usual = ASKED_OF_EVENT[head] ?? (eventHead(head) ? 'were reported' : null);
    if (usual !== null) return usual;
  }
  if (acts.some((act) => act === 'last' || act === 'cost') || namedAlone(members, things, acts)) return null;
  const who = mostFrequent(present(members.map(({ frame }) => frame.subject)).filter((name) => !PRONOUN.test(name)));
  const direction = mostFrequent(present(members.map(({ frame }) => frame.direction))) ?? '';
  const parties = members.some((claim) => countedOf(claim).heads.some(isParty));
  const forms = acts.map((act) => askedOf(act)).map((family) => family && formOf(family, parties, direction, who));
  return forms.length > 0 && forms.every((form) => form !== null) ? forms.join(' or ') : null;
}

/** The question in the words that most of the claims share; null where they make none. */
function inTheirWords(members: readonly RecordedClaim[], things: string | null): string | null {
  const asking = members.filter(({ frame, unit }) => frame.question !== null && (unit !== null || frame.question.includes(` ${things} `)));
  return mostFrequent(present(asking.map(({ frame }) => frame.question)));
}

const GRADES = ['seriously', 'slightly'];

/** Those who give and receive, and what several acts together happened to, are asked about by family; the words of the texts come first for all others. */
function askedOfCounted(members: readonly RecordedClaim[], things: string, acts: readonly string[]): string | null {
  const asked = askedOfThings(members, things, acts);
  const told = inTheirWords(members, things);
  const grade = GRADES.find((word) => members.every(({ frame }) => frame.modifiers.includes(word)));
  const named =
    members.some(({ frame }) => frame.direction !== null && frame.subject !== null) && asked !== null && !asked.startsWith('were ');
  return told === null || named || acts.length > 1
    ? asked && `How many ${things} ${grade ? asked.replace(/^were injured$/, `were ${grade} injured`) : asked}`
    : told;
}

/**
 * What the members answer, in their own words as far as possible: a question where one can be asked without supplying anything, else the
 * quiet name of what is counted ("Schools, Tarn valley"), else the words of the text. Parts ask nothing of their own.
 */
export function titleOf(claims: readonly RecordedClaim[]): string {
  const wholes = claims.filter(({ partOf }) => partOf === null);
  const members = wholes.length > 0 ? wholes : claims;
  const unit = mostFrequent(present(members.map((claim) => claim.unit)));
  const happened = members.map(happenedTo);
  const acts =
    mostFrequent(members.map((claim, at) => happened[at]?.act ?? countedOf(claim).acts.join('+')).filter(Boolean))?.split('+') ?? [];
  if (unit) {
    const told = inTheirWords(members, null);
    return told === null ? measuredLabel(members, unit, acts) : `${told} (in ${unitWords(unit)})${behind(placesOf(members, told))}?`;
  }
  const things = thingsOf(members);
  if (things === null) return onlyWords(members) ?? `“${mostFrequent(members.map(({ text }) => plain(text))) ?? ''}”`;
  const named = mostFrequent(present(happened.map((told) => told?.words ?? null)));
  // What a person wrote of it is not told by the verb of the text.
  const question = happened.some((told) => told?.words === named && told?.act === null) ? null : askedOfCounted(members, things, acts);
  return question === null ? countedLabel(members, named ?? things) : `${question}${behind(placesOf(members, question))}?`;
}
