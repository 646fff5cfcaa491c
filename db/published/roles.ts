import { inArray } from 'drizzle-orm';
import type { Actor } from '@/lib/publication';
import type { Reads } from '../open';
import { people } from '../schema';

/** Roles of the people behind public acts. Names and addresses are not even read. */
export async function actorsOf(from: Reads, ids: string[]): Promise<(id: string) => Actor> {
  const rows =
    ids.length === 0
      ? []
      : await from.select({ id: people.id, role: people.role, demo: people.demo }).from(people).where(inArray(people.id, ids));
  const actors = new Map(rows.map((row) => [row.id, { role: row.role, demo: row.demo }]));
  return (id) => actors.get(id) ?? { role: 'reviewer', demo: false };
}
