/** The periods that have a cap, by the calendar in UTC, as Replicate bills; the shortest one first. */
export const PERIODS = ['minute', 'day', 'month'] as const
export type Period = (typeof PERIODS)[number]

const MINUTE = 60_000

/** When the period that holds `now` began, and when the next one does. Milliseconds since 1970. */
export const spanOf = (period: Period, now: number): { start: number; end: number } => {
  const date = new Date(now)
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  switch (period) {
    case 'minute': {
      const start = Math.floor(now / MINUTE) * MINUTE
      return { start, end: start + MINUTE }
    }
    case 'day':
      return { start: Date.UTC(year, month, day), end: Date.UTC(year, month, day + 1) }
    case 'month':
      return { start: Date.UTC(year, month), end: Date.UTC(year, month + 1) }
  }
}
