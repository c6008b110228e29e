/**
 * Runs in a worker, as text, so it leans on nothing outside itself: a PNG of a square picture of `side` pixels, in sRGB,
 * 8 bits a channel, without alpha. The browser's own encoder always writes an alpha channel (HTML: canvas.toBlob).
 */
const work = (): void => {
  const table = Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index
    for (let bit = 0; bit < 8; bit += 1)
      value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    return value
  })
  /** A chunk: length, name, data, and the checksum of the last two (W3C PNG, 5.3). */
  const chunk = (name: string, data: Uint8Array): Uint8Array<ArrayBuffer> => {
    const bytes = new Uint8Array(data.length + 12)
    const view = new DataView(bytes.buffer)
    view.setUint32(0, data.length)
    bytes.set(
      Array.from(name, (letter) => letter.charCodeAt(0)),
      4,
    )
    bytes.set(data, 8)
    let sum = -1
    for (const byte of bytes.subarray(4, -4)) sum = (sum >>> 8) ^ (table[(sum ^ byte) & 255] ?? 0)
    view.setUint32(data.length + 8, ~sum)
    return bytes
  }
  const pixelsOf = async (png: Uint8Array<ArrayBuffer>, side: number): Promise<ImageData> => {
    const bitmap = await createImageBitmap(new Blob([png]))
    const context = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true })
    if (context === null || bitmap.width !== side || bitmap.height !== side)
      throw new Error(`The picture has ${bitmap.width} × ${bitmap.height} pixels.`)
    context.fillStyle = '#fff'
    context.fillRect(0, 0, side, side)
    context.drawImage(bitmap, 0, 0)
    return context.getImageData(0, 0, side, side)
  }
  /** Each row as its difference from the one above (filter type 2), which suits plain areas. */
  const rowsOf = ({ data, width, height }: ImageData): Uint8Array<ArrayBuffer> => {
    const rows = new Uint8Array((width * 3 + 1) * height)
    let to = 0
    for (let y = 0; y < height; y += 1) {
      rows[to++] = 2
      for (let at = y * width * 4; at < (y + 1) * width * 4; at += 4)
        for (let channel = at; channel < at + 3; channel += 1)
          rows[to++] = (data[channel] ?? 0) - (y === 0 ? 0 : (data[channel - width * 4] ?? 0))
    }
    return rows
  }
  const encode = async (png: Uint8Array<ArrayBuffer>, side: number): Promise<Blob> => {
    const rows = rowsOf(await pixelsOf(png, side))
    const packed = new Blob([rows]).stream().pipeThrough(new CompressionStream('deflate'))
    const header = new Uint8Array(13)
    new DataView(header.buffer).setUint32(0, side)
    new DataView(header.buffer).setUint32(4, side)
    // 8 bits a channel, red, green and blue.
    header.set([8, 2, 0, 0, 0], 8)
    return new Blob([
      new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]),
      chunk('IHDR', header),
      chunk('sRGB', new Uint8Array(1)),
      chunk('IDAT', new Uint8Array(await new Response(packed).arrayBuffer())),
      chunk('IEND', new Uint8Array()),
    ])
  }
  onmessage = ({ data, ports: [port] }: MessageEvent<[Uint8Array<ArrayBuffer>, number]>) => {
    encode(...data)
      .then(async (blob) => new Uint8Array(await blob.arrayBuffer()))
      .then(
        (bytes) => port?.postMessage(bytes, [bytes.buffer]),
        (error: unknown) => port?.postMessage(String(error)),
      )
  }
}

let worker: Worker | null = null

const startWorker = (): Worker => {
  const url = URL.createObjectURL(new Blob([`(${work.toString()})()`], { type: 'text/javascript' }))
  const started = new Worker(url)
  URL.revokeObjectURL(url)
  return started
}

/** A training picture as a piece is: without alpha. It is worked on elsewhere, so the panel stays quick. */
export const encodePiece = (
  png: Uint8Array<ArrayBuffer>,
  side: number,
): Promise<Uint8Array<ArrayBuffer>> =>
  new Promise((resolve, reject) => {
    worker ??= startWorker()
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<Uint8Array<ArrayBuffer> | string>) => {
      port1.close()
      if (typeof data === 'string') reject(new Error(data))
      else resolve(data)
    }
    worker.postMessage([png, side], [port2, png.buffer])
  })
