/** Names the rules a reading was made with. Raised by every change that can alter a reading, so that old snapshots can be read again. */
export const ENGINE_VERSION = '5';
