import type { FileId } from '../../../shared/ids.ts'
import type { Api } from './create-api.ts'

type Bytes = Awaited<ReturnType<Api['download']>>

/** Downloads at the same time: browsers open six connections to a host, and the event stream and calls need some. */
const AT_ONCE = 4
/** Pictures that are remembered, the latest ones. */
const KEPT = 16

/** The proxy's pictures: each is downloaded once, for the canvas and the panel alike. A failed one can be asked again. */
export const createPictures = ({ download }: Pick<Api, 'download'>) => {
  const kept = new Map<FileId, Promise<Bytes>>()
  const waiting: (() => void)[] = []
  let running = 0

  const inTurn = async (file: FileId): Promise<Bytes> => {
    if (running < AT_ONCE) running += 1
    else await new Promise<void>((start) => waiting.push(start))
    try {
      return await download(file)
    } catch (error) {
      kept.delete(file)
      throw error
    } finally {
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }

  return (file: FileId): Promise<Bytes> => {
    const bytes = kept.get(file) ?? inTurn(file)
    kept.delete(file)
    kept.set(file, bytes)
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
    return bytes
  }
}
export type Pictures = ReturnType<typeof createPictures>
