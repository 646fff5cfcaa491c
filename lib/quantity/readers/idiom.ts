import { makeExcluded, type Reader } from '../found';
import { glued, isHyphen, mark, word } from './look';

/** Fixed phrases in which a number word counts nothing. `|` marks where the number stands. */
const PHRASES = `
on|one hand
on the|one hand
on|one side
|one another
|one day
|one by one
|one thing
at|one point
at|one time
at|one stage
for|one thing
|one or two
|one or more
in|one way or
|one way or another
|one of a kind
|one size
square|one
day|one
number|one
no|one
every|one
any|one
some|one
each|one
the|one
this|one
that|one
which|one
a|one
another|one
in|one fell
back to square|one
at sixes and|sevens
|nine to five
|zero sum
|zero tolerance
ground|zero
|ten to one
|two can
in|two minds
|two thumbs
catch|22
|24/7
|fifty fifty
|50 50
|four letter
|nine lives
cloud|nine
the big|three
the big|four
the|three rs
seven deadly
|five a day
|one for all
|one too many
a|thousand times
`
  .trim()
  .split('\n')
  .map((line) => {
    const [before, after] = line.split('|') as [string, string | undefined];
    return { before: before.split(' ').filter(Boolean), after: (after ?? '').split(/[ /]/).filter(Boolean) };
  });

const BY_FIRST = new Map<string, typeof PHRASES>();
for (const phrase of PHRASES) BY_FIRST.set(phrase.after[0] as string, [...(BY_FIRST.get(phrase.after[0] as string) ?? []), phrase]);

/** "on the one hand", "one another", "ground zero". */
export const idiomReader: Reader = {
  name: 'idiom',
  begins: 'any',
  read(tokens, i) {
    const first = tokens[i]?.lower ?? '';
    for (const phrase of BY_FIRST.get(first) ?? []) {
      if (!phrase.before.every((want, k) => word(tokens, i - phrase.before.length + k) === want)) continue;
      let at = i;
      const whole = phrase.after.every((want) => {
        if (at > i && (isHyphen(tokens, at) || mark(tokens, at) === '/')) at += 1;
        const same = tokens[at]?.lower === want;
        at += 1;
        return same;
      });
      if (whole) return makeExcluded('idiom', i, at, 'idiom');
    }
    // "two-way", "one-sided", "three-dimensional": a spelled number glued to an adjective describes, it does not count.
    if (tokens[i]?.kind === 'word' && isHyphen(tokens, i + 1) && glued(tokens, i + 1) && ADJECTIVES.test(word(tokens, i + 2)))
      return makeExcluded('idiom', i, i + 3, 'idiom');
    return null;
  },
};

const ADJECTIVES =
  /^(way|sided|off|time|dimensional|fold|handed|party|pronged|tier|piece|star|man|woman|person|step|stop|act|part|word|liner|storey|story|state|tailed|legged|wheel|wheeler|eyed|to|on)$/;
