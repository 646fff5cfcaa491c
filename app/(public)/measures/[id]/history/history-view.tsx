import { StackTable } from '@/app/_ui/stack-table';
import { At } from '@/app/_ui/words';
import type { ListedEdition } from '@/db/published';
import { countWords } from '@/lib/publication';

/** Each edition with what changed in it, and two columns to choose two by. */
export function HistoryView({ id, title, editions }: { id: string; title: string; editions: ListedEdition[] }) {
  const [last, before] = editions;
  return (
    <>
      <header>
        <p className="kicker">
          <a href={`/measures/${id}`}>Measure</a>
        </p>
        <h1>Editions: {title}</h1>
        <p className="lede">
          An edition is what readers saw from one moment to the next. Each keeps its address; only what was withdrawn or withheld since is
          left out of it.
        </p>
      </header>
      <form className="editions" action={`/measures/${id}/compare`}>
        <StackTable
          caption={countWords(editions.length, 'edition')}
          columns={['Edition', 'From', 'To', 'Since', 'What changed']}
          rows={editions.map(({ number, at, words }) => ({
            key: String(number),
            cells: [
              <a key="n" href={`/measures/${id}/v/${number}`}>
                {number}
              </a>,
              <input
                key="a"
                type="radio"
                name="a"
                value={number}
                aria-label={`Compare from edition ${number}`}
                defaultChecked={number === (before ?? last)?.number}
              />,
              <input
                key="b"
                type="radio"
                name="b"
                value={number}
                aria-label={`Compare to edition ${number}`}
                defaultChecked={number === last?.number}
              />,
              <At key="at" instant={at} />,
              words,
            ],
          }))}
        />
        {editions.length > 1 ? (
          <p>
            <button type="submit">Compare the two</button>
          </p>
        ) : null}
      </form>
    </>
  );
}
