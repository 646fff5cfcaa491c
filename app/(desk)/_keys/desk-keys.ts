import { headers } from 'next/headers';
import { cache } from 'react';
import { currentActor } from '@/app/_shell/actor';
import { database } from '@/app/_shell/database';
import { keySettings } from '@/db/settings';
import { AS_DELIVERED, COMMANDS, type Command, type CommandId, type KeySettings, keysOf, keyWords, type Place, placeOf } from '@/lib/keys';

export interface DeskKeys {
  settings: KeySettings;
  /** Keys are printed as they are called on the reader's machine. */
  mac: boolean;
  place: Place;
}

/** The keys of whoever looks at this page, and which kind of page it is; asked once for a page. */
export const deskKeys = cache(async (): Promise<DeskKeys> => {
  const [actor, asked] = [await currentActor(), await headers()];
  return {
    settings: actor ? await keySettings((await database()).read, actor.id) : AS_DELIVERED,
    mac: /Macintosh|iPhone|iPad/.test(asked.get('user-agent') ?? ''),
    place: placeOf(asked.get('x-desk-path') ?? '/review'),
  };
});

/** The first key of a command as it is printed; null where it has none, or it is switched off. */
export function printedKey(id: CommandId, { settings, mac }: Pick<DeskKeys, 'settings' | 'mac'>): string | null {
  const [key] = keysOf(COMMANDS.find((command) => command.id === id) as Command, settings);
  return key === undefined ? null : keyWords(key, mac);
}
