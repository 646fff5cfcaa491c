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

const KEPT = 'countercheck item';

/** Items by which one goes on after an act on one of them: that itself, those behind it, then those before it from the nearest on. */
interface Kept {
  path: string;
  items: string[];
}

/** Keeps where somebody is in the list for the page that comes after the act. @param from what was pressed. */
export function keepPlace(from: Element | null): void {
  const item = from?.closest<HTMLElement>('[data-item]') ?? last;
  const at = item ? all().indexOf(item) : -1;
  if (at < 0) return;
  const ids = all().map(({ id }) => id);
  const kept: Kept = { path: location.pathname, items: [...ids.slice(at), ...ids.slice(0, at).reverse()] };
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing begins at the first.
  }
}

/**
 * Gives the focus to the item to go on with: the one that was acted on, the next where it is gone, or the next that waits where items are judged
 * one by one; else the one the address leads to. @param passes whether this page only asks about the act, and leads back to its list.
 */
export function takePlace(passes: boolean): void {
  const kept = passes ? null : keptPlace();
  const there = (kept?.items ?? []).flatMap((id) => document.getElementById(id) ?? []);
  const addressed = location.hash !== '' && named()?.id === location.hash.slice(1) ? named() : null;
  // The address leads elsewhere: to what a refusal says.
  if (location.hash !== '' && addressed === null) return;
  const waiting = addressed && waits(addressed) ? addressed : there.find(waits);
  focusItem(waiting ?? addressed ?? there[0] ?? null);
}

const waits = ({ dataset }: HTMLElement): boolean => dataset.state === 'read';

function keptPlace(): Kept | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as Kept | null;
    sessionStorage.removeItem(KEPT);
    return kept?.path === location.pathname ? kept : null;
  } catch {
    return null;
  }
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
