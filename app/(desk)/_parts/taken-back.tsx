import type { CaseSheet } from '@/db/desk';
import { membersOf } from './differences';
import { Member, sentencesOf } from './member';

/** Claims of the same question that their source took back: they are shown, and stand in no position. */
export function TakenBack({ sheet }: { sheet: CaseSheet }) {
  const members = membersOf(sheet, sheet.retracted);
  if (members.length === 0) return null;
  return (
    <section aria-labelledby="taken-back">
      <h2 id="taken-back">Taken back by their source</h2>
      <p className="quiet">They count for nothing any more.</p>
      {sentencesOf(members).map((claims) => (
        <Member key={claims[0].id} claims={claims} />
      ))}
    </section>
  );
}
