import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const PASSWORD = 'a long phrase that only journeys know';

/** Runs once before all journeys: makes the record that each world begins with, so that none has to hash passwords and migrate again. */
export default function makeTemplate(): () => void {
  const folder = mkdtempSync(join(process.env.COUNTERCHECK_TEST_DIR ?? tmpdir(), 'countercheck-template-'));
  const file = join(folder, 'record.db');
  fill({ ...process.env, DATABASE_URL: `file:${file}`, DESK_PASSWORD: PASSWORD });
  process.env.DESK_TEMPLATE = file;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Fills a record with the people of the journeys, in a process of its own, so that nothing of it stays open here. */
export function fill(env: NodeJS.ProcessEnv): void {
  const script = join(process.cwd(), 'tests/journeys/desk/fill.ts');
  execFileSync(process.execPath, ['--import', 'tsx', script], { env, stdio: 'inherit' });
}
