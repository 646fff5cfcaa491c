import { add, divide, type Exact, type Token } from '../../base';
import { type Figure, readFigure } from '../figures';
import { glued, mark, near, word } from '../look';
import { MINORS } from '../units/currencies';
import { endsAmount } from '../units/unitletters';
import { endsPhrase } from '../words/stopwords';

/** "and forty-five cents", "43c", "50 sen", or the bare "43" of "$20 43": hundredths behind whole money; null where none stand. */
export function hundredthsBehind(
  tokens: readonly Token[],
  i: number,
  value: Exact,
): { to: number; value: Exact; doubt: string[] | null; minor: string | undefined } | null {
  if (value.includes('.') || value.length > 9 || !near(tokens, i)) return null;
  const joined = word(tokens, i) === 'and';
  const comma = mark(tokens, i) === ',' && glued(tokens, i);
  const at = joined || comma ? i + 1 : i;
  const next = tokens[at];
  if (next === undefined || next.gap !== 'space' || (next.kind !== 'number' && next.kind !== 'word')) return null;
  const figure = readFigure(tokens, at);
  if (!figure || figure.scaled || figure.value.length > 2 || figure.value === '0') return null;
  const minor = near(tokens, figure.to) ? MINORS.get(word(tokens, figure.to) || mark(tokens, figure.to)) : undefined;
  const named = minor !== undefined;
  if (!named && (comma || !standsBare(tokens, at, figure, joined))) return null;
  const whole = add(value, divide(figure.value, '100'));
  return { to: named ? figure.to + 1 : figure.to, value: whole, doubt: named ? null : [whole, value], minor };
}

/** Two digits and no word behind them; spelled ones alone may follow "and". */
function standsBare(tokens: readonly Token[], at: number, figure: Figure, joined: boolean): boolean {
  if (joined && (!figure.spelled || isEnd(tokens, at - 1))) return false;
  // "3 GBP and one": behind "and" a single one may end the text.
  if (joined && figure.value.length === 1) return endsAmount(tokens, figure.to);
  if (figure.value.length !== 2 || figure.to > at + 3) return false;
  const next = tokens[figure.to];
  if (next === undefined || next.gap === 'block') return true;
  return next.gap === 'none' ? endsAmount(tokens, figure.to) : word(tokens, figure.to) === 'more' || endsPhrase(word(tokens, figure.to));
}

/** "between $5 and thirty": behind this "and" stands the end of a range. */
function isEnd(tokens: readonly Token[], and: number): boolean {
  for (let k = and - 2; k > and - 6 && k >= 0; k -= 1) if (word(tokens, k) === 'between') return true;
  return false;
}
