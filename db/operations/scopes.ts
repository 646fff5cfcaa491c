/**
 * What a key may be made for: groups of operations, by the beginning of their ids. An operation of no group is for a person who is signed in
 * alone: people, accounts, keys, webhooks, what is set for the desk or for oneself, and the work of the server.
 */
export const SCOPES = {
  articles: { words: 'Add articles; note what became of them', operations: ['articles.'] },
  readings: { words: 'Judge and correct readings', operations: ['claims.', 'readings.'] },
  pairs: { words: 'Say whether two claims belong together', operations: ['pairs.'] },
  cases: { words: 'Take, rule on and publish cases', operations: ['cases.'] },
  measures: { words: 'Say what measures are; merge and split them', operations: ['measures.'] },
  names: { words: 'Name speakers and outlets', operations: ['speakers.', 'sources.'] },
  queue: { words: 'Give out and put aside the work of the queue', operations: ['queue.'] },
  notes: { words: 'Write notes', operations: ['notes.'] },
} as const;

export type Scope = keyof typeof SCOPES;
export const SCOPE_NAMES = Object.keys(SCOPES) as [Scope, ...Scope[]];

/** The group an operation is of; null for what no key may do. */
export const scopeOf = (operationId: string): Scope | null =>
  SCOPE_NAMES.find(
    (scope) => SCOPES[scope].operations.some((begin) => operationId.startsWith(begin)) && operationId !== 'measures.set-review',
  ) ?? null;
