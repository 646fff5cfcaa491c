import type { Typed } from './kept';

/** What a form says about itself, and what is never kept. */
const UNKEPT = ['_form', '_next', '_draft', '_version', 'password'];

/** What stands in a form now, with the fields that stand outside of it and belong to it. */
export function fieldsOf(form: HTMLFormElement): Typed {
  const typed: Typed = {};
  for (const [name, value] of new FormData(form)) {
    if (UNKEPT.includes(name) || typeof value !== 'string') continue;
    const before = typed[name];
    typed[name] = before === undefined ? value : [before, value].flat();
  }
  return typed;
}

const fieldsNamed = (form: HTMLFormElement) =>
  [...form.elements].filter(
    (part): part is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
      part.matches('input, textarea, select') && !UNKEPT.includes((part as HTMLInputElement).name),
  );

/**
 * Puts a text back into its form, with what its writer saw when they began it: sent upon anything later, it would go over words that nobody
 * compared it with. All other hidden fields stay as the page made them.
 */
export function fillIn(form: HTMLFormElement, typed: Typed): void {
  for (const field of fieldsNamed(form)) {
    if (field.type === 'hidden' && (!('seen' in field.dataset) || typed[field.name] === undefined)) continue;
    const values = [typed[field.name] ?? []].flat();
    if (field.type === 'checkbox' || field.type === 'radio') {
      const wanted = values.includes(field.value) || (field.type === 'radio' && field.value === '' && values.length === 0);
      (field as HTMLInputElement).checked = wanted;
    } else field.value = values[0] ?? '';
  }
}

/** What a field is called on the page. */
export function labelOf(form: HTMLFormElement, name: string): string {
  const field = fieldsNamed(form).find((part) => part.name === name && part.type !== 'hidden');
  return field?.labels?.[0]?.textContent?.trim() ?? name;
}

/** What a person sees of a field: the word chosen, else the text. */
export function shownValue(form: HTMLFormElement, name: string, value: string | string[] | undefined): string {
  const text = [value ?? ''].flat().join(', ');
  const select = fieldsNamed(form).find((part) => part.name === name && part instanceof HTMLSelectElement) as HTMLSelectElement | undefined;
  return [...(select?.options ?? [])].find((option) => option.value === text)?.textContent ?? text;
}

/** Names of the fields in which two texts differ, in the order of the form. */
export const differing = (form: HTMLFormElement, a: Typed, b: Typed): string[] =>
  [...new Set(fieldsNamed(form).flatMap(({ name, type }) => (type === 'hidden' || name === '' ? [] : [name])))].filter(
    (name) => JSON.stringify(a[name] ?? '') !== JSON.stringify(b[name] ?? ''),
  );
