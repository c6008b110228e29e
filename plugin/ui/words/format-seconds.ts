/** A wait in words: `2 s`, `1 min 20 s`, `5 min`. */
export const formatSeconds = (seconds: number): string => {
  const whole = Math.max(1, Math.round(seconds))
  if (whole < 60) return `${whole} s`
  const minutes = Math.floor(whole / 60)
  const rest = whole % 60
  return rest === 0 || minutes >= 5 ? `${minutes} min` : `${minutes} min ${rest} s`
}
