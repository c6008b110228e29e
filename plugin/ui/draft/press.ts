import type { Size } from '../../../shared/aspect-ratio.ts'
import type { PictureRef, Placeholder } from '../../../shared/picture-ref.ts'
import type { GenerateRequest } from '../../../shared/generate-request.ts'
import type { Canvas } from '../canvas-client.ts'
import type { PlaceholderStore } from '../placeholder-store.ts'
import { wordsOf } from '../words/words-of.ts'
import type { SendingStore } from './sending.ts'

export type PressOptions = {
  readonly canvas: Pick<Canvas, 'reserve' | 'release' | 'reassign' | 'fail'>
  readonly placeholders: PlaceholderStore
  readonly sending: SendingStore
}

/** Where a job's pictures go, when not beside the selection. */
export type Places = {
  /** Failed pictures whose placeholders it takes over; new ones are reserved when none of them is left. */
  readonly instead?: readonly PictureRef[]
  /** The draft that it grows from, and what is different about the new row. */
  readonly under?: { readonly node: string; readonly label: string }
}

const refsOf = (placeholders: readonly Placeholder[]): PictureRef[] =>
  placeholders.map(({ job, index }) => ({ job, index }))

/**
 * One press of a button: places on the canvas first, then the job to the proxy.
 *
 * A job that the proxy refuses, or that she calls off before it arrived, gives new places back and leaves taken-over
 * ones failed, with the words; the refusal is thrown.
 */
export const createPress = ({ canvas, placeholders, sending }: PressOptions) => {
  const takeOver = async (
    request: GenerateRequest,
    pictures: readonly PictureRef[],
  ): Promise<Placeholder[]> => {
    const taken: Placeholder[] = []
    for (const [index, from] of pictures.entries()) {
      const to = { job: request.id, index }
      const { outcome } = await canvas.reassign({ from, to })
      const old = placeholders.list.value.find(
        (one) => one.job === from.job && one.index === from.index,
      )
      placeholders.remove([from])
      if (outcome === 'reassigned' && old !== undefined)
        taken.push({ ...to, node: old.node, failure: null })
    }
    return taken
  }

  const giveBack = async (places: readonly Placeholder[], wereTaken: boolean, words: string) => {
    const pictures = refsOf(places)
    if (wereTaken) {
      placeholders.mark(pictures, words)
      await canvas.fail({ pictures, message: words })
    } else {
      placeholders.remove(pictures)
      await canvas.release({ pictures })
    }
  }

  return async (
    request: GenerateRequest,
    size: Size,
    { instead = [], under }: Places = {},
  ): Promise<void> => {
    const taken = await takeOver(request, instead)
    const places =
      taken.length > 0
        ? taken
        : (
            await canvas.reserve({
              job: request.id,
              count: request.count,
              width: size.width,
              height: size.height,
              brief: request.brief,
              ...(under !== undefined && { under }),
            })
          ).placeholders
    placeholders.add(places)
    try {
      const hasArrived = await sending.send(request)
      if (!hasArrived)
        await giveBack(
          places,
          taken.length > 0,
          'Canceled before it was sent. Nothing was charged.',
        )
    } catch (error) {
      await giveBack(places, taken.length > 0, wordsOf(error))
      throw error
    }
  }
}
export type Press = ReturnType<typeof createPress>
