import { HostError } from '../host-error.ts'
import { imageSize } from '../images/image-size.ts'
import type { Members } from './member.ts'
import type { Session } from './session.ts'

/** An image that a fill can show; its id is its hash. */
export const imageMembers = ({ host: { images } }: Session): Members => {
  const bytesOf = (hash: string): Uint8Array => {
    const bytes = images.get(hash)
    if (bytes === undefined) throw new HostError(`There is no image with the hash "${hash}"`)
    return bytes
  }
  return {
    hash: { get: ({ id }) => id },
    getBytesAsync: { call: ({ id }) => Promise.resolve(bytesOf(id)) },
    getSizeAsync: {
      call: ({ id }) => {
        const { width, height } = imageSize(bytesOf(id)) ?? { width: 0, height: 0 }
        return Promise.resolve({ width, height })
      },
    },
  }
}
