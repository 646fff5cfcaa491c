import { constants, existsSync } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { type Environment, isProduction } from './doctor-settings';
import { type Finding, good, note, wrong } from './finding';
import { type OwnerCard, readOwner } from './owner';

const LEAST_FREE = 0.05;

/** Folder, permissions and space of the record's file, the process that owns it, and the port. */
export async function diskFindings(path: string, env: Environment): Promise<Finding[]> {
  const folder = nearestFolder(dirname(path));
  const findings = [await writable(folder), await space(folder)];
  if (existsSync(path)) findings.push(await privacy(path, env));
  const card = readOwner(path);
  const owner = card !== null && isAlive(card) ? card : null;
  findings.push(ownerFinding(path, card, owner), await port(env, owner));
  return findings;
}

function nearestFolder(folder: string): string {
  return existsSync(folder) || folder === dirname(folder) ? folder : nearestFolder(dirname(folder));
}

async function writable(folder: string): Promise<Finding> {
  const may = await access(folder, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  if (may) return good('folder', `${folder} can be written`);
  return wrong(
    'folder',
    `${folder} cannot be written by this user.`,
    `Give the user of the server the right to write it, or move the record.`,
  );
}

async function space(folder: string): Promise<Finding> {
  const { bavail, blocks, bsize } = await statfs(folder);
  const [free, gigabytes] = [bavail / Math.max(1, blocks), (bavail * bsize) / 1e9];
  const said = `${(free * 100).toFixed(0)} % free (${gigabytes.toFixed(1)} GB)`;
  if (free >= LEAST_FREE) return good('disk', said);
  return wrong('disk', `${said}: soon nothing can be saved.`, 'Free some space; a full disk refuses writes and loses nothing.');
}

async function privacy(path: string, env: Environment): Promise<Finding> {
  const mode = (await stat(path)).mode & 0o777;
  const said = `mode ${mode.toString(8)}`;
  if ((mode & 0o077) === 0) return good('permissions', said);
  if (!isProduction(env))
    return note('permissions', `${said}: other users of this machine can read the record; chmod 600 ${path}* ends that`);
  return wrong(
    'permissions',
    `${said}: other users of this machine can read passwords' hashes and unpublished work.`,
    `chmod 600 ${path}*`,
  );
}

function isAlive({ pid }: OwnerCard): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function ownerFinding(path: string, card: OwnerCard | null, owner: OwnerCard | null): Finding {
  if (owner) return good('owner', `the server at ${owner.url} (process ${owner.pid}) writes this record; commands go through it`);
  if (card) return note('owner', `${path}.owner.json was left by process ${card.pid}, which is gone; the next owner takes it away`);
  return good('owner', 'no server has announced itself');
}

async function port(env: Environment, owner: OwnerCard | null): Promise<Finding> {
  const given = env.PORT || '3000';
  const number = Number(given);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) {
    return wrong('PORT', `"${given}" is no port.`, 'Give a number from 1 to 65535, for example PORT=3001.');
  }
  if (owner && new URL(owner.url).port === given) return good('PORT', `${given}, held by this installation's server`);
  const fault = await portFault(number);
  if (fault === null) return good('PORT', `${given} is free`);
  return wrong(
    'PORT',
    `${given} cannot be listened on (${fault}).`,
    `Stop the program that holds it, or take another: PORT=${number === 65_535 ? 3001 : number + 1}.`,
  );
}

function portFault(number: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen(number, () => server.close(() => resolve(null)));
  });
}
