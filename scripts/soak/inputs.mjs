// Texts nobody wrote: real phrases damaged, characters thrown together, digits and separators in any order. The same seed gives the same texts.

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SOUP = [
  ...'0123456789.,\'’-–−+±/:;()[]%‰°$€£₹½¼#&*xX\t\n"“”_~≈<>≥≤',
  ...' a an one two dozen half quarter third of and to or from between at least more than about nearly up no percent per per-cent'.split(
    ' ',
  ),
  ...'million billion bn m k thousand lakh crore Rs US$ km kg °C 30C year-old aged May 5 2019 p.m. No. th st people deaths rose fell'.split(
    ' ',
  ),
];
/** Pieces that disturb a phrase: signs of every kind, blanks and marks one cannot see, digits of other scripts, halves of characters. */
const PIECES = [
  ...'0 9 , . - – — − / % $ € £ ₹ ½ ¾ \' ’ " ( ) [ ] : ; … ~ < > ≥ # @ \\ = + × ° ² ³ a I é ß И 中 א م क ๓ ٣ ９ 𝟗 😀'.split(' '),
  ...[0x20, 0x09, 0x0a, 0x0d, 0xa0, 0xad, 0x200b, 0x200e, 0x200f, 0x2009, 0x202e, 0x202f, 0x2028, 0x2060, 0x2066, 0x3000, 0xfeff, 0x301],
  ...[0x00, 0x07, 0x1b, 0x7f, 0x85, 0xd83d, 0xdc00, 0xfffd, 0xffff],
].map((piece) => (typeof piece === 'number' ? String.fromCharCode(piece) : piece));

/** Gives one text after another, without end; `phrases` are what it damages. */
export function* inputs(phrases, seed) {
  const random = randomOf(seed);
  const below = (end) => Math.floor(random() * end);
  const pick = (list) => list[below(list.length)];
  const cut = (text) => [below(text.length + 1), below(text.length + 1)].sort((a, b) => a - b);
  const CHANGES = [
    (text, [from, to]) => text.slice(0, from) + text.slice(to),
    (text, [from, to]) => text.slice(0, to) + text.slice(from),
    (text, [from]) => text.slice(0, from) + pick(PIECES) + text.slice(from),
    (text, [from]) => text.slice(0, from) + pick(PIECES) + text.slice(from + 1),
    (text, [from]) => text.slice(0, from) + pick(SOUP) + text.slice(from),
    (text, [from, to]) => text.slice(to) + text.slice(from, to) + text.slice(0, from),
    (text, [from]) => text.slice(0, from) + pick(phrases) + text.slice(from),
    (text, [from, to]) => text.slice(0, from) + text.slice(from, to).repeat(1 + below(5)) + text.slice(to),
    (text, [from]) => text.slice(0, from) + [...text.slice(from, from + 2)].reverse().join('') + text.slice(from + 2),
    (text) => text.replaceAll(' ', pick(PIECES)),
    (text) => text.toUpperCase(),
    (text) => [...text].reverse().join(''),
    (text) => text.replace(/\d/g, () => String(below(10))),
    (text) =>
      text
        .split(' ')
        .sort(() => random() - 0.5)
        .join(' '),
    (text) => `${text} ${pick(phrases)}`,
  ];
  const damaged = () => {
    let text = pick(phrases);
    for (let times = 1 + below(4); times > 0; times -= 1) text = pick(CHANGES)(text, cut(text)).slice(0, 400);
    return text;
  };
  const soup = () => Array.from({ length: 1 + below(24) }, () => pick(SOUP)).join(pick(['', '', ' ']));
  const noise = () => Array.from({ length: 1 + below(60) }, () => String.fromCharCode(below(random() < 0.5 ? 0x250 : 0x10000))).join('');
  const signs = () => Array.from({ length: 1 + below(40) }, () => pick(PIECES)).join('');
  const long = () =>
    Array.from({ length: 20 + below(100) }, () => (random() < 0.8 ? pick(phrases) : soup())).join(pick(['. ', ', ', ' and ', '\n']));
  for (;;) {
    const kind = random();
    if (kind < 0.005) yield long();
    else yield kind < 0.7 ? damaged() : kind < 0.85 ? soup() : kind < 0.93 ? noise() : signs();
  }
}

const CANONICAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const splitsPair = (text, at) => at > 0 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/** What is wrong with what was read from a text, whatever it says; null when all is as it must be. */
export function faultOf(text, { quantities, doubts }, compare) {
  const outside = ({ start, end }) =>
    !(start >= 0 && start < end && end <= text.length) || splitsPair(text, start) || splitsPair(text, end);
  let last = { start: 0, end: 0 };
  for (const { low, high, lowInclusive, highInclusive, span, mention, figure, noun, head, readers, grain } of quantities) {
    if ([span, mention, figure].some(outside)) return 'a span is empty, outside the text, or cuts a character in two';
    if (mention.start > span.start || mention.end < span.end) return 'a mention does not hold its quantity';
    if (figure.start < span.start || figure.end > span.end) return 'a figure stands outside its quantity';
    if (figure.start < last.end) return 'two figures overlap, or are out of order';
    if (low === null && high === null) return 'neither end is known';
    if ([low, high].some((value) => value !== null && (!CANONICAL.test(value) || /\.\d*0$|^-0$/.test(value))))
      return 'a value is no plain decimal';
    if (!CANONICAL.test(grain) || compare(grain, '0') <= 0) return 'a grain is no positive decimal';
    if (low !== null && high !== null && compare(low, high) > 0) return 'the low end is above the high one';
    if ((low === null && lowInclusive) || (high === null && highInclusive)) return 'an open end is inclusive';
    if ((noun === null) !== (head === null)) return 'a noun without its head word, or a head without noun';
    if (readers.length === 0) return 'no reader made it';
    last = figure;
  }
  return doubts.some(outside) ? 'a doubt stands outside the text' : null;
}
