import { dayWords } from '@/lib/base';
import { namesNobody, placeWords } from '@/lib/claim';
import { isCurrency, type RecordedClaim } from '@/lib/measure';
import { isPlural } from '@/lib/quantity';
import { areOfPrint, areOpposed, type Pair, planned, settled } from './pair';
import { figureText } from './sums';
import { rowOf } from './table';
import type { Kind } from './types';

/** The words of the text on one line. */
const quote = (claim: RecordedClaim): string => `“${claim.text.replace(/\s+/g, ' ').trim()}”`;

/** Names of nobody in particular are written small, or stand for many: "police", "a clerk of the port", "Officials", "Health officials in Lund". */
function isUnnamed(name: string): boolean {
  const words = name.split(' ');
  const small = words.some((word, at) => /^\p{Ll}/u.test(word) && (at === 0 || at === words.length - 1)) || /^\p{Ll}/u.test(headOf(name));
  return small || (words.length === 1 && many(name));
}

const many = (name: string): boolean => isPlural(headOf(name).toLowerCase());
/** The word before the first preposition, else the last. */
const headOf = (name: string): string => (name.split(/ (?:of|for|in|at|from|with|on) /)[0] as string).split(' ').at(-1) as string;

/** Who gives a figure, in front of its quotation: a person says it, a paper gives it in its own voice or in that of somebody it quotes. */
interface Voice {
  who: string;
  verb: 'says' | 'gives';
}

/** "Rosa Lind in Harbour News says", "Harbour News, quoting police, gives", "an article in Harbour News gives", without brackets in brackets. */
function voiceOf({ speaker, outlet }: RecordedClaim, second: boolean): Voice {
  const paper = outlet ?? (second ? 'another text' : 'one text');
  if (!speaker) return { who: outlet === null ? paper : `an article in ${outlet}`, verb: 'gives' };
  const inferred = speaker.inferred ? ' (inferred)' : '';
  if (!isUnnamed(speaker.name)) return { who: `${speaker.name}${inferred} in ${paper}`, verb: 'says' };
  // A capital that only opened the sentence goes: "Police sources" are police sources.
  const name = speaker.name.replace(/^\S+/, (first) => (namesNobody(first.toLowerCase()) ? first.toLowerCase() : first));
  return { who: `${paper}, quoting ${many(name) || /^\p{Lu}/u.test(name) ? '' : 'the '}${name}${inferred},`, verb: 'gives' };
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function sayings({ a, b }: Pair): string {
  const [x, y] = [voiceOf(a, false), voiceOf(b, true)];
  const oneText = a.articleId === b.articleId;
  const again = { ...voiceOf(b, false) };
  if (x.who === again.who && (oneText || a.outlet !== null)) {
    if (oneText) return capital(`${x.who} ${x.verb} ${quote(a)} and ${quote(b)}`);
    if (!a.speaker) return `One article in ${a.outlet} gives ${quote(a)} and another ${quote(b)}`;
    return capital(`${x.who} ${x.verb} ${quote(a)} in one article and ${quote(b)} in another`);
  }
  // Two voices in one text that nobody named an outlet for: it is the same text.
  const other = oneText ? again : y;
  return capital(`${x.who} ${x.verb} ${quote(a)} and ${other.who} ${other.verb} ${quote(b)}`);
}

function dates({ a, b }: Pair): string {
  if (areOfPrint(a, b) && a.publishedAt && b.publishedAt) {
    const [x, y] = [dayWords(a.publishedAt), dayWords(b.publishedAt)];
    return x === y ? `, both printed on ${x}` : `, printed on ${x} and ${y}`;
  }
  if (!a.asOf && !b.asOf) return '';
  if (a.asOf === b.asOf && a.asOf) return `, both as of ${dayWords(a.asOf)}`;
  return `, as of ${dayOf(a)} and ${dayOf(b)}`;
}

const dayOf = ({ asOf }: RecordedClaim): string => (asOf ? dayWords(asOf) : 'an unknown date');

/** What sets the two scopes apart, each in its own words and both by the same measure. */
function scopeWords({ a, b, containment }: Pair): string {
  const by = (of: (claim: RecordedClaim) => string): string | null => (of(a) === of(b) ? null : `${of(a)} / ${of(b)}`);
  const place = ({ frame }: RecordedClaim): string => frame.scope.map(placeWords).join(', ') || (frame.subject ?? 'no place stated');
  const stated = a.frame.scope.join() === b.frame.scope.join() ? null : by(place);
  const single = by(({ frame }) => (frame.single ? 'one occasion' : 'all occasions'));
  const day = by(({ asOf }) => (asOf ? dayWords(asOf) : 'no date stated'));
  const thing = by(({ noun }) => noun ?? 'all');
  return stated ?? single ?? (containment === null ? (day ?? thing) : (thing ?? day)) ?? 'one is part of the other';
}

function partAndWhole({ a, b, containment }: Pair): string {
  const [part, whole] = containment?.part === 'b' ? [b, a] : [a, b];
  return `the part (${figureText(part)}) cannot be larger than the whole (${figureText(whole)})`;
}

function because(kind: Kind, pair: Pair): string {
  const { a, b, alignment, units } = pair;
  switch (kind) {
    case 'no-common-measure': {
      if ((planned(a) && settled(b)) || (settled(a) && planned(b))) return 'one tells what is planned or expected, the other what is';
      const apart = alignment.reasons.find(({ weight }) => weight < 0)?.words;
      return `these answer different questions${apart ? ` (${apart})` : ''}`;
    }
    case 'reported-differently':
      return 'one statement was reported with two figures that cannot both be right';
    case 'unit-conversion':
      if (units === 'converted') return 'the figures meet once the units are converted';
      return isCurrency(a.unit) && isCurrency(b.unit)
        ? 'currencies are not converted, so the figures stand side by side'
        : 'one unit is not converted into the other, so the figures stand side by side';
    case 'part-exceeds-whole':
      return partAndWhole(pair);
    case 'different-scope':
      return `the scopes differ (${scopeWords(pair)})`;
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
      return areOpposed(pair) ? 'one tells of a rise and the other of a fall' : 'both figures cannot be true at once';
    default:
      return rowOf(kind).words;
  }
}

/** One plain sentence with both figures in it. */
export const explain = (kind: Kind, pair: Pair): string => `${sayings(pair)}${dates(pair)}: ${because(kind, pair)}.`;
