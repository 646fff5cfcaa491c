import { StackTable } from '@/app/_ui/stack-table';
import type { SignInLine } from '@/db/sign-in-history';
import { instantWords } from '@/lib/publication';
import { agentWords } from './agent-words';

const IN: Record<SignInLine['way'], string> = {
  password: 'Signed in by password',
  code: 'Signed in by password and code',
  'recovery-code': 'Signed in by a recovery code',
  provider: 'Signed in by single sign-on',
};
const FAILED: Record<SignInLine['way'], string> = {
  ...IN,
  password: 'Wrong password',
  code: 'Right password, wrong code',
};

/** Who came in and who did not, the latest first. `named`: of several people. */
export function SignInTable({ lines, named }: { lines: SignInLine[]; named: boolean }) {
  if (lines.length === 0) return <p className="quiet">Nobody has signed in yet.</p>;
  return (
    <StackTable
      caption={named ? 'The last sign-ins of everybody, and what failed' : 'Your last sign-ins, and what failed in your name'}
      columns={['When', ...(named ? ['Who'] : []), 'What', 'From']}
      className="sign-ins"
      rows={lines.map(({ id, at, name, way, outcome, network, agent }) => ({
        key: id,
        cells: [
          instantWords(at),
          ...(named ? [name] : []),
          outcome === 'in' ? (
            IN[way]
          ) : (
            <strong key="what">
              <span aria-hidden="true">! </span>
              {FAILED[way]}
            </strong>
          ),
          `${agentWords(agent)}, ${network}`,
        ],
      }))}
    />
  );
}
