import { buildIfChanged, clearCaches } from './build.mjs';
import { ended, start, stop, tool } from './children.mjs';
import { freePort, untilAnswers } from './port.mjs';
import { prepare } from './record.mjs';

/** Everything but `npm start` has a build folder of its own: pages cached by one record must never be served for another. */
const DIST = '.next-test';

/**
 * Builds where needed, makes a fresh demo record in `folder` and serves it on a free port of this machine.
 * Null when one of these failed; the reason is on standard error then.
 */
export async function serveFresh(folder, env, say) {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const told = {
    ...env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    UV_THREADPOOL_SIZE: '8',
    COUNTERCHECK_MODE: 'demo',
    COUNTERCHECK_DIST: DIST,
    DATABASE_URL: `file:${folder}/record.db`,
    PUBLIC_URL: address,
    NEXTAUTH_URL: address,
    AUTH_SECRET: 'a secret for one run of tests and no longer',
    PORT: String(port),
  };
  if (!(await buildIfChanged(DIST, () => say(`Building into ${DIST} …`)))) return null;
  clearCaches(DIST);
  const record = await prepare(told);
  if (!record) return null;
  const server = start(process.execPath, [tool('next/dist/bin/next'), 'start', '-p', String(port)], {
    env: told,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (!(await untilAnswers(`${address}/api/health`, ended(server)))) {
    await stop(server, 2_000);
    return null;
  }
  return { address, env: told, people: record.people, stop: () => stop(server, 10_000) };
}
