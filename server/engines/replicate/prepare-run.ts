import { AppError } from '../../../shared/errors.ts'
import type { FileStore } from '../../files/file-store.ts'
import type { PictureRequest } from '../engine.ts'
import { readReference } from '../read-reference.ts'
import { mapInput } from './input/map-input.ts'
import type { Part } from './input/part.ts'
import type { ReferenceImage } from './input/reference-part.ts'
import type { Models } from './model/create-models.ts'
import { drawsOverImage } from './model/field-names.ts'
import type { ModelReference } from './model/model-reference.ts'
import { parseModelReference } from './model/model-reference.ts'
import type { ResolvedModel } from './model/resolved-model.ts'
import { whyNoDrafts } from './model/why-no-drafts.ts'
import { encodeReference } from './picture/encode-reference.ts'

/** Everything that a run is made of; the same picture on the same version is the same run. */
export type PreparedRun = Part & {
  readonly reference: ModelReference
  readonly model: ResolvedModel
}

export type PrepareRun = (picture: PictureRequest, signal: AbortSignal) => Promise<PreparedRun>

type Options = {
  readonly models: Models
  readonly files: Pick<FileStore, 'read'>
  /** Draws where a style has no model of its own. */
  readonly defaultModel: string | null
}

export const NO_MODEL =
  'This style has no trained model yet. Nothing was charged. Give it one, written as owner/name.'

export const createPrepareRun = ({ models, files, defaultModel }: Options): PrepareRun => {
  const imageOf = async (
    { reference, width, height }: PictureRequest,
    { schema }: ResolvedModel,
  ): Promise<ReferenceImage | null> => {
    if (reference?.use !== 'follow' || !drawsOverImage(schema)) return null
    const pixels = await readReference(files, reference.file, { width, height })
    return { url: await encodeReference(pixels), strength: reference.strength }
  }

  return async (picture, signal) => {
    const name = picture.model ?? defaultModel
    if (name === null) throw new AppError('invalid_request', NO_MODEL)
    const reference = parseModelReference(name)
    const model = await models.resolve(reference, signal)
    const problem = whyNoDrafts(model.schema)
    if (problem !== null) throw new AppError('invalid_request', problem)
    const { weights } = reference
    const image = await imageOf(picture, model)
    return {
      reference,
      model,
      ...mapInput(model.schema, { picture, weights, reference: image }),
    }
  }
}
