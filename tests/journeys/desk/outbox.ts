import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import type { World } from './world';

/** The letters of a world, oldest first: they lie beside its record, as no mail is set up there. */
export function letters(world: World): { to: string; text: string }[] {
  const folder = join(dirname(world.record), 'outbox');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .map((raw) => ({
      to: /^To: (.*?)\r?$/m.exec(raw)![1]!,
      text: raw.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    }));
}

/** The link in the last letter to this address; nobody waits for letters, so it may be a moment away. */
export async function linkFor(world: World, to: string, count = 1): Promise<string> {
  const found = () => letters(world).filter((letter) => letter.to === to);
  await expect.poll(() => found().length).toBe(count);
  return /https?:\/\/\S+token=[\w-]+/.exec(found().at(-1)!.text)![0];
}
