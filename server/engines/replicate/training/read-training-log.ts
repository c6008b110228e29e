import type { TrainingStage, TrainingView } from '../../../../shared/contract/index.ts'

type Loss = TrainingView['losses'][number]

export type TrainingLog = {
  readonly stage: Extract<
    TrainingStage,
    'loading' | 'captioning' | 'caching' | 'training' | 'saving'
  >
  readonly step: number | null
  readonly steps: number | null
  /** By the last bar; null before it has a rate. */
  readonly secondsLeft: number | null
  readonly losses: readonly Loss[]
}

/** How many points of the curve are kept. */
export const LOSSES = 200

/**
 * tqdm with a label: `flux_train_replicate:  83%|████████▎ | 2482/3000 [43:27<09:04,  1.05s/it, lr: 4.0e-04 loss:
 * 2.472e-01]`. Other bars, such as those of downloads and of caching, have no loss and another label.
 */
const BAR =
  /^\s*([\w .-]*?):?\s*(\d+)%\|[^|]*\|\s*(\d+)\/(\d+)\s*\[([\d:]+)<([\d:?]+),\s*([\d.]+|\?)\s*(it\/s|s\/it)(?:,\s*lr:\s*(\S+)\s+loss:\s*([^\s\]]+))?/

/** Lines by which the trainer tells what it does (flux-fine-tuner's train.py and ai-toolkit). */
const MARKS: readonly (readonly [RegExp, TrainingLog['stage']])[] = [
  [/^Caption for |liuhaotian\/llava|is already captioned/, 'captioning'],
  [/^(Downloaded base weights|Starting train job|# Running job|Loading |Quantizing )/, 'loading'],
  [/^(Dataset: |Bucket sizes|Caching latents)/, 'caching'],
  [/^(Generating baseline samples|Skipping first sample)/, 'training'],
  [/^(Saved to |Saving )/, 'saving'],
]

const secondsOf = (left: string): number | null =>
  left.includes('?') ? null : left.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)

/** Means over equal stretches of steps, so that a long training has no longer a curve than a short one. */
const thin = (losses: readonly Loss[]): Loss[] => {
  const width = Math.ceil(losses.length / LOSSES)
  return Array.from({ length: Math.ceil(losses.length / width) || 0 }, (_, at) => {
    const some = losses.slice(at * width, (at + 1) * width)
    const mean = some.reduce((sum, { loss }) => sum + loss, 0) / some.length
    return { step: some.at(-1)?.step ?? 0, loss: mean }
  })
}

/**
 * What a training's logs say so far. Python redraws its line with `\r`, and logs come in pieces, so a piece that stops in
 * the middle of a bar does not count.
 */
export const readTrainingLog = (logs: string): TrainingLog => {
  let stage: TrainingLog['stage'] = 'loading'
  let bar: Pick<TrainingLog, 'step' | 'steps' | 'secondsLeft'> = {
    step: null,
    steps: null,
    secondsLeft: null,
  }
  const losses = new Map<number, number>()
  for (const line of logs.split(/[\r\n]/)) {
    const [, label = '', , current, total, , left = '?', , , , loss] = BAR.exec(line) ?? []
    if (current === undefined || total === undefined) {
      stage = MARKS.find(([mark]) => mark.test(line.trim()))?.[1] ?? stage
      continue
    }
    if (loss === undefined && !/train/i.test(label)) continue
    const step = Number(current)
    stage = 'training'
    bar = { step, steps: Number(total), secondsLeft: secondsOf(left) }
    if (loss !== undefined && Number.isFinite(Number(loss))) losses.set(step, Number(loss))
  }
  if (stage === 'training' && bar.step !== null && bar.step === bar.steps) stage = 'saving'
  return { ...bar, stage, losses: thin([...losses].map(([step, loss]) => ({ step, loss }))) }
}
