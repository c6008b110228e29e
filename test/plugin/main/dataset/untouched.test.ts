import { beforeEach, describe, expect, it } from 'vitest'
import { openPlugin } from '../open-plugin.ts'
import type { OpenTraining } from './open-training.ts'
import { openTraining } from './open-training.ts'

let training: OpenTraining
beforeEach(async () => {
  training = await openTraining()
})

describe('the document', () => {
  const PIECES = `
    const component = place(figma.createComponent(), 0, 0, 80, 80)
    shape(RED, 30, 30, 20, 20, component)
    const section = place(figma.createSection(), 500, 0, 300, 300)
    const inner = frame(PINK, 20, 20, 80, 200, section)
    await write('Price 30', 0, 0, inner)
    shape(RED, 30, 30, 20, 20, inner)
    const group = figma.group([shape(RED, 2000, 0, 60, 200), shape(GREEN, 2060, 0, 40, 200)], figma.currentPage)
    return [component, component.createInstance(), section, inner, group]`

  it('is as it was: its layers, the selection, the view and the undo history', async () => {
    const nodes = await training.make(PIECES)
    const { host } = training
    host.person.select(nodes.slice(0, 2))
    host.viewport.set({ x: 7, y: -9, zoom: 0.5, width: 900, height: 700 })
    // The document has its id from now on.
    await training.render(nodes[0]!)
    const before = training.surroundings()
    for (const node of nodes) await training.render(node)
    expect(training.surroundings()).toEqual(before)
  })

  it('is as it was when the drawing fails', async () => {
    const nodes = await training.make(PIECES)
    await training.render(nodes[0]!)
    const before = training.surroundings()
    training.breakDrawing()
    for (const node of nodes)
      await expect(training.render(node)).rejects.toMatchObject({
        code: 'canvas_failed',
        message: expect.stringMatching(/could not draw.*Nothing was added/) as string,
      })
    expect(training.surroundings()).toEqual(before)
  })

  it('is as it was when a copy cannot be finished', async () => {
    const nodes = await training.make(PIECES)
    await training.render(nodes[0]!)
    const before = training.surroundings()
    const patch = (main: string) => main.replaceAll('clipsContent=!0', 'clipsContent=7')
    const broken = await openTraining(await openPlugin({ host: training.host, patch }))
    for (const node of nodes) await expect(broken.render(node)).rejects.toThrow()
    expect(broken.surroundings()).toEqual(before)
  })
})
