// npm run bench:chart [-- --json]: what the chart of a measure costs, in ms and bytes, from its claims to its markup (Q2).
import './ensure.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './yard/root.mjs';

const args = ['--import', 'tsx', join(ROOT, 'scripts', 'bench', 'chart.mjs'), ...process.argv.slice(2)];
spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).on('exit', (code) => {
  process.exitCode = code ?? 1;
});
