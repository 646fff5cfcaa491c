/** What the server does by itself that takes longer than a click: reading everything again with the engine of today, sending the letters. */
export const JOB_KINDS = ['reread', 'digest'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** "stopped": by a person, and what was done until then stands. */
export const JOB_STATES = ['running', 'done', 'stopped', 'failed'] as const;
