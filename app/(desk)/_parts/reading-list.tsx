import { type FormState, fieldValue } from '@/app/_shell/desk-page';
import type { ArticleSheet, SheetClaim } from '@/db/desk';
import { instantWords } from '@/lib/publication';
import { OperationForm, TextField } from './forms';
import { headline, ReadingFacts } from './reading';

const STATUS: Record<SheetClaim['status'], { glyph: string; word: string; status: string }> = {
  read: { glyph: '○', word: 'Waits', status: 'reopened' },
  accepted: { glyph: '✓', word: 'Accepted', status: 'settled' },
  rejected: { glyph: '✕', word: 'Rejected', status: 'none' },
  superseded: { glyph: '–', word: 'Superseded', status: 'none' },
};

interface Props {
  sheet: ArticleSheet;
  numbers: Map<string, number>;
  page: string;
  state: FormState | null;
}

/** Every reading of the article, in the order of the text, each with what can be done about it. */
export function ReadingList({ sheet, numbers, page, state }: Props) {
  if (sheet.claims.length === 0)
    return (
      <div className="empty">
        <p>The engine found no number in this text that asserts anything checkable.</p>
        <p>It stays stored, and other articles are not held against it.</p>
      </div>
    );
  return (
    <ol className="readings">
      {sheet.claims.map((claim) => (
        <li key={claim.id} id={`r-${claim.id}`} data-state={claim.status}>
          <ReadingHead claim={claim} number={numbers.get(claim.id)!} />
          <ReadingFacts
            claim={claim}
            measure={claim.measureTitle}
            partOf={claim.partOf === null ? null : (numbers.get(claim.partOf) ?? null)}
          />
          <Judge claim={claim} number={numbers.get(claim.id)!} page={page} state={state} />
        </li>
      ))}
    </ol>
  );
}

function ReadingHead({ claim, number }: { claim: SheetClaim; number: number }) {
  const { glyph, word, status } = STATUS[claim.status];
  return (
    <h3>
      <a href={`#m-${claim.id}`} className="number">
        <span className="visually-hidden">Reading </span>
        {number}
      </a>{' '}
      {headline(claim)}{' '}
      <span className="status" data-status={status}>
        <span aria-hidden="true">{glyph} </span>
        {word}
      </span>
    </h3>
  );
}

const JUDGED = { accepted: 'Accepted', rejected: 'Rejected', 'taken-back': 'A judgement was taken back' } as const;

function Judge({ claim, number, page, state }: { claim: SheetClaim; number: number; page: string; state: FormState | null }) {
  const here = `${page}#r-${claim.id}`;
  const own = state?.name === `claims.reject:${claim.id}` ? state : null;
  const rejecting: FormState = own ?? { name: '', draft: null, refused: null };
  return (
    <>
      {claim.judgement && (
        <p className="quiet">
          {JUDGED[claim.judgement.judgement]} by {claim.judgement.by}, {instantWords(claim.judgement.at)}
          {claim.judgement.reason && (
            <>
              : “<bdi>{claim.judgement.reason}</bdi>”
            </>
          )}
        </p>
      )}
      {claim.status !== 'rejected' && (
        <p className="quiet">
          <a href={`/review/claims/${claim.id}`}>
            Which others answer its question<span className="visually-hidden">, reading {number}</span>
          </a>
        </p>
      )}
      <div className="judge">
        {claim.status !== 'accepted' && (
          <OperationForm path={`claims/${claim.id}/accept`} page={here}>
            <button type="submit" className="button slim" aria-label={`Accept reading ${number}`}>
              Accept
            </button>
          </OperationForm>
        )}
        {claim.status !== 'rejected' && (
          <details open={own !== null}>
            <summary aria-label={`Reject reading ${number} …`}>Reject …</summary>
            <OperationForm path={`claims/${claim.id}/reject`} page={here} className="form">
              <TextField
                state={{ ...rejecting, draft: fieldValue(rejecting, 'reason') ? rejecting.draft : null }}
                name="reason"
                scope={claim.id}
                label={`Why reading ${number} is wrong`}
                hint="Three words at least. It is kept beside the reading, which stays in the record."
              />
              <button type="submit" className="button slim danger">
                Reject reading {number}
              </button>
            </OperationForm>
          </details>
        )}
      </div>
    </>
  );
}
