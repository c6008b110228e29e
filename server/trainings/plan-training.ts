import type { VersionView } from '../../shared/contract/index.ts'
import { AppError } from '../../shared/errors.ts'
import type { Style } from '../../shared/style.ts'
import { trainingPrice } from '../../shared/training-price.ts'
import type { TrainerPlan } from './trainers.ts'
import type { TrainingPlan } from './training-record.ts'

/** How many names of pieces a sentence holds. */
const NAMED = 3

const refuse = (message: string): AppError =>
  new AppError('invalid_request', `${message} Nothing was started or charged.`, {
    details: { setting: 'dataset' },
  })

const named = (names: readonly string[]): string =>
  names.length <= NAMED
    ? names.join(', ')
    : `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more`

/** Throws AppError where a dataset version cannot be trained on. */
export const checkDataset = (
  { style, pieces, archive }: VersionView,
  wanted: Pick<Style, 'id' | 'name'>,
  archiveBytes: number,
): void => {
  if (style !== wanted.id)
    throw refuse(`This dataset belongs to another style than ${wanted.name}.`)
  const trained = pieces.filter(({ use }) => use === 'train')
  const [first] = trained
  if (first === undefined) throw refuse('There is no piece in this version to train on.')
  const bare = trained.filter(({ caption }) => caption.trim() === '').map(({ name }) => name)
  if (bare.length > 0)
    throw refuse(
      `${bare.length} of ${trained.length} pieces have no caption: ${named(bare)}. Write them, and freeze the dataset again.`,
    )
  if (archive.bytes > archiveBytes)
    throw refuse(
      `This version has ${Math.ceil(archive.bytes / 1e6)} MB, and the trainer takes ${Math.floor(archiveBytes / 1e6)} MB. Leave some pieces out, and freeze it again.`,
    )
}

/** All that is settled once about a training. */
export const planTraining = (
  { id, name, trigger }: Style,
  { dataset, number, hash, pieces, archive }: VersionView,
  trainer: TrainerPlan,
): TrainingPlan => ({
  style: { id, name, trigger },
  dataset: {
    id: dataset,
    version: number,
    hash,
    pieces: pieces.filter(({ use }) => use === 'train').length,
    bytes: archive.bytes,
  },
  trainer: { ...trainer, input: { ...trainer.input } },
  price: trainingPrice(trainer.pace, trainer.steps),
})
