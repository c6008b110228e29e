/** Whether a proxy's origin is this computer's own. */
export const isOnThisComputer = (origin: string): boolean =>
  /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(origin)
