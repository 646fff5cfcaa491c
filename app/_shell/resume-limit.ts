import { sessionId } from './actor';
import { BODY_LIMIT } from './body';

/** An address, a password, a path: no more is read of a stranger who signs in. */
export const SIGN_IN_LIMIT = 16 * 1024;

/** Room for a long article that was pasted; a whole newspaper has none. */
const STRANGER_LIMIT = 256 * 1024;

/**
 * Most bytes of a form that are read to keep it for a writer who is not signed in. A cookie we signed, even one whose session has
 * ended, tells a writer from a stranger.
 */
export const keepingLimit = async (): Promise<number> => ((await sessionId()) === null ? STRANGER_LIMIT : BODY_LIMIT);

/** The same form on its way back, packed inside the form that signs in: quotes and line ends have grown by then. */
export const keptLimit = async (): Promise<number> => Math.min(BODY_LIMIT, 3 * (await keepingLimit()) + SIGN_IN_LIMIT);
