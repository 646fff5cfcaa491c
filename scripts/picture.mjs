// npm run picture: takes the picture of the README again, from a fresh demo.
import './ensure.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { stopAll } from './yard/children.mjs';
import { ROOT } from './yard/root.mjs';
import { serveFresh } from './yard/serve.mjs';

const PICTURE = join(ROOT, 'app', '_ui', 'readme.png');
const folder = mkdtempSync(join(tmpdir(), 'countercheck-picture-'));

async function take() {
  const { chromium } = await import('@playwright/test');
  const { createClient } = await import('@libsql/client');
  const { executablePath, args, env } = await findBrowser();
  const served = await serveFresh(folder, process.env, (line) => process.stderr.write(`${line}\n`));
  if (!served) throw new Error('the demo could not be served');
  const record = createClient({ url: served.env.DATABASE_URL });
  // The case the demo opens on: 83 against 89 countries.
  const { rows } = await record.execute("SELECT measure_id FROM claims WHERE text LIKE '83 countries%' LIMIT 1");
  record.close();
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  const page = await browser.newPage({ viewport: { width: 1100, height: 1400 }, colorScheme: 'light' });
  await page.goto(`${served.address}/measures/${rows[0].measure_id}`);
  await page.screenshot({ path: PICTURE });
  await browser.close();
  await served.stop();
}

try {
  await take();
  process.stdout.write(`${PICTURE}\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await stopAll(5_000);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
