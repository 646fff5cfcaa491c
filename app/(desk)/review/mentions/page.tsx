import type { Metadata } from 'next';
import { database } from '@/app/_shell/database';
import { formState, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { At } from '@/app/_ui/words';
import { type MentionLine, readMentions } from '@/db/desk';
import { OperationForm } from '../../_parts/forms';
import { NoteText } from '../../_parts/note-text';
import { DoneNote, ProblemNote } from '../../_parts/notices';

export const metadata: Metadata = { title: 'Mentions' };

const PAGE = '/review/mentions';

/** The notes that name whoever looks, those they have not seen first. */
export default async function MentionsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const lines = await readMentions((await database()).read, actor.id);
  const state = await formState('mentions.see', actor, searchParams);
  const fresh = lines.filter(({ seenAt }) => seenAt === null);
  const seen = lines.filter(({ seenAt }) => seenAt !== null);
  return (
    <>
      <DoneNote done={await queryValue(searchParams, 'done')} />
      <ProblemNote refusal={state.refused} />
      <header className="sheet-head">
        <h1>Mentions</h1>
        <p className="quiet">Notes on cases that name you. Those of a blind review stand here once both opinions are in.</p>
      </header>
      <section aria-labelledby="fresh">
        <h2 id="fresh">New</h2>
        {fresh.length === 0 ? (
          <p className="empty">Nothing new names you.</p>
        ) : (
          <>
            <OperationForm path="mentions/seen" page={PAGE}>
              <button type="submit" className="button slim">
                Mark all as seen
              </button>
            </OperationForm>
            <Lines lines={fresh} />
          </>
        )}
      </section>
      {seen.length > 0 && (
        <section aria-labelledby="seen">
          <h2 id="seen">Seen</h2>
          <Lines lines={seen} />
        </section>
      )}
    </>
  );
}

const Lines = ({ lines }: { lines: MentionLine[] }) => (
  <ol className="notes">
    {lines.map(({ id, title, by, at, pieces, seenAt, resolved }) => (
      <li key={id}>
        <p className="note-head">
          <b>{by.name}</b> on <a href={`/review/notes/${id}`}>{title}</a> <At instant={at} />
          {resolved && ` · resolved by ${resolved.by}`}
        </p>
        <NoteText pieces={pieces} />
        {seenAt === null && (
          <OperationForm path="mentions/seen" page={PAGE}>
            <input type="hidden" name="note" value={id} />
            <button type="submit" className="as-link">
              Mark as seen<span className="visually-hidden">: the note by {by.name}</span>
            </button>
          </OperationForm>
        )}
      </li>
    ))}
  </ol>
);
