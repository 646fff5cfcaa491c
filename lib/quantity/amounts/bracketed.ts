import type { Token } from '../../base';
import { readDigitFigure, scaledFigure } from '../figures';
import { glued, mark, tokenAt } from '../look';
import { moneyBehind, scaledBy } from './money';
import { moneyBefore } from './moneybefore';
import type { Amount } from './types';

/** "$(3.2) million", "(12.4) million", "€(450)": accounts write a loss in brackets, which are no brackets where a sign or a scale is outside. */
export function readBracketed(tokens: readonly Token[], i: number): Amount | null {
  const sign = mark(tokens, i) === '(' ? null : moneyBefore(tokens, i);
  const open = sign?.to ?? i;
  if (mark(tokens, open) !== '(' || tokenAt(tokens, open + 1)?.kind !== 'number' || !glued(tokens, open + 1)) return null;
  const inner = readDigitFigure(tokens, open + 1);
  if (!inner || inner.to !== open + 2 || mark(tokens, inner.to) !== ')' || !glued(tokens, inner.to) || inner.value === '0') return null;
  const figure = scaledFigure(tokens, { ...inner, to: inner.to + 1 }, sign !== null);
  if (sign === null && !figure.scaled) return null;
  const behind = sign ? null : moneyBehind(tokens, figure);
  return {
    from: open,
    to: figure.to,
    spanFrom: i,
    spanTo: behind?.to ?? figure.to,
    value: `-${scaledBy(figure.value, behind?.scale)}`,
    grain: scaledBy(figure.grain, behind?.scale),
    unit: behind?.unit ?? sign?.unit ?? null,
    spelled: false,
    scaled: figure.scaled,
    part: false,
    doubt: figure.doubt,
    unitDoubt: behind?.doubt ?? null,
  };
}
