import { type Chord, chordOf, match } from '@/lib/keys';

/** So long the second of two keys is waited for. */
const PATIENCE = 1500;

/** In a field these chords belong to whoever writes. */
const EDITING = /^Mod\+[abcivxyz]$/;

/** Held down, a key goes on through a list and does nothing else twice. */
const MAY_REPEAT = ['item-next', 'item-previous'];

/**
 * Listens to keys until it is stopped, and says which command was pressed. It never does while somebody writes (only what is held with
 * ⌘ or Ctrl, and Esc, gets through then), while an input method composes, or while a dialog is open; and what has the focus keeps the
 * keys that are its own.
 */
export function listen(map: readonly { id: string; keys: readonly string[] }[], run: (id: string) => void): () => void {
  let pressed: Chord[] = [];
  let since = 0;
  const onKey = (event: KeyboardEvent) => {
    const chord = isOurs(event) ? chordOf(event) : null;
    if (chord === null) return;
    if (event.timeStamp - since > PATIENCE) pressed = [];
    since = event.timeStamp;
    if (belongsTo(event.target as HTMLElement, chord)) {
      pressed = [];
      return;
    }
    pressed.push(chord);
    let found = match(map, pressed);
    if (found === null && pressed.length > 1) {
      pressed = [chord];
      found = match(map, pressed);
    }
    if (found === 'wait') return;
    pressed = [];
    if (found === null || (event.repeat && !MAY_REPEAT.includes(found.id))) return;
    event.preventDefault();
    run(found.id);
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}

const isOurs = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented &&
  !event.isComposing &&
  event.keyCode !== 229 &&
  !event.getModifierState('AltGraph') &&
  document.querySelector('dialog[open]') === null;

const WRITING = 'textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])';

/** Whether somebody writes, or chooses from a list by its letters. */
export const isWriting = (target: HTMLElement): boolean => target.isContentEditable || target.matches(WRITING);

/** Whether a press means something to what has the focus. */
function belongsTo(target: HTMLElement, chord: Chord): boolean {
  if (isWriting(target)) return !(chord === 'Escape' || (chord.startsWith('Mod+') && !EDITING.test(chord)));
  if (chord === 'Enter') return target.closest('a[href], button, summary, input') !== null;
  return chord.startsWith('Arrow') && target.matches('input[type=radio]');
}
