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
  const { executablePath, args, env } = await findBrowser();
  const served = await serveFresh(folder, process.env, (line) => process.stderr.write(`${line}\n`));
  if (!served) throw new Error('the demo could not be served');
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  const page = await browser.newPage({ viewport: { width: 1100, height: 1400 }, colorScheme: 'light' });
  // The case the demo opens on: 83 against 89 countries.
  await page.goto(`${served.address}/search?q=83+countries`);
  const measure = await page.locator('main a[href^="/measures/"]').first().getAttribute('href');
  await page.goto(`${served.address}${measure}`);
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
