import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { Checkpoints } from '@/db/checkpoints';
import { temporaryFolder } from './world';

interface Inside {
  child: ChildProcess | null;
  copying: Promise<void>;
}

async function started(): Promise<{ checkpoints: Checkpoints; inside: Inside }> {
  const checkpoints = new Checkpoints(`file:${join(await temporaryFolder(), 'record.db')}`, 1000);
  const inside = checkpoints as unknown as Inside;
  const nothing = inside.copying;
  checkpoints.soon();
  await vi.waitUntil(() => inside.copying !== nothing, 10_000);
  await inside.copying;
  return { checkpoints, inside };
}

it('ends, and copies again, after its process was killed while it had nothing to do', async () => {
  const { checkpoints, inside } = await started();
  const child = inside.child as ChildProcess;
  child.kill('SIGKILL');
  await once(child, 'exit');
  checkpoints.soon();
  await vi.waitUntil(() => inside.child !== null && inside.child !== child, 10_000);
  await inside.copying;
  (inside.child as unknown as ChildProcess).kill('SIGKILL');
  await checkpoints.close();
}, 20_000);

it('does without its process where none can be started', async () => {
  const { execPath } = process;
  onTestFinished(() => {
    process.execPath = execPath;
  });
  process.execPath = join(await temporaryFolder(), 'nothing');
  const { checkpoints, inside } = await started();
  expect(inside.child).toBeNull();
  process.execPath = execPath;
  checkpoints.soon();
  await vi.waitUntil(() => inside.child !== null, 10_000);
  await checkpoints.close();
}, 20_000);
