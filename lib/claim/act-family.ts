import { type Token, words } from '@/lib/base';
import { looksPast, spelledNumber } from '@/lib/quantity';
import { actOf, hasTrait, LIGHT } from './acts';
import { isState } from './people';
import type { Predicate } from './predicate';

/** "took part", "took to the streets" */
export const TOOK = /^(take|takes|took|taken|taking)$/;
const PART = /^(part|streets)$/;
const LAYS = /^(lay|lays|laid|laying)$/;
const LOSES = /^(lose|loses|lost|losing)$/;
const FOUND = /^(?:found|feared|presumed|pronounced|declared|confirmed|listed)$/;
const HOMES = /^(homes?|houses?)$/;
const LEFT = /^(left|leaves|leaving|leave)$/;

/** The family of what is done: from the object of a light verb, from the verb itself, from the counted noun, in this order of trust. */
export function actFamily(predicate: Predicate, nounWords: readonly string[]): string | null {
  const { verb, objects, role } = predicate;
  if (verb !== null && TOOK.test(verb) && PART.test(objects[0] ?? '')) return 'attend';
  // "lays off 400 workers"
  if (verb !== null && LAYS.test(verb) && (objects[0] === 'off' || predicate.lead.startsWith(`${verb} off`))) return 'dismiss';
  if (verb !== null && LOSES.test(verb) && role === 'subject' && HOMES.test(objects[0] ?? '')) return 'displace';
  // "left 12 people dead": the state they were left in is what happened to them.
  if (verb !== null && LEFT.test(verb) && predicate.state !== null) return actOf(predicate.state);
  // "left their homes"
  if (verb !== null && LEFT.test(verb) && role === 'subject' && HOMES.test(objects[0] ?? '')) return 'evacuate';
  // "six children were found dead"
  if (verb !== null && role === 'subject' && FOUND.test(verb) && isState(objects[0] ?? '')) return actOf(objects[0] as string);
  const first = (words: readonly string[]): string | null => words.map(actOf).find((family) => family !== null) ?? null;
  const ofNoun = first([...nounWords].reverse());
  if (verb === null) return ofNoun ?? first(objects);
  if (!LIGHT.has(verb)) return actOf(verb) ?? ofNoun ?? stemOf(verb);
  const told = role === 'object' && predicate.preposition === '' ? (ofNoun ?? first(objects)) : (first(objects) ?? ofNoun);
  return (
    told ??
    (/^(ha[sd]|have|having|ma[dk]es?|making|seen?|d[io]d?|includes?|included|confirmed|reported|recorded)$/.test(verb)
      ? null
      : stemOf(verb))
  );
}

const GUESSED = /^(?:believed|feared|thought|reported|presumed|still)$/;
const DOER = /^(by|in|at|from|during|on)$/;

/** "five of the 20 shells fired by the garrison": a fate told right behind the counted thing is its own. */
export function fateBehind(tokens: readonly Token[], to: number): string | null {
  const held = GUESSED.test(tokens[to]?.lower ?? '') && isState(tokens[to + 1]?.lower ?? '') ? (tokens[to + 1] as Token).lower : null;
  // "14 people believed buried"
  if (held !== null) return actOf(held);
  if (isHurt(tokens, to)) return 'injure';
  const lower = tokens[to]?.lower ?? '';
  const act = looksPast(lower) && DOER.test(tokens[to + 1]?.lower ?? '') ? actOf(lower) : null;
  return hasTrait(act, 'fate') ? act : null;
}

/** "11 of them with serious injuries", "eight in critical condition" */
function isHurt(tokens: readonly Token[], to: number): boolean {
  const at = tokens[to]?.lower === 'of' && THEM.has(tokens[to + 1]?.lower ?? '') ? to + 2 : to;
  const [link, next, last] = [0, 1, 2].map((k) => tokens[at + k]?.lower ?? '') as [string, string, string];
  if (link === 'in') return CONDITIONS.has(next) && last === 'condition';
  return link === 'with' && (HURTS.has(next) || (HURTS.has(last) && !OTHERS.has(next)));
}
const THEM = words('them whom these those');
const CONDITIONS = words('critical serious grave stable guarded');
const HURTS = words('injuries wounds burns fractures');

/** "1,000 people died or were missing", "left 40 dead or injured": one figure counts both fates. `at` is where the first is told. */
export function jointFate(tokens: readonly Token[], at: number, act: string | null): string | null {
  const link = tokens[at + 1]?.lower;
  if (!hasTrait(act, 'people') || (link !== 'or' && link !== 'and')) return act;
  for (let k = at + 2; k < at + 2 + FATE_WITHIN; k += 1) {
    const token = tokens[k];
    if (token?.kind !== 'word' || spelledNumber(token.lower) !== null || OTHERS.has(token.lower)) return act;
    const other = actOf(token.lower);
    if (other !== null && other !== act) return hasTrait(other, 'people') ? [act, other].sort().join('+') : act;
  }
  return act;
}
/** "and scores were missing": they are counted by themselves. */
const OTHERS = words('scores dozens hundreds thousands many several others more another some most all');
/** "or have been left missing" */
const FATE_WITHIN = 4;

const STEMS: Readonly<Record<string, string>> = {
  sent: 'send',
  gave: 'give',
  given: 'give',
  held: 'hold',
  took: 'take',
  taken: 'take',
  got: 'get',
  put: 'put',
  left: 'leave',
  went: 'go',
  came: 'come',
  rose: 'rise',
  fell: 'fall',
  broke: 'break',
};
/** One form for a verb in no family, so that "reopened" and "reopening" meet. */
const stemOf = (verb: string): string =>
  STEMS[verb] ?? (verb.length > 5 ? verb.replace(/([bdgmnprt])\1(?:ed|ing)$/, '$1').replace(/(?:ed|ing|es|s)$/, '') : verb);
