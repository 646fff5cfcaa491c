import { type Day, dayWords } from '@/lib/base';
import { type AsOfBasis, type Frame, type Occasion, placeWords, type Speaker } from '@/lib/claim';
import { HEDGE_WORDS } from '@/lib/quantity';
import { BASIS_WORDS } from './days';
import { type Figure, figureWords } from './figures';
import { unique } from './rows';
import { AGGREGATION_WORDS, listWords } from './vocabulary';

/** How what positions say in a field stands to each other: all the same, the same in part, not said by all, or nothing in common. */
export type Likeness = 'same' | 'partly' | 'unsaid' | 'differs';

/** One line of "what differs": the field, what each position says, and whether they say the same. */
export interface Difference {
  field: string;
  values: string[];
  same: boolean;
  likeness: Likeness;
}

/** What the public compares of a claim. */
export interface Compared extends Figure {
  measureWords: string;
  speaker: Pick<Speaker, 'name' | 'inferred'> | null;
  source: string | null;
  asOf: Day | null;
  asOfBasis: AsOfBasis;
  publishedAt: Day | null;
}

/** What a reviewer compares beside it; a field that both see says the same to both. */
export interface ComparedInFull extends Compared {
  occasion: Occasion | null;
  frame: Frame;
}

/** A field and what a claim says in it; null where it says nothing. */
export type Field<C> = readonly [name: string, say: (claim: C) => string | null];

const FIGURE: Field<Compared> = ['Figure', figureWords];
const COUNTED: Field<Compared> = ['What is counted', (claim) => claim.noun ?? claim.measureWords];
const SAID_BY: Field<Compared> = ['Said by', ({ speaker }) => speaker && `${speaker.name}${speaker.inferred ? ' (inferred)' : ''}`];
const REPORTED_BY: Field<Compared> = ['Reported by', ({ source }) => source];
const AS_OF: Field<Compared> = ['As of', ({ asOf, asOfBasis }) => asOf && `${dayWords(asOf)} (${BASIS_WORDS[asOfBasis]})`];
const PUBLISHED: Field<Compared> = ['Published', ({ publishedAt }) => publishedAt && dayWords(publishedAt)];

export const PUBLIC_FIELDS: readonly Field<Compared>[] = [FIGURE, COUNTED, SAID_BY, REPORTED_BY, AS_OF, PUBLISHED];

const DIRECTIONS = { out: 'given', in: 'received' } as const;

export const DESK_FIELDS: readonly Field<ComparedInFull>[] = [
  FIGURE,
  ['Hedge', ({ hedge }) => HEDGE_WORDS[hedge] || (hedge === 'vague' ? 'vague' : 'exact')],
  COUNTED,
  ['Whose', ({ frame }) => frame.subject],
  ['Act', ({ frame }) => frame.act],
  ['Direction', ({ frame }) => frame.direction && DIRECTIONS[frame.direction]],
  ['Scope', ({ frame }) => listWords(frame.scope.map(placeWords)) || null],
  ['Adds up as', ({ frame }) => AGGREGATION_WORDS[frame.aggregation].word.toLowerCase()],
  ['Kind of statement', ({ frame }) => frame.modality],
  SAID_BY,
  ['Said at', ({ occasion }) => occasion?.name ?? null],
  REPORTED_BY,
  AS_OF,
  PUBLISHED,
];

/**
 * What differs between positions and what does not, computed before anybody is asked. Fields nobody said anything in are left out;
 * fewer than two positions differ in nothing.
 */
export function differencesOf<C>(positions: readonly (readonly C[])[], fields: readonly Field<C>[]): Difference[] {
  if (positions.length < 2) return [];
  return fields.flatMap(([field, say]) => {
    const said = positions.map((claims) => unique(claims.map(say).filter((words) => words !== null)));
    if (said.every((words) => words.length === 0)) return [];
    // In an order of its own: that of the claims is another on every page.
    const values = said.map((words) => words.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).join('; ') || 'not said');
    const same = values.every((value) => value === values[0]);
    return { field, values, same, likeness: same ? 'same' : likenessOf(said) };
  });
}

function likenessOf(said: readonly string[][]): Likeness {
  if (said.some((words) => words.length === 0)) return 'unsaid';
  const [first = [], ...others] = said;
  return first.some((words) => others.every((other) => other.includes(words))) ? 'partly' : 'differs';
}
