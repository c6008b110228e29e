/** Milliseconds in which a second signal is taken for the first: npm passes Ctrl+C on that its child has heard as well. */
const ECHO = 300

/** The first SIGINT or SIGTERM stops and exits with 0; another one exits at once, with 1. */
export const stopOnSignal = (stop: () => Promise<void>): void => {
  let since: number | null = null
  const onSignal = (): void => {
    if (since !== null && performance.now() - since > ECHO) process.exit(1)
    if (since !== null) return
    since = performance.now()
    void stop().then(() => process.exit(0))
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}
