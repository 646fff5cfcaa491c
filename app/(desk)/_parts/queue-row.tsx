import type { ReactNode } from 'react';
import { type ArticleLine, type CaseLine, lineTitle, type MeasureLine, type QueueLine } from '@/db/desk';
import type { Person } from '@/db/people';
import type { Present } from '@/db/presence';
import type { Instant } from '@/lib/base';
import { quoted } from '@/lib/base';
import type { CommandId } from '@/lib/keys';
import { countWords, dayWords, KIND_WORDS } from '@/lib/publication';
import { Key } from '../_keys/key';
import { HeldFacts } from './held';
import { itemPath } from './onward';
import { PresentNames } from './presence';
import { StateChip } from './state-chip';
import { ageWords, letterOf, percent } from './words';

/** The forms that the buttons of all rows belong to: the list itself is the form of what is ticked. Those that assign say with whom the row is seen. */
export const ROW_FORM = 'row-act';
export const holderForm = (line: QueueLine): string => `${ROW_FORM}-${line.assignedTo?.id ?? 'nobody'}`;

interface Props {
  line: QueueLine;
  actor: Person;
  now: Instant;
}

interface RowProps extends Props {
  /** Who is looking at it. */
  present: readonly Present[];
  /** Address of the list; and its part and filters, as the item carries them on. */
  list: string;
  way: string;
  ticked: boolean;
  /** Whether its reader may do something about it. */
  works: boolean;
}

/** One thing to do: what it is, why it stands where it does, with whom it is, and what can be done from here. */
export function QueueRow({ line, present, list, way, ticked, actor, works, now }: RowProps) {
  const title = lineTitle(line);
  return (
    <li data-severity={line.kind === 'case' ? line.severity : undefined} id={`i-${line.id}`} data-item>
      {works && (
        <label className="pick">
          <input type="checkbox" name="item" value={line.id} defaultChecked={ticked} data-command="select" />
          <span className="visually-hidden">Choose {quoted(title)}</span>
          <Key of="select" />
        </label>
      )}
      <div>
        <a className="line-title" href={itemPath(way, line)} data-item-link>
          {title}
        </a>
        {line.kind === 'case' ? <CaseWords line={line} actor={actor} now={now} /> : null}
        {line.kind === 'article' ? <ArticleWords line={line} now={now} /> : null}
        {line.kind === 'measure' ? <MeasureWords line={line} /> : null}
        <PresentNames present={present} actor={actor} />
        <Held line={line} actor={actor} />
        {works && <RowActs line={line} list={list} actor={actor} title={title} />}
      </div>
    </li>
  );
}

function CaseWords({ line, actor, now }: Props & { line: CaseLine }) {
  const { takenBy, ruledBy, publications } = line;
  return (
    <>
      <p className="line-positions">
        {line.labels.map((label, index) => (
          <span key={label}>
            {index > 0 && (
              <span className="against" aria-hidden="true">
                {' '}
                ≠{' '}
              </span>
            )}
            <b>{letterOf(index)}</b> {label}
          </span>
        ))}
      </p>
      {line.explanation !== null && <p className="line-why">{line.explanation}</p>}
      <p className="line-facts">
        <StateChip state={line.state} />
        {line.auditOwed && <span className="sent">waits for an audit</span>}
        {line.sentBack && <span className="sent">↩ sent back</span>}
        <span>{placeWords(line, now)}</span>
        {takenBy && <span>with {takenBy.id === actor.id ? 'you' : takenBy.name}</span>}
        {ruledBy && (
          <span>
            ruled by {ruledBy.id === actor.id ? 'you' : ruledBy.name}
            {line.state === 'ruled' && ruledBy.id === actor.id ? ': somebody else confirms it' : ''}
          </span>
        )}
        {publications > 0 && <span>published {publications === 1 ? 'once' : countWords(publications, 'time')}</span>}
        {line.answered && <span>your opinion is in: it waits for somebody else</span>}
        {line.draft && <span className="has-draft">✎ your draft</span>}
      </p>
    </>
  );
}

/** Why a case stands where it does: "high severity: a part exceeds the whole; 80 % sure; 3 days old". */
function placeWords({ severity, kinds, confidence, openedAt }: CaseLine, now: Instant): string {
  const [kind] = kinds;
  const why = kind ? `: ${KIND_WORDS[kind].charAt(0).toLowerCase()}${KIND_WORDS[kind].slice(1)}` : '';
  const sure = confidence === null ? '' : `; ${percent(confidence)} sure`;
  return `${severity} severity${why}${sure}; ${ageWords(openedAt, now)}`;
}

const ArticleWords = ({ line, now }: { line: ArticleLine; now: Instant }) => (
  <>
    <p className="line-positions">
      {line.source ?? 'Outlet not given'}
      {line.publishedAt && `, ${dayWords(line.publishedAt)}`}
    </p>
    <p className="line-facts">
      <span>
        {countWords(line.waiting, 'reading waits', 'readings wait')} of {line.total}
      </span>
      <span>{ageWords(line.createdAt, now)}</span>
      <span>{line.enteredBy ? `entered by ${line.enteredBy}` : 'imported'}</span>
    </p>
  </>
);

const MeasureWords = ({ line }: { line: MeasureLine }) => (
  <p className="line-facts">
    <span>newest figure as of {dayWords(line.newest)}</span>
  </p>
);

function Held({ line, actor }: Omit<Props, 'now'>) {
  const { assignedTo, snoozed, flag, asked, lookBy } = line;
  if (!assignedTo && !snoozed && !flag && !asked && !lookBy) return null;
  return (
    <p className="line-facts">
      {assignedTo && <span className="held">assigned to {assignedTo.id === actor.id ? 'you' : assignedTo.name}</span>}
      <HeldFacts line={line} actor={actor} />
    </p>
  );
}

function RowActs({ line, list, actor, title }: Omit<Props, 'now'> & { list: string; title: string }) {
  const { id, assignedTo, snoozed } = line;
  const batch = (act: string) => `/review/batch?act=${act}&item=${id}&from=${encodeURIComponent(list)}`;
  const about = <span className="visually-hidden"> {quoted(title)}</span>;
  const mine = assignedTo?.id === actor.id;
  return (
    <p className="row-acts">
      <RowButton act={`queue/${id}/assign`} form={holderForm(line)} command="assign" name="to" value={mine ? '' : 'me'}>
        {mine ? 'Give back' : 'Assign to me'}
        {about}
      </RowButton>
      {snoozed ? (
        <RowButton act={`queue/${id}/wake`} command="wake">
          Bring back{about}
        </RowButton>
      ) : (
        <a href={batch('snooze')} data-command="snooze">
          Put aside …{about} <Key of="snooze" />
        </a>
      )}
      <a href={batch('flag')} data-command="flag">
        Mark …{about} <Key of="flag" />
      </a>
    </p>
  );
}

function RowButton(props: { act: string; form?: string; command: CommandId; name?: string; value?: string; children: ReactNode }) {
  const { act, form = ROW_FORM, command, name, value, children } = props;
  return (
    <button type="submit" form={form} formAction={`/api/v1/${act}`} name={name} value={value} className="as-link" data-command={command}>
      {children} <Key of={command} />
    </button>
  );
}
