/** Fields as they go to the record: a name given several times is a list. */
export type Typed = Record<string, string | string[]>;

/** What could not be sent yet, in this browser alone, under the person, the form and the window it was typed in. */
export interface Kept {
  fields: Typed;
  /** The draft it was typed upon. */
  seen: string;
}

const PLACE = 'countercheck draft';
/** Names this window as long as its page is there. */
const WINDOW = `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
const lockOf = (window: string): string => `${PLACE} ${window}`;

/** Holds a lock by the name of this window until its page is gone: others tell by it whose text still stands in a form somewhere. */
export function beHere(): void {
  void navigator.locks?.request(lockOf(WINDOW), () => new Promise(() => {}));
}

const nameOf = (person: string, form: string, window: string): string => [PLACE, person, form, window].join(' ');

/** @returns false where the browser keeps nothing: it may be full, or forbidden to. */
export function keepHere(person: string, form: string, kept: Kept): boolean {
  try {
    localStorage.setItem(nameOf(person, form, WINDOW), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export const forgetHere = (person: string, form: string): void => forget(nameOf(person, form, WINDOW));

function forget(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Where nothing can be kept, nothing is.
  }
}

/** Takes out what windows that are gone left of a form: the last of it, and from then on it is this window's to keep. */
export async function leftHere(person: string, form: string): Promise<Kept | null> {
  try {
    const all = Object.keys(localStorage).filter((name) => name.startsWith(nameOf(person, form, '')));
    if (all.length === 0) return null;
    const held = new Set((await navigator.locks?.query())?.held?.map(({ name }) => name));
    const last = all
      .filter((name) => !held.has(lockOf(name.split(' ').at(-1)!)))
      .sort()
      .at(-1);
    const kept = last === undefined ? null : (JSON.parse(localStorage.getItem(last) ?? 'null') as Kept | null);
    if (last !== undefined) forget(last);
    if (kept) keepHere(person, form, kept);
    return kept;
  } catch {
    return null;
  }
}
