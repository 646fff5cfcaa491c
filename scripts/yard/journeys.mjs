import { run, tool } from './children.mjs';
import { serveFresh } from './serve.mjs';

const say = (line) => process.stdout.write(`${line}\n`);

/**
 * Finds a browser, builds, serves a fresh demo record and runs the journeys. Exit code of Playwright, or null when it never came to that.
 * The journeys are told by environment: COUNTERCHECK_URL, COUNTERCHECK_PEOPLE (JSON of `[{email, password, role}]`), DATABASE_URL.
 */
export async function journeys(folder, env, files) {
  const { findBrowser } = await import('../browser.mjs');
  const browser = await findBrowser();
  say(`Browser: ${browser.how} (${browser.executablePath})`);
  const served = await serveFresh(folder, env, say);
  if (!served) {
    say('The server for the journeys did not become ready.');
    return null;
  }
  try {
    return await run(process.execPath, [tool('@playwright/test/cli.js'), 'test', '--reporter=list,json', ...files], {
      env: {
        ...served.env,
        NODE_ENV: 'test',
        COUNTERCHECK_URL: served.address,
        COUNTERCHECK_PEOPLE: JSON.stringify(served.people),
        CHROMIUM_PATH: browser.executablePath,
        CHROMIUM_ARGS: JSON.stringify(browser.args),
        CHROMIUM_ENV: JSON.stringify(browser.env),
      },
    });
  } finally {
    await served.stop();
  }
}
