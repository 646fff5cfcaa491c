import { StackTable } from '@/app/_ui/stack-table';
import { At } from '@/app/_ui/words';
import type { Edition } from '@/db/published';
import type { EditionChange } from '@/lib/publication';

interface Props {
  id: string;
  title: string;
  one: Edition;
  other: Edition;
  changes: EditionChange[];
}

/** Two editions beside each other, as far as they differ. */
export function CompareView({ id, title, one, other, changes }: Props) {
  const named = ({ mark }: Edition) => `Edition ${mark.number}`;
  return (
    <>
      <header>
        <p className="kicker">
          <a href={`/measures/${id}/history`}>Editions</a>
        </p>
        <h1>{title}</h1>
        <p className="lede">
          What changed from <a href={`/measures/${id}/v/${one.mark.number}`}>edition {one.mark.number}</a> (<At instant={one.mark.at} />) to{' '}
          <a href={`/measures/${id}/v/${other.mark.number}`}>edition {other.mark.number}</a> (<At instant={other.mark.at} />
          ).
        </p>
      </header>
      {changes.length === 0 ? (
        <p>Nothing that these pages say differs.</p>
      ) : (
        <StackTable
          caption="What differs, in the order of the page"
          columns={['What', named(one), `${named(other)} `]}
          rows={changes.map(({ what, before, after, claim }, index) => ({
            key: `${index}`,
            cells: [
              claim ? <a href={`/claims/${claim}`}>{what}</a> : what,
              before ? <del>{before}</del> : '–',
              after ? <ins>{after}</ins> : '–',
            ],
          }))}
        />
      )}
    </>
  );
}
