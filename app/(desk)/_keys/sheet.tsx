'use client';

import { COMMANDS, type Command, isFor, keysOf, keyWords, PLACES } from '@/lib/keys';
import { Dialog } from './dialog';
import type { FrameProps } from './frame';
import { PLACE_WORDS } from './place-words';

const TICKED =
  'Where rows are ticked, assigning, putting aside and marking are for all of them: the next page shows what would come of it.';

const isEverywhere = ({ where }: Command): boolean => PLACES.every((place) => where.includes(place));

/** Every command and its keys, those of the page in view first. */
export function Sheet({ frame, onClose }: { frame: FrameProps; onClose(): void }) {
  const all = (COMMANDS as readonly Command[]).filter((command) => isFor(command, frame.role));
  const own = all.filter((command) => !isEverywhere(command));
  const groups: [string, Command[]][] = [
    ...[frame.place, ...PLACES.filter((place) => place !== frame.place)].map((place): [string, Command[]] => [
      PLACE_WORDS[place],
      // What holds on several kinds of pages stands by the first of them, or by that in view.
      own.filter(({ where }) => (where.includes(frame.place) ? place === frame.place : where[0] === place)),
    ]),
    ['Everywhere', all.filter(isEverywhere)],
  ];
  return (
    <Dialog label="All keys" className="keys-sheet" onClose={onClose}>
      <form method="dialog" className="keys-head">
        <h2>All keys</h2>
        {!frame.settings.letters && (
          <p>Single keys are switched off. What is held with Ctrl or ⌘ works, and so do the arrows, Enter and Esc.</p>
        )}
        <a href="/review/settings">Change them</a>
        <button type="submit" className="button slim">
          Close
        </button>
      </form>
      <div className="keys-groups">
        {groups.map(
          ([title, commands]) =>
            commands.length > 0 && (
              <section key={title}>
                <h3>{title}</h3>
                {title === PLACE_WORDS.list && <p className="quiet">{TICKED}</p>}
                <ul>
                  {commands.map((command) => (
                    <li key={command.id} data-sheet={command.id}>
                      <span>{command.words}</span> <Keys command={command} frame={frame} />
                    </li>
                  ))}
                </ul>
              </section>
            ),
        )}
      </div>
    </Dialog>
  );
}

/** The keys of a command, or that it has none. */
export function Keys({ command, frame }: { command: Command; frame: FrameProps }) {
  const keys = keysOf(command, frame.settings);
  if (keys.length === 0) return <span className="quiet">no key</span>;
  return (
    <span className="key-ways">
      {keys.map((key) => (
        <kbd key={key} className="key">
          {keyWords(key, frame.mac)}
        </kbd>
      ))}
    </span>
  );
}
