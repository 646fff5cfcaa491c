import { ASKING } from './asking';
import type { Meaning } from './meaning';
import { PEOPLE } from './people';
import { WORK } from './work';

/** A refusal as the documents explain it. Each answer says the same of what was really sent. */
export interface Explained {
  code: string;
  status: number;
  cause: string;
  next: string;
}

const all: Record<string, Meaning> = { ...ASKING, ...PEOPLE, ...WORK };

/** Every code that an answer may carry, in the order of the alphabet: its type leads to the page that explains it. */
export const CODES: readonly Explained[] = Object.keys(all)
  .sort()
  .map((code) => {
    const [status, cause, next] = all[code] as Meaning;
    return { code, status, cause, next };
  });
