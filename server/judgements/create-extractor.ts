import PQueue from 'p-queue'
import { AppError } from '../../shared/errors.ts'
import type { FileId } from '../../shared/ids.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Judging } from './create-judging.ts'
import type { PictureFeatures } from './picture-features.ts'
import type { FeatureStore } from './feature-store.ts'

type Options = {
  readonly store: FeatureStore
  readonly judging: Pick<Judging, 'extract'>
  readonly files: Pick<FileStore, 'read'>
}

export type Extractor = {
  /** The features of a picture or of its mirror image. Rejects with AppError `not_found` for one that is gone or damaged. */
  features: (file: FileId, mirrored: boolean) => Promise<PictureFeatures>
  /** Extracts nothing any more: what was asked and has not begun never ends. */
  stop: () => void
}

const GONE = 'This picture is not on the proxy any more.'
const DAMAGED = 'This picture is damaged.'

/** Extracts the features of one picture after the other, each once, with the bytes of one in memory. */
export const createExtractor = ({ store, judging, files }: Options): Extractor => {
  const queue = new PQueue({ concurrency: 1 })
  const asked = new Map<string, Promise<PictureFeatures>>()

  const extract = async (file: FileId, mirrored: boolean): Promise<PictureFeatures> => {
    const bytes = await files.read(file)
    if (bytes === null) throw new AppError('not_found', GONE)
    const features = await judging.extract({ bytes, mirrored })
    if (features === null) throw new AppError('not_found', DAMAGED)
    store.put(file, mirrored, features)
    return features
  }

  return {
    features: (file, mirrored) => {
      const known = store.find(file, mirrored)
      if (known !== null) return Promise.resolve(known)
      const key = `${file} ${String(mirrored)}`
      const features =
        asked.get(key) ?? queue.add(() => extract(file, mirrored)).finally(() => asked.delete(key))
      asked.set(key, features)
      return features
    },
    stop: () => {
      queue.pause()
      queue.clear()
    },
  }
}
