import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { TrainerId, TrainerValue } from '../../../../shared/training-request.ts'
import type { Hardware } from '../price/price-table.ts'
import { PER_SECOND } from '../price/price-table.ts'

const HardwareName = v.custom<Hardware>((name) => typeof name === 'string' && name in PER_SECOND)
const Names = v.array(v.string())

const PresetSetting = v.strictObject({
  name: v.string(),
  label: v.string(),
  /** What trainers call it; the first one that a version has is the one it means. */
  inputs: Names,
  value: TrainerValue,
  /** Within what the version takes, which has the last word. */
  minimum: v.optional(v.number()),
  maximum: v.optional(v.number()),
  values: v.optional(v.array(v.union([v.string(), v.number()]))),
  hint: v.string(),
})
export type PresetSetting = v.InferOutput<typeof PresetSetting>

/** How we use one trainer on Replicate: a data file in `presets`, and nothing else. */
const TrainerPreset = v.strictObject({
  id: TrainerId,
  label: v.string(),
  hint: v.string(),
  /** `owner/name`; its newest version trains. */
  trainer: v.pipe(v.string(), v.regex(/^[\w-]+\/[\w.-]+$/)),
  /** What it calls the ZIP of the pieces, and the trigger word. */
  archive: Names,
  trigger: Names,
  /** The setting that its time depends on. */
  steps: v.string(),
  settings: v.array(PresetSetting),
  /** Sent as it is, where the version has it. */
  fixed: v.record(v.string(), TrainerValue),
  hardware: HardwareName,
  /** Until trainings of our own were measured. */
  fixedSeconds: v.number(),
  secondsPerStep: v.number(),
  /** Where these times come from. */
  source: v.string(),
})
export type TrainerPreset = v.InferOutput<typeof TrainerPreset>

const FOLDER = join(import.meta.dirname, 'presets')
/** The usual one comes first. */
const FIRST = 'flux-dev-lora'

/** Every preset of a folder, the usual one first. */
export const readPresets = (folder = FOLDER): readonly TrainerPreset[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => v.parse(TrainerPreset, JSON.parse(readFileSync(join(folder, name), 'utf8'))))
    .sort(
      (a, b) => Number(b.id === FIRST) - Number(a.id === FIRST) || a.label.localeCompare(b.label),
    )
