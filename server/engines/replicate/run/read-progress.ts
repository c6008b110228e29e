export type Bar = {
  readonly current: number
  readonly total: number
  /** From the rate of the bar; null before it has one. */
  readonly secondsLeft: number | null
}

/** tqdm: `50%|█████     | 14/28 [00:01<00:01, 10.40it/s]`, from a second a step on as `1.05s/it`. */
const BAR = /^\s*\d+%\|[^|]*\|\s*(\d+)\/(\d+)\s*\[[\d:]+<[\d:?]+,\s*([\d.]+|\?)\s*(it\/s|s\/it)/

/**
 * The last state of the progress bar in a run's logs; null where there is none. Python redraws its line with `\r`, and
 * logs come in pieces, so a piece that stops in the middle of a bar does not count. Bars with a label, such as those of
 * downloads, are not the drawing.
 */
export const readProgress = (logs: string): Bar | null => {
  for (const line of logs.split(/[\r\n]/).reverse()) {
    const [, current, total, rate, unit] = BAR.exec(line) ?? []
    if (current === undefined || total === undefined || Number(total) === 0) continue
    const steps = Math.max(0, Number(total) - Number(current))
    const perStep = unit === 's/it' ? Number(rate) : 1 / Number(rate)
    return {
      current: Number(current),
      total: Number(total),
      secondsLeft: Number.isFinite(perStep) ? steps * perStep : null,
    }
  }
  return null
}
