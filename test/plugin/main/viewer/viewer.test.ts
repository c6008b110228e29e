import { describe, expect, it } from 'vitest'
import { FACES_LIMIT } from '../../../../shared/face.ts'
import { readImageHeader } from '../../../../shared/image-header.ts'
import { openPlugin } from '../open-plugin.ts'

const LAYERS = `
  const add = (width, height, change) => {
    const frame = figma.createFrame()
    frame.resize(width, height)
    change?.(frame)
    return frame.id
  }
  return [
    add(16, 12),
    add(1500, 3000),
    add(4096, 400),
    add(3000, 1),
    add(100, 100, (frame) => (frame.visible = false)),
  ]`

describe('a picture for the viewer', () => {
  it('is as large as on the canvas, from 1024 to 2048 pixels, and changes nothing', async () => {
    const { script, canvas, host } = await openPlugin()
    const [small, tall, wide, thin, hidden] = (await script(LAYERS)) as string[]
    const before = JSON.stringify(host.snapshot())
    const depth = host.undoDepth()
    const sizeOf = async (node: string) => {
      const { type, width, height } = readImageHeader((await canvas.exportPicture({ node })).bytes)!
      expect(type).toBe('image/png')
      return [width, height]
    }
    expect(await sizeOf(small!)).toEqual([1024, 768])
    expect(await sizeOf(tall!)).toEqual([1024, 2048])
    expect(await sizeOf(wide!)).toEqual([2048, 200])
    expect(await sizeOf(thin!)).toEqual([2048, 1])
    await expect(canvas.exportPicture({ node: hidden! })).rejects.toMatchObject({
      code: 'canvas_failed',
      message: expect.stringContaining('empty or hidden') as string,
    })
    await expect(canvas.exportPicture({ node: '9:9' })).rejects.toMatchObject({
      message: expect.stringContaining('not in the file any more') as string,
    })
    expect(JSON.stringify(host.snapshot())).toBe(before)
    expect(host.undoDepth()).toBe(depth)
  })

  it('has a face that is remembered on this computer, the latest ones', async () => {
    const { canvas, host } = await openPlugin()
    expect(await canvas.loadFaces()).toEqual([])
    const faces = Array.from({ length: FACES_LIMIT + 3 }, (_, at) => ({
      of: `picture ${at}`,
      face: { x: 0.5, y: 0.4, r: 0.1 },
    }))
    await canvas.saveFaces(faces)
    const again = await openPlugin({ host })
    expect(await again.canvas.loadFaces()).toEqual(faces.slice(3))
  })
})
