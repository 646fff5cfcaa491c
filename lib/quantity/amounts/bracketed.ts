import type { Token } from '../../base';
import { makeFigure, readDigitFigure, scaledFigure } from '../figures';
import { glued, mark, tokenAt } from '../look';
import { moneyBehind, scaledBy } from './money';
import { moneyBefore } from './moneybefore';
import { type Amount, makeAmount } from './types';

/** "$(3.2) million", "(12.4) million", "€(450)": accounts write a loss in brackets, which are no brackets where a sign or a scale is outside. */
export function readBracketed(tokens: readonly Token[], i: number): Amount | null {
  const sign = mark(tokens, i) === '(' ? null : moneyBefore(tokens, i);
  const open = sign?.to ?? i;
  if (mark(tokens, open) !== '(' || tokenAt(tokens, open + 1)?.kind !== 'number' || !glued(tokens, open + 1)) return null;
  const inner = readDigitFigure(tokens, open + 1);
  if (!inner || inner.to !== open + 2 || mark(tokens, inner.to) !== ')' || !glued(tokens, inner.to) || inner.value === '0') return null;
  const figure = scaledFigure(tokens, makeFigure(inner.to + 1, inner.value, inner.grain, false, inner.scaled, inner.doubt), sign !== null);
  if (sign === null && !figure.scaled) return null;
  const behind = sign ? null : moneyBehind(tokens, figure);
  const amount = makeAmount(open, figure.to, `-${scaledBy(figure.value, behind?.scale)}`, scaledBy(figure.grain, behind?.scale));
  amount.spanFrom = i;
  amount.spanTo = behind?.to ?? figure.to;
  amount.unit = behind?.unit ?? sign?.unit ?? null;
  amount.scaled = figure.scaled;
  amount.doubt = figure.doubt;
  amount.unitDoubt = behind?.doubt ?? null;
  return amount;
}
