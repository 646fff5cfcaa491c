import type { ReactNode } from 'react';
import { type FormState, faultsOf, fieldValue } from '@/app/_shell/desk-page';

/** Where a form is sent: to the one address of its operation, with the page it stands on, so that it can lead back. */
export function OperationForm(props: {
  id?: string;
  path: string;
  page: string;
  className?: string;
  label?: string;
  children?: ReactNode;
}) {
  const { id, path, page, className, label, children } = props;
  return (
    <form method="post" action={`/api/v1/${path}`} id={id} className={className} aria-label={label}>
      <input type="hidden" name="_form" value={page} />
      {children}
    </form>
  );
}

interface FieldProps {
  state: FormState;
  name: string;
  label: string;
  hint?: string;
  /** Stands outside its form: the form's id. */
  form?: string;
  /** Tells fields of one name apart where a page has several such forms. */
  scope?: string;
  otherwise?: string;
}

const tag = ({ name, scope }: FieldProps): string => (scope ? `${scope}-${name}` : name);

const describe = (field: FieldProps) => ({
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
      <label htmlFor={`f-${tag(field)}`}>{field.label}</label>
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

export function TextArea({ rows, ...field }: FieldProps & { rows: number }) {
  const { state, name, form, otherwise } = field;
  // A browser drops the first line end inside a textarea, so a text that begins with one gets another before it.
  const value = fieldValue(state, name, otherwise);
  return (
    <Field field={field}>
      <textarea {...describe(field)} name={name} form={form} rows={rows} defaultValue={value.startsWith('\n') ? `\n${value}` : value} />
    </Field>
  );
}

export function Choice({ options, empty, ...field }: FieldProps & { options: [value: string, word: string][]; empty: string | null }) {
  const { state, name, form, otherwise } = field;
  return (
    <Field field={field}>
      <select {...describe(field)} name={name} form={form} defaultValue={fieldValue(state, name, otherwise)}>
        {empty !== null && <option value="">{empty}</option>}
        {options.map(([value, word]) => (
          <option key={value} value={value}>
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
  children: ReactNode;
}) {
  const { type, name, value, checked, form, children } = props;
  const id = type === 'radio' && value !== '' ? `f-${name}.${value}` : `f-${name}`;
  return (
    <label className="tick">
      <input type={type} id={id} name={name} value={value} form={form} defaultChecked={checked} />
      <span>{children}</span>
    </label>
  );
}
