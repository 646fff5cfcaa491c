/** The head of a column that a list can be sorted by. */
export interface SortHead {
  word: string;
  /** The address of the list in this order; null where it cannot be sorted so. */
  href: string | null;
  /** How the list stands now; null where it is sorted by another column. */
  sorted: 'ascending' | 'descending' | null;
}

export const plainHead = (word: string): SortHead => ({ word, href: null, sorted: null });

/** The word of a head, as a link where it sorts. */
export function HeadWord({ word, href, sorted }: SortHead) {
  if (href === null || sorted !== null)
    return (
      <>
        {word}
        {sorted ? <span aria-hidden="true"> {sorted === 'ascending' ? '▲' : '▼'}</span> : null}
      </>
    );
  return <a href={href}>{word}</a>;
}
