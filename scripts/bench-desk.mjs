// npm run bench:desk [-- --cases=N --claims=N --acts=N --record=FOLDER --json]: what an act and a page of the desk take in a record of N open
// cases (2,000) and N claims (20,000), over HTTP. A record that is made into a FOLDER is used again from there.
import './ensure.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './yard/root.mjs';

const args = ['--import', 'tsx', join(ROOT, 'scripts', 'bench', 'desk.mjs'), ...process.argv.slice(2)];
spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).on('exit', (code) => {
  process.exitCode = code ?? 1;
});
