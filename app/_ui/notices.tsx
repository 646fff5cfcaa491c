import type { ReactNode } from 'react';
import { type Decision, dayWords, type MeasurePage } from '@/lib/publication';
import { Corrected } from './corrected';

/** Corrections, withdrawals and reviews stand above everything else. `difference`: path of the comparison that shows the last correction. While a case is open again, nothing a correction says is in force: it comes after that. */
export function Notices({ page, difference = null }: { page: MeasurePage; difference?: string | null }) {
  const { withdrawal, reopening } = page.decision;
  const isReviewed = page.record.case?.standing.status === 'reopened';
  const correction = page.correction && (
    <Note name="Correction" kind="correction">
      <p>
        <strong>Correction, {dayWords(page.correction.at)}.</strong> <bdi>{page.correction.notice}</bdi>{' '}
        <a href="#decision">The rulings in full</a>
        {difference ? (
          <>
            {' · '}
            <a href={difference}>what changed on the page</a>
          </>
        ) : null}
      </p>
      {isReviewed ? null : <Corrected correction={page.correction} />}
    </Note>
  );
  return (
    <>
      {isReviewed ? null : correction}
      {withdrawal ? (
        <Note name="Withdrawal" kind="correction">
          <p>
            <strong>Ruling withdrawn, {dayWords(withdrawal.at)}.</strong> What was published here no longer stands:{' '}
            <bdi>{withdrawal.reason}</bdi>
          </p>
          {reopening ? (
            <p>
              <Since word="Open again" reopening={reopening} />
            </p>
          ) : null}
        </Note>
      ) : reopening ? (
        <Note name={isReviewed ? 'Under review again' : 'Open again'} kind="reopened">
          <p>
            <Since word={isReviewed ? 'Under review again' : 'Open again'} reopening={reopening} />
            {isReviewed ? ' The last published ruling stays below until a new one replaces it.' : ''}
          </p>
        </Note>
      ) : null}
      {isReviewed ? correction : null}
    </>
  );
}

const Note = ({ name, kind, children }: { name: string; kind: 'correction' | 'reopened'; children: ReactNode }) => (
  <aside className={`note ${kind}`} role="note" aria-label={name}>
    {children}
  </aside>
);

const Since = ({ word, reopening }: { word: string; reopening: NonNullable<Decision['reopening']> }) => (
  <>
    <strong>
      {word} since {dayWords(reopening.at)}.
    </strong>{' '}
    <bdi>{reopening.reason}</bdi>
  </>
);
