import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { type Refusal, refusal } from '@/lib/base';
import type { Fault } from './intake';

export interface FoundFile {
  path: string;
  kind: 'text' | 'html' | 'lines';
  /** Path below the given folder without the ending; for a single file its name. */
  externalId: string;
  /** The file of the same name that tells outlet and date, where there is one. */
  sidecar: string | null;
}

const KINDS: Record<string, FoundFile['kind']> = { '.txt': 'text', '.html': 'html', '.htm': 'html', '.jsonl': 'lines' };

/**
 * The articles of files and folders, in the order of their names. Names that begin with a dot are passed over. What cannot be an
 * article is a fault (`NotFound`, `UnsupportedFile`, `UnreadableFile`), and so are two files that would share an external id (`ExternalIdClash`).
 */
export async function findFiles(paths: string[]): Promise<{ files: FoundFile[]; faults: Fault[] }> {
  const faults: Fault[] = [];
  const reached: Reached[] = [];
  for (const path of paths) {
    const kind = await kindOf(path);
    if (kind === 'folder') reached.push(...(await walk(path, '', { seen: new Set(), faults })));
    else if (kind === 'file') reached.push({ path, name: basename(path) });
    else faults.push({ path, refusal: refusal(404, 'NotFound', 'There is no such file or folder.', 'Check the path.') });
  }
  const all = await eachOnce(reached);
  const sidecars = new Set(all.filter(({ name }) => extname(name) === '.json').map(({ path }) => path));
  const used = new Set<string>();
  const files: FoundFile[] = [];
  for (const { path, name } of all) {
    const kind = KINDS[extname(name).toLowerCase()];
    if (!kind) continue;
    const beside = `${path.slice(0, path.length - extname(path).length)}.json`;
    const sidecar = sidecars.has(beside) || (await kindOf(beside)) === 'file' ? beside : null;
    if (sidecar) used.add(sidecar);
    files.push({ path, kind, sidecar, externalId: name.slice(0, name.length - extname(name).length) });
  }
  for (const { path, name } of all)
    if (!KINDS[extname(name).toLowerCase()] && !used.has(path)) faults.push({ path, refusal: unsupported(name) });
  return withoutClashes(files, faults);
}

/** A file on disk and its name below the given folder. */
interface Reached {
  path: string;
  name: string;
}

/** A file that was named twice, or linked, is read once. */
async function eachOnce(reached: Reached[]): Promise<Reached[]> {
  const seen = new Set<string>();
  const real = await Promise.all(reached.map(({ path }) => realpath(path)));
  return reached.filter((_, index) => !seen.has(real[index]!) && seen.add(real[index]!));
}

async function kindOf(path: string): Promise<'file' | 'folder' | null> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() ? 'folder' : found?.isFile() ? 'file' : null;
}

/** Folders reached twice (links) are read once. What is neither file nor folder, or leads nowhere, is a fault. */
async function walk(folder: string, below: string, on: { seen: Set<string>; faults: Fault[] }): Promise<Reached[]> {
  const real = await realpath(folder);
  if (on.seen.has(real)) return [];
  on.seen.add(real);
  const found: Reached[] = [];
  const names = await readdir(folder).catch((error: Error) => void on.faults.push(unreadable(folder, error.message)));
  for (const name of (names ?? []).filter((name) => !name.startsWith('.')).sort()) {
    const [path, inner] = [join(folder, name), below === '' ? name : `${below}/${name}`];
    const kind = await kindOf(path);
    if (kind === 'folder') found.push(...(await walk(path, inner, on)));
    else if (kind === 'file') found.push({ path, name: inner });
    else on.faults.push(unreadable(path, 'it is no file, or a link to nowhere'));
  }
  return found;
}

const unreadable = (path: string, why: string): Fault => ({
  path,
  refusal: refusal(422, 'UnreadableFile', `It cannot be read: ${why}.`, 'Check it and its permissions, or take it away.'),
});

/** None of two that clash is taken: which one was meant is not ours to guess. */
function withoutClashes(files: FoundFile[], faults: Fault[]): { files: FoundFile[]; faults: Fault[] } {
  const byId = new Map<string, string[]>();
  for (const { kind, externalId, path } of files) if (kind !== 'lines') byId.set(externalId, [...(byId.get(externalId) ?? []), path]);
  const othersOf = ({ kind, externalId, path }: FoundFile) =>
    kind === 'lines' ? [] : byId.get(externalId)!.filter((other) => other !== path);
  for (const file of files) {
    const [other] = othersOf(file);
    if (other) faults.push({ path: file.path, refusal: clash(file.externalId, other) });
  }
  return { files: files.filter((file) => othersOf(file).length === 0), faults };
}

/** Names the other one; the fault itself carries the path of this one. */
export const clash = (externalId: string, other: string): Refusal =>
  refusal(409, 'ExternalIdClash', `It would share the name "${externalId}" with ${other}.`, 'Rename one of them.');

function unsupported(name: string): Refusal {
  if (extname(name) === '.json')
    return refusal(415, 'UnsupportedFile', 'There is no text of the same name beside this sidecar.', 'Add it, or move this away.');
  return refusal(415, 'UnsupportedFile', `Files ending in "${extname(name)}" cannot be read.`, 'Give .txt, .html or .jsonl.');
}
