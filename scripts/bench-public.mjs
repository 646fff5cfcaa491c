// npm run bench:public [-- --seconds=N --json]: requests a second of a measure page while articles come in and rulings are published, beside an
// empty static page of the framework; the same behind nginx with deploy/nginx.conf, where there is one, beside a bare node:http server; and how long a published ruling takes to the first reader.
import './ensure.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './yard/root.mjs';

const args = ['--import', 'tsx', join(ROOT, 'scripts', 'bench', 'public.mjs'), ...process.argv.slice(2)];
spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).on('exit', (code) => {
  process.exitCode = code ?? 1;
});
