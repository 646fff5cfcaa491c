import { endsPhrase, looksPast } from '@/lib/quantity';
import { type ArticleView, wordAt } from './view';

/** Places and things that are told apart by a number. */
const NUMBERED =
  /^(?:district|ward|precinct|zone|sector|region|block|unit|gate|terminal|pier|route|line|reactor|camp|station|tower|flight|school|building|hall|lot)$/;

/** The end of a name that ends at a token, its number with it: "District 9 was", "Town12", and not "outside Reed School 200 parents". */
export function throughNumber(tokens: ArticleView['tokens'], end: number): number {
  const [last, number] = [tokens[end - 1], tokens[end]];
  if (last?.kind !== 'word' || number?.kind !== 'number' || !/^\d{1,4}$/.test(number.text)) return end;
  if (number.start === last.end) return end + 1;
  const next = wordAt(tokens, end + 1);
  return NUMBERED.test(last.lower) && (next === '' || endsPhrase(next) || looksPast(next)) ? end + 1 : end;
}
