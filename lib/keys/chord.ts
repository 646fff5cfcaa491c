/** What a key press is made of: the part of a browser's event that is looked at. */
export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** One press: "j", "J" with shift, "?", "Mod+k", "Mod+Enter", "Enter", "Escape", "ArrowLeft". */
export type Chord = string;

/** Keys with a name that may be given to a command. Tab and the space bar are the browser's. */
const NAMED: Record<string, string> = {
  enter: 'Enter',
  escape: 'Escape',
  esc: 'Escape',
  arrowleft: 'ArrowLeft',
  arrowright: 'ArrowRight',
  arrowup: 'ArrowUp',
  arrowdown: 'ArrowDown',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
};
const NAMES = new Set(Object.values(NAMED));

const isOne = (text: string): boolean => [...text].length === 1 && text.trim() !== '';

/** The chord of a press; null for one that is none of ours: with Alt, a dead key, shift beside a key with a name. */
export function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): Chord | null {
  if (altKey) return null;
  const mod = ctrlKey || metaKey;
  if (NAMES.has(key)) return shiftKey ? null : mod ? `Mod+${key}` : key;
  if (!isOne(key)) return null;
  // Caps lock is no shift: what was held counts, not what the letter looks like.
  const [small, large] = [key.toLowerCase(), key.toUpperCase()];
  if (mod) return shiftKey ? null : `Mod+${small}`;
  return small === large || !isOne(large) ? key : shiftKey ? large : small;
}

/** Whether a key is made of single signs alone: these can be switched off as a whole. */
export const isLetters = (key: string): boolean => key.split(' ').every(isOne);

/** Keys as a person typed them ("g q", "⌘K", "ctrl+k, ?"), several with ", " between; null where one of them cannot be a key. */
export function readKeys(text: string): string[] | null {
  const keys = text
    .split(/,(?=\s)/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readKey);
  return keys.some((key) => key === null) ? null : [...new Set(keys as string[])];
}

function readKey(text: string): string | null {
  const held = /^(?:⌘|(?:ctrl|cmd|mod)(?=[ +]))[ +]?/i.exec(text)?.[0];
  if (held !== undefined) {
    const chord = readOne(text.slice(held.length));
    return chord === null ? null : `Mod+${isOne(chord) ? chord.toLowerCase() : chord}`;
  }
  const steps = text.split(/\s+/).map(readOne);
  return steps.length > 2 || steps.includes(null) ? null : steps.join(' ');
}

function readOne(text: string): string | null {
  const shifted = /^⇧./u.test(text) ? [...text].slice(1).join('').toUpperCase() : text;
  const named = NAMED[shifted.toLowerCase()];
  return named ?? (isOne(shifted) ? shifted : null);
}

const SIGNS: Record<string, string> = { Escape: 'Esc', ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };

/** A key as it is printed on its button: "g q", "⇧V", "⌘K" on a Mac and "Ctrl K" elsewhere. What it gives can be read again. */
export function keyWords(key: string, mac: boolean): string {
  if (key.startsWith('Mod+')) {
    const rest = key.slice(4);
    return `${mac ? '⌘' : 'Ctrl '}${isOne(rest) ? rest.toUpperCase() : (SIGNS[rest] ?? rest)}`;
  }
  return key
    .split(' ')
    .map((one) => SIGNS[one] ?? (isOne(one) && one !== one.toLowerCase() ? `⇧${one}` : one))
    .join(' ');
}
