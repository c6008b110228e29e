import { useSignalEffect } from '@preact/signals'
import type { Studio } from '../create-studio.ts'

/** Lets go of the `blob:` URLs of pictures that the page shows no more. */
export const useImageCleanup = (studio: Studio): void =>
  useSignalEffect(() => {
    const hashes = studio.items.value.flatMap(({ item }) =>
      item.fills.flatMap((paint) => (paint.type === 'image' ? [paint.hash] : [])),
    )
    studio.images.keep(new Set(hashes))
  })
