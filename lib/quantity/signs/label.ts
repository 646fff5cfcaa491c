import { type Token, WordList, words } from '../../base';
import { capital, digits, isDash, isHyphen, isOf, isSign, mark, near, sentenceStart, word } from '../look';
import { SMALL } from '../words/numberwords';
import { countedAhead } from './ahead';

/** Words whose number is a label however they are written: "article 50", "flight 370", "No. 10", "phase 3 trials". */
const ALWAYS = words(
  `article articles section sections chapter flight route highway interstate grade type version no nos fig channel gate district zone formula
  category cat act vol id isbn issn tel telephone phone fax licence license permit class paragraph clause amendment regulation directive
  doi docket badge reactor studio case junction magnitude seed phase tier zip postcode dial iso code marker milepost rev`,
);
const PAIRS: ReadonlySet<string> = new Set(['world war', 'super bowl', 'formula one']);
/** Plain words that label only with a capital or before a colon. */
const CAPITALS = words(
  `number numbers order line area building block form issue box platform table figure volume stage level model title mark score room bus rule
  page pages lot resolution psalm bowl super radio unit suite floor apartment terminal runway pier exit route max series group band
  plan agent cell point option tram proposition prop measure exhibit appendix annex schedule bill document division
  brigade battalion squadron precinct camp site cup grand prix moto part book scene question item count row seat step lap round game week day
  season episode match heat`,
);
/** Plain words that label in small letters too when nothing is counted behind the figure: "in week 12", "on page 3", but "that day 5 people". */
const LOOSE = words(
  `room page stage level round game week day season episode part group question step lap row seat unit terminal exit match session ward sector
 photo slide image picture block platform track pier lane mile hole verse scene generation turn figure table volume number item appendix bus tram train option cell`,
);
/** Labels that open a sentence as verbs: "Note 3 things", "Order 12 books". */
const IMPERATIVES = words(
  'order form issue mark score room rule level plan point book question count seat step match heat block camp measure row page schedule bill part exit lap day week season number lot max',
);
/** Before a loose label: what makes a time or a thing of it. */
const DETERMINED = words('this that last next every each per one past same first a an');
const CODES_BEFORE_COLON = words('doi number numbers order line page pages lot room box rule issue model title form score');
const SPACED_STOP = words('no nos vol fig tel cat p pp art arts sec ch eq');

/** A unit or a scale stands at token `i`: what is before it is no name. */
export const isMeasured = (tokens: readonly Token[], i: number): boolean => isOf(tokens, i, MEASURES) || mark(tokens, i) === '%';
const MEASURES = words('percent per million billion thousand dollars euros pounds years months weeks days times points');

/** "flights 302 and 610", "grades 6 to 8": labels in the plural, each with a figure behind which nothing is counted. */
const SEVERAL = new WordList([...ALWAYS, ...LOOSE, 'count'].map((label) => `${label}s`));

/** What may stand before a figure that is a label. */
export const BEFORE_LABELS: ReadonlySet<string> = new Set([
  ...[...ALWAYS, ...CAPITALS, ...LOOSE, ...SEVERAL, ...[...PAIRS].map((pair) => pair.slice(pair.indexOf(' ') + 1))],
  ...['no', 'magnitude', 'size', ':', '.'],
]);

/** The figure at token `i` labels the word before it. */
export function isLabelled(tokens: readonly Token[], i: number): boolean {
  const sign = mark(tokens, i - 1);
  const at = sign === ':' || sign === '.' ? i - 2 : i - 1;
  const label = word(tokens, at);
  if (label === '' || !near(tokens, i)) return false;
  if (label === 'of' && word(tokens, at - 1) === 'magnitude') return true;
  if (sign === '' && !BEFORE_LABELS.has(label)) return false;
  if (sign === '.') return SPACED_STOP.has(label) && (label !== 'sec' || capital(tokens[at]));
  if (label === 'no') return capital(tokens[at]);
  // "200 homes in the district: 80 from Mill Lane and 120 from the quay"
  if (sign === ':' && isOf(tokens, at, WHERE) && isOf(tokens, i + 1, PARTS_BEHIND)) return false;
  if (ALWAYS.has(label)) return !isPlainUse(tokens, at, i);
  if (sign === ':') return CODES_BEFORE_COLON.has(label);
  if (PAIRS.has(`${word(tokens, at - 1)} ${label}`)) return true;
  const opens = IMPERATIVES.has(label) && sentenceStart(tokens, at) && countsBehind(tokens, i + 1);
  if (capital(tokens[at]) && !opens && CAPITALS.has(label)) return true;
  if (label === 'size') return !countedAhead(tokens, i + 1);
  if (SEVERAL.has(label) && listedBehind(tokens, i)) return true;
  return (
    LOOSE.has(label) &&
    !isOf(tokens, at - 1, DETERMINED) &&
    (digits(tokens, i).length < 4 || label === 'number') &&
    ((digits(tokens, i + 2) !== '' && isHyphen(tokens, i + 1)) || !countsBehind(tokens, i + 1))
  );
}

const WHERE = words('district zone gate section');
const PARTS_BEHIND = words('from in at on to for of were are');

/** Who does something with what is counted ("will permit 12 ships"), or what makes a circumstance of the label ("in this case 12 people"). */
const ACTORS = words('will would can could may might must shall should they we you this that each every');
const isPlainUse = (tokens: readonly Token[], at: number, i: number): boolean =>
  isOf(tokens, at - 1, ACTORS) && countedAhead(tokens, i + 1);

/** "Page 42 lists 12 errors": before another figure or an article a word in -s is the verb, and the figure counts nothing. */
function countsBehind(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  const governs = word(tokens, i).endsWith('s') && (next?.kind === 'number' || isOf(tokens, i + 1, SMALL) || isOf(tokens, i + 1, ARTICLES));
  return countedAhead(tokens, i) && !(governs && near(tokens, i + 1));
}
const ARTICLES = words('a an the its his her their');

/** A second one stands behind it, and nothing that is counted. */
const listedBehind = (tokens: readonly Token[], i: number): boolean =>
  (isOf(tokens, i + 1, LINKS) || isDash(tokens, i + 1)) &&
  (digits(tokens, i + 2) !== '' || isOf(tokens, i + 2, SMALL)) &&
  !countedAhead(tokens, i + 3);
const LINKS = words('and or to through');

const BEHIND_LABEL = words('of in at for with on and against is was when where');
/** "in week four", "season three": a number word labels too where nothing is counted behind it. */
export function isSpelledLabel(tokens: readonly Token[], i: number): boolean {
  if (isOf(tokens, i - 1, SEVERAL) && listedBehind(tokens, i)) return true;
  if (isOf(tokens, i - 3, SEVERAL) && isOf(tokens, i - 2, SMALL) && isOf(tokens, i - 1, LINKS)) return !countedAhead(tokens, i + 1);
  if (!isOf(tokens, i - 1, LOOSE) || !near(tokens, i) || isOf(tokens, i - 2, DETERMINED)) return false;
  return !near(tokens, i + 1) || isSign(tokens, i + 1, ENDS) || isOf(tokens, i + 1, BEHIND_LABEL);
}
const ENDS = new WordList('.,;:)!?"”');

/** "60614 ZIP code", "a .41-caliber rifle": the word behind says that the figure is a label. */
export const BEHIND_LABELS = words('zip postcode caliber calibre magnitude somethings');
export const labelBehind = (tokens: readonly Token[], i: number): boolean => near(tokens, i) && isOf(tokens, i, BEHIND_LABELS);
