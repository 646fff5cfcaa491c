import { fileURLToPath } from 'node:url';

/** The project's folder: every script works from here, wherever it was called from. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
