import { type Command, type CommandId, holdsAt } from '@/lib/keys';
import { deskKeys } from './desk-keys';
import { Key } from './key';

/** The foot of every page: commands that no part of the page carries, each with its key. Links work without a script, too. */
export async function KeyBar({ role }: { role: string }) {
  const { place } = await deskKeys();
  const here = holdsAt(place, role).filter(({ bar }) => bar);
  return (
    <footer className="key-bar">
      <ul className="key-acts">
        {here
          .filter(({ go }) => !go)
          .map((command) => (
            <li key={command.id}>
              <button type="button" className="button slim" data-command={command.id} data-frame>
                {command.words} <Key of={command.id as CommandId} />
              </button>
            </li>
          ))}
      </ul>
      <nav aria-label="Go to">
        <ul>
          {here
            .filter(({ go }) => go)
            .map((command) => (
              <li key={command.id}>
                <a href={command.go} data-command={command.id}>
                  {shortly(command)} <Key of={command.id as CommandId} />
                </a>
              </li>
            ))}
        </ul>
      </nav>
    </footer>
  );
}

/** "Go to" stands once, before all of them. */
const shortly = ({ words }: Command): string => {
  const place = words.replace(/^Go to (the )?/, '');
  return place.charAt(0).toUpperCase() + place.slice(1);
};
