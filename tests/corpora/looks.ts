import { tokensOf } from '@/lib/base';
import { readQuantities } from '@/lib/quantity';

/** How often a reading looks at a token: the same on every machine, and four times as often for twice the text where a step is square. */
export function looksOf(text: string): number {
  let count = 0;
  const counted = new Proxy(tokensOf(text), {
    get(tokens, key, receiver) {
      count += 1;
      return Reflect.get(tokens, key, receiver);
    },
  });
  readQuantities(text, counted);
  return count;
}
