import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../db/world';
import { call, linesOf, type Printed } from './command';

const SEEDS = fileURLToPath(new URL('../../../shared/seeds', import.meta.url));

describe.skipIf(!existsSync(SEEDS))(
  'the five seed articles (../shared/seeds; skipped where that folder is missing)',
  { timeout: 180_000 },
  () => {
    it('come to exactly two open cases and a sum that holds, twice the same', async () => {
      const db = ['--db', `file:${join(await temporaryFolder(), 'record.db')}`];
      const first = await call(['import', SEEDS, ...db, '--json']);
      expect(linesOf(first.out)[0]).toMatchObject({ articles: { created: 5, unchanged: 0, failed: 0 }, conflicts: 2 });
      const state: Printed = JSON.parse((await call(['export', ...db])).out);
      expect(state.cases.map((row: Printed) => row.status)).toEqual(['open', 'open']);
      expect(state.checks).toContainEqual(expect.objectContaining({ expression: '28 + 16 + 26 + 9 + 10 = 89', verdict: 'pass' }));
      const again = await call(['import', SEEDS, ...db, '--json']);
      expect(linesOf(again.out)[0]).toMatchObject({
        articles: { created: 0, unchanged: 5, failed: 0 },
        claims: 0,
        measures: 0,
        conflicts: 0,
      });
    });
  },
);
