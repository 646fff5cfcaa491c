/** Runs once in each server process before it answers. A server that must not run says why, in one line, and ends. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return;
  const { bootOrEnd } = await import('./app/_shell/boot');
  await bootOrEnd();
}
