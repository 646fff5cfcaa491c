/**
 * The demonstration: articles of our own making, five people to sign in as, and a few judgements already passed.
 * It knows the record's verbs and refuses to write past them: what the demo shows, a newsroom could have done by hand.
 */
export type { DemoPerson } from './people';
export { seedDemo } from './seed';
