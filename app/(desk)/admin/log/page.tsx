import type { Metadata } from 'next';
import { database } from '@/app/_shell/database';
import { type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { At } from '@/app/_ui/words';
import { logHead } from '@/db/audit';
import { type LogLine, readLog } from '@/db/desk';
import { verifyTogether } from '@/db/verify';
import { countWords } from '@/lib/publication';
import { actionWords, reasonWords, takenBackWords } from '../../_parts/log-words';
import { Subject } from '../../_parts/subject';

export const metadata: Metadata = { title: 'Log' };

export default async function LogPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const db = await database();
  const before = Number((await queryValue(searchParams, 'before')) ?? Number.NaN);
  const lines = await readLog(db.read, Number.isSafeInteger(before) && before > 0 ? before : null, actor.id);
  const verify = (await queryValue(searchParams, 'verify')) !== null;
  return (
    <>
      <header className="sheet-head">
        <h1>Log</h1>
        <p className="quiet">
          {countWords(await logHead(db.read), 'entry', 'entries')}, each chained to the one before by its hash. The database itself refuses
          to change or remove one.
        </p>
        <form method="get" className="judge">
          <button type="submit" name="verify" value="1" className="button">
            Check the whole log
          </button>
        </form>
        {verify && <Verdict verdict={await verifyTogether(db)} />}
      </header>
      <div className="table-wrap">
        <table className="stack log">
          <caption className="visually-hidden">Entries of the log, newest first</caption>
          <thead>
            <tr>
              <th scope="col">Entry</th>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">About</th>
              <th scope="col">Hash</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Entry key={line.entry.seq} line={line} />
            ))}
          </tbody>
        </table>
      </div>
      {(lines.at(-1)?.entry.seq ?? 1) > 1 && (
        <p>
          <a href={`/admin/log?before=${lines.at(-1)!.entry.seq}`}>Older entries</a>
        </p>
      )}
    </>
  );
}

function Entry({ line: { entry, leaf, who, title, undoes } }: { line: LogLine }) {
  return (
    <tr id={`e-${entry.seq}`}>
      <th scope="row">{entry.seq}</th>
      <td data-label="When">
        <At instant={entry.at} />
      </td>
      <td data-label="Who" className="who">
        {who}
      </td>
      <td data-label="What">
        {undoes ? takenBackWords(entry.action) : actionWords(entry.action)}
        {entry.toVersion !== null && <span className="quiet">, now revision {entry.toVersion}</span>}
        {entry.reason && (
          <span className="quiet">
            {' '}
            “<bdi>{reasonWords(entry.action, entry.reason)}</bdi>”
          </span>
        )}
      </td>
      <td data-label="About">
        <Subject subject={entry.subject} title={title} />
      </td>
      <td data-label="Hash">
        <code title={leaf}>{leaf.slice(0, 12)}</code>
      </td>
    </tr>
  );
}

function Verdict({ verdict }: { verdict: Awaited<ReturnType<typeof verifyTogether>> }) {
  return verdict.ok ? (
    <p className="done" role="status">
      <span aria-hidden="true">✓ </span>
      {countWords(verdict.entries, 'entry', 'entries')} checked, every one follows from the one before. Head:{' '}
      <code>{verdict.head.slice(0, 16)}</code>
    </p>
  ) : (
    <div className="problem" role="alert">
      <p className="problem-cause">
        <span aria-hidden="true">! </span>Entry {verdict.seq} is not what was written: {verdict.reason}.
      </p>
      <p>Stop writing, keep this database as it is, and compare it with the last backup.</p>
    </div>
  );
}
