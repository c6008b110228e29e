import { vi } from 'vitest'

// A busy machine draws slowly; what never comes still fails.
vi.setConfig({ testTimeout: 30_000 })

/** Tries a check again and again until it passes, or fails as it failed last. */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 20_000, interval: 10 })
