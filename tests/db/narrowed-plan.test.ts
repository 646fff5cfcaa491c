import { type SQL, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database, Reads } from '@/db/open';
import { caseList, claimList, filtersTold, measureList, searchFor, subjectList, subjectRecord } from '@/db/published';
import type { Filters } from '@/lib/publication';
import { harbour } from './harbour';
import { newRecord } from './world';

/** What a read asks the database, statement by statement, and how the database goes about it by its own account. */
async function plansOf(db: Database, read: (from: Reads) => Promise<unknown>): Promise<{ asked: string; steps: string[] }[]> {
  const asked: SQL[] = [];
  const listening = new Proxy(db.read, {
    get: (target, name) => {
      if (name !== 'all') return Reflect.get(target, name);
      return (statement: SQL) => {
        asked.push(statement);
        return target.all(statement);
      };
    },
  });
  await read(listening as Reads);
  return Promise.all(
    asked.map(async (statement) => {
      const steps = await db.read.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${statement}`);
      return { asked: JSON.stringify(statement.queryChunks).slice(0, 300), steps: steps.map(({ detail }) => detail) };
    }),
  );
}

const FILTERS: Filters[] = [
  {},
  { state: 'open' },
  { reason: 'source-error', verdict: 'supported' },
  { kind: 'contradiction', source: 'x' },
  { topic: 'health', place: 'cn', speaker: 'y' },
  { from: '2026-01-01', to: '2026-02', source: 'x' },
  { from: '2026-01-01' },
];

/** Entries of these are looked up, or walked along an index; never all of them, whatever they are narrowed by. */
const NEVER_SCANNED = /^SCAN (c|claims|f|o|public_facets|v|public_verdicts|a|articles|word_slips)(?! USING (COVERING )?INDEX)\b/;

it('goes along an index for every list, filter and search, and never through all claims, articles or facets', async () => {
  const db = await newRecord();
  await harbour(db);
  const reads: Record<string, (from: Reads) => Promise<unknown>> = {};
  for (const filters of FILTERS)
    for (const after of [null, '3skcm703z8fm']) {
      const name = `${JSON.stringify(filters)} ${after}`;
      reads[`measures ${name}`] = (from) => measureList(from, { filters, after });
      reads[`cases ${name}`] = (from) => caseList(from, { filters, order: 'change', after });
      reads[`claims ${name}`] = (from) => claimList(from, { filters, after });
      reads[`in words ${name}`] = (from) => filtersTold(from, filters);
    }
  for (const order of ['change', 'claims'] as const) reads[`measures by ${order}`] = (from) => measureList(from, { order, after: null });
  reads['claims by day'] = (from) => claimList(from, { order: 'as-of', after: null });
  for (const typed of ['boats', '12 boats', '10-20 boats', 'over 3', '12', 'baots at dwan', '"the harbour"'])
    reads[`search for ${typed}`] = (from) => searchFor(from, { typed });
  reads.places = (from) => subjectList(from, 'place', null);
  reads['a place'] = (from) => subjectRecord(from, 'place', 'cn');
  for (const [name, read] of Object.entries(reads))
    for (const { asked, steps } of await plansOf(db, read))
      expect(
        steps.filter((step) => NEVER_SCANNED.test(step)),
        `${name}: ${asked}`,
      ).toEqual([]);
});
