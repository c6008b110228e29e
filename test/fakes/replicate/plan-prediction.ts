import { describeImage } from './describe-image.ts'
import type { JsonObject } from './json-object.ts'
import type { Found } from './catalogue.ts'
import type { Fields } from './models/field.ts'
import type { Picture, Size } from './picture.ts'
import { pictureSize } from './picture-size.ts'
import { predictionLogs } from './prediction-logs.ts'
import { readReference } from './read-reference.ts'
import type { Ending, RunPlan } from './run.ts'
import { RUN_ERRORS } from './run-errors.ts'
import type { RunScript } from './script.ts'
import type { World } from './world.ts'

/** Replicate stops a run after half an hour. */
const LONGEST_MS = 30 * 60_000

const withDefaults = (fields: Fields, input: JsonObject): JsonObject => ({
  ...Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field.default === undefined ? [] : [[name, field.default] as const],
    ),
  ),
  ...input,
})

/** A seed that nobody chose is a random number of 16 bits, and only the logs tell it. */
const seedOf = (input: JsonObject, world: World): number => {
  if (typeof input['seed'] === 'number') return input['seed']
  const [high = 0, low = 0] = world.random(2)
  return high * 256 + low
}

const formatOf = (input: JsonObject): Picture['format'] => {
  const format = input['output_format']
  return format === 'webp' || format === 'jpg' ? format : 'png'
}

const blockedOf = ({ outcome }: RunScript, count: number): number => {
  if (typeof outcome !== 'object' || !('nsfw' in outcome)) return 0
  return outcome.nsfw === 'all' ? count : Math.min(outcome.nsfw, count)
}

const endingOf = (
  { outcome }: RunScript,
  size: Size | string,
  runMs: number,
  filterError: string | null,
): Ending => {
  if (outcome === 'abort') return { status: 'aborted' }
  if (typeof outcome === 'object' && 'fail' in outcome)
    return { status: 'failed', error: outcome.fail }
  if (typeof size === 'string') return { status: 'failed', error: size }
  if (filterError !== null) return { status: 'failed', error: filterError }
  if (runMs > LONGEST_MS) return { status: 'failed', error: RUN_ERRORS.timedOut }
  return { status: 'succeeded' }
}

/** Decides all that will happen to a prediction of this input, by the script where it says something. */
export const planPrediction = async (
  world: World,
  { model, version }: Found,
  id: string,
  sent: JsonObject,
): Promise<RunPlan> => {
  const script = world.conditions.runs.take(() => true) ?? {}
  const input = withDefaults(version.fields, sent)
  const reference = await readReference(input, world.files)
  const size =
    reference === 'unreadable'
      ? RUN_ERRORS.notAnImage
      : version.family === 'text'
        ? { width: 0, height: 0 }
        : pictureSize(version.family, input, reference)
  const seed = seedOf(input, world)
  const wanted = Number(input['num_outputs'] ?? 1)
  const blocked = blockedOf(script, wanted)
  const runMs = script.runMs ?? world.timing.runMs
  const format = formatOf(input)
  const pictures =
    typeof size === 'string' || version.family === 'text'
      ? []
      : Array.from({ length: wanted - blocked }, (_, index): Picture => {
          const prompt = String(input['prompt'])
          const name = `${model.owner}/${model.name}`
          const look = version.look ?? null
          return { ...size, prompt, seed, index, format, model: name, look, input }
        })
  const { url } = world.view()
  const urls = pictures.map(({ index }) => `${url}/delivery/${id}/out-${index}.${format}`)
  const output =
    version.family === 'text'
      ? await describeImage(version, input, world.files)
      : version.single
        ? urls[0]
        : urls
  return {
    startMs:
      script.outcome === 'stuck-starting' ? Infinity : (script.startMs ?? world.timing.startMs),
    runMs: Math.min(runMs, LONGEST_MS),
    ending: endingOf(
      script,
      size,
      runMs,
      blocked > 0 && blocked === wanted ? version.filterError : null,
    ),
    output: script.output?.(urls) ?? output,
    pictures,
    trained: null,
    earlyOutput: script.earlyOutput === true,
    logs: predictionLogs({
      version,
      input,
      seed,
      wanted,
      blocked,
      seconds: script.predictTime ?? runMs / 1000,
      loaded: world.ledger.some((entry) => entry.version === version.id),
      style: script.logs ?? 'lines',
    }),
    predictTime: script.predictTime ?? null,
    metrics: model.official ? { image_count: pictures.length } : {},
  }
}
