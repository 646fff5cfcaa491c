import { At } from '@/app/_ui/words';
import type { ActLine } from '@/db/desk';
import { quoted } from '@/lib/base';
import { countWords, instantWords } from '@/lib/publication';
import { actionWords } from './log-words';
import { queryWords } from './queue-filters';
import { Subject } from './subject';
import { UndoForm } from './undo-note';

/** Acts as rows: when, who, what, from what to what, and the way back. */
export function ActTable({ lines, here }: { lines: ActLine[]; here: string }) {
  return (
    <div className="table-wrap">
      <table className="stack">
        <caption className="visually-hidden">Acts, the latest first</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">About</th>
            <th scope="col">Before → after</th>
            <th scope="col">Taking it back</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <ActRow key={line.act.seq} line={line} here={here} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ActRow({ line, here }: { line: ActLine; here: string }) {
  const { act, who, title, parts, undone, again, refusal } = line;
  return (
    <tr id={`a-${act.seq}`}>
      <td data-label="When">
        <At instant={act.at} />
      </td>
      <td data-label="Who" className="who">
        {who}
      </td>
      <th scope="row">
        {actionWords(act.action)}
        {parts > 0 && <span className="quiet">, {countWords(parts, 'part')}</span>}
      </th>
      <td data-label="About">
        <Subject subject={act.subject} title={title} />
      </td>
      <td data-label="Before → after">{changeWords(line)}</td>
      <td data-label="Taking it back">
        {undone ? (
          <span className="quiet">
            taken back by {undone.who}, {instantWords(undone.at)}
          </span>
        ) : (
          refusal === null && <UndoForm seq={act.seq} again={again} next={here} numbered />
        )}
      </td>
    </tr>
  );
}

const FIELDS: Record<string, string> = {
  state: '',
  takenBy: 'with',
  assignedTo: 'with',
  snoozedUntil: 'put aside until',
  snoozeReason: 'because',
  flag: 'marked',
  askedOf: 'waits for an answer of',
  askedOn: 'asked on',
  lookBy: 'second look for',
  judgement: '',
  readings: 'readings:',
  word: '',
  order: 'order:',
  band: 'of the oldest',
  staleDays: 'old after days:',
  share: 'percent audited:',
  review: 'decided:',
  role: 'role:',
  access: '',
  name: '',
  shared: '',
  query: 'shows',
};

/** What the record keeps by a word of its own, as people say it. */
const SAID: Record<string, (value: string) => string> = {
  snoozedUntil: instantWords,
  query: queryWords,
  access: (value) => (value === 'open' ? 'may sign in' : 'may not sign in'),
  shared: (value) => (value === 'true' ? 'for everybody' : 'for oneself'),
  name: quoted,
};

/** "open → in review, with nobody → Ana": only what an act changed, in words. */
function changeWords({ act: { before, after }, names }: ActLine): string {
  const fields = Object.keys({ ...before, ...after }).filter((name) => name in FIELDS && before?.[name] !== after?.[name]);
  const said = (name: string, value: unknown): string => {
    if (value === null || value === undefined) return name === 'takenBy' || name === 'assignedTo' ? 'nobody' : 'nothing';
    const text = String(value);
    return names.get(text) ?? SAID[name]?.(text) ?? text.replaceAll('-', ' ');
  };
  return fields
    .map((name) => {
      const to = said(name, after?.[name]);
      return `${FIELDS[name]} ${before ? `${said(name, before[name])} → ` : ''}${to}`.trim();
    })
    .join('; ');
}
