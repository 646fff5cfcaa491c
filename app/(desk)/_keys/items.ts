/** The items of the page that are walked through by key: lines of a list, pairs, readings, positions. One at a time has the focus. */
let last: HTMLElement | null = null;

const all = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-item]')];

/** The item that has the focus or had it last, else the one the address leads to, else the first. */
export function currentItem(): HTMLElement | null {
  const focused = document.activeElement?.closest<HTMLElement>('[data-item]');
  if (focused) last = focused;
  if (last?.isConnected) return last;
  return named() ?? all()[0] ?? null;
}

const named = (): HTMLElement | null => {
  const id = decodeURIComponent(location.hash.slice(1));
  return (id && document.getElementById(id)?.closest<HTMLElement>('[data-item]')) || null;
};

/** Gives an item the focus: its link where it is a line, else itself. */
export function focusItem(item: HTMLElement | null): void {
  if (!item) return;
  last = item;
  const target = item.querySelector<HTMLElement>('[data-item-link]') ?? item;
  if (target === item) item.tabIndex = -1;
  target.focus({ preventScroll: true });
  item.scrollIntoView({ block: 'nearest' });
}

/** One further, or one back; the first time it is the first. */
export function moveItem(by: 1 | -1): void {
  const items = all();
  const held = document.activeElement?.closest('[data-item]') ? currentItem() : last?.isConnected ? last : null;
  const at = held ? items.indexOf(held) + by : named() ? items.indexOf(named()!) + by : 0;
  focusItem(items[Math.min(items.length - 1, Math.max(0, at))] ?? null);
}

/** Ticks the item that has the focus and goes one further, or back, and ticks that. */
export function extendTo(by: 1 | -1): void {
  tick(currentItem());
  moveItem(by);
  tick(currentItem());
}

function tick(item: HTMLElement | null): void {
  const box = item?.querySelector<HTMLInputElement>('input[data-command="select"]');
  if (box && !box.checked) box.click();
}

/** The next item behind this one that has something still to choose. */
export const nextUnset = (item: HTMLElement): HTMLElement | null =>
  all()
    .slice(all().indexOf(item) + 1)
    .find((other) => other.querySelector<HTMLSelectElement>('select')?.value === '') ?? null;
