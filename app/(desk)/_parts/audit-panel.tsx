import type { CaseSheet } from '@/db/desk';
import type { Person } from '@/db/people';
import { hasOpinion } from '@/lib/adjudication';
import { OperationForm } from './forms';

interface Props {
  sheet: CaseSheet;
  actor: Person;
  page: string;
  /** This reader may say that the ruling stands. */
  allowed: boolean;
}

/** What two agreed on was drawn to be looked at by a third person: who may do that, how it was drawn, and the one step there is besides sending it back. */
export function AuditPanel({ sheet, actor, page, allowed }: Props) {
  const { row, view, history } = sheet;
  if (view.audit !== 'owed') return null;
  const ruled = history.findLast(({ event }) => event.type === 'ruled');
  const draw = ruled?.event.type === 'ruled' ? ruled.event.audit : undefined;
  const isOne = hasOpinion(view, actor.id) || view.ruledBy === actor.id;
  return (
    <section aria-labelledby="audit" className="confirm">
      <h2 id="audit">Drawn for an audit</h2>
      <p>
        Two people agreed on this ruling, and {draw?.share ?? 'some'} % of such rulings are looked at by a third person before anything is
        public.{' '}
        {allowed
          ? ALLOWED
          : isOne
            ? OWN
            : sheet.extractors.has(actor.id)
              ? 'It waits for somebody who read none of its figures by hand.'
              : sheet.editorDecides
                ? 'It waits for an editor.'
                : 'It waits for somebody who gave no opinion on it.'}
      </p>
      {allowed && (
        <OperationForm path={`cases/${row.id}/audit`} page={page}>
          <input type="hidden" name="revision" value={view.revision} />
          <button type="submit" className="button primary">
            The ruling stands
          </button>
        </OperationForm>
      )}
      {draw && (
        <details>
          <summary>How it was drawn</summary>
          <p className="quiet">
            By the number of the case and the head of the log before entry {ruled?.seq}: <code>{draw.head}</code>. Whoever has the log can
            draw it again.
          </p>
        </details>
      )}
    </section>
  );
}

const ALLOWED = 'Read both opinions. They stand, or send the ruling back with a reason.';
const OWN = 'You are one of the two: leave it to somebody else.';
