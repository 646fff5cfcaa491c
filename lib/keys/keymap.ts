import type { FieldFault } from '../base';
import { type Chord, isLetters, readKeys } from './chord';
import { COMMANDS, type Command } from './commands';

/** What a person changed: single signs on or off, and the keys of commands that are not as delivered, as typed ("" is none). */
export interface KeySettings {
  letters: boolean;
  keys: Record<string, string>;
}

export const AS_DELIVERED: KeySettings = { letters: true, keys: {} };

const ALL: readonly Command[] = COMMANDS;

/** The keys of a command by these settings. @param on true: also those that are switched off. */
export function keysOf({ id, keys }: Pick<Command, 'id' | 'keys'>, settings: KeySettings, on = false): string[] {
  const own = Object.hasOwn(settings.keys, id) ? readKeys(settings.keys[id]!) : null;
  const all = own ?? [...keys];
  return settings.letters || on ? all : all.filter((key) => !isLetters(key));
}

/** Which command the chords pressed so far are: its id, "wait" where one goes on with more, null where there is none. */
export function match(map: readonly { id: string; keys: readonly string[] }[], pressed: readonly Chord[]): { id: string } | 'wait' | null {
  const typed = pressed.join(' ');
  const found = map.find(({ keys }) => keys.includes(typed));
  if (found) return { id: found.id };
  return map.some(({ keys }) => keys.some((key) => key.startsWith(`${typed} `))) ? 'wait' : null;
}

/** What is wrong with keys as they were typed: one that is no key, a command that is not there, two commands with one key in one place. */
export function keyFaults(settings: KeySettings): FieldFault[] {
  const faults: FieldFault[] = [];
  for (const [id, typed] of Object.entries(settings.keys)) {
    if (!ALL.some((command) => command.id === id))
      faults.push(fault(id, 'CommandUnknown', `There is no command “${id.slice(0, 40)}”.`, 'Leave it out.'));
    else if (readKeys(typed) === null)
      faults.push(fault(id, 'KeyUnreadable', `“${typed.slice(0, 40)}” is no key that can be pressed here.`, HOW_TO_WRITE));
  }
  return faults.length > 0 ? faults : clashes(settings);
}

const HOW_TO_WRITE = 'Write one sign (“j”, “⇧J”), two after another (“g q”), “Ctrl K”, Enter, Esc or an arrow, with “, ” between several.';

function clashes(settings: KeySettings): FieldFault[] {
  const faults: FieldFault[] = [];
  for (const [at, command] of ALL.entries()) {
    for (const other of ALL.slice(0, at)) {
      const shared = command.where.some((place) => other.where.includes(place)) ? sharedKey(command, other, settings) : null;
      if (shared === null) continue;
      // The fault stands by the one that was changed.
      const [changed, kept] = Object.hasOwn(settings.keys, command.id) ? [command, other] : [other, command];
      const cause = `“${shared}” cannot be the key of “${changed.words}”: it is, or begins, the key of “${kept.words}” on the same pages.`;
      faults.push(fault(changed.id, 'KeyTaken', cause, 'Give one of the two another key, or leave it empty.'));
    }
  }
  return faults;
}

/** A key of the first that is one of the second, or that one of them begins with. */
function sharedKey(one: Command, other: Command, settings: KeySettings): string | null {
  const others = keysOf(other, settings, true);
  const begins = (a: string, b: string) => a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
  return keysOf(one, settings, true).find((key) => others.some((taken) => begins(key, taken))) ?? null;
}

/** What of a form is worth keeping: keys that differ from those delivered. */
export const keysToKeep = (keys: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(keys).filter(([id, typed]) => {
      const delivered = ALL.find((command) => command.id === id)?.keys ?? [];
      return readKeys(typed)?.join() !== delivered.join();
    }),
  );

const fault = (id: string, code: string, cause: string, next: string): FieldFault => ({ code, cause, next, field: `keys.${id}` });
