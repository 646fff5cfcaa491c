import { database } from '@/app/_shell/database';
import { type FormState, formStates, type Query, queryValue } from '@/app/_shell/desk-page';
import { At } from '@/app/_ui/words';
import type { CaseSheet, NoteLine } from '@/db/desk';
import { may } from '@/db/operations';
import type { Person } from '@/db/people';
import { colleagues } from '@/db/queue/told';
import { countWords } from '@/lib/publication';
import { Choice, OperationForm, type Option, SeenField, TextArea } from './forms';
import { TwoWindows } from './merge';
import { NoteText } from './note-text';
import { ProblemNote } from './notices';
import { letterOf } from './words';

interface Props {
  sheet: CaseSheet;
  actor: Person;
  page: string;
  query: Query;
  /** Those its reader may see. */
  lines: NoteLine[];
}

/** What colleagues write to each other about the case. */
export async function Notes({ sheet, actor, page, query, lines }: Props) {
  const { read } = await database();
  const { id } = sheet.row;
  const writes = may(actor, 'notes.add');
  const states = await formStates([`notes.add:${id}`, ...lines.map((line) => `notes.edit:${line.id}`)], actor, query);
  const asked = (await queryValue(query, 'draft')) ?? '';
  const refused = states.get(asked)?.refused ? (states.get(asked) as FormState) : null;
  const scope = asked.startsWith('notes.add') ? 'note' : asked.slice('notes.edit:'.length);
  const [open, resolved] = [lines.filter((line) => line.resolved === null), lines.filter((line) => line.resolved !== null)];
  const list = (some: NoteLine[]) => (
    <ol className="notes">
      {some.map((line) => (
        <Note key={line.id} line={line} {...{ sheet, actor, page, writes }} state={states.get(`notes.edit:${line.id}`) as FormState} />
      ))}
    </ol>
  );
  return (
    <section aria-labelledby="notes" className="notes-panel">
      <h2 id="notes">
        Notes {lines.length > 0 && <span className="quiet">{open.length === 0 ? 'all resolved' : `${open.length} open`}</span>}
      </h2>
      <ProblemNote refusal={refused?.refused ?? null} scope={scope} />
      <TwoWindows state={refused} page={page} open />
      <p className="quiet">
        Seen by the desk alone, and never a part of a decision.
        {sheet.isBlind && ' Until both opinions are in, you see your own notes, and nobody else sees them.'}
      </p>
      {open.length > 0 && list(open)}
      {resolved.length > 0 && (
        <details>
          <summary>{countWords(resolved.length, 'resolved note')}</summary>
          {list(resolved)}
        </details>
      )}
      {writes && <NoteForm sheet={sheet} page={page} state={states.get(`notes.add:${id}`) as FormState} />}
      <datalist id="mentionable">
        {(await colleagues(read))
          .filter(({ disabledAt }) => disabledAt === null)
          .map((person) => (
            <option key={person.id} value={person.name} />
          ))}
      </datalist>
    </section>
  );
}

function NoteForm({ sheet, page, state }: { sheet: CaseSheet; page: string; state: FormState }) {
  return (
    <OperationForm path={`cases/${sheet.row.id}/notes`} page={`${page}#notes`} draft={state} className="form" label="A note" once>
      <TextArea
        state={state}
        scope="note"
        name="text"
        label="Write a note"
        command="case-note"
        rows={2}
        hint="“@” and a name tells that colleague."
        mentions
      />
      <div className="field-row">
        <Choice state={state} scope="note" name="on" label="What it is about" options={aboutChoices(sheet)} empty={null} otherwise="case" />
        <p className="field-end">
          <button type="submit" className="button">
            Keep the note
          </button>
        </p>
      </div>
    </OperationForm>
  );
}

/** The case, its fields, and the claims that it rests on. A position is told by its first claim. */
function aboutChoices({ row, claims }: CaseSheet): Option[] {
  const ids = [...new Set([...row.positions.flatMap((position) => position.claims), ...row.others])];
  return [
    ['case', 'The case as a whole'],
    ...row.positions.map(({ claims: [first] }, at): Option => [`verdict:${first}`, `The verdict on ${letterOf(at)}`]),
    ['reason', 'Why they differ'],
    ['rationale', 'The reason'],
    ['measure', 'The measure'],
    ...ids.map((id): Option => [`claim:${id}`, `“${claims.get(id)?.text ?? id}” in ${claims.get(id)?.source ?? 'a text'}`]),
  ];
}

const ABOUT_WORDS: Record<Exclude<NoteLine['about'], 'verdict' | 'claim'>, string | null> = {
  case: null,
  reason: 'on why they differ',
  rationale: 'on the reason',
  measure: 'on the measure',
};

function aboutWords({ about, claimId }: NoteLine, { row, claims }: CaseSheet): string | null {
  if (about === 'claim') return `on “${claims.get(claimId ?? '')?.text ?? 'a claim that left the case'}”`;
  if (about !== 'verdict') return ABOUT_WORDS[about];
  const at = row.positions.findIndex((position) => position.claims.includes(claimId ?? ''));
  return at < 0 ? 'on the verdict on a position that is gone' : `on the verdict on ${letterOf(at)}`;
}

interface NoteProps {
  line: NoteLine;
  sheet: CaseSheet;
  actor: Person;
  page: string;
  writes: boolean;
  state: FormState;
}

function Note({ line, sheet, actor, page, writes, state }: NoteProps) {
  const { id, by, at, before, resolved, pieces, version } = line;
  const here = `${page}#n-${id}`;
  const mine = by.id === actor.id;
  return (
    <li id={`n-${id}`}>
      <p className="note-head">
        <b>{mine ? 'You' : by.name}</b> {aboutWords(line, sheet)} <At instant={at} />
        {version > 1 && ' · written anew'} ·{' '}
        <a href={`/review/notes/${id}`}>
          Link<span className="visually-hidden"> to this note</span>
        </a>
        {resolved && (
          <>
            {' '}
            · resolved by {resolved.by}, <At instant={resolved.at} />
          </>
        )}
      </p>
      <NoteText pieces={pieces} />
      {before.length > 0 && (
        <details>
          <summary>{countWords(before.length, 'earlier version')}</summary>
          <ol className="note-before">
            {before.map((one) => (
              <li key={one.version}>
                <At instant={one.at} />: <NoteText pieces={one.pieces} />
              </li>
            ))}
          </ol>
        </details>
      )}
      {writes && (
        <div className="row-acts">
          <OperationForm path={`notes/${id}/${resolved ? 'reopen' : 'resolve'}`} page={here}>
            <button type="submit" className="as-link">
              {resolved ? 'Take it up again' : 'Resolve'}
              <span className="visually-hidden">: the note by {by.name}</span>
            </button>
          </OperationForm>
        </div>
      )}
      {writes && mine && (
        <details open={state.draft !== null}>
          <summary>Write it anew …</summary>
          <OperationForm path={`notes/${id}/text`} page={here} draft={state} className="form" label="The note, written anew">
            <SeenField state={state} name="revision" now={version} />
            <TextArea state={state} scope={id} name="text" label="The note" rows={2} otherwise={line.typed} mentions />
            <button type="submit" className="button slim">
              Keep what it says now
            </button>
          </OperationForm>
        </details>
      )}
    </li>
  );
}
