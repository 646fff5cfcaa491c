import { StackTable } from '@/app/_ui/stack-table';
import { At } from '@/app/_ui/words';
import type { ListedSnapshot } from '@/db/published';
import { countWords } from '@/lib/publication';

interface Props {
  id: string;
  snapshots: ListedSnapshot[];
  /** The number of the text that the page shows. */
  shown: number;
}

/** Says above an article that its numbers became others after it was published; nothing where they did not. */
export function ChangedBadge({ id, snapshots }: Omit<Props, 'shown'>) {
  const changed = snapshots.flatMap((one, at) => (one.numbersChanged ? [{ ...one, before: snapshots[at - 1]!.number }] : []));
  const last = changed.at(-1);
  if (!last) return null;
  return (
    <aside className="note" role="note" aria-label="Changed after publication">
      <p>
        <strong>Numbers changed after publication.</strong>{' '}
        <a href={`/articles/${id}/compare/${last.before}...${last.number}?numbers=1`}>
          {countWords(last.numbersChanged ?? 0, 'number')} from text {last.before} to text {last.number}
        </a>
      </p>
    </aside>
  );
}

/** The texts that an article had, each with its address and how many numbers changed with it; nothing where it had one. */
export function SnapshotsList({ id, snapshots, shown }: Props) {
  if (snapshots.length < 2) return null;
  return (
    <section id="snapshots">
      <h2>{countWords(snapshots.length, 'text')} of this article</h2>
      <StackTable
        caption="Each as it was stored, word for word; only the sentences around accepted claims are held against each other"
        columns={['Text', 'First seen by us', 'Numbers changed', 'Hash']}
        rows={snapshots.map(({ number, article, numbersChanged }, at) => ({
          key: String(number),
          cells: [
            <a key="n" href={`/articles/${article.id}/snapshots/${number}`} aria-current={number === shown ? 'page' : undefined}>
              Text {number}
              {number === shown ? ', shown here' : ''}
            </a>,
            <At key="at" instant={article.addedAt} />,
            numbersChanged === null ? (
              '–'
            ) : (
              <a key="c" href={`/articles/${id}/compare/${snapshots[at - 1]!.number}...${number}`}>
                {countWords(numbersChanged, 'number')}
              </a>
            ),
            <code key="h" className="hash">
              {article.textHash.slice(0, 12)}
            </code>,
          ],
        }))}
      />
    </section>
  );
}
