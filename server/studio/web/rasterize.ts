import type { Rasterize } from '../host/host.ts'

/** The browser draws an SVG as a picture of exactly `size` pixels. */
export const rasterize: Rasterize = async (svg, size, format) => {
  const image = new Image(size.width, size.height)
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    image.src = url
    await image.decode()
    const canvas = new OffscreenCanvas(size.width, size.height)
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('This browser cannot draw pictures.')
    context.drawImage(image, 0, 0, size.width, size.height)
    const blob = await canvas.convertToBlob({ type: format === 'jpg' ? 'image/jpeg' : 'image/png' })
    return await blob.bytes()
  } finally {
    URL.revokeObjectURL(url)
  }
}
