import type { ReactNode } from 'react';
import { begunOn, type FormState, faultsOf, fieldValue } from '@/app/_shell/desk-page';
import type { CommandId } from '@/lib/keys';
import { Key } from '../_keys/key';
import { DraftNote } from './draft-note';

/**
 * Where a form is sent: to the one address of its operation, with the page it stands on, so that it can lead back. `draft`: of a form
 * that holds more than a press of a button; what is typed into it is kept at every keystroke, and a line below says so. What stands in it from
 * before is said above, unless the page says so itself (`noted`).
 */
export function OperationForm(props: {
  id?: string;
  path: string;
  page: string;
  className?: string;
  label?: string;
  draft?: FormState;
  noted?: true;
  /** Sent twice by a nervous finger, it would be there twice: it says so of itself, and is done once. */
  once?: true;
  children?: ReactNode;
}) {
  const { id, path, page, className, label, draft, noted, once, children } = props;
  const version = draft?.draft?.version ?? '';
  return (
    <form
      method="post"
      action={`/api/v1/${path}`}
      id={id}
      className={className}
      aria-label={label}
      data-draft={draft?.name}
      data-draft-version={draft && version}
    >
      <input type="hidden" name="_form" value={page} />
      {once && <input type="hidden" name="_once" value={crypto.randomUUID()} />}
      {draft && <input type="hidden" name="_draft" value={draft.name} />}
      {draft && <input type="hidden" name="_version" value={version} />}
      {draft && !noted && <DraftNote state={draft} />}
      {children}
      {draft && (
        <div data-draft-state={draft.name}>
          <p className="draft-state" />
        </div>
      )}
    </form>
  );
}

/** What was seen, as the form says it: see `begunOn`. `compared`: the page puts what was typed beside what stands there now. */
export const SeenField = (props: { state: FormState; name: string; now: string | number; compared?: true }) => (
  <input type="hidden" name={props.name} value={begunOn(props.state, props.name, props.now, props.compared)} data-seen />
);

/** What makes a button that sends a form lead on to another page; null: back to the page of the form. */
export const onTo = (next: string | null | undefined) => (next ? { name: '_next', value: next } : {});

interface FieldProps {
  state: FormState;
  /** The command that leads to the field. */
  command?: CommandId;
  name: string;
  label: string;
  hint?: string;
  /** Stands outside its form: the form's id. */
  form?: string;
  /** Tells fields of one name apart where a page has several such forms. */
  scope?: string;
  otherwise?: string;
  /** Has the focus when the page opens. */
  first?: true;
}

const tag = ({ name, scope }: FieldProps): string => (scope ? `${scope}-${name}` : name);

const describe = (field: FieldProps) => ({
  autoFocus: field.first,
  'data-command': field.command,
  id: `f-${tag(field)}`,
  'aria-describedby':
    [isFaulty(field) && `p-${tag(field)}`, field.hint && `h-${tag(field)}`].filter((part) => typeof part === 'string' && part).join(' ') ||
    undefined,
  'aria-invalid': isFaulty(field) || undefined,
});

const faultIn = ({ state, name }: FieldProps): string | null => faultsOf(state.refused).find(({ field }) => field === name)?.cause ?? null;
const isFaulty = (field: FieldProps): boolean => faultIn(field) !== null;

function Field({ field, children }: { field: FieldProps; children: ReactNode }) {
  return (
    <div className="field" data-faulty={isFaulty(field) || undefined}>
      <span className="field-name">
        <label htmlFor={`f-${tag(field)}`}>{field.label}</label> {field.command && <Key of={field.command} />}
      </span>
      {children}
      {isFaulty(field) && (
        <p className="fault" id={`p-${tag(field)}`}>
          {faultIn(field)}
        </p>
      )}
      {field.hint && (
        <p className="hint" id={`h-${tag(field)}`}>
          {field.hint}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'url' | 'email' | 'password';
  list?: string;
  /** What the browser may fill in by itself: the word that HTML has for it. */
  complete?: string;
}

export function TextField({ type = 'text', list, complete, ...field }: TextFieldProps) {
  const { state, name, form, otherwise } = field;
  return (
    <Field field={field}>
      <input
        {...describe(field)}
        type={type}
        name={name}
        form={form}
        list={list}
        autoComplete={complete ?? (type === 'password' ? 'new-password' : 'off')}
        defaultValue={type === 'password' ? '' : fieldValue(state, name, otherwise)}
      />
    </Field>
  );
}

/** `mentions`: colleagues are offered behind an “@”, where there is a script. */
export function TextArea({ rows, mentions, ...field }: FieldProps & { rows: number; mentions?: boolean }) {
  const { state, name, form, otherwise } = field;
  // A browser drops the first line end inside a textarea, so a text that begins with one gets another before it.
  const value = fieldValue(state, name, otherwise);
  return (
    <Field field={field}>
      <textarea
        data-mentions={mentions}
        {...describe(field)}
        name={name}
        form={form}
        rows={rows}
        defaultValue={value.startsWith('\n') ? `\n${value}` : value}
      />
    </Field>
  );
}

/** One of a list: its value, its words, and the command that chooses it. */
export type Option = [value: string, word: string, command?: CommandId];

export function Choice({ options, empty, ...field }: FieldProps & { options: Option[]; empty: string | null }) {
  const { state, name, form, otherwise } = field;
  return (
    <Field field={field}>
      <select {...describe(field)} name={name} form={form} defaultValue={fieldValue(state, name, otherwise)}>
        {empty !== null && <option value="">{empty}</option>}
        {options.map(([value, word, command]) => (
          <option key={value} value={value} data-command={command}>
            {word}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A box, or one of several choices, with its label behind it. A refusal of the field leads to it by `f-` and its name. */
export function Tick(props: {
  type: 'checkbox' | 'radio';
  name: string;
  value: string;
  checked: boolean;
  form?: string;
  command?: CommandId;
  children: ReactNode;
}) {
  const { type, name, value, checked, form, command, children } = props;
  const id = type === 'radio' && value !== '' ? `f-${name}.${value}` : `f-${name}`;
  return (
    <label className="tick">
      <input type={type} id={id} name={name} value={value} form={form} defaultChecked={checked} data-command={command} />
      <span>
        {children} {command && <Key of={command} />}
      </span>
    </label>
  );
}
