import { type Token, words } from '../../base';
import { closesPhrase } from '../closes';
import { isDash, isOf, word } from '../look';
import { CHANGES } from '../words/movement';

const PAID = words('cost costs costing owe owes owed worth pay pays paid fetch fetches fetched seats sleeps accommodates employs');
/** What is made or spent, where the figure ends the phrase. */
const MADE = words('raised raises earn earns earned earning spend spends spent save saves saved donated donates gave sold holds');
const SETTLED = words(
  `priced valued closed closes ended ends finished settled stood stands traded trading trades quoted remained remains steady flat start starts
  starting`,
);
const TOTALS = words(
  `total number population capacity price cost fee fare salary wage average median mean maximum minimum sum count toll turnout attendance majority
  bill rent income loss profit gain deficit surplus debt bonus prize budget deposit payment`,
);
const MARKETS = words('shares share stock stocks index futures price prices crude gold bond bonds yield rate dollar euro pound yen rupee');
const LINKS = words('is was are were of be');
const FAR = 8;

/**
 * What stands before token `i` says that a bare figure there counts by itself, though it looks like a year or an hour: "costs 1999", "priced
 * at 1899", "a total of 2015", "fell to 1950", "shares closed at 14.20".
 */
export function isTold(tokens: readonly Token[], i: number): boolean {
  const before = word(tokens, i - 1);
  if (PAID.has(before)) return true;
  if (MADE.has(before) || CHANGES.has(before)) return closesPhrase(tokens, i + 1) && !isDash(tokens, i + 1);
  if (before === 'at' || before === 'from') return isOf(tokens, i - 2, SETTLED) && isPriced(tokens, i - 2);
  if (before === 'to') return isOf(tokens, i - 2, CHANGES);
  return LINKS.has(before) && isOf(tokens, i - 2, TOTALS);
}

/** "priced at", and what else shares and prices do. */
function isPriced(tokens: readonly Token[], verb: number): boolean {
  if (word(tokens, verb) === 'priced' || word(tokens, verb) === 'valued') return true;
  for (let k = verb - 1; k > verb - FAR && k >= 0; k -= 1) if (isOf(tokens, k, MARKETS)) return true;
  return false;
}
