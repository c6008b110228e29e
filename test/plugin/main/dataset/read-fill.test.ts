import { expect, it } from 'vitest'
import { makePicture } from '../make-picture.ts'
import { openTraining } from './open-training.ts'

it('hands out the picture of a layer as it was put into the file, and changes nothing', async () => {
  const training = await openTraining()
  const page = await makePicture({ width: 300, height: 200 })
  const [node] = await training.make(`
    const old = figma.createImage(new Uint8Array([${(await makePicture()).join()}])).hash
    const { hash } = figma.createImage(new Uint8Array([${page.join()}]))
    const image = (imageHash, rest) => ({ type: 'IMAGE', scaleMode: 'FILL', imageHash, ...rest })
    const layer = shape([image(old), image(hash), image(old, { visible: false })], 0, 0, 30, 20)
    return Object.assign(layer, { name: 'Orders of May' })`)
  const before = training.surroundings()
  const { name, bytes } = await training.canvas.readFill({ node: node! })
  expect(name).toBe('Orders of May')
  expect(Buffer.from(bytes).equals(page)).toBe(true)
  expect(training.surroundings()).toEqual(before)
})

it('says in words when there is none', async () => {
  const training = await openTraining()
  const [plain, gone] = await training.make(`
    const gone = shape(RED, 0, 0, 9, 9)
    const made = [shape(RED, 0, 0, 9, 9), gone].map(({ id }) => ({ id }))
    gone.remove()
    return made`)
  await expect(training.canvas.readFill({ node: plain! })).rejects.toMatchObject({
    code: 'canvas_failed',
    message: expect.stringContaining('no picture as its fill') as string,
  })
  await expect(training.canvas.readFill({ node: gone! })).rejects.toMatchObject({
    code: 'canvas_failed',
  })
})
