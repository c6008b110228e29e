const PARTS = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/

/** Milliseconds of a `Cancel-After` header: `90`, `30s`, `5m`, `1h30m45s`; null for anything else. */
export const parseDuration = (text: string): number | null => {
  const match = PARTS.exec(text)
  if (match === null || text === '') return null
  const [, hours = '0', minutes = '0', seconds = '0'] = match
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
}
