import { At } from '@/app/_ui/words';
import { actorWords, countWords, type MeasurePage, type PublicWithdrawal } from '@/lib/publication';

/** The tombstone of a published ruling: what it was about, when and why it was withdrawn, and what proves that it was there. */
export function WithdrawnView({ page, withdrawal }: { page: MeasurePage; withdrawal: PublicWithdrawal }) {
  return (
    <>
      <header>
        <p className="kicker">Case · 410</p>
        <h1>{page.title}</h1>
        <aside className="note correction" role="note" aria-label="Withdrawal">
          <p>
            <strong>The ruling that was published here is withdrawn.</strong> <bdi>{withdrawal.reason}</bdi>
          </p>
          <p className="quiet">
            Withdrawn by {actorWords(withdrawal.by)}, <At instant={withdrawal.at} />, log entry {withdrawal.entry}.
          </p>
        </aside>
      </header>
      <section id="what">
        <h2>What was here</h2>
        <p>
          {countWords(withdrawal.of.length, 'publication')} of a ruling on this question. The words are not shown again. What the articles
          report, and what is said of it now, stands <a href={page.path}>on the page of the question</a>.
        </p>
        <ul>
          {withdrawal.of.map(({ at, entry, hash }) => (
            <li key={entry}>
              Published <At instant={at} />, log entry {entry}, SHA-256 <code className="hash">{hash}</code>
            </li>
          ))}
        </ul>
        <p className="quiet">
          The hash is that of the publication as the log has it: it proves that this is what was withdrawn to whoever kept a copy.
        </p>
      </section>
    </>
  );
}
