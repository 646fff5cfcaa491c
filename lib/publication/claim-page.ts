import { groupedDigits } from '@/lib/base';
import { HEDGE_WORDS } from '@/lib/quantity';
import { type ByHandView, byHandView } from './by-hand';
import type { Change } from './changes';
import { type MeasurePage, measurePage } from './measure-page';
import type { Passage } from './passage';
import type { PositionView } from './positions';
import type { Actor, MeasureRecord, PublicClaim } from './record';
import type { ClaimRow } from './rows';
import { actorWords } from './vocabulary';

/** One line of the reading: what the machine read, and whether the words said it or we supplied it. */
export interface ReadingLine {
  field: string;
  value: string;
  basis: 'said' | 'inferred' | 'supplied' | null;
  note: string | null;
}

export interface ClaimPage {
  row: ClaimRow;
  claim: PublicClaim;
  /** Who gave which figure, without asserting it: "According to Rosa Lind, in Harbour News: 31 villages". */
  title: string;
  /** The quote with the sentences around it. */
  context: Passage;
  reading: ReadingLine[];
  measure: MeasurePage;
  position: PositionView | null;
  /** Claims that cannot stand beside it, each with the kind and the sentence of the comparison. */
  against: { row: ClaimRow; kind: string; explanation: string }[];
  /** What happened to it, the latest first. */
  history: Change[];
  acceptedBy: string;
  /** Null where the machine's reading stands. */
  byHand: ByHandView | null;
}

/** Null where the claim is not among the public ones of its measure. */
export function claimPage(record: MeasureRecord, claimId: string, context: Passage): ClaimPage | null {
  const measure = measurePage(record);
  const row = measure.rows.find((candidate) => candidate.id === claimId);
  if (!row) return null;
  return {
    row,
    claim: row.claim,
    title: claimTitle(row),
    context,
    reading: readingOf(row, record),
    measure,
    position: measure.positions.find((position) => position.rows.some((member) => member.id === claimId)) ?? null,
    against: measure.relations.flatMap(({ a, b, kind, explanation, alert }) => {
      const other = a.id === claimId ? b : b.id === claimId ? a : null;
      return alert && other ? [{ row: other, kind, explanation }] : [];
    }),
    history: measure.changes.filter((change) => concerns(change, row)),
    acceptedBy: actorWords(row.claim.acceptedBy as Actor | null),
    byHand: byHandView(row.claim),
  };
}

/** Its own readings, its article, and what became of the case it stands in. */
function concerns({ kind, path, urn }: Change, { id, claim, verdict, contested }: ClaimRow): boolean {
  if (kind === 'reread') return path === `/claims/${id}`;
  if (kind === 'reported') return urn.startsWith(`urn:countercheck:article:${claim.article.id}:`) && urn.endsWith(claim.acceptedAt);
  if (kind === 'retracted') return path === `/articles/${claim.article.id}`;
  return verdict !== null || contested;
}
/** Words that can be read aloud as they stand: a figure alone says too little, and a sign for a bound is no word. */
const isSaid = (text: string): boolean => /\p{L}/u.test(text) && !/[≥≤<>~≈±]/.test(text);

function claimTitle(row: ClaimRow): string {
  const said = row.speaker && !row.speakerInferred ? `${row.speaker}, in ${row.source}` : row.source;
  // The mention letter for letter, where it says more than digits.
  return `According to ${said}: ${isSaid(row.claim.text) ? row.claim.text : row.figureNoun}`;
}

/** What a person said is shown as such, and never as if the words alone had said it. */
const isByHand = ({ byHand }: PublicClaim, field: 'speaker' | 'asOf'): boolean =>
  byHand !== null && byHand.act === 'corrected' && byHand.changed.includes(field);

const bound = (value: string | null, inclusive: boolean): string =>
  value === null ? 'open' : `${groupedDigits(value)}${inclusive ? '' : ' (itself not included)'}`;

function readingOf(row: ClaimRow, record: MeasureRecord): ReadingLine[] {
  const { claim } = row;
  const line = (field: string, value: string | null, basis: ReadingLine['basis'] = null, note: string | null = null): ReadingLine[] =>
    value === null ? [] : [{ field, value, basis, note }];
  const speaker = claim.speaker;
  return [
    ...line('Words', claim.text, 'said'),
    ...line('Hedge', HEDGE_WORDS[claim.hedge] || (claim.hedge === 'vague' ? 'a vague word' : 'none: an exact figure'), 'said'),
    ...line('Lowest', bound(claim.low, claim.lowInclusive), null, 'as written, never widened'),
    ...line('Highest', bound(claim.high, claim.highInclusive)),
    ...line('Written to the nearest', groupedDigits(claim.grain)),
    ...line('Unit', claim.unit, 'said'),
    ...line('What is counted', claim.noun, 'said'),
    ...line('Answers the question', record.title, 'supplied', 'the grouping of claims is ours'),
    ...(speaker
      ? line(
          'Said by',
          speaker.role ? `${speaker.name}, ${speaker.role}` : speaker.name,
          speaker.inferred ? 'inferred' : 'said',
          speaker.inferred ? 'named nearby, not with the figure' : isByHand(claim, 'speaker') ? 'set by a person' : null,
        )
      : line('Said by', 'nobody is named', null)),
    ...line(
      'As of',
      row.asOf,
      claim.asOf === null ? null : claim.asOfBasis === 'stated' || claim.asOfBasis === 'event' ? 'said' : 'inferred',
      isByHand(claim, 'asOf') ? 'set by a person' : row.basis,
    ),
    ...line('Published', row.published),
  ];
}
