/** Unit tests stand beside their file in src/; test/ holds what spans folders. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 900_000,
    // Two cores: more workers only make tests that start processes time out.
    maxWorkers: 2,
  },
});
