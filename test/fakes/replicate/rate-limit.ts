/** A bucket that holds `burst` requests and fills up again at `perMinute`. */
export type Rate = { readonly perMinute: number; readonly burst: number }

/** `reset` is in whole seconds, until the next request is free: the unit of Replicate's headers. */
export type Allowance = {
  readonly allowed: boolean
  readonly remaining: number
  readonly reset: number
}

export type RateLimit = { readonly take: () => Allowance }

export const createRateLimit = (rate: Rate, now: () => number): RateLimit => {
  const perMs = rate.perMinute / 60_000
  let tokens = rate.burst
  let filledAt = now()
  return {
    take: () => {
      const at = now()
      tokens = Math.min(rate.burst, tokens + (at - filledAt) * perMs)
      filledAt = at
      // A whole token, less what floating point loses while it fills.
      const allowed = tokens >= 1 - 1e-9
      if (allowed) tokens = Math.max(0, tokens - 1)
      const missing = Math.max(0, 1 - tokens)
      return {
        allowed,
        remaining: Math.floor(tokens),
        reset: Math.max(1, Math.ceil(missing / perMs / 1000 - 1e-9)),
      }
    },
  }
}
