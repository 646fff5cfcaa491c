import { countedOf } from './nouns';
import { once } from './once';
import { dimensionOf } from './units';
import { isCommon, stem } from './words';

/** What a claim is filed under, and how much it says that another claim is filed there too. */
export interface Key {
  key: string;
  weight: number;
}

/** Sharing the counted thing and the act is worth about as much as three words beside the figure. */
const NAMED = 0.55;
const THING = 0.3;
const WORD = 0.3;
/** No claim is filed under more: each key is a row of the record. */
const MOST_KEYS = 16;

/**
 * The keys of a claim: the thing counted or measured with what happens to it, the thing alone, and the words beside its figure. They are
 * read from the claim alone, so that a claim is found under the same keys whatever else is in the record.
 */
export const keysOf = once((claim): readonly Key[] => {
  const { heads, acts } = countedOf(claim);
  const things = [...heads, dimensionOf(claim.unit) ?? ''].filter(Boolean);
  const named = things.flatMap((thing) => acts.map((act) => `${thing} ${act}`));
  const words = [...new Set([...claim.frame.near, ...claim.frame.modifiers].map(stem))].filter((word) => !isCommon(word));
  const keys = [
    ...named.map((key) => ({ key, weight: NAMED })),
    ...things.map((key) => ({ key: `${key} *`, weight: THING })),
    ...words.map((key) => ({ key, weight: WORD })),
  ];
  return [...new Map(keys.map((one) => [one.key, one])).values()].slice(0, MOST_KEYS);
});
