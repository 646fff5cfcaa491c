// npm run bench:growth [-- --json]: how the time of reading grows with the text, for ordinary prose and for texts made to be slow.
// Processor time of one process; a straight line doubles when the text doubles.
import './ensure.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './yard/root.mjs';

const args = ['--expose-gc', '--import', 'tsx', join(ROOT, 'scripts', 'bench', 'growth.mjs'), ...process.argv.slice(2)];
spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).on('exit', (code) => {
  process.exitCode = code ?? 1;
});
