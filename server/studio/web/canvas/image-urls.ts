export type ImageUrls = {
  /** The same URL for the same hash; null for an image that the document does not have. */
  readonly url: (hash: string) => string | null
  /** Lets go of every URL whose hash is not among these. */
  readonly keep: (hashes: ReadonlySet<string>) => void
}

/** `blob:` URLs of the document's images. `bytes` answers null for an unknown hash. */
export const createImageUrls = (bytes: (hash: string) => Uint8Array | null): ImageUrls => {
  const urls = new Map<string, string>()
  return {
    url: (hash) => {
      const known = urls.get(hash)
      if (known !== undefined) return known
      const image = bytes(hash)
      if (image === null) return null
      const url = URL.createObjectURL(new Blob([new Uint8Array(image)]))
      urls.set(hash, url)
      return url
    },
    keep: (hashes) => {
      for (const [hash, url] of urls) {
        if (hashes.has(hash)) continue
        URL.revokeObjectURL(url)
        urls.delete(hash)
      }
    },
  }
}
