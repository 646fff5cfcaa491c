import { type Token, WordList, words } from '../../base';
import { closesPhrase } from '../closes';
import { digits, glued, isHyphen, isOf, isSign, isStop, mark, near, word } from '../look';
import { SCALES, SHORT_SCALES } from '../words/numberwords';
import { isPlural } from '../words/plural';
import { isYearNumber } from './numeral';

/** A sentence is looked through so far on both sides, in tokens. */
const FAR = 14;
/** What many do: "more than 4m voted", "at least 1.5m live in camps". */
const DONE_BY_MANY = words(
  `live lived living vote voted died watched tuned visited use used using signed joined attended fled remain remained are were have had who whom
  left lost work worked speak marched subscribed downloaded suffer suffered rely earn own did could will would may`,
);
/** What is counted in millions, or paid: "the population is 5.4m", "sold for 1.2m". */
const MANY = words(
  `population list sales users subscribers audience downloads views viewing jobs unemployed unemployment followers membership readership voters
  circulation exports imports profit profits revenue revenues turnover budget cost costs debt debts loss losses income sold bought fee spent
  donated funding worth deal earnings deliveries copies shipments doses streams subscriptions electorate`,
);
/** They may move over a length as well: a million of them only where their number is told. */
const PEOPLE = words(
  `people viewers customers members readers passengers visitors tourists migrants refugees households pupils workers patients victims tickets
  cases deaths`,
);
/** Money on either side of the figure. */
const SPENT = words('spend spending invest investing repay');
const TELLS = words('to at past from passed topped exceeded hit totalled totaled numbered numbering than are were is was');
/** What has a length, or moves over one; money and people climb and fall as well. */
const LONG = words(
  `apart sank sink sunk walk walked walking dug dig drilled metre metres meter meters km kilometre kilometres kilometer kilometers cm
  mm ft feet foot yard yards mile miles inch inches tall height heights wide width deep depth long length altitude thick away above
  below sea waves water swim swam swimming swimmer freestyle butterfly backstroke breaststroke jumper vault throw threw thrown javelin
  discus sprint sprinter race races hurdles relay champion olympic distance dive diver tower towers building wall walls boat ship
  yacht tunnel bridge mountain peak summit tree trees statue crane road visibility elevation tide tides snow flood river radius
  diameter track dash final heats`,
);
/** Before a figure these are its bounds. */
const LIMITS = words('above below');
const THEY = words('them whom');

/** "the waiting list passed 7.5m", "more than 4m voted": the m at token `at` is a million where the sentence says so. */
export function isMillion(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== 'm' || !glued(tokens, at) || (glued(tokens, at - 1) && mark(tokens, at - 2) === '')) return false;
  if (word(tokens, at - 2) === 'the' || word(tokens, at - 2) === 'by' || isHyphen(tokens, at - 2) || isHyphen(tokens, at + 1)) return false;
  const next = near(tokens, at + 1) ? word(tokens, at + 1) : '';
  // "3.5m of them"
  const many = DONE_BY_MANY.has(next) || (next === 'of' && isOf(tokens, at + 2, THEY));
  // "40m by 20m", but "70m by 2036"; "40m of rope", but "2m of it"
  const side = next === 'by' && !isYearNumber(digits(tokens, at + 2));
  if (!many && (!closesPhrase(tokens, at + 1) || side || (next === 'of' && word(tokens, at + 2) !== 'it'))) return false;
  const told = isOf(tokens, at - 2, TELLS);
  let said = many;
  for (let k = start(tokens, at - 2); k <= at + FAR && k < tokens.length; k += 1) {
    if (k === at - 1 || k === at) continue;
    if (k > at && (tokens[k]?.gap === 'block' || isStop(tokens, k))) break;
    const lower = word(tokens, k);
    if (LONG.has(lower) && (k > at || !LIMITS.has(lower))) return false;
    said ||= SPENT.has(lower) || (k < at && (MANY.has(lower) || (told && PEOPLE.has(lower)))) || isMillions(tokens, k);
  }
  return said;
}

function start(tokens: readonly Token[], i: number): number {
  let k = i;
  while (k > i - FAR && k >= 0 && !isStop(tokens, k) && tokens[k + 1]?.gap !== 'block') k -= 1;
  return k + 1;
}

/** Another figure of the sentence is told in millions or thousands: "$5m", "200k", "14m tonnes", "3 million". */
function isMillions(tokens: readonly Token[], k: number): boolean {
  const lower = word(tokens, k);
  if (lower === '' || digits(tokens, k - 1) === '') return false;
  if (SCALES.has(lower) && lower !== 'hundred') return true;
  if (!glued(tokens, k) || !SHORT_SCALES.has(lower)) return false;
  const money = tokens[k - 2]?.kind === 'mark' && isSign(tokens, k - 2, MONEY_SIGNS);
  return money || lower === 'k' || lower === 'bn' || lower === 'mn' || (lower === 'm' && isPlural(word(tokens, k + 1)));
}
const MONEY_SIGNS = new WordList('$£€¥₹');
