import type { TwinLink } from '@/lib/publication';
import type { Alternate } from './document';

/** What the head and the headers of a page tell programs of its twins. */
export const alternatesOf = (twins: readonly TwinLink[]): Alternate[] => twins.map(({ href, type, title }) => ({ href, type, title }));

const LEADS: Record<TwinLink['use'], string> = {
  data: 'The same as data',
  picture: 'The chart',
  feed: 'What happens to it, as a feed',
  citation: 'As files for programs that keep references',
};

/** The twins of a page as links for readers, a line for each use. */
export function Twins({ twins, uses = ['data', 'feed'] }: { twins: readonly TwinLink[]; uses?: TwinLink['use'][] }) {
  return uses.map((use) => {
    const own = twins.filter((twin) => twin.use === use);
    return own.length === 0 ? null : (
      <p key={use} className="twins no-print">
        {LEADS[use]}:{' '}
        {own.map(({ href, word }, at) => (
          <span key={href}>
            {at > 0 ? ', ' : ''}
            <a href={href}>{word}</a>
          </span>
        ))}
        .
      </p>
    );
  });
}
