import type { Site } from '../claim-review';
import type { PublicClaim } from '../record';
import type { ClaimRow } from '../rows';

/** What the cells of a column hold. A day may be a month or a year alone; "truth" is true or false. */
export type CellKind = 'text' | 'number' | 'day' | 'instant' | 'truth';

/** One column of a table: its name, what it holds, and in words what that is. */
export interface Column<T> {
  name: string;
  kind: CellKind;
  words: string;
  of(row: T, site: Site): string | boolean | null;
}

export const quoteText = (claim: PublicClaim): string => claim.quote.pieces.map((piece) => piece.text).join('');

/** Columns of claims: the same, in the same order, wherever claims stand in a table, and the same words wherever one explains them. */
export const CLAIM_COLUMNS: readonly Column<ClaimRow>[] = [
  { name: 'claim', kind: 'text', words: 'Id of the claim, for good; its page is /claims/{id}', of: ({ id }) => id },
  {
    name: 'measure',
    kind: 'text',
    words: 'Id of the question it answers, as claims are grouped today',
    of: ({ claim }) => claim.measureId,
  },
  { name: 'figure', kind: 'text', words: 'The figure in words, with its hedge and unit', of: ({ figure }) => figure },
  {
    ...{ name: 'value', kind: 'number', words: 'The figure where it is one number; empty where it is a range or open to one side' },
    of: ({ claim }) => (claim.low === claim.high ? claim.low : null),
  },
  { name: 'low', kind: 'number', words: 'The lowest that the words allow; empty where they set none', of: ({ claim }) => claim.low },
  { name: 'high', kind: 'number', words: 'The highest that the words allow; empty where they set none', of: ({ claim }) => claim.high },
  {
    ...{ name: 'low_inclusive', kind: 'truth', words: 'Whether the lowest is itself allowed: false for “more than”' },
    of: ({ claim }) => claim.lowInclusive,
  },
  {
    ...{ name: 'high_inclusive', kind: 'truth', words: 'Whether the highest is itself allowed: false for “less than”' },
    of: ({ claim }) => claim.highInclusive,
  },
  {
    name: 'hedge',
    kind: 'text',
    words: 'What stands around the number, as “about” or “at-least”; “exact” where nothing does',
    of: ({ claim }) => claim.hedge,
  },
  { name: 'unit', kind: 'text', words: 'The unit; empty where things are counted', of: ({ claim }) => claim.unit },
  { name: 'noun', kind: 'text', words: 'What is counted, as the text names it', of: ({ claim }) => claim.noun },
  {
    ...{ name: 'quote', kind: 'text', words: 'The sentence of the article, letter for letter; empty while its text is withheld' },
    of: ({ claim }) => (claim.article.withheld ? null : quoteText(claim)),
  },
  { name: 'speaker', kind: 'text', words: 'Who is said to have said it; empty where nobody is named', of: ({ speaker }) => speaker },
  {
    ...{ name: 'speaker_inferred', kind: 'truth', words: 'Whether the speaker is a conclusion of ours: named nearby, not with the figure' },
    of: ({ speakerInferred }) => speakerInferred,
  },
  { name: 'source', kind: 'text', words: 'The outlet that published it', of: ({ source }) => source },
  { name: 'article', kind: 'text', words: 'Id of the article; its page is /articles/{id}', of: ({ claim }) => claim.article.id },
  { name: 'original', kind: 'text', words: 'Where the article was published, if that is known', of: ({ claim }) => claim.article.url },
  { name: 'as_of', kind: 'day', words: 'The day, month or year that the figure is of', of: ({ claim }) => claim.asOf },
  {
    name: 'as_of_basis',
    kind: 'text',
    words: 'How that day is known: stated, by an event, or taken from the publication',
    of: ({ claim }) => claim.asOfBasis,
  },
  { name: 'published', kind: 'day', words: 'When the article was published', of: ({ claim }) => claim.article.publishedAt },
  { name: 'verdict', kind: 'text', words: 'What the published ruling says of it; empty without one', of: ({ verdict }) => verdict },
  { name: 'url', kind: 'text', words: 'Address of its page', of: ({ path }, site) => `${site.url}${path}` },
  {
    name: 'by_hand',
    kind: 'text',
    words: 'Set where a person added or corrected the reading of the machine',
    of: ({ claim }) => claim.byHand?.act ?? null,
  },
  {
    ...{ name: 'machine_figure', kind: 'text', words: 'What the machine had read, where a person read it otherwise' },
    of: ({ claim }) => claim.byHand?.machine?.text ?? null,
  },
  {
    name: 'retracted',
    kind: 'day',
    words: 'When its source took the article back, if it did',
    of: ({ claim }) => claim.article.retracted?.day ?? null,
  },
  {
    ...{ name: 'withheld', kind: 'instant', words: 'Since when the words of the article are withheld, if they are' },
    of: ({ claim }) => claim.article.withheld?.at ?? null,
  },
];
