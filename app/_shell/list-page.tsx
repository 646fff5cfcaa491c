import type { ReactNode } from 'react';
import { Empty } from '@/app/_ui/empty';
import { ListFilters, NothingMeets } from '@/app/_ui/list-filters';
import { type CountedPage, type FilterTold, filtersTold } from '@/db/published';
import { countWords } from '@/lib/publication';
import type { ListAsked, ListKind } from './list-asked';
import type { Ask, PublicAnswer } from './public-page';

/** What a list is about, and what it says where there is nothing. */
export interface ListSubject {
  title: string;
  lede: string;
  /** What one of its entries is called. */
  one: string;
  empty: { will: string; href: string; action: string };
  more: string;
}

/** How many there are, in words: "More than 10,000 measures", "25 measures on this page". */
function totalWords({ total, items, next }: CountedPage<unknown>, one: string, asked: ListAsked): string {
  if (total) return `${total.more ? 'More than ' : ''}${countWords(total.n, one)}`;
  const isAll = next === null && asked.after === null;
  return isAll ? countWords(items.length, one) : `${countWords(items.length, one)} on this page`;
}

/** A page of a list of public things, narrowed as it is asked for. */
export async function listPage<T>(
  { read }: Pick<Ask, 'read'>,
  { kind, asked, page, about }: { kind: ListKind; asked: ListAsked; page: CountedPage<T>; about: ListSubject },
  body: (words: string) => ReactNode,
): Promise<PublicAnswer> {
  const told = await filtersTold(read, asked.filters);
  const first = asked.href({});
  return {
    kind: 'page',
    head: {
      title: about.title,
      description: about.lede,
      canonical: kind.path,
      noindex: asked.after !== null || first !== kind.path,
    },
    body: (
      <>
        <header>
          <h1>{about.title}</h1>
          <p className="lede">{about.lede}</p>
          {kind.filters.length > 0 ? (
            <ListFilters
              {...{ told }}
              path={kind.path}
              filters={kind.filters}
              href={asked.href}
              hidden={asked.order === kind.orders[0] ? {} : { sort: asked.order }}
            />
          ) : null}
        </header>
        {page.items.length > 0 ? body(totalWords(page, about.one, asked)) : <NothingThere {...{ told, kind, asked, page, about }} />}
        {page.next ? (
          <p>
            <a href={asked.next(page.next)} rel="next">
              {about.more}
            </a>
          </p>
        ) : null}
        {asked.after !== null ? (
          <p>
            <a href={first}>To the beginning of this list</a>
          </p>
        ) : null}
      </>
    ),
  };
}

function NothingThere({
  told,
  kind,
  asked,
  page,
  about,
}: {
  told: FilterTold[];
  kind: ListKind;
  asked: ListAsked;
  page: CountedPage<unknown>;
  about: ListSubject;
}) {
  if (told.length > 0) return <NothingMeets told={told} path={kind.path} isLooking={page.next !== null} />;
  if (asked.after !== null) return <Empty will="The list ends here." href={kind.path} action="To the beginning of the list" />;
  return <Empty {...about.empty} />;
}
