import type { Token } from '@/lib/base';
import { capital, countedAhead, digits, mark, near, sentenceStart, word, words } from './look';

/** Words whose number is a label however they are written: "article 50", "flight 370", "No. 10", "phase 3 trials". */
const ALWAYS = words(
  `article articles section sections chapter flight route highway interstate grade type version no nos fig channel gate district zone formula
  category cat act vol id isbn issn tel telephone phone fax licence license permit class paragraph clause amendment regulation directive
  doi docket badge reactor studio regulation directive case junction windows boeing airbus apollo magnitude seed phase tier ftse nikkei nasdaq fortune stoxx zip postcode dial`,
);
/** Plain words that label only with a capital or before a colon. */
const CAPITALS = words(
  `number numbers order line area building block form issue box platform table figure volume stage level model title mark score room bus rule
  page pages lot resolution psalm euro expo bowl super radio channel unit suite floor apartment terminal runway pier exit watch note galaxy
  pixel iphone ipad playstation xbox surface echo android ios falcon gemini soyuz starship route chevrolet ferrari max series group band
  plan agent sputnik voyager cell point option formula bus tram reactor maroon studio volvo proposition prop measure exhibit appendix annex schedule bill document division brigade battalion squadron precinct camp site block
  cup grand prix moto f1 gp part book volume scene question item count row seat step lap round game week day season episode match heat`,
);
/** Plain words that label in small letters too when nothing is counted behind the figure: "in week 12", "on page 3", but "that day 5 people". */
const LOOSE = words(
  `page stage level round game week day season episode part group question step lap row seat unit terminal exit match session ward sector
  block platform track pier hole verse scene generation turn figure table chapter volume number item appendix bus tram train option cell`,
);
/** Before a loose label: what makes a time or a thing of it. */
const DETERMINED = words('this that last next every each per one past same first a an');
const CODES_BEFORE_COLON = words('doi number numbers order line page pages lot room box rule issue model title form score');
const SPACED_STOP = words('no nos vol fig tel cat p pp art arts sec');

/** The figure at token `i` labels the word before it. */
export function isLabelled(tokens: readonly Token[], i: number): boolean {
  const sign = mark(tokens, i - 1);
  const at = sign === ':' || sign === '.' ? i - 2 : i - 1;
  const label = word(tokens, at);
  if (label === '' || !near(tokens, i)) return false;
  if (label === 'of' && word(tokens, at - 1) === 'magnitude') return true;
  if (sign === '.') return SPACED_STOP.has(label) && (label !== 'sec' || capital(tokens[at]));
  if (sign === '' && mark(tokens, i - 1) !== '') return false;
  if (label === 'no') return capital(tokens[at]);
  if (ALWAYS.has(label)) return true;
  if (sign === ':') return CODES_BEFORE_COLON.has(label);
  if (CAPITALS.has(label) && capital(tokens[at]) && !(sentenceStart(tokens, at) && countedAhead(tokens, i + 1))) return true;
  return (
    LOOSE.has(label) &&
    !DETERMINED.has(word(tokens, at - 1)) &&
    (digits(tokens, i).length < 4 || label === 'number') &&
    !countedAhead(tokens, i + 1)
  );
}

/** "90049 ZIP code", "the 20 series": the word behind says that the figure is a label. */
const BEHIND = words('zip postcode caliber calibre magnitude');
export const labelBehind = (tokens: readonly Token[], i: number): boolean => near(tokens, i) && BEHIND.has(word(tokens, i));
