import type { ReactNode } from 'react';
import type { FormState } from '@/app/_shell/desk-page';
import type { SheetClaim } from '@/db/desk';
import { type Claim, placeWords } from '@/lib/claim';
import { AGGREGATION_WORDS, BASIS_WORDS, dayWords, type Figure, figureWithNoun, HEDGE_WORDS } from '@/lib/publication';
import { Basis } from './basis';
import { SeenField } from './forms';

type Read = Figure &
  Pick<SheetClaim, 'speakerName' | 'speakerRole' | 'speakerInferred' | 'asOf' | 'asOfBasis' | 'measureWords'> & { frame: Claim['frame'] };

/** What was read at a mark, field by field, with what was supplied or inferred told apart from what the words say. */
export function ReadingFacts({ claim, measure, partOf }: { claim: Read; measure: string | null; partOf: number | null }) {
  const { frame } = claim;
  const scope = [...frame.scope.map(placeWords), frame.direction === 'in' ? 'received' : frame.direction === 'out' ? 'given' : null].filter(
    Boolean,
  );
  return (
    <dl className="pairs">
      <Pair term="Hedge">{hedgeWords(claim)}</Pair>
      <Pair term={claim.unit ? 'Unit' : 'Counts'}>{claim.unit ?? claim.noun ?? claim.measureWords}</Pair>
      <Pair term="Said by">
        {claim.speakerName ?? 'nobody named: the outlet’s own voice'}
        {claim.speakerRole && <span className="quiet">, {claim.speakerRole}</span>}
        {claim.speakerName && claim.speakerInferred && <Basis basis="inferred">inferred</Basis>}
      </Pair>
      <Pair term="As of">
        {claim.asOf ? dayWords(claim.asOf) : 'no date'}
        {claim.asOf && <Basis basis={isSupplied(claim.asOfBasis) ? 'supplied' : 'said'}>{BASIS_WORDS[claim.asOfBasis]}</Basis>}
      </Pair>
      {scope.length > 0 && <Pair term="Scope">{scope.join(', ')}</Pair>}
      <Pair term="Adds up as">{AGGREGATION_WORDS[frame.aggregation].word.toLowerCase()}</Pair>
      {partOf !== null && <Pair term="Part of">reading {partOf}</Pair>}
      {measure && <Pair term="Measure">{measure}</Pair>}
    </dl>
  );
}

function hedgeWords({ hedge }: Read): string {
  if (hedge === 'exact') return 'none';
  return hedge === 'vague' ? 'a vague word' : `“${HEDGE_WORDS[hedge]}”`;
}

/** What we supplied is never shown as if the words had said it. */
const isSupplied = (basis: Read['asOfBasis']): boolean => basis === 'assumed' || basis === 'publication';

const Pair = ({ term, children }: { term: string; children: ReactNode }) => (
  <div>
    <dt>{term}</dt> <dd>{children}</dd>
  </div>
);

/** As what a reading is judged: a form that was opened before somebody else changed it is refused with what it says now. */
export const Seen = ({ revision, status, state = UNTYPED }: Pick<SheetClaim, 'revision' | 'status'> & { state?: FormState }) => (
  <>
    <SeenField state={state} name="revision" now={revision} />
    <SeenField state={state} name="status" now={status} />
  </>
);

/** Of a form into which nothing is typed. */
const UNTYPED: FormState = { name: '', draft: null, refused: null };

export const headline = (claim: Figure): string => figureWithNoun(claim);
