import { dayWords } from '@/lib/base';
import { namesNobody } from '@/lib/claim';
import type { RecordedClaim } from '@/lib/measure';
import { isPlural } from '@/lib/quantity';
import type { Pair } from './pair';
import { figureText } from './sums';
import { rowOf } from './table';
import type { Kind } from './types';

/** The words of the text on one line. */
export const quote = (claim: RecordedClaim): string => `“${claim.text.replace(/\s+/g, ' ').trim()}”`;

/** Names of nobody in particular are written small, or stand for many: "police", "a clerk of the port", "Officials". */
function isUnnamed(name: string): boolean {
  const words = name.split(' ');
  return words.some((word, at) => /^\p{Ll}/u.test(word) && (at === 0 || at === words.length - 1)) || (words.length === 1 && many(name));
}

const many = (name: string): boolean => isPlural(headOf(name).toLowerCase());
/** The word before the first preposition, else the last. */
const headOf = (name: string): string => (name.split(/ (?:of|for|in|at|from|with|on) /)[0] as string).split(' ').at(-1) as string;

/** "Rosa Lind in Harbour News", "Harbour News, quoting police,", "Harbour News": who speaks, without brackets in brackets. */
function source({ speaker, outlet }: RecordedClaim): string {
  const paper = outlet ?? 'one text';
  if (!speaker) return paper;
  if (!isUnnamed(speaker.name)) return `${speaker.name} in ${paper}`;
  // A capital that only opened the sentence goes: "Police sources" are police sources.
  const name = speaker.name.replace(/^\S+/, (first) => (namesNobody(first.toLowerCase()) ? first.toLowerCase() : first));
  return `${paper}, quoting ${many(name) || /^\p{Lu}/u.test(name) ? '' : 'the '}${name},`;
}

function sayings({ a, b }: Pair): string {
  if (source(a) === source(b)) return `${source(a)} says ${quote(a)} and ${quote(b)}`;
  return `${source(a)} says ${quote(a)} and ${source(b)} says ${quote(b)}`;
}

function dates({ a, b }: Pair): string {
  if (!a.asOf && !b.asOf) return '';
  if (a.asOf === b.asOf && a.asOf) return `, both as of ${dayWords(a.asOf)}`;
  const day = (claim: RecordedClaim) => (claim.asOf ? dayWords(claim.asOf) : 'an unknown date');
  return `, as of ${day(a)} and ${day(b)}`;
}

/** What sets a claim's scope apart from the other's, in its own words. */
function scopeWords(claim: RecordedClaim, other: RecordedClaim): string {
  if (claim.frame.scope.length > 0 && claim.frame.scope.join() !== other.frame.scope.join()) return claim.frame.scope.join(', ');
  if (claim.frame.single !== other.frame.single) return claim.frame.single ? 'one occasion' : 'all occasions';
  if (claim.noun !== other.noun) return claim.noun ?? 'all';
  return claim.asOf && claim.asOf !== other.asOf ? dayWords(claim.asOf) : 'no scope stated';
}

function partAndWhole({ a, b, containment }: Pair): string {
  const [part, whole] = containment?.part === 'b' ? [b, a] : [a, b];
  return `the part (${figureText(part)}) cannot be larger than the whole (${figureText(whole)})`;
}

function because(kind: Kind, pair: Pair): string {
  const { a, b, alignment, units } = pair;
  switch (kind) {
    case 'no-common-measure': {
      const apart = alignment.reasons.find(({ weight }) => weight < 0)?.words;
      return `these answer different questions${apart ? ` (${apart})` : ''}`;
    }
    case 'reported-differently':
      return 'one statement was reported with two figures that cannot both be right';
    case 'unit-conversion':
      return units === 'converted'
        ? 'the figures meet once the units are converted'
        : 'currencies are not converted, so the figures stand side by side';
    case 'part-exceeds-whole':
      return partAndWhole(pair);
    case 'different-scope':
      return `the scopes differ (${scopeWords(a, b)} / ${scopeWords(b, a)})`;
    case 'cumulative-decrease':
      return 'a running count cannot fall';
    case 'growth':
      return 'the count grew between the two dates';
    case 'changed-over-time':
      return 'such a figure may change from one date to the next';
    case 'time-may-explain':
      return 'the dates differ, which may explain the gap';
    case 'compatible-bounds':
      return 'both can be true at once';
    case 'rounding':
      return 'one is the other, rounded';
    case 'same-value':
      return 'the figures agree';
    case 'looser-bound':
      return 'strictly both can be true, though a reader would expect them closer';
    case 'contradiction':
      return 'both figures cannot be true at once';
    default:
      return rowOf(kind).words;
  }
}

/** One plain sentence with both figures in it. */
export const explain = (kind: Kind, pair: Pair): string => `${sayings(pair)}${dates(pair)}: ${because(kind, pair)}.`;
