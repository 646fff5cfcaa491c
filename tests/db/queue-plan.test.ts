import { type SQL, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '@/db/open';
import { facetsOf } from '@/db/queue/keep';
import { countDue } from '@/db/queue/looked';
import { type Asked, anyOf, readAlong } from '@/db/queue/places';
import { sqlOf, type Words, words } from '@/db/statement';
import { seedCase } from './seeds';
import { NOW, newRecord } from './world';

const DUE = { today: '2026-05-01', oldBefore: '2026', latest: '2026' };

const asked = (more: Partial<Asked>): Asked => ({
  split: 'conflicts',
  filters: {},
  person: 'p',
  now: NOW,
  due: DUE,
  decides: false,
  unseen: true,
  ...more,
});

const along = (one: Asked): SQL => {
  const { led, others } = readAlong(one);
  return sqlOf(
    words`SELECT rank, since, id FROM (SELECT rank, since, id FROM ${led} AND (rank, since, id) > (0, '', '') ORDER BY rank, since, id LIMIT 2000) AS x
      WHERE true ${others} LIMIT 51`,
  );
};

const drawn = (filters: Asked['filters'], order: Words): SQL => {
  const { led, others } = readAlong(asked({ filters: { ...filters, who: 'nobody' }, walked: true }));
  return sqlOf(words`SELECT id FROM (SELECT rank, since, id FROM ${led}) AS x WHERE true ${others} ORDER BY ${order} LIMIT 20`);
};

const LISTS: Record<string, SQL> = {
  'the oldest that nobody has': drawn({}, words`since, id`),
  'the first that nobody has': drawn({}, words`rank, since, id`),
  'the first of an outlet that nobody has': drawn({ source: 's', severity: 'normal' }, words`rank, since, id`),
  conflicts: along(asked({})),
  settled: along(asked({ split: 'settled', filters: { severity: 'high' } })),
  stale: along(asked({ split: 'stale' })),
  mine: along(asked({ split: 'mine', filters: { source: 's', flag: 'any' } })),
  severity: along(asked({ filters: { severity: 'normal', age: 3 } })),
  source: along(asked({ filters: { source: 's' } })),
  'an outlet of several names': along(asked({ filters: { source: anyOf(['s', 't', 'u']), who: 'nobody' } })),
  'a speaker of several names': along(asked({ filters: { speaker: anyOf(['x', 'y']), source: anyOf(['s', 't']) } })),
  'speaker and kind': along(asked({ filters: { speaker: 'x', kind: 'contradiction', who: 'nobody' } })),
  measure: along(asked({ filters: { measure: 'm', who: 'p' } })),
  'second opinions': along(asked({ split: 'second-review' })),
  'what is mine': along(asked({ split: 'mine' })),
  'rulings of others': along(asked({ split: 'to-publish', walked: true })),
};
const OTHERS: Record<string, SQL> = {
  'old measures counted': sqlOf(words`SELECT ${countDue(DUE)}`),
  'what is due': sql`SELECT id, kind FROM queue_items WHERE snoozed_until IS NOT NULL AND snoozed_until <= ${NOW} ORDER BY snoozed_until LIMIT 200`,
  'own acts': sql`SELECT seq FROM acts WHERE "by" = 'p' AND seq < 9 ORDER BY seq DESC LIMIT 50`,
  'parts of an act': sql`SELECT seq FROM acts WHERE under = 9`,
  'what took an act back': sql`SELECT seq FROM acts WHERE undoes = 9`,
  'older engines': sql`SELECT count(*) FROM articles WHERE engine < 'x'`,
};

const stepsOf = async (db: Database, query: SQL): Promise<string[]> =>
  (await db.snapshot((from) => from.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${query}`))).map(({ detail }) => detail);

/** Reading what a list was narrowed to before, at most two thousand rows; the people of the desk, who are few, the opinions on one case, and the names of one. */
const NARROWED = /^SCAN (x|queue_items|queue_facets|\(subquery-\d+\)|e|(b|json_each) VIRTUAL TABLE INDEX.*)$/;

it('finds every page and every count of the queue by an index: nothing is gone through from end to end, and nothing is sorted', async () => {
  const db = await newRecord();
  await seedCase(db);
  for (const [name, query] of Object.entries({ ...LISTS, ...OTHERS })) {
    const steps = await stepsOf(db, query);
    const tables = steps.filter((step) => /queue_|acts|articles/.test(step));
    expect(tables.length, name).toBeGreaterThan(0);
    for (const step of tables) expect(step, name).toMatch(/^SEARCH /);
    // Definitions are written by people one by one: they are few, however large the record is.
    const gone = steps.filter((step) => !/^SCAN (d|CONSTANT ROW)$/.test(step));
    if (name in OTHERS) expect(gone.join('\n'), name).not.toContain('SCAN');
    else for (const step of steps.filter((one) => one.startsWith('SCAN'))) expect(step, name).toMatch(NARROWED);
  }
  for (const [name, query] of Object.entries({ ...LISTS, ...OTHERS }))
    expect((await stepsOf(db, query)).join('\n'), name).not.toContain('TEMP B-TREE');
});

it('files what a case can be looked for by without going through any table', async () => {
  const db = await newRecord();
  await seedCase(db);
  const scans = (await stepsOf(db, sqlOf(facetsOf(['x'])))).filter((step) => step.startsWith('SCAN'));
  expect(scans.length).toBeGreaterThan(0);
  // What the cases themselves hold, and the claims found in it.
  for (const scan of scans) expect(scan).toMatch(/^SCAN (s|position|member|o|json_each)\b/);
});
