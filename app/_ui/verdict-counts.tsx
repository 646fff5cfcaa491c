import type { VerdictCounts as Counts } from '@/lib/publication';
import { VerdictChip } from './words';

/** What rulings say of somebody's figures, counted: no score is made of it. `questions`: on how many of them it was looked at. */
export function VerdictCounts({ counts: { verdicts, contested, unruled }, questions }: { counts: Counts; questions: number }) {
  if (verdicts.length + contested + unruled === 0) return null;
  return (
    <section id="verdicts">
      <h2>What became of the figures</h2>
      <dl className="facts">
        {verdicts.map(([verdict, n]) => (
          <div key={verdict} className="fact">
            <dt>
              <VerdictChip verdict={verdict} />
            </dt>
            <dd>{n}</dd>
          </div>
        ))}
        {contested > 0 ? (
          <>
            <dt>Contested, no ruling in force</dt>
            <dd>{contested}</dd>
          </>
        ) : null}
        {unruled > 0 ? (
          <>
            <dt>Nobody ruled</dt>
            <dd>{unruled}</dd>
          </>
        ) : null}
      </dl>
      <p className="quiet">
        Counted on the {questions === 1 ? 'question' : `${questions} questions`} below. A verdict is on a figure; we make no score of trust
        from it.
      </p>
    </section>
  );
}
