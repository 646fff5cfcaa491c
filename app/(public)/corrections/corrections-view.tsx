import type { ReactNode } from 'react';
import { Corrected } from '@/app/_ui/corrected';
import { Empty } from '@/app/_ui/empty';
import { At } from '@/app/_ui/words';
import { actorWords, type MeasurePage } from '@/lib/publication';

/** Our own corrections and withdrawals, the latest first: each with what it said, what it says now, who, when and why. */
export function CorrectionsView({ pages }: { pages: MeasurePage[] }) {
  const notices = pages.flatMap(noticesOf).sort((a, b) => b.at.localeCompare(a.at));
  return (
    <>
      <header>
        <h1>Corrections</h1>
        <p className="lede">What we published and changed, or took back. Nothing is replaced without a notice here and on its page.</p>
      </header>
      {notices.length > 0 ? (
        <ol className="history">
          {notices.map(({ key, body }) => (
            <li key={key}>{body}</li>
          ))}
        </ol>
      ) : (
        <Empty will="A notice appears here when a published ruling is corrected or withdrawn." href="/cases" action="See the cases" />
      )}
    </>
  );
}

function noticesOf({ record, title, decision }: MeasurePage): { key: string; at: string; body: ReactNode }[] {
  const address = `/cases/${record.case?.id}`;
  const head = (at: string, word: string) => (
    <>
      <span className="when">
        <At instant={at} /> · {word}
      </span>
      <a href={address}>{title}</a>
    </>
  );
  const withdrawal = record.case?.withdrawal;
  // The first of what was withdrawn is the publication, each after it took the place of the one before.
  const withdrawn = withdrawal?.of.slice(1) ?? [];
  return [
    ...decision.corrections.map((correction) => ({
      key: `${record.id} ${correction.at}`,
      at: correction.at,
      body: (
        <>
          {head(correction.at, 'Correction')}
          <p>
            <bdi>{correction.notice}</bdi>
          </p>
          <Corrected correction={correction} />
        </>
      ),
    })),
    ...withdrawn.map(({ at, entry }) => ({
      key: `${record.id} ${entry}`,
      at,
      body: (
        <>
          {head(at, 'Correction')}
          <p className="quiet">What it said was withdrawn since, and is not shown again.</p>
        </>
      ),
    })),
    ...(withdrawal
      ? [
          {
            key: `${record.id} withdrawn`,
            at: withdrawal.at,
            body: (
              <>
                {head(withdrawal.at, 'Withdrawal')}
                <p>
                  <bdi>{withdrawal.reason}</bdi>
                </p>
                <p className="quiet">Withdrawn by {actorWords(withdrawal.by)}. What was published is not shown again.</p>
              </>
            ),
          },
        ]
      : []),
  ];
}
