import type { Span } from '@/lib/base';

/** A number that makes no claim: the words it stands in, and the name of the rule that says so. */
export interface Unclaimed {
  span: Span;
  why: string;
}

/** What each rule means, for people: "“2019” is no claim: it is a year". */
const WHY: Readonly<Record<string, string>> = {
  ...{ date: 'it is a date', year: 'it is a year', clock: 'it is a time of day', score: 'it is the result of a game' },
  ...{ address: 'it is part of an address', amount: 'it is part of another figure', identifier: 'it names a thing and counts nothing' },
  ...{ idiom: 'it is a figure of speech', list: 'it numbers a list', magnitude: 'it is a point on a scale', name: 'it is part of a name' },
  ...{
    multiple: 'it says how many times as much, and not how much',
    power: 'it is a power or a scientific notation',
    range: 'it is no count',
  },
  ...{
    rating: 'it is a rating',
    ratio: 'it is a ratio',
    resolution: 'it is the size of a screen or a picture',
    ordinal: 'it is a place in an order',
  },
  ...{ definite: 'it points back to what was counted before', partitive: 'it is a part of what was counted before' },
  ...{ rank: 'it is a place in an order', pronoun: 'it stands for a word and counts nothing', number: 'it is part of a name' },
  ...{ bare: 'nothing says what it counts', few: 'it is too vague to be checked', age: 'it is somebody’s age' },
  ...{ 'span of time': 'it only says when or for how long', denied: 'the text denies it', supposed: 'the text only supposes it' },
  ...{ question: 'the sentence asks', 'uncounted nothing': 'nothing was counted there', 'quotation of law': 'it is the wording of a law' },
};

/** Why a number makes no claim, as half a sentence: "it is a year". */
export const whyUnclaimed = (why: string): string =>
  Object.hasOwn(WHY, why) ? (WHY[why] as string) : 'it asserts nothing that could be checked';
