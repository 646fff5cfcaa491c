import type { CaseSheet } from '@/db/desk';
import { may } from '@/db/operations';
import type { Person } from '@/db/people';
import { nextState, ownExtraction } from '@/lib/adjudication';

/** Said before anybody writes a reason: whoever read one of the figures by hand does not decide this case. */
export function OwnExtraction({ sheet: { view, extractors }, actor }: { sheet: CaseSheet; actor: Person }) {
  const own = ownExtraction({ by: actor.id, extractors });
  if (own === null || own.ok || !may(actor, 'cases.rule') || nextState(view, 'ruled') === null) return null;
  return (
    <p className="cannot">
      <strong>{own.refusal.cause}</strong> {own.refusal.next}
    </p>
  );
}
