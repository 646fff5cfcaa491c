import { At } from '@/app/_ui/words';
import type { CaseSheet } from '@/db/desk';

/** Why the case is closed without a ruling: who dismissed it, when, and in which words. */
export function Dismissed({ sheet }: { sheet: CaseSheet }) {
  const last = sheet.history.findLast(({ event }) => event.type === 'dismissed');
  if (sheet.row.state !== 'dismissed' || last?.event.type !== 'dismissed') return null;
  return (
    <section className="ruling" aria-labelledby="dismissed">
      <h2 id="dismissed">Dismissed as no conflict</h2>
      <p className="quiet">
        By {last.by ?? 'the engine'}, <At instant={last.event.at} />
      </p>
      <p className="rationale">{last.event.reason}</p>
    </section>
  );
}
