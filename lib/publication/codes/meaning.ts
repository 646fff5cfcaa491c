/** The status a refusal is answered with, why it is given, and what to do about it. */
export type Meaning = readonly [status: number, cause: string, next: string];
