import type { JsonObject } from './json-object.ts'
import type { Pieces } from './read-pieces.ts'
import type { LogPlan } from './run-logs.ts'

type Logged = {
  readonly pieces: Pieces | 'elsewhere'
  readonly input: JsonObject
  readonly steps: number
  readonly seconds: number
  readonly joinedBy: LogPlan['joinedBy']
}

const PIECES = 12
/** Before its first step a training has loaded and cached, and after the last one it saves. */
const BEFORE_SHARE = 0.15
const AFTER_SHARE = 0.05

/** A loss that falls and wavers, the same in every run. */
const lossAt = (step: number, steps: number): string => {
  const wavers = (((step * 7919) % 101) / 101 - 0.5) * 0.12
  return (0.22 + 0.3 * Math.exp((-3 * step) / steps) + wavers).toExponential(3)
}

/** What ostris/flux-dev-lora-trainer prints (replicate.md 4.4). */
export const trainingLogs = ({ pieces, input, steps, seconds, joinedBy }: Logged): LogPlan => {
  const count = pieces === 'elsewhere' ? PIECES : pieces.length
  const rank = Number(input['lora_rank'] ?? 16)
  const bare = pieces === 'elsewhere' ? [] : pieces.filter(({ caption }) => caption === null)
  const captions =
    input['autocaption'] === false
      ? []
      : bare.map(({ name }) => `Caption for input_images/${name}: Photo of TOK`)
  return {
    before: [
      `Extracted ${2 * count - bare.length} files from zip to input_images`,
      ...captions,
      'Downloaded base weights in 3.1 seconds',
      'Starting train job',
      '#############################################',
      '# Running job: flux_train_replicate',
      '#############################################',
      'Running  1 process',
      'Loading Flux model',
      'Loading transformer',
      'Quantizing transformer',
      'Loading vae',
      'Loading t5',
      'Loading clip',
      'making pipe',
      'preparing',
      `create LoRA network. base dim (rank): ${rank}, alpha: ${rank}`,
      'create LoRA for U-Net: 494 modules.',
      'Dataset: input_images',
      '  -  Preprocessing image dimensions',
      `  -  Found ${count} images`,
      'Bucket sizes for input_images:',
      `1024x1024: ${count} files`,
      '1 buckets made',
      'Caching latents for input_images',
      ' - Keeping latents in memory',
      `Caching latents: 100%|██████████| ${count}/${count} [00:01<00:00,  8.90it/s]`,
      'Generating baseline samples before training',
    ],
    beforeShare: BEFORE_SHARE,
    bars: {
      label: 'flux_train_replicate: ',
      total: steps,
      seconds: seconds * (1 - BEFORE_SHARE - AFTER_SHARE),
      tail: (step) => (step === 0 ? '' : `, lr: 4.0e-04 loss: ${lossAt(step, steps)}`),
    },
    afterShare: AFTER_SHARE,
    after: ['Saved to output/flux_train_replicate/flux_train_replicate.safetensors'],
    joinedBy,
  }
}
