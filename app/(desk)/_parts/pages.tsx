interface Props {
  /** Address of the list, with its query. */
  list: string;
  /** From 1 on. */
  page: number;
  pages: number;
  /** What there is in all: "24 pairs". */
  about: string;
  before: string;
  after: string;
}

/** The way through a long list; nothing where one page holds it. */
export function Pages({ list, page, pages, about, before, after }: Props) {
  if (pages < 2) return null;
  return (
    <nav className="pages" aria-label="Pages">
      {page > 1 && (
        <a href={`${list}&page=${page - 1}`} rel="prev">
          ← {before}
        </a>
      )}
      <span>
        Page {page} of {pages}, {about}
      </span>
      {page < pages && (
        <a href={`${list}&page=${page + 1}`} rel="next">
          {after} →
        </a>
      )}
    </nav>
  );
}
