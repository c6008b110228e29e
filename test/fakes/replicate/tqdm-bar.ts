const BLOCKS = [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

const clock = (seconds: number): string => {
  const whole = Math.floor(seconds)
  const minutes = String(Math.floor(whole / 60)).padStart(2, '0')
  return `${minutes}:${String(whole % 60).padStart(2, '0')}`
}

const blocks = (fraction: number): string => {
  const eighths = Math.floor(fraction * 80)
  const full = Math.floor(eighths / 8)
  const partial = full < 10 ? (BLOCKS[eighths % 8] ?? ' ') : ''
  return `${'█'.repeat(full)}${partial}`.padEnd(10)
}

export type Bar = {
  /** Before the percentage, with its colon; empty where there is none. */
  readonly label: string
  readonly current: number
  readonly total: number
  /** How long all of it takes, in seconds. */
  readonly seconds: number
  /** After the rate, with its comma. */
  readonly tail: string
}

/** One state of a tqdm progress bar, as Python prints it into a run's logs. */
export const tqdmBar = ({ label, current, total, seconds, tail }: Bar): string => {
  const fraction = current / total
  const percent = `${String(Math.round(fraction * 100)).padStart(3)}%`
  const elapsed = seconds * fraction
  const perSecond = total / seconds
  const rate =
    perSecond < 1
      ? `${(1 / perSecond).toFixed(2).padStart(5)}s/it`
      : `${perSecond.toFixed(2).padStart(5)}it/s`
  const left = current === 0 ? '?' : clock(seconds - elapsed)
  return `${label}${percent}|${blocks(fraction)}| ${current}/${total} [${clock(elapsed)}<${left}, ${current === 0 ? '?it/s' : rate}${tail}]`
}
