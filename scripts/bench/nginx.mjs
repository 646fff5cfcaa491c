import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ended, start, stop } from '../yard/children.mjs';
import { untilAnswers } from '../yard/port.mjs';
import { ROOT } from '../yard/root.mjs';

export const isNginxThere = () => !spawnSync('nginx', ['-v'], { stdio: 'ignore' }).error;

/**
 * Serves deploy/nginx.conf as it is shipped, with other ports and folders, in front of `upstream`.
 * @returns its address and how to stop it
 */
export async function serveNginx(folder, { port, upstream }) {
  const place = join(folder, 'nginx');
  mkdirSync(join(place, 'cache'), { recursive: true });
  const site = readFileSync(join(ROOT, 'deploy', 'nginx.conf'), 'utf8')
    .replace('127.0.0.1:3000', `127.0.0.1:${upstream}`)
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('/var/cache/nginx/countercheck', join(place, 'cache'));
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${join(place, name)};`);
  const isRoot = process.getuid?.() === 0;
  writeFileSync(
    join(place, 'nginx.conf'),
    `${isRoot ? 'user root;\n' : ''}daemon off;\nworker_processes 1;\npid ${join(place, 'pid')};\nerror_log stderr warn;\nevents { worker_connections 512; }\nhttp {\naccess_log off;\n${own.join('\n')}\n${site}}\n`,
  );
  const server = start('nginx', ['-p', place, '-c', join(place, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}`;
  if (!(await untilAnswers(`${url}/`, ended(server)))) throw new Error('nginx did not begin; the lines above say why');
  return { url, stop: () => stop(server, 5_000) };
}
