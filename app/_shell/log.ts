import pino from 'pino';

const LOG = Symbol.for('countercheck.log');
const shared = globalThis as { [LOG]?: pino.Logger };

const options = (): pino.LoggerOptions => ({
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  level: process.env.LOG_LEVEL || 'info',
});

/** One JSON line on standard error for each thing worth knowing. Never bodies, never secrets: each call lists by hand what it tells. */
export const log = (): pino.Logger => (shared[LOG] ??= pino(options(), pino.destination(2)));
