import type { ReactNode } from 'react';
import { type FormState, fieldsOfState } from '@/app/_shell/desk-page';
import { type Fields, sameWords } from '@/db/drafts';
import { wordsOfField } from '@/db/operations/words';
import { CERTAINTIES, REASON_CODES, VERDICTS } from '@/lib/adjudication';
import { AGGREGATION_WORDS, CERTAINTY_WORDS, REASON_WORDS, VERDICT_WORDS } from '@/lib/publication';
import { KIND_WORDS, letterOf } from './words';

/** What a form fills in by itself: nobody chooses it. */
const OWN = ['id', 'revision', 'status', 'from', 'lookBy', 'form', 'fields', 'place', 'guard'];

interface Props {
  /** The form that was refused, with what was typed. */
  state: FormState;
  page: string;
  title: string;
  /** What the other side is called: "Stands now", "In the other window". */
  called: string;
  /** The other text, as the fields of the same form; null where there is none, or it must not be told. */
  other: Fields | null;
  /** What stood there when yours was begun; left out where nobody can tell. */
  base?: Fields | null;
  /** The revision that stands now, where the form carries one. */
  revision?: number;
  /** Whether the form can still be sent: then each field is chosen, and the choice stands in it. */
  open: boolean;
  children?: ReactNode;
}

/**
 * Two texts of one form side by side, field by field: what differs is chosen, mine or the other, what is equal is folded away. What one side
 * left as it was is chosen beforehand from the other, and what both changed is asked. What is chosen
 * becomes the draft of the form, begun on what stands there now, which is then sent as always. It is a form of its own and needs no script.
 */
export function Merge({ state, page, title, called, other, base = null, revision, open, children }: Props) {
  const mine = fieldsOfState(state);
  const names = [...new Set([...Object.keys(mine), ...Object.keys(other ?? {})])].filter((name) => !OWN.includes(name));
  const differing = other === null ? [] : names.filter((name) => !sameWords(mine[name], other[name]));
  const equal = names.filter((name) => !differing.includes(name));
  return (
    <section className="moved-on" aria-labelledby="moved-on">
      <h2 id="moved-on">{title}</h2>
      {children}
      {(differing.length > 0 || (open && revision !== undefined)) && (
        <form method="post" action="/api/v1/drafts" aria-label="Which to keep, field by field">
          <input type="hidden" name="_form" value={page} />
          <input type="hidden" name="_draft" value={state.name} />
          <input type="hidden" name="_version" value={state.draft?.version ?? ''} />
          {revision !== undefined && <input type="hidden" name="revision" value={revision} />}
          {open &&
            equal.flatMap((name) =>
              [mine[name] ?? ''].flat().map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
            )}
          {differing.length > 0 && (
            <div className="table-wrap">
              <table className="stack">
                <caption className="visually-hidden">Your text and the other, where they differ</caption>
                <thead>
                  <tr>
                    <th scope="col">Field</th>
                    <th scope="col">Yours</th>
                    <th scope="col">{called}</th>
                  </tr>
                </thead>
                <tbody>
                  {differing.map((name) => {
                    const changed = changedBy(name, mine, other, base);
                    return (
                      <tr key={name} data-differs>
                        <th scope="row">
                          {wordsOfField(name.split('.')).called}
                          {changed !== null && <span className="quiet"> {CHANGED[changed]}</span>}
                        </th>
                        <td data-label="Yours">
                          <Side name={name} value={mine[name]} isChosen={changed === null || changed === 'mine'} open={open} />
                        </td>
                        <td data-label={called}>
                          <Side name={name} value={other?.[name]} isChosen={changed === 'other'} open={open} />
                        </td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </div>
          )}
          {differing.length > 0 && equal.length > 0 && <p className="quiet">All other fields are the same in both.</p>}
          {open && (
            <p>
              <button type="submit" className="button primary">
                {differing.length > 0 ? 'Put what is chosen into the form' : 'Go on with what you typed'}
              </button>{' '}
              <span className="quiet">Nothing is sent by that: look it over below, then save it.</span>
            </p>
          )}
        </form>
      )}
    </section>
  );
}

/** Which side changed a field since it was begun; null where nobody can tell. */
function changedBy(name: string, mine: Fields, other: Fields | null, base: Fields | null): keyof typeof CHANGED | null {
  if (base === null) return null;
  if (sameWords(mine[name], base[name])) return 'other';
  return sameWords(other?.[name], base[name]) ? 'mine' : 'both';
}

const CHANGED = {
  mine: 'You alone changed it.',
  other: 'You left it as it was; it was changed meanwhile.',
  both: 'You both changed it: choose.',
} as const;

function Side({ name, value, isChosen, open }: { name: string; value: Fields[string] | undefined; isChosen: boolean; open: boolean }) {
  const text = [value ?? ''].flat().join('\n');
  const words = <bdi>{valueWords(name, text)}</bdi>;
  if (!open) return words;
  return (
    <label className="tick">
      <input type="radio" name={name} value={text} defaultChecked={isChosen} required />
      <span>{words}</span>
    </label>
  );
}

/** What stands in a field, as its form says it. */
function valueWords(name: string, value: string): string {
  if (name === 'accepted') return value === '' ? 'none' : letterOf(Number(value));
  if (name === 'noEvidence') return value === '' ? 'not ticked' : 'ticked';
  const known = LISTED[name.split('.')[0] ?? '']?.[value];
  return known ?? (value === '' ? 'nothing' : value);
}

/** Words of what is chosen from a list, by field. */
const LISTED: Record<string, Record<string, string>> = {
  verdict: Object.fromEntries(VERDICTS.map((verdict) => [verdict, VERDICT_WORDS[verdict].word])),
  reasonCode: Object.fromEntries(REASON_CODES.map((code) => [code, REASON_WORDS[code]])),
  certainty: Object.fromEntries(CERTAINTIES.map((certainty) => [certainty, CERTAINTY_WORDS[certainty].word])),
  aggregation: Object.fromEntries(Object.entries(AGGREGATION_WORDS).map(([value, { word }]) => [value, word])),
  as: KIND_WORDS,
};

/** Two windows of one person: the one that sent is told what the other had kept, and chooses. */
export function TwoWindows({ state, page, open }: Pick<Props, 'page' | 'open'> & { state: FormState | null }) {
  if (state?.refused?.code !== 'DraftMoved') return null;
  const other = (state.refused.details?.fields ?? {}) as Fields;
  // Whichever was begun first: what changed since then is still to be compared with it.
  const begun = [state.draft?.fields.revision, other.revision].flatMap((one) => (one === undefined ? [] : [Number(one)]));
  const revision = begun.length > 0 ? Math.min(...begun) : undefined;
  return (
    <Merge
      {...{ state, page, other, revision, open }}
      title="Two windows of yours hold different texts of this form"
      called="In the other window"
    >
      <p>Nothing was sent, and neither text is lost. Choose which to go on with.</p>
    </Merge>
  );
}
