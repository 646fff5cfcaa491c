import { capture } from './children.mjs';
import { ROOT } from './root.mjs';

/**
 * Migrates and fills the record in a process of its own, so that the owner lock is free again for the server.
 * Null when that failed; the reason is on standard error then.
 */
export async function prepare(env) {
  const { code, output } = await capture(process.execPath, ['--import', 'tsx', `${ROOT}/scripts/prepare.ts`], { env });
  return code === 0 ? JSON.parse(output.trim().split('\n').at(-1)) : null;
}

/** Leaves the record in order after its server has ended, in a process of its own as well. */
export const settle = (env) => capture(process.execPath, ['--import', 'tsx', `${ROOT}/scripts/settle.ts`], { env });

export const demoPeopleRefusal = (databaseUrl) =>
  `COUNTERCHECK_MODE is production, but ${databaseUrl} holds the demo's people, whose passwords were shown on a screen. ` +
  'Give a deployment a record of its own (DATABASE_URL=file:data/newsroom.db), or leave COUNTERCHECK_MODE out to run the demo.';
