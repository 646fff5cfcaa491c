import { defineConfig } from '@playwright/test';

// scripts/test.mjs builds, serves and gives these by environment; nothing here starts a server or looks for a browser.
const browser = {
  executablePath: process.env.CHROMIUM_PATH,
  args: JSON.parse(process.env.CHROMIUM_ARGS ?? '[]'),
  env: { ...process.env, ...JSON.parse(process.env.CHROMIUM_ENV ?? '{}') },
};

export default defineConfig({
  testDir: 'tests/journeys',
  outputDir: process.env.COUNTERCHECK_TEST_DIR ? `${process.env.COUNTERCHECK_TEST_DIR}/journeys` : 'test-results',
  globalSetup: './tests/journeys/desk/template.ts',
  // A file is one line of events. Files share nothing: each serves a record of its own, and what all read nobody writes.
  fullyParallel: false,
  workers: 2,
  // Generous like those of the unit tests: a journey that hangs is ended, one on a busy machine is not.
  timeout: 300_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  use: { baseURL: process.env.COUNTERCHECK_URL, launchOptions: browser, trace: 'off', actionTimeout: 30_000 },
});
