import { type SQL, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database, Reads } from '@/db/open';
import { caseList, claimList, filtersTold, listedSources, measureList, searchFor, subjectList, subjectRecord } from '@/db/published';
import type { Filters } from '@/lib/publication';
import { harbour } from './harbour';
import * as world from './public-world';
import { minutesLater, newRecord } from './world';

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

/** Entries of these are looked up, never gone through; claims are gone through along their days alone, as far as a page shows. */
const NEVER_SCANNED =
  /^SCAN (?:f|o|v|a|public_facets|public_verdicts|articles|word_slips|sources|speakers)\b|^SCAN (?:c|claims)\b(?! USING INDEX claims_public_by_as_of)/;

it('goes along an index for every list, filter and search, and never through all claims, articles or facets', async () => {
  const db = await newRecord();
  const { anna, a, b } = await harbour(db);
  for (const { articleId } of [a, b]) await world.accept(db, articleId, anna, minutesLater(1));
  const source = (await listedSources(db.read))[0]?.id as string;
  const reads: Record<string, (from: Reads) => Promise<unknown>> = {};
  for (const filters of [...FILTERS, { state: 'open', kind: 'contradiction' }, { source, state: 'open', from: '2026' }])
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
    for (const filters of [{}, { state: 'open' }, { source }])
      reads[`search for ${typed} ${JSON.stringify(filters)}`] = (from) => searchFor(from, { typed, filters });
  reads.places = (from) => subjectList(from, 'place', null);
  reads['a place'] = (from) => subjectRecord(from, 'place', 'cn');
  for (const [name, read] of Object.entries(reads))
    for (const { asked, steps } of await plansOf(db, read))
      expect(
        steps.filter((step) => NEVER_SCANNED.test(step)),
        `${name}: ${asked}`,
      ).toEqual([]);
});
