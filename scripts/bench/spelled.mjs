// The value of a number as it is written, for a peer that finds numbers but does not say what they are.
const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const WORDS = new Map([
  ...SMALL.split(' ').map((word, value) => [word, value]),
  ...TENS.split(' ').map((word, k) => [word, 10 * (k + 2)]),
  ['a', 1],
  ['an', 1],
  ['half', 0.5],
]);
const SCALES = new Map(
  Object.entries({ hundred: 100, dozen: 12, thousand: 1e3, k: 1e3, million: 1e6, m: 1e6, mn: 1e6, billion: 1e9, bn: 1e9, trillion: 1e12 }),
);

/** "$4.2 billion" → 4200000000, "ninety-two" → 92; null where no number stands. */
export function spelledValue(said) {
  let [total, group, seen] = [0, 0, false];
  for (const part of said.toLowerCase().match(/\d[\d,]*(?:\.\d+)?|[a-z]+/g) ?? []) {
    const value = /^\d/.test(part) ? Number(part.replaceAll(',', '')) : WORDS.get(part);
    const scale = SCALES.get(part);
    if (value !== undefined) group += value;
    else if (scale === 100) group = (group || 1) * scale;
    else if (scale !== undefined) [total, group] = [total + (group || 1) * scale, 0];
    else if (part !== 'and' && seen) break;
    else continue;
    seen = true;
  }
  return seen ? total + group : null;
}
