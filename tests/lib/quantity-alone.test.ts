import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

test('the reader of numbers can be used alone, from a folder that knows nothing of the project', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countercheck-alone-'));
  const door = pathToFileURL(join(import.meta.dirname, '..', '..', 'lib', 'quantity', 'index.ts')).href;
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const script = join(folder, 'alone.mjs');
  writeFileSync(
    script,
    `import { readQuantities } from '${door}';\nprocess.stdout.write(readQuantities('Nearly 83 ferries sailed.').quantities[0].high);\n`,
  );
  expect(execFileSync(process.execPath, ['--import', loader, script], { cwd: folder, encoding: 'utf8' })).toBe('83');
});
