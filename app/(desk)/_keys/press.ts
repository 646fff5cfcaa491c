import { currentItem } from './items';

/** What on this page bears the mark of a command: in the item that has the focus, else in the form that has it, else the first in sight. */
export function controlOf(id: string): HTMLElement | null {
  const marked = [...document.querySelectorAll<HTMLElement>(`[data-command="${id}"]:not(option, [data-frame])`)].filter(isThere);
  const [item, form] = [currentItem(), formInFocus()];
  return (
    marked.find((control) => item?.contains(control)) ?? marked.find((control) => form && formOf(control) === form) ?? marked[0] ?? null
  );
}

const isThere = (control: HTMLElement): boolean => !control.matches(':disabled') && control.checkVisibility();

const formOf = (control: Element | null): HTMLFormElement | null =>
  (control as HTMLInputElement | null)?.form ?? control?.closest('form') ?? null;

const formInFocus = (): HTMLFormElement | null => formOf(document.activeElement);

/** What sends the form that has the focus; where none has it, what the page marks with this command. */
export function sendingButton(id: string): HTMLElement | null {
  const form = formInFocus();
  const buttons = form ? [...form.elements].filter((part): part is HTMLButtonElement => part.matches('button[type=submit]')) : [];
  return (
    buttons.find((button) => button.dataset.command === id) ?? buttons.find((button) => !button.hasAttribute('formaction')) ?? controlOf(id)
  );
}

/** Carries out what a control is there for. */
export function press(control: HTMLElement): void {
  const isPressed: boolean = control.matches('a[href], button, input[type=checkbox], input[type=radio]');
  if (isPressed) control.click();
  else focusOn(control.matches('summary') ? opened(control) : control);
}

/** Whoever goes on with a text goes on at its end. */
function focusOn(control: HTMLElement): void {
  control.focus();
  if (control.matches('textarea:not([aria-readonly]), input[type=text]')) {
    const field = control as HTMLTextAreaElement;
    field.setSelectionRange(field.value.length, field.value.length);
  }
  control.scrollIntoView({ block: 'nearest' });
}

/** Opens a fold; what is filled in there comes next. */
function opened(summary: HTMLElement): HTMLElement {
  const fold = summary.closest('details')!;
  fold.open = true;
  return fold.querySelector<HTMLElement>('textarea, select, input:not([type=hidden])') ?? summary;
}
