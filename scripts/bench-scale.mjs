// npm run bench:scale [-- --claims=N --json]: what an article and a claim cost while the record grows, from empty to N claims (20,000).
import './ensure.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './yard/root.mjs';

const args = ['--import', 'tsx', join(ROOT, 'scripts', 'bench', 'scale.mjs'), ...process.argv.slice(2)];
spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).on('exit', (code) => {
  process.exitCode = code ?? 1;
});
