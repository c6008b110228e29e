import type { JsonObject } from './json-object.ts'
import { learnLook } from './look.ts'
import { trainedVersionId } from './publish-trained.ts'
import { readPieces } from './read-pieces.ts'
import type { Ending, RunPlan } from './run.ts'
import { RUN_ERRORS } from './run-errors.ts'
import type { RunScript } from './script.ts'
import { trainingLogs } from './training-logs.ts'
import type { World } from './world.ts'

export type Destination = { readonly owner: string; readonly name: string }

type Read = Awaited<ReturnType<typeof readPieces>> | 'none'

const endingOf = ({ outcome }: RunScript, pieces: Read): Ending => {
  if (outcome === 'abort') return { status: 'aborted' }
  if (typeof outcome === 'object' && 'fail' in outcome)
    return { status: 'failed', error: outcome.fail }
  if (pieces === 'none') return { status: 'failed', error: RUN_ERRORS.noZip }
  if (pieces === null) return { status: 'failed', error: RUN_ERRORS.zip }
  if (pieces !== 'elsewhere' && pieces.length === 0)
    return { status: 'failed', error: RUN_ERRORS.noImages }
  return { status: 'succeeded' }
}

/** Decides all that will happen to a training, by its pieces, and by the script where that says something. */
export const planTraining = async (
  world: World,
  destination: Destination,
  id: string,
  input: JsonObject,
): Promise<RunPlan> => {
  const script = world.conditions.runs.take(() => true) ?? {}
  const { startMs, runMs: usualMs, trainMs = usualMs } = world.timing
  const runMs = script.runMs ?? trainMs
  const url = input['input_images']
  const read = typeof url === 'string' ? await readPieces(url, world.files) : 'none'
  const pieces = read === 'none' || read === null ? [] : read
  const images = pieces === 'elsewhere' ? [] : pieces
  const steps = Number(input['steps'] ?? input['training_steps'] ?? 1000)
  return {
    startMs: script.outcome === 'stuck-starting' ? Infinity : (script.startMs ?? startMs),
    runMs,
    ending: endingOf(script, read),
    output: {
      version: `${destination.owner}/${destination.name}:${trainedVersionId(id)}`,
      weights: `${world.view().url}/delivery/${id}/trained_model.tar`,
    },
    pictures: [],
    trained: {
      ...destination,
      look: await learnLook(
        images.map(({ bytes }) => bytes),
        steps,
      ),
      weights: {
        rank: Number(input['lora_rank'] ?? 16),
        trigger: typeof input['trigger_word'] === 'string' ? input['trigger_word'] : 'TOK',
        captions: new Map(
          images.map(({ name, caption }) => [name.replace(/\.[^.]*$/, '.txt'), caption ?? '']),
        ),
      },
    },
    earlyOutput: false,
    logs: trainingLogs({
      pieces,
      input,
      steps,
      seconds: script.predictTime ?? runMs / 1000,
      joinedBy: script.logs === 'carriage-returns' ? '\r' : '\n',
    }),
    predictTime: script.predictTime ?? null,
    metrics: {},
  }
}
