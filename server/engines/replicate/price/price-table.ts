/** A price and where it comes from. US dollars. */
export type Price = {
  readonly usd: number
  readonly source: string
  /** When it was read: a month as `2026-05`. */
  readonly read: string
}

const PRICING = 'replicate.com/pricing'

/** For each second that a model runs. Waiting for a machine is not charged on public models. */
export const PER_SECOND = {
  h100: { usd: 0.001525, source: PRICING, read: '2026-05' },
  h100x8: { usd: 0.0122, source: PRICING, read: '2026-05' },
  a100: { usd: 0.0014, source: PRICING, read: '2026-05' },
  l40s: { usd: 0.000975, source: PRICING, read: '2026-05' },
} as const satisfies Readonly<Record<string, Price>>

export type Hardware = keyof typeof PER_SECOND

/** For each picture, whatever it takes: official models. */
export const PER_PICTURE: Readonly<Record<string, Price & { readonly estimate: boolean }>> = {
  'black-forest-labs/flux-schnell': {
    usd: 0.003,
    source: PRICING,
    read: '2026-05',
    estimate: false,
  },
  'black-forest-labs/flux-dev': { usd: 0.025, source: PRICING, read: '2026-05', estimate: false },
  'black-forest-labs/flux-dev-lora': {
    usd: 0.033,
    source: 'no published price known: flux-dev and a third more, so that no cap is set too high',
    read: '2026-11',
    estimate: true,
  },
  'black-forest-labs/flux-kontext-dev': {
    usd: 0.025,
    source: PRICING,
    read: '2026-09',
    estimate: false,
  },
  'black-forest-labs/flux-kontext-pro': {
    usd: 0.04,
    source: 'price list of Black Forest Labs',
    read: '2026-09',
    estimate: false,
  },
}

/**
 * What an official model counts with that is not in the table. Nobody tells its price, and no run measures it: more
 * than twice the dearest one of the table, because a cap that holds too early is better than one that does not hold.
 */
export const UNKNOWN_PICTURE_USD = 0.1

/** Where Replicate does not say how a version runs: its usual machine, and the seconds for one picture. */
export const USUAL = {
  /** A trained Flux LoRA: 28 steps in bf16, `predict_time` of published runs. */
  flux: { hardware: 'h100', seconds: 6.9 },
  /** SDXL and its fine-tunes: 50 steps. An estimate until the first run is measured. */
  sdxl: { hardware: 'l40s', seconds: 10 },
  /** Any other version: the dearest machine, and three Flux pictures long, until the first run is measured. */
  unknown: { hardware: 'h100', seconds: 20 },
} as const satisfies Readonly<Record<string, { hardware: Hardware; seconds: number }>>
