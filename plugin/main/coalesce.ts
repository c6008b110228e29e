/** Runs once, `pause` milliseconds after the first of many calls. */
export const coalesce = (run: () => void, pause: number): (() => void) => {
  let isDue = false
  return () => {
    if (isDue) return
    isDue = true
    setTimeout(() => {
      isDue = false
      run()
    }, pause)
  }
}
