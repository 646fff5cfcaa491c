import { WordList } from '../../base';

/** Fixed phrases in which a number word counts nothing, one a line. `|` marks where the number stands; hyphens and slashes may join the words. */
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
big|three
big|four
big|five
big|six
final|four
the|three rs
|five a day
|one for all
|one too many
by|one count
by|one estimate
by|one account
|one way or the other
|two by two
|three by three
|one fine day
|one morning
|one evening
|one night
|one afternoon
|one weekend
|one sunday
|one saturday
|one summer
|one winter
in|one piece
all in|one
|one two punch
|one hit wonder
|one liner
|one on one
|one to one
|one stop
|one off
second to|none
|none other than
|none the less
|none the wiser
|none the worse
|none the better
|none too
|none of the above
the whole|nine yards
|ten gallon hat
|ten gallon hats
|nine times out of ten
|ten out of ten
|a million miles away
thanks|a million
|one in a million
|a thousand times no
|six of one and half a dozen of the other
|six of one half a dozen of the other
takes|two
|two and two together
|two wrongs
|three cheers
give me|five
high|five
high|fives
take|five
hang|ten
|20/20 vision
hindsight is|20/20
patient|zero
net|zero
carbon|zero
sub|zero
day|zero
year|zero
from|zero
point|zero
|zero hour
|zero hours
|zero in on
|zero emission
|zero emissions
|zero carbon
number|two
number|three
number|four
number|five
number|ten
|five a side
|six a side
|seven a side
|eleven a side
|three point turn
|million dollar smile
|million dollar question
|a million dollar question
|64,000 dollar question
|a quarter final
|quarter final
|quarter finals
|a million dollar smile
first|half
second|half
other|half
better|half
latter|half
early|half
opening|half
|half time
|half brother
|half sister
|half staff
|half mast
split in|two
broke in|two
broken in|two
snapped in|two
cut in|two
torn in|two
in|half
|six figure
|seven figure
|eight figure
|nine figure
|five figure
|four figure
|four figures
|five figures
|six figures
|seven figures
|eight figures
|nine figures
|two figure
|fifth avenue
|two fold
|one horse
|one way street
|one way streets
|one way ticket
|one way tickets
|one way trip
|one way traffic
|one way system
|one trick
|one eyed
|nine eleven
|seven eleven
|zero trust
`;

/** The words before the number and the words from it on. */
export interface Idiom {
  before: readonly string[];
  after: readonly string[];
}
/** Idioms of one number word, and the words of which one stands beside it in each: the last before it, or else the next. */
interface Idioms {
  rows: readonly Idiom[];
  beside: WordList;
}

const parsed = (line: string): Idiom => {
  const cut = line.indexOf('|');
  if (cut < 0) throw new Error(`No "|" in the idiom: ${line}`);
  return {
    before: line.slice(0, cut).split(' ').filter(Boolean),
    after: line
      .slice(cut + 1)
      .split(/[ /]/)
      .filter(Boolean),
  };
};

/** Idioms by the word that stands for the number. */
export const IDIOMS: ReadonlyMap<string, Idioms> = grouped(PHRASES.trim().split('\n').map(parsed));

function grouped(idioms: readonly Idiom[]): ReadonlyMap<string, Idioms> {
  const map = new Map<string, Idiom[]>();
  for (const idiom of idioms) map.set(idiom.after[0] as string, [...(map.get(idiom.after[0] as string) ?? []), idiom]);
  return new Map([...map].map(([word, rows]) => [word, { rows, beside: new WordList(rows.map(besideIt)) }]));
}

function besideIt({ before, after }: Idiom): string {
  const word = before.at(-1) ?? after[1];
  if (word === undefined) throw new Error(`No word stands beside the number of the idiom: ${after[0]}`);
  return word;
}
