/** Fields as they go to the record: a name given several times is a list. */
export type Typed = Record<string, string | string[]>;

/** What could not be sent yet, in this browser alone, under the person and the form it belongs to. */
export interface Kept {
  fields: Typed;
  /** The draft it was typed upon. */
  seen: string;
}

const nameOf = (person: string, form: string): string => `countercheck draft ${person} ${form}`;

/** @returns false where the browser keeps nothing: it may be full, or forbidden to. */
export function keepHere(person: string, form: string, kept: Kept): boolean {
  try {
    localStorage.setItem(nameOf(person, form), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function keptHere(person: string, form: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(nameOf(person, form)) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

export function forgetHere(person: string, form: string): void {
  try {
    localStorage.removeItem(nameOf(person, form));
  } catch {
    // Where nothing can be kept, nothing is.
  }
}
