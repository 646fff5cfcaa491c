import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from '../yard/root.mjs';

const given = process.argv.find((word) => word.startsWith('--extract='))?.slice('--extract='.length);
const folder = resolve(ROOT, given ?? join('..', 'shared', 'bench', 'extract'));

/** The folder of the public benchmark of quantities, given by `--extract=FOLDER` or beside the project; null without. */
export const EXTRACT = existsSync(join(folder, 'run.mjs')) ? folder : null;
