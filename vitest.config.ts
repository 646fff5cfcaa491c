import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/journeys/**', 'node_modules/**'],
    passWithNoTests: true,
    // Record tests hash passwords and open files: generous, because a busy machine is no fault of the code.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
