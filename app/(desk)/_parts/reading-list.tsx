import { type FormState, fieldValue } from '@/app/_shell/desk-page';
import type { ArticleSheet, SheetClaim } from '@/db/desk';
import { instantWords } from '@/lib/publication';
import { Key } from '../_keys/key';
import { OperationForm, onTo, TextField } from './forms';
import { handWords } from './hand-words';
import { nextPath, type Onward } from './onward';
import { headline, ReadingFacts, Seen } from './reading';

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
  /** The rejections that were begun, by the name of their draft. */
  states: Map<string, FormState>;
  /** The way through the part of the queue somebody works through. */
  way: Onward | null;
  /** Whether its reader may judge. */
  judges: boolean;
}

/** Every reading of the article, in the order of the text, each with what can be done about it. */
export function ReadingList({ sheet, numbers, page, states, way, judges }: Props) {
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
        <li key={claim.id} id={`r-${claim.id}`} data-state={claim.status} data-item>
          <ReadingHead claim={claim} number={numbers.get(claim.id)!} />
          <ReadingFacts
            claim={claim}
            measure={claim.measureTitle}
            partOf={claim.partOf === null ? null : (numbers.get(claim.partOf) ?? null)}
          />
          <Judged claim={claim} number={numbers.get(claim.id)!} />
          {judges && (
            <Judge
              claim={claim}
              number={numbers.get(claim.id)!}
              page={page}
              state={states.get(`claims.reject:${claim.id}`)!}
              next={way && nextPath(way.list, sheet.article.id, claim.id)}
            />
          )}
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

function Judged({ claim, number }: { claim: SheetClaim; number: number }) {
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
      {claim.hand && (
        <p className="by-hand">
          {handWords(claim.hand)}, {instantWords(claim.hand.at)}
        </p>
      )}
      {claim.status !== 'rejected' && (
        <p className="quiet">
          <a href={`/review/claims/${claim.id}?correct=1#read`} data-command="reading-correct">
            Correct it<span className="visually-hidden">, reading {number}</span> <Key of="reading-correct" />
          </a>
          {' · '}
          <a href={`/review/claims/${claim.id}`} data-command="reading-beside">
            Which others answer its question<span className="visually-hidden">, reading {number}</span> <Key of="reading-beside" />
          </a>
        </p>
      )}
    </>
  );
}

interface Judging {
  claim: SheetClaim;
  number: number;
  page: string;
  state: FormState;
  next: string | null;
}

function Judge({ claim, number, page, state, next }: Judging) {
  const here = `${page}#r-${claim.id}`;
  return (
    <div className="judge">
      {claim.status !== 'accepted' && (
        <OperationForm path={`claims/${claim.id}/accept`} page={here}>
          <Seen {...claim} />
          <button
            type="submit"
            className="button slim"
            aria-label={`Accept reading ${number}`}
            data-command="reading-accept"
            {...onTo(next)}
          >
            Accept <Key of="reading-accept" />
          </button>
        </OperationForm>
      )}
      {claim.status !== 'rejected' && (
        <details open={fieldValue(state, 'reason') !== '' || state.refused !== null}>
          <summary aria-label={`Reject reading ${number} …`} data-command="reading-reject">
            Reject … <Key of="reading-reject" />
          </summary>
          <OperationForm path={`claims/${claim.id}/reject`} page={here} draft={state} className="form">
            <Seen {...claim} state={state} />
            <TextField
              state={state}
              name="reason"
              scope={claim.id}
              label={`Why reading ${number} is wrong`}
              hint="Three words at least. It is kept beside the reading, which stays in the record."
            />
            <button type="submit" className="button slim danger" {...onTo(next)}>
              Reject reading {number}
            </button>
          </OperationForm>
        </details>
      )}
    </div>
  );
}
