import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: import.meta.dirname,
    reporters: ['default', ['json', { outputFile: '.output/report.json' }]],
    globalSetup: './share-builds.ts',
    // Node's type stripper is WebAssembly, and code that only a thread held is freed with the thread, which now and then
    // ends the whole process (nodejs/node#64500). The proxy holds it by being TypeScript; Vitest does not.
    execArgv: ['--import', new URL('./hold-type-stripper.ts', import.meta.url).href],
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
