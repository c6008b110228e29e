import { beforeEach, describe, expect, it } from 'vitest'
import type { Omission } from '../../../../shared/training.ts'
import { DEFAULT_SWITCHES } from '../../../../shared/training.ts'
import { makePicture } from '../make-picture.ts'
import { jobId, makeRecipe } from '../make-recipe.ts'
import type { OpenTraining } from './open-training.ts'
import { BLUE, openTraining, PINK, RED } from './open-training.ts'

let training: OpenTraining
beforeEach(async () => {
  training = await openTraining()
})

const without = (why: Omission) => ({
  leaveOut: DEFAULT_SWITCHES.leaveOut.filter((one) => one !== why),
})
const PLACES = [
  [0.15, 0.15],
  [0.8, 0.8],
] as const

/** A frame with a red figure at the lower right, and one thing more at the upper left. */
const withThing = (thing: string): Promise<string[]> =>
  training.make(`
    const work = frame(PINK, 0, 0, 200, 200)
    const add = async () => {${thing}}
    const thing = await add()
    thing.name ||= 'Thing'
    shape(RED, 120, 120, 80, 80, work)
    return [work, thing]`)

describe('left out of a training picture', () => {
  it.each([
    [
      'text',
      'words',
      `const made = await write('█████████', 0, 0, work); made.fills = BLUE; made.fontSize = 60; return made`,
    ],
    [
      'text',
      'a price tag with its plate',
      `const tag = frame(BLUE, 0, 0, 100, 60, work); tag.layoutMode = 'HORIZONTAL'; const words = await write('€ 30,–', 0, 0, tag); words.fontSize = 22; return tag`,
    ],
    [
      'named',
      'a layer by its name',
      `const made = shape(BLUE, 0, 0, 100, 60, work); made.name = 'Order-label 7'; return made`,
    ],
  ] as const)('%s: %s', async (why, _, thing) => {
    const [work, id] = (await withThing(thing)) as [string, string]
    expect(await training.coloursOf(work, PLACES)).toEqual([PINK, RED])
    expect(await training.coloursOf(work, PLACES, without(why))).toEqual([BLUE, RED])
    const { leftOut } = await training.inspect(work)
    expect(await training.coloursOf(work, PLACES, { keep: [id] })).toEqual([BLUE, RED])
    expect(leftOut).toMatchObject([{ node: id, why, kept: false }])
    expect((await training.inspect(work, { keep: [id] })).leftOut).toMatchObject([{ kept: true }])
  })

  it('hidden layers, unless she wants them', async () => {
    const [work] = await withThing(
      `const made = shape(BLUE, 0, 0, 100, 60, work); made.visible = false; return made`,
    )
    expect(await training.coloursOf(work!, PLACES)).toEqual([PINK, RED])
    expect(await training.coloursOf(work!, PLACES, without('hidden'))).toEqual([BLUE, RED])
    expect((await training.inspect(work!)).leftOut).toEqual([])
  })

  it('slices, which are never drawn and never in the way', async () => {
    const [work] = await withThing(`return place(figma.createSlice(), -900, 0, 100, 100, work)`)
    expect(await training.coloursOf(work!, PLACES)).toEqual([PINK, RED])
  })

  it('nothing that only sounds like it, and no number on a shirt', async () => {
    const [work] = await withThing(`
      const shirt = frame(BLUE, 0, 0, 100, 100, work)
      shirt.name = 'Priceless Notebook Preference'
      await write('10', 80, 80, shirt)
      return shirt`)
    expect(await training.coloursOf(work!, PLACES)).toEqual([BLUE, RED])
    expect((await training.inspect(work!)).leftOut).toMatchObject([{ name: '10', why: 'text' }])
  })

  it('the customer’s photo, once it has been a reference, wherever it is used', async () => {
    const { person } = training.host
    const image = await makePicture({ background: '#0000ff' })
    const photo = person.addFrame({ name: 'Anna', x: 900, y: 0, width: 64, height: 64, image })
    await training.canvas.exportReference({ node: photo })
    const [work] = await withThing(`
      const photo = figma.currentPage.children[0].clone()
      work.appendChild(photo)
      place(photo, 0, 0, 100, 100)
      photo.name = 'Anna again'
      return photo`)
    expect(await training.coloursOf(work!, PLACES)).toEqual([PINK, RED])
    expect(await training.coloursOf(work!, PLACES, without('references'))).toEqual([BLUE, RED])
    person.remove([photo])
    const again = await openTraining({ ...training })
    expect((await again.inspect(work!)).leftOut).toMatchObject([
      { name: 'Anna again', why: 'references' },
    ])
  })

  it('no layer of a drawing of hers that was a reference', async () => {
    const image = await makePicture({ background: '#0000ff' })
    const texture = training.host.person.addFrame({
      name: 'Clay',
      x: 900,
      y: 0,
      width: 9,
      height: 9,
      image,
    })
    const [work] = await withThing(`
      const clay = figma.currentPage.children[0].clone()
      work.appendChild(clay)
      return place(clay, 0, 0, 100, 100)`)
    await training.canvas.exportReference({ node: work! })
    training.host.person.remove([texture])
    expect(await training.coloursOf(work!, PLACES)).toEqual([BLUE, RED])
  })

  it('drafts and places of drafts that lie about in her work', async () => {
    const job = jobId()
    const { placeholders } = await training.canvas.reserve({
      job,
      count: 2,
      width: 50,
      height: 50,
      brief: 'a cook',
    })
    await training.canvas.fill({
      recipe: makeRecipe({ job }),
      bytes: await makePicture({ background: '#0000ff' }),
    })
    const [work] = await withThing(`
      const drafts = figma.currentPage.children.filter((node) => node !== work)
      for (const draft of drafts) work.appendChild(draft)
      drafts.forEach((draft, at) => place(draft, 60 * at, 0, 50, 100))
      return drafts[0]`)
    expect(await training.coloursOf(work!, PLACES)).toEqual([PINK, RED])
    expect(await training.coloursOf(work!, PLACES, without('drafts'))).toEqual([BLUE, RED])
    expect((await training.inspect(work!)).leftOut.map(({ node, why }) => [node, why])).toEqual(
      placeholders.map(({ node }) => [node, 'drafts']),
    )
  })

  it('the draft that she drew on', async () => {
    const job = jobId()
    const { placeholders } = await training.canvas.reserve({
      job,
      count: 1,
      width: 200,
      height: 200,
      brief: 'a cook',
    })
    await training.canvas.fill({
      recipe: makeRecipe({ job }),
      bytes: await makePicture({ background: '#0000ff' }),
    })
    await training.make(`return shape(RED, 120, 120, 80, 80, figma.currentPage.children[0])`)
    const draft = placeholders[0]!.node
    expect(await training.coloursOf(draft, PLACES)).toEqual([[255, 255, 255], RED])
    expect(await training.coloursOf(draft, PLACES, without('drafts'))).toEqual([BLUE, RED])
  })

  it('without closing the gap in an auto-layout frame or in an instance', async () => {
    const [work, instance] = await training.make(`
      const work = place(figma.createComponent(), 0, 0, 200, 200)
      work.fills = PINK
      work.layoutMode = 'HORIZONTAL'
      const words = await write('Order 7', 0, 0, work)
      words.textAutoResize = 'NONE'
      words.resize(100, 200)
      shape(RED, 0, 0, 100, 200, work)
      return [work, work.createInstance()]`)
    for (const node of [work!, instance!])
      expect(await training.coloursOf(node, PLACES)).toEqual([PINK, RED])
  })

  it('what sticks out and is left out makes the picture no larger', async () => {
    const [group] = await training.make(`
      const words = await write('A note beside the figure', 300, 0)
      return figma.group([words, shape(RED, 0, 0, 100, 100)], figma.currentPage)`)
    expect(await training.coloursOf(group!, PLACES)).toEqual([RED, RED])
  })
})
