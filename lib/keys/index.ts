/**
 * keys knows the commands of the desk: what each is called, by which keys it is reached, where it holds, and how a person's own keys
 * change that. It refuses to know how a command is carried out, how it is drawn and where settings are kept. What runs in the browser
 * takes it from here, so it stands on nothing but types.
 */
export { type Chord, chordOf, isLetters, keyWords, type Pressed, readKeys } from './chord';
export { COMMANDS, type Command, type CommandId, holdsAt, isFor, PLACES, type Place, placeOf } from './commands';
export { AS_DELIVERED, type KeySettings, keyFaults, keysOf, keysToKeep, match } from './keymap';
