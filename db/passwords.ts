import { hash, verify } from '@node-rs/argon2';
import { ok, type Result, refuse } from '@/lib/base';

/** argon2id, 64 MiB, three passes: about 60 ms of one core for each guess. 2 is argon2id. */
const COST = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

const PASSWORD = { least: 10, most: 200 } as const;

/** Node has few threads for such work, and memory is finite: more than this at once is turned away, not queued. */
const AT_ONCE = 4;

/** The hash of a password nobody knows, so that an unknown address takes as long as a known one. */
const DUMMY = '$argon2id$v=19$m=65536,t=3,p=1$60WzuQxWw1/58USP4HCpUw$9842MPHjCX3zdq9er6q5DX0Y9C7ywz5iCa45NiNIpmo';

// Shared by all bundles of the process.
const FLIGHT = Symbol.for('countercheck.hashes');
const shared = globalThis as { [FLIGHT]?: { now: number } };
const flight = () => (shared[FLIGHT] ??= { now: 0 });

/** The length alone decides: long phrases are welcome, and rules about signs make passwords worse. */
export function checkPassword(password: string): Result<string> {
  if (password.length < PASSWORD.least)
    return refuse(422, 'PasswordTooShort', `The password has ${password.length} characters.`, `Use at least ${PASSWORD.least}.`, {
      field: 'password',
    });
  if (password.length > PASSWORD.most)
    return refuse(422, 'PasswordTooLong', `The password has ${password.length} characters.`, `Use at most ${PASSWORD.most}.`, {
      field: 'password',
    });
  return ok(password);
}

export const hashPassword = (password: string): Promise<Result<string>> => inFlight(() => hash(password, COST));

/** Whether the password fits; `stored` null is a person without one, or nobody, and takes just as long. */
export const fits = (stored: string | null, password: string): Promise<Result<boolean>> =>
  inFlight(async () => (await verify(stored ?? DUMMY, password.slice(0, PASSWORD.most))) && stored !== null);

async function inFlight<T>(work: () => Promise<T>): Promise<Result<T>> {
  const counter = flight();
  if (counter.now >= AT_ONCE) {
    return refuse(503, 'Busy', 'Too many people are signing in at this moment.', 'Try again in a few seconds.', {
      details: { retryAfter: 2 },
    });
  }
  counter.now += 1;
  try {
    return ok(await work());
  } finally {
    counter.now -= 1;
  }
}
