import { database, now } from '@/app/_shell/database';
import { may } from '@/db/operations';
import type { Person } from '@/db/people';
import { type Present, presentAt } from '@/db/presence';
import { clockWords } from '../_presence/clock';

/** Who else is at this item, as of when the page was made; the script of the desk keeps the line, and holds a lock for its reader. */
export async function Presence({ id, actor }: { id: string; actor: Person }) {
  const there = (await presentAt((await database()).read, [id], now())).get(id) ?? [];
  return (
    <p className="presence" data-presence={id} data-works={may(actor, 'presence.hold') || undefined}>
      {there
        .filter((one) => one.id !== actor.id)
        .map((one) => (
          <span key={one.id} className="other">
            <bdi>{one.name}</bdi> is looking at this · lock {clockWords(one.left)}
          </span>
        ))}
    </p>
  );
}

/** On a row of the queue: names alone. */
export function PresentNames({ present, actor }: { present: readonly Present[]; actor: Person }) {
  const others = present.filter(({ id }) => id !== actor.id);
  if (others.length === 0) return null;
  return (
    <span className="at-it">
      <bdi>{others.map(({ name }) => name).join(', ')}</bdi> {others.length > 1 ? 'are' : 'is'} looking at this
    </span>
  );
}
