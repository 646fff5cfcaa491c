import type { Instrumentation } from 'next';

/** Runs once in each server process before it answers. A server that must not run says why, in one line, and ends. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return;
  const [{ bootOrEnd }, { watchConnections }] = [await import('./app/_shell/boot'), await import('./app/_shell/connections')];
  watchConnections();
  await bootOrEnd();
}

/** What broke while a page of the desk was made: the number its reader sees, and the reason kept from the page. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('./app/_shell/log');
  const digest = error instanceof Error && 'digest' in error ? error.digest : null;
  log().error({ path: request.path.split('?')[0], method: request.method, digest, err: error }, 'page failed');
};
