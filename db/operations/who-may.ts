import { type Actor, ANONYMOUS, OWNER, ROLES, type Role } from '../actor';
import { OPERATIONS } from '.';
import { mayRun } from './who';

/** The columns of the table: nobody signed in, each role, the operator at the command line. */
export const ASKING = ['anonymous', ...ROLES, 'owner'] as const;
export type Asking = (typeof ASKING)[number];

export interface WhoMay {
  id: string;
  summary: string;
  /** What besides the role decides, in words. */
  provided: string | null;
  may: Record<Asking, boolean>;
}

const actorOf = (asking: Asking): Actor =>
  asking === 'anonymous' ? ANONYMOUS : asking === 'owner' ? OWNER : { kind: 'person', id: '', name: '', role: asking satisfies Role };

/** Roles × operations, from the registry: what the method page shows and the tests hold every answer against. */
export const whoMay = (): WhoMay[] =>
  OPERATIONS.map(({ id, summary, who, provided }) => ({
    id,
    summary,
    provided: provided ?? null,
    may: Object.fromEntries(ASKING.map((asking) => [asking, mayRun(who, actorOf(asking)).ok])) as WhoMay['may'],
  }));
