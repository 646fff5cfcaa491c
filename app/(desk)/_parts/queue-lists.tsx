import type { ReactNode } from 'react';
import type { ItemSplit, QueuePage } from '@/db/desk';
import { may } from '@/db/operations';
import type { Person } from '@/db/people';
import type { Present } from '@/db/presence';
import type { Instant } from '@/lib/base';
import { BatchBar } from './batch-bar';
import { holderForm, QueueRow, ROW_FORM } from './queue-row';

/** Nothing is there, and what to do about it; `adds`: whether its reader may add an article. */
const empty = (adds: boolean): Record<ItemSplit, ReactNode> => ({
  conflicts: (
    <>
      <p>No open conflicts: every figure in the record can stand beside the others, or was ruled on.</p>
      {adds && (
        <p>
          <a href="/review/intake">Add an article</a> to hold its figures against them.
        </p>
      )}
    </>
  ),
  articles: (
    <>
      <p>No readings wait: every claim that was found has been accepted or rejected.</p>
      {adds && (
        <p>
          <a href="/review/intake">Add an article</a>, or import a folder with the command line.
        </p>
      )}
    </>
  ),
  'second-review': <p>Nothing waits for a second review.</p>,
  'to-publish': <p>No ruling waits for confirmation. Those of others appear here as soon as they are made.</p>,
  stale: <p>No published measure is due: each has a figure that is young enough, or was looked at since.</p>,
  mine: (
    <p>
      You hold nothing. Take something from the <a href="/review?split=conflicts">conflicts</a>.
    </p>
  ),
  snoozed: <p>Nothing is put aside.</p>,
  settled: <p>Nothing has been published or dismissed yet.</p>,
});

interface Props {
  split: ItemSplit;
  page: QueuePage;
  /** Who is looking at which of its items. */
  present: ReadonlyMap<string, Present[]>;
  /** Address of this list without its page. */
  list: string;
  /** Its part and filters, as items carry them on. */
  way: string;
  narrowed: boolean;
  /** Address of this page, with the cursor it was reached by. */
  here: string;
  ticked: boolean;
  actor: Person;
  /** Whether its reader may do something about the rows. */
  works: boolean;
  now: Instant;
}

/** The rows of one page, with what can be done to those that are ticked, and the way to the next. */
export function QueueList({ split, page, present, list, way, narrowed, here, ticked, actor, works, now }: Props) {
  if (page.lines.length === 0 && page.after === null && page.before === null)
    return <div className="empty">{narrowed ? <Narrowed split={split} /> : empty(may(actor, 'articles.add'))[split]}</div>;
  const rows = (
    <>
      {page.lines.length === 0 && <p className="empty">Nothing here fits; there may be more on the next page.</p>}
      <ol className={works ? 'lines picked' : 'lines'}>
        {page.lines.map((line) => (
          <QueueRow key={line.id} present={present.get(line.id) ?? []} {...{ line, list, way, ticked, actor, works, now }} />
        ))}
      </ol>
    </>
  );
  return (
    <>
      {works ? (
        <>
          <form method="post" id={ROW_FORM} action="/api/v1/queue/draw">
            <input type="hidden" name="_form" value={list} />
          </form>
          {[...new Map(page.lines.map((line) => [holderForm(line), line.assignedTo?.id ?? ''])).entries()].map(([name, holder]) => (
            <form key={name} method="post" id={name} action="/api/v1/queue/draw">
              <input type="hidden" name="_form" value={list} />
              <input type="hidden" name="from" value={holder} />
            </form>
          ))}
          <form method="get" action="/review/batch" aria-label="What is ticked">
            <input type="hidden" name="from" value={list} />
            {rows}
            <BatchBar split={split} here={here} ticked={ticked} />
          </form>
        </>
      ) : (
        rows
      )}
      {(page.before || page.after) && (
        <nav className="pages" aria-label="Pages">
          {page.before && (
            <a href={`${list}&before=${encodeURIComponent(page.before)}`} rel="prev">
              ← Before
            </a>
          )}
          {page.after && (
            <a href={`${list}&after=${encodeURIComponent(page.after)}`} rel="next">
              More →
            </a>
          )}
        </nav>
      )}
    </>
  );
}

const Narrowed = ({ split }: { split: ItemSplit }) => (
  <p>
    Nothing here fits the filters. <a href={`/review?split=${split}`}>Clear the filters</a>
  </p>
);
