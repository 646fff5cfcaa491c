import { StackTable } from '@/app/_ui/stack-table';
import type { WhoMay } from '@/db/operations/who-may';
import { ROLES } from '@/lib/adjudication';
import { ROLE_WORDS } from '@/lib/publication';

const COLUMNS = [
  ['anonymous', 'Not signed in'],
  ...ROLES.map((role) => [role, ROLE_WORDS[role].word] as const),
  ['owner', 'Operator'],
] as const;

/** Who does what: the roles in a sentence each, and every act of the registry by role. */
export function RolesView({ acts }: { acts: readonly WhoMay[] }) {
  return (
    <section id="roles">
      <h2>Who does what</h2>
      <dl className="facts">
        <div className="fact">
          <dt>Machine</dt>
          <dd>Reads, groups, compares, opens and reopens cases. Decides nothing.</dd>
        </div>
        {ROLES.map((role) => (
          <div key={role} className="fact">
            <dt>{ROLE_WORDS[role].word}</dt>
            <dd>{ROLE_WORDS[role].meaning}</dd>
          </div>
        ))}
        <div className="fact">
          <dt>Operator</dt>
          <dd>Keeps the machine this runs on, and acts at its command line alone.</dd>
        </div>
      </dl>
      <p>
        A published ruling is withdrawn by an editor. A case that was published is only dismissed by two: one reopens it with a public
        reason, another dismisses it. Pages name roles and times, not people. Every act is an entry in a log that can only grow.
      </p>
      <div className="table-wrap">
        <StackTable
          className="who-may"
          caption="Every act that changes something, and who may do it. Each is tried in every role, in the tests, and answers as it stands here."
          columns={['Act', ...COLUMNS.map(([, word]) => word)]}
          rows={acts.map((act) => ({
            key: act.id,
            id: `act-${act.id}`,
            cells: [<Act key="act" act={act} />, ...COLUMNS.map(([asking]) => <Mark key={asking} may={act.may[asking]} />)],
          }))}
        />
      </div>
    </section>
  );
}

const Act = ({ act: { summary, provided } }: { act: WhoMay }) => (
  <>
    {summary}
    {provided && <span className="provided">{provided}</span>}
  </>
);

const Mark = ({ may }: { may: boolean }) => (
  <span className={may ? 'may' : 'may-not'}>
    <span aria-hidden="true">{may ? '✓' : '·'}</span>
    <span className="visually-hidden">{may ? 'yes' : 'no'}</span>
  </span>
);
