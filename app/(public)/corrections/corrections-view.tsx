import type { ReactNode } from 'react';
import { Corrected } from '@/app/_ui/corrected';
import { Empty } from '@/app/_ui/empty';
import { At } from '@/app/_ui/words';
import { actorWords, CHANGE_WORDS, type MeasurePage } from '@/lib/publication';

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
  const withdrawals = record.case?.acts.flatMap((act) => (act.type === 'withdrawn' ? [act] : [])) ?? [];
  const anew = [...decision.earlier, decision.ruling].find((ruling) => ruling?.kind === 'anew');
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
    ...(anew
      ? [
          {
            key: `${record.id} ${anew.publicationId}`,
            at: anew.publishedAt,
            body: (
              <>
                {head(anew.publishedAt, CHANGE_WORDS.anew)}
                <p>
                  <bdi>{anew.notice}</bdi>
                </p>
              </>
            ),
          },
        ]
      : []),
    ...(record.case?.withdrawal?.of ?? []).flatMap(({ at, kind, entry }) =>
      // The first ruling of all changed nothing that was said.
      kind === 'publication'
        ? []
        : [
            {
              key: `${record.id} ${entry}`,
              at,
              body: (
                <>
                  {head(at, kind === 'anew' ? CHANGE_WORDS.anew : CHANGE_WORDS.corrected)}
                  <p className="quiet">What it said was withdrawn since, and is not shown again.</p>
                </>
              ),
            },
          ],
    ),
    ...withdrawals.map(({ at, reason, by }) => ({
      key: `${record.id} withdrawn ${at}`,
      at,
      body: (
        <>
          {head(at, 'Withdrawal')}
          <p>
            <bdi>{reason}</bdi>
          </p>
          <p className="quiet">Withdrawn by {actorWords(by)}. What was published is not shown again.</p>
        </>
      ),
    })),
  ];
}
