import { getTableColumns, sql } from 'drizzle-orm';
import { readingOf } from './codec';
import type { Reads } from './open';
import { claims } from './schema';

// Where a claim stands moves; the rest of it stays as its article gave it.
const READING = Object.values(readingOf(getTableColumns(claims)))
  .map((column) => column.name)
  .join(', ');

/** What keeps the log, and what it tells of, from being rewritten, word for word as the migrations wrote it. */
const GUARDS: Record<string, string> = {
  audit_next: `CREATE TRIGGER audit_next BEFORE INSERT ON audit_log WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit_log) OR length(NEW.leaf) <> 32 OR NEW.prev IS NOT coalesce((SELECT leaf FROM audit_log ORDER BY seq DESC LIMIT 1), zeroblob(32)) BEGIN SELECT RAISE(ABORT, 'audit: next row only'); END`,
  ...guard('audit', 'audit_log', 'audit'),
  ...guard('case_events', 'case_events', 'case events'),
  ...guard('rulings', 'rulings', 'rulings'),
  ...guard('publications', 'publications', 'publications'),
  ...guard('claim_judgements', 'claim_judgements', 'judgements'),
  ...guard('articles', 'articles', 'articles'),
  ...guard('claims', 'claims', 'claims', `UPDATE OF ${READING}`),
};

/** The first guard that is missing or was changed, in plain words; null when all stand. */
export async function missingGuard(from: Reads): Promise<string | null> {
  const rows = await from.all<{ name: string; sql: string }>(sql`SELECT name, sql FROM sqlite_master WHERE type = 'trigger'`);
  const stored = new Map(rows.map((row) => [row.name, row.sql.replace(/\s+/g, ' ').trim()]));
  for (const [name, words] of Object.entries(GUARDS)) {
    if (!stored.has(name)) return `the guard ${name} is missing: what was logged could be rewritten`;
    if (stored.get(name) !== words) return `the guard ${name} was changed: what was logged could be rewritten`;
  }
  return null;
}

function guard(prefix: string, table: string, label: string, update = 'UPDATE'): Record<string, string> {
  const words = (verb: string) => `BEFORE ${verb} ON ${table} BEGIN SELECT RAISE(ABORT, '${label}: append only'); END`;
  return {
    [`${prefix}_no_update`]: `CREATE TRIGGER ${prefix}_no_update ${words(update)}`,
    [`${prefix}_no_delete`]: `CREATE TRIGGER ${prefix}_no_delete ${words('DELETE')}`,
  };
}
