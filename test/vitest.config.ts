import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: import.meta.dirname,
    reporters: ['default', ['json', { outputFile: '.output/report.json' }]],
    // They end what hangs, on a machine of any speed. How fast it is, the bench says.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Many wait for a process, a browser or a timer: even two cores have work for two.
          maxWorkers: 2,
          include: ['**/*.test.{ts,tsx}'],
          exclude: ['e2e/**', 'node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: { name: 'soak', include: ['**/*.soak.ts'], exclude: ['node_modules/**'] },
      },
    ],
  },
})
