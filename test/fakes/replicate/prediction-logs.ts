import type { JsonObject } from './json-object.ts'
import type { Version } from './models/model.ts'
import type { LogPlan } from './run-logs.ts'
import type { RunScript } from './script.ts'

export type PredictionLogs = {
  readonly version: Version
  /** Defaults filled in. */
  readonly input: JsonObject
  readonly seed: number
  readonly wanted: number
  readonly blocked: number
  /** How long the drawing takes, as the progress bar tells it. */
  readonly seconds: number
  /** This version has run here before. */
  readonly loaded: boolean
  readonly style: NonNullable<RunScript['logs']>
}

const modeOf = (input: JsonObject): string => {
  if (typeof input['image'] !== 'string') return 'txt2img mode'
  return typeof input['mask'] === 'string' ? 'inpaint mode' : 'img2img mode'
}

const hasWeights = (version: Version): boolean =>
  version.family === 'flux' && ('lora_scale' in version.fields || 'extra_lora' in version.fields)

/** What a picture model prints: the seed first, the weights, a bar of its steps, and what the filter thought. */
export const predictionLogs = (options: PredictionLogs): LogPlan => {
  const { version, input, seed, wanted, blocked, seconds, loaded, style } = options
  const joinedBy = style === 'carriage-returns' ? '\r' : '\n'
  if (style === 'none' || version.family === 'text')
    return { before: [], bars: null, after: [], joinedBy }
  const flux = version.family === 'flux'
  const steps = input['num_inference_steps']
  const weights = loaded
    ? ['Weights already loaded']
    : ['Downloading weights', 'Downloaded weights in 1.05s', 'Loaded LoRAs in 2.71s']
  return {
    before: [
      `Using seed: ${seed}`,
      `Prompt: ${String(input['prompt'])}`,
      `${flux ? '[!] ' : ''}${modeOf(input)}`,
      ...(hasWeights(version) ? weights : []),
    ],
    bars: typeof steps === 'number' ? { label: '', total: steps, seconds, tail: '' } : null,
    after: [
      ...Array.from({ length: blocked }, (_, at) => `NSFW content detected in image ${at}`),
      ...(flux ? [`Total safe images: ${wanted - blocked} out of ${wanted}`] : []),
    ],
    joinedBy,
  }
}
