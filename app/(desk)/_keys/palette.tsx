'use client';

import { type KeyboardEvent, useId, useState } from 'react';
import { COMMANDS, type Command, isFor } from '@/lib/keys';
import { Dialog } from './dialog';
import type { FrameProps } from './frame';
import { canRun } from './run';
import { Keys } from './sheet';

interface Props {
  frame: FrameProps;
  onClose(): void;
  onRun(id: string): void;
}

/** Finds a page or a command by its words: a combobox with the list of what is left. What cannot be done here stands last and says so. */
export function Palette({ frame, onClose, onRun }: Props) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const [all] = useState(() => sorted(frame));
  const commands = closest(
    all.filter(({ command }) => fits(command, typed)),
    typed,
  ).map(({ command, here }): Line => ({ id: command.id, words: command.words, here, command, run: () => onRun(command.id) }));
  const found = [...commands, ...searchesFor(typed)];
  const chosen = found[Math.min(at, found.length - 1)];
  const optionId = (id: string) => `${list}-${id}`;
  const onKeyDown = (event: KeyboardEvent) => {
    const last = found.length - 1;
    const moves: Record<string, number> = {
      ...{
        ArrowDown: at >= last ? 0 : at + 1,
        ArrowUp: at <= 0 ? last : at - 1,
        PageDown: Math.min(last, at + 8),
        PageUp: Math.max(0, at - 8),
      },
    };
    if (event.nativeEvent.isComposing) return;
    if (event.key in moves) {
      event.preventDefault();
      setAt(moves[event.key]!);
      const id = found[moves[event.key]!]?.id;
      if (id) document.getElementById(optionId(id))?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (chosen?.here) chosen.run();
    }
  };
  return (
    <Dialog label="Find a page or a command" className="palette" onClose={onClose}>
      <input
        type="text"
        role="combobox"
        aria-label="Find a page or a command"
        aria-expanded="true"
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={chosen && optionId(chosen.id)}
        autoComplete="off"
        spellCheck={false}
        placeholder="Type what you want to do or see"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" className="palette-list" id={list} aria-label="Pages and commands">
        {found.map(({ id, words, here, command, run }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox takes the keys of its options
          <div
            key={id}
            id={optionId(id)}
            role="option"
            aria-selected={id === chosen?.id}
            aria-disabled={!here}
            data-palette={command?.id}
            tabIndex={-1}
            onClick={() => here && run()}
          >
            <span>
              {words}
              {!here && <span className="quiet"> · not on this page</span>}
            </span>
            {command && <Keys command={command} frame={frame} />}
          </div>
        ))}
      </div>
      <p className="palette-none" role="status">
        {commands.length === 0 ? 'No page or command is called that. Search by name, or try another word.' : ''}
      </p>
    </Dialog>
  );
}

/** One line of the list: a command, or a search for what was typed. */
interface Line {
  id: string;
  words: string;
  here: boolean;
  command: Command | null;
  run(): void;
}

interface Entry {
  command: Command;
  here: boolean;
}

function sorted({ place, role }: FrameProps): Entry[] {
  const entries = (COMMANDS as readonly Command[])
    .filter((command) => isFor(command, role))
    .map((command) => ({ command, here: command.where.includes(place) && canRun(command) }));
  const rank = ({ command, here }: Entry) => (here ? (command.where.length === 1 ? 0 : command.go ? 2 : 1) : 3);
  return entries.sort((a, b) => rank(a) - rank(b));
}

/** What says the typed words as they stand comes before what has them here and there. */
function closest(entries: Entry[], typed: string): Entry[] {
  const phrase = typed.trim().toLowerCase();
  const says = ({ command }: Entry) => command.words.toLowerCase().includes(phrase);
  return [...entries.filter(says), ...entries.filter((entry) => !says(entry))];
}

/** Every word that was typed stands somewhere in the words of the command, or in others that it is looked for by. */
const fits = ({ words, also = '' }: Command, typed: string): boolean =>
  typed
    .toLowerCase()
    .split(/\s+/)
    .every((part) => `${words} ${also}`.toLowerCase().includes(part));

/** Where the typed words may be a name: one search for each kind of thing that has one. */
const SEARCHES: [id: string, words: string, path: string][] = [
  ['measures', 'Search the measures for', '/review/measures'],
  ['speakers', 'Search the speakers for', '/review/speakers'],
  ['outlets', 'Search the outlets for', '/review/sources'],
  ['public', 'Search what is public for', '/search'],
];

const searchesFor = (typed: string): Line[] =>
  typed.trim() === ''
    ? []
    : SEARCHES.map(([id, words, path]) => ({
        ...{ id: `search-${id}`, words: `${words} “${typed.trim()}”`, here: true, command: null },
        run: () => location.assign(`${path}?q=${encodeURIComponent(typed.trim())}`),
      }));
