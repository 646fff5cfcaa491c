import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that start many processes or hash many passwords. Begun last, one of them would keep a single core busy at the end. */
const LONG = ['bin/kill', 'bin/reread-kill', 'bin/record-commands', 'bin/through-server', 'db/verify', 'db/owner', 'db/people'];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/journeys/**', 'node_modules/**'],
    passWithNoTests: true,
    // Left to itself it keeps one core free, which is half of a small machine.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongFirst },
    // Record tests hash passwords and open files: generous, because a busy machine is no fault of the code.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
