import type { Actor } from '@/lib/publication';
import type { Role } from '../actor';
import type { Reads } from '../open';
import { people } from '../schema';
import { isAmong } from '../statement';

/** An act as its row keeps it: who did it, and the role they had then. */
interface Act {
  by: string;
  byRole: Role;
}

/** How the people behind public acts are shown: by their role at the time. Names and addresses are not even read. */
export async function actorsOf(from: Reads, acts: Act[]): Promise<(act: Act) => Actor> {
  const ids = [...new Set(acts.map(({ by }) => by))];
  const rows = ids.length === 0 ? [] : await from.select({ id: people.id, demo: people.demo }).from(people).where(isAmong(people.id, ids));
  const demo = new Map(rows.map((row) => [row.id, row.demo]));
  return ({ by, byRole }) => {
    const isDemo = demo.get(by);
    if (isDemo === undefined) throw new Error(`nobody of the record is ${by}`);
    return { role: byRole, demo: isDemo };
  };
}
