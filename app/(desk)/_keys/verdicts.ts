import { currentItem, focusItem, nextUnset } from './items';

/** A choice made by key, as if by hand: whoever listens to the form hears of it. */
function choose(select: HTMLSelectElement, option: HTMLOptionElement): void {
  select.value = option.value;
  select.dispatchEvent(new Event('input', { bubbles: true }));
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/**
 * The verdict with this command on the position that has the focus. The focus goes on to the next position that has none yet.
 * @returns what happened, in words; null where there is nothing to judge.
 */
export function giveVerdict(id: string): string | null {
  const position = currentItem();
  const option = position?.querySelector<HTMLOptionElement>(`option[data-command="${id}"]`);
  const select = option?.closest('select');
  if (!position || !option || !select) return null;
  choose(select, option);
  focusItem(nextUnset(position) ?? position);
  return `${select.labels[0]?.textContent ?? 'Verdict'}: ${option.textContent}`;
}

/** Accepts the position that has the focus; accepted already, it is none of them. */
export function toggleAccepted(): string | null {
  const position = currentItem();
  const radio = position?.querySelector<HTMLInputElement>('input[data-command="case-accept"]');
  if (!position || !radio) return null;
  const none = [...(radio.form?.elements ?? [])].find((part): part is HTMLInputElement => part.matches('input[name=accepted][value=""]'));
  const target = radio.checked ? none : radio;
  target?.click();
  focusItem(position);
  return target?.closest('label')?.textContent?.trim() ?? null;
}

/** In the list of reasons a number takes the first nine, and Enter or a number leads back to the positions. */
export function whyByNumber(event: KeyboardEvent): void {
  const select = event.target as HTMLElement;
  if (!(select instanceof HTMLSelectElement) || select.dataset.command !== 'case-why') return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const option = /^[1-9]$/.test(event.key) ? [...select.options].filter(({ value }) => value !== '')[Number(event.key) - 1] : undefined;
  if (option) choose(select, option);
  else if (event.key !== 'Enter') return;
  event.preventDefault();
  focusItem(currentItem());
}
