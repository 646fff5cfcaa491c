import type { Metadata } from 'next';
import { database } from '@/app/_shell/database';
import { requireActor } from '@/app/_shell/desk-page';
import { type AgreementLine, type Audits, readAgreements, readAudits } from '@/db/desk';
import type { Agreement } from '@/lib/adjudication';
import { countWords } from '@/lib/publication';
import { rounded } from '../../_parts/words';

export const metadata: Metadata = { title: 'Statistics' };

export default async function StatsPage() {
  await requireActor();
  const { all, cases, pairs, measures } = await readAgreements((await database()).read);
  return (
    <>
      <header className="sheet-head">
        <h1>How far reviewers agree</h1>
        <p className="quiet">
          Counted where two people gave an opinion on a case and neither saw the other’s. Verdicts, the accepted position and the reason
          count; words, evidence and how sure they were do not. A case that was opened again, or came back, may have several such rounds,
          and each of them counts.
        </p>
      </header>
      {all.rounds === 0 ? (
        <p className="empty">
          Nothing to count yet: no case has two opinions. They come about in <a href="/review?split=conflicts">blind reviews</a>.
        </p>
      ) : (
        <>
          <p>
            The same decision in {all.same} of {countWords(all.rounds, 'round')} on {countWords(cases, 'case')} (
            {rounded(all.same / all.rounds)}), the same verdict on {all.sameVerdicts} of {countWords(all.positions, 'position')}.{' '}
            {kappaSentence(all)}
          </p>
          <Lines title="Two by two" of="Reviewers" lines={pairs} />
          <Lines title="By measure" of="Measure" lines={measures} />
          <AuditCounts audits={await readAudits((await database()).read)} />
          <p className="quiet">
            Cohen’s κ takes off what chance alone would give: 1 is full agreement, 0 no more than chance, below 0 less. With few rounds it
            says little.
          </p>
        </>
      )}
    </>
  );
}

const kappaWords = ({ kappa }: Agreement): string => (kappa === null ? 'not defined' : kappa.toFixed(2).replace('-', '−'));

const kappaSentence = (all: Agreement): string =>
  all.kappa === null
    ? 'Cohen’s κ is not defined: all gave the same verdict throughout.'
    : `Cohen’s κ of the verdicts is ${kappaWords(all)}.`;

function Lines({ title, of, lines }: { title: string; of: string; lines: AgreementLine[] }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <div className="table-wrap">
        <table className="stack values">
          <caption className="visually-hidden">{title}: how many rounds, how many alike, Cohen’s κ</caption>
          <thead>
            <tr>
              <th scope="col">{of}</th>
              <th scope="col">Rounds</th>
              <th scope="col">Same decision</th>
              <th scope="col">Same verdict</th>
              <th scope="col">κ</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key}>
                <th scope="row">
                  <bdi>{line.words}</bdi>
                </th>
                <td data-label="Rounds">{line.rounds}</td>
                <td data-label="Same decision">{rounded(line.same / line.rounds)}</td>
                <td data-label="Same verdict">
                  {rounded(line.sameVerdicts / line.positions)} of {line.positions}
                </td>
                <td data-label="κ">{kappaWords(line)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** What third persons said of the rulings that two agreed on. */
function AuditCounts({ audits: { agreed, drawn, stood, fell, owed } }: { audits: Audits }) {
  return (
    <section aria-labelledby="audits">
      <h2 id="audits">Audits</h2>
      {agreed === 0 ? (
        <p>No ruling that two agreed on has been up for an audit yet.</p>
      ) : (
        <p>
          Of {countWords(agreed, 'ruling')} that two agreed on, {drawn} {drawn === 1 ? 'was' : 'were'} drawn for an audit: {stood} stood,{' '}
          {fell} did not, {owed} {owed === 1 ? 'waits' : 'wait'}.
        </p>
      )}
    </section>
  );
}
