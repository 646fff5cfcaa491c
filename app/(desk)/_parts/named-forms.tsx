import { begunOn, type FormState } from '@/app/_shell/desk-page';
import type { Candidate, NamedLine, NamedSheet } from '@/db/desk';
import { namedPath } from '@/db/desk';
import type { Fields } from '@/db/drafts';
import type { NamedKind } from '@/db/named';
import { countWords, instantWords } from '@/lib/publication';
import { Choice, OperationForm, SeenField, TextField } from './forms';
import { Merge } from './merge';
import { KIND_WORDS } from './words';

const ACTS: Record<NamedKind, 'speakers' | 'sources'> = { speaker: 'speakers', source: 'sources' };
interface Props {
  kind: NamedKind;
  row: NamedSheet['row'];
  page: string;
}

/** One press for each name that this one may be merged into. */
export function MergeForms({ kind, row, page, lines, empty }: Props & { lines: (NamedLine & Partial<Candidate>)[]; empty: string }) {
  if (lines.length === 0) return <p className="quiet">{empty}</p>;
  return (
    <ul className="merge-list">
      {lines.map((line) => (
        <li key={line.id}>
          <span>
            <a href={`${namedPath(kind)}/${line.id}`}>
              <bdi>{line.name}</bdi>
              {line.role && <>, {line.role}</>}
            </a>{' '}
            <span className="quiet">
              {countWords(line.uses, kind === 'speaker' ? 'claim' : 'article')}
              {line.reason ? ` · ${line.reason}` : ''}
            </span>
          </span>
          <OperationForm path={`${ACTS[kind]}/${row.id}/merge`} page={page}>
            <input type="hidden" name="revision" value={row.revision} />
            <input type="hidden" name="into" value={line.id} />
            <button type="submit" className="button slim">
              Merge into it<span className="visually-hidden"> {line.name}</span>
            </button>
          </OperationForm>
        </li>
      ))}
    </ul>
  );
}

/** The names that lead here, each with the way back for whoever may merge, and one more to add for whoever may name. */
export function Aliases(props: Omit<Props, 'row'> & { sheet: NamedSheet; state: FormState; names: boolean; merges: boolean }) {
  const { kind, sheet, page, state, names, merges } = props;
  const { row, aliases, former, standing } = sheet;
  return (
    <section aria-labelledby="names">
      <h2 id="names">Other names</h2>
      {aliases.length === 0 && former === null && <p className="quiet">No other name leads here.</p>}
      <ul className="merge-list">
        {former !== null && (
          <li>
            <span>
              <bdi>{former}</bdi> <span className="quiet">before it was renamed</span>
            </span>
          </li>
        )}
        {aliases.map((alias) => (
          <li key={alias.id}>
            <span>
              <a href={`${namedPath(kind)}/${alias.id}`}>
                <bdi>{alias.name}</bdi>
                {alias.role && <>, {alias.role}</>}
              </a>
              {alias.into.id !== row.id && <span className="quiet"> by way of {alias.into.name}</span>}
            </span>
            {merges && (
              <OperationForm path={`${ACTS[kind]}/${alias.id}/split`} page={page}>
                <input type="hidden" name="revision" value={alias.revision} />
                <button type="submit" className="button slim">
                  Split off<span className="visually-hidden"> {alias.name}</span>
                </button>
              </OperationForm>
            )}
          </li>
        ))}
      </ul>
      {names && !standing && (
        <OperationForm path={`${ACTS[kind]}/${row.id}/aliases`} page={page} draft={state} className="form" label="Another name">
          <SeenField state={state} name="revision" now={row.revision} />
          <TextField state={state} name="name" scope="alias" label="Add a name" hint="What comes in under it leads here from now on." />
          <button type="submit" className="button">
            Add the name
          </button>
        </OperationForm>
      )}
    </section>
  );
}

/** What it is called on its pages. */
export function RenameForm({ kind, row, page, state }: Props & { state: FormState }) {
  return (
    <section aria-labelledby="rename">
      <h2 id="rename">Name</h2>
      <OperationForm path={`${ACTS[kind]}/${row.id}/name`} page={page} draft={state} className="form" label="Name on its pages">
        <SeenField state={state} name="revision" now={row.revision} compared />
        <TextField
          state={state}
          name="name"
          label="Name on its pages"
          otherwise={row.name}
          hint="Claims go on showing what their article says. The old name leads here, too."
        />
        {row.kind && (
          <Choice state={state} name="as" label="What it is" empty={null} otherwise={row.kind} options={Object.entries(KIND_WORDS)} />
        )}
        <button type="submit" className="button">
          Keep the name
        </button>
      </OperationForm>
    </section>
  );
}

/** Somebody else named it meanwhile: both names, field by field. */
export function RenamedMeanwhile({ sheet, page, state }: { sheet: NamedSheet; page: string; state: FormState }) {
  if (state.refused?.code !== 'VersionConflict') return null;
  const { row, history } = sheet;
  const last = history[0];
  const revision = Number(begunOn(state, 'revision', row.revision, true));
  // What the first name since then went over.
  const begun = history.findLast((line) => line.id === row.id && line.revision > revision && 'name' in line.before);
  return (
    <Merge
      {...{ state, page }}
      other={fieldsOfName(row)}
      base={begun ? fieldsOfName(begun.before) : null}
      title="It was changed while you wrote"
      called="Stands now"
      revision={row.revision}
      open
    >
      <p>{last && `${last.who} was faster, ${instantWords(last.at)}. `}What you typed is kept as your draft, and stands in the form.</p>
    </Merge>
  );
}

const fieldsOfName = ({ name, kind }: { name?: unknown; kind?: unknown }): Fields => ({
  name: String(name ?? ''),
  ...(kind ? { as: String(kind) } : {}),
});
