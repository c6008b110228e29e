import type { JsonObject } from './json-object.ts'
import { trainedVersionId } from './publish-trained.ts'
import type { Ending, RunPlan } from './run.ts'
import { RUN_ERRORS } from './run-errors.ts'
import type { RunScript } from './script.ts'
import type { World } from './world.ts'

export type Destination = { readonly owner: string; readonly name: string }

const endingOf = ({ outcome }: RunScript, input: JsonObject): Ending => {
  if (outcome === 'abort') return { status: 'aborted' }
  if (typeof outcome === 'object' && 'fail' in outcome)
    return { status: 'failed', error: outcome.fail }
  if (typeof input['input_images'] !== 'string')
    return { status: 'failed', error: RUN_ERRORS.noZip }
  return { status: 'succeeded' }
}

const BEFORE = [
  'Extracted 24 files from zip to input_images',
  'Downloaded base weights in 3.1 seconds',
  'Starting train job',
  '# Running job: flux_train_replicate',
  'Loading Flux model',
  'create LoRA network. base dim (rank): 16, alpha: 16',
  'Dataset: input_images',
  '  -  Found 12 images',
  'Caching latents: 100%|██████████| 12/12 [00:01<00:00,  8.90it/s]',
  'Generating baseline samples before training',
]

/** Decides all that will happen to a training, by the script where it says something. */
export const planTraining = (
  world: World,
  destination: Destination,
  id: string,
  input: JsonObject,
): RunPlan => {
  const script = world.conditions.runs.take(() => true) ?? {}
  const runMs = script.runMs ?? world.timing.runMs
  const weights = `${world.view().url}/delivery/${id}/trained_model.tar`
  return {
    startMs:
      script.outcome === 'stuck-starting' ? Infinity : (script.startMs ?? world.timing.startMs),
    runMs,
    ending: endingOf(script, input),
    output: {
      version: `${destination.owner}/${destination.name}:${trainedVersionId(id)}`,
      weights,
    },
    pictures: [],
    trained: destination,
    earlyOutput: false,
    logs: {
      before: BEFORE,
      bars: {
        label: 'flux_train_replicate: ',
        total: Number(input['steps'] ?? 1000),
        seconds: script.predictTime ?? runMs / 1000,
        tail: ', lr: 4.0e-04 loss: 2.472e-01',
      },
      after: ['Saved to output/flux_train_replicate/flux_train_replicate.safetensors'],
      joinedBy: script.logs === 'carriage-returns' ? '\r' : '\n',
    },
    predictTime: script.predictTime ?? null,
    metrics: {},
  }
}
