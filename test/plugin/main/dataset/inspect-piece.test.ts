import sharp from 'sharp'
import { beforeEach, describe, expect, it } from 'vitest'
import { makePicture } from '../make-picture.ts'
import { jobId, makeRecipe } from '../make-recipe.ts'
import { openPlugin } from '../open-plugin.ts'
import type { OpenTraining } from './open-training.ts'
import { openTraining } from './open-training.ts'

let training: OpenTraining
beforeEach(async () => {
  training = await openTraining()
})

const WORK = `
  const work = frame(PINK, 0, 0, 200, 300)
  await write('Price 30', 0, 0, work)
  const figure = shape(RED, 50, 50, 80, 80, work)
  return [work, figure, work.children[0]]`

describe('whether the picture of a layer has changed', () => {
  it.each([
    ['a layer is moved', `figure.x += 1`],
    ['a colour is changed', `figure.fills = GREEN`],
    ['a layer is added', `shape(GREEN, 0, 0, 4, 4, work)`],
    ['a layer is removed', `figure.remove()`],
    ['a layer is hidden', `figure.visible = false`],
    ['a layer is turned', `figure.rotation = 10`],
    ['its background is changed', `work.fills = BLUE`],
    ['it is resized', `work.resize(210, 300)`],
  ])('yes, when %s', async (_, change) => {
    const [work] = await training.make(WORK)
    const before = (await training.inspect(work!)).content
    await training.make(
      `const [work] = figma.currentPage.children; const [words, figure] = work.children; ${change}; return work`,
    )
    expect((await training.inspect(work!)).content).not.toBe(before)
    expect(before).toMatch(/^[0-9a-f]{16}$/)
  })

  it.each([
    ['it is moved', `work.x = 5000`],
    ['it is renamed and locked', `work.name = 'Anna'; work.locked = true`],
    ['a price is changed', `words.fontSize = 30; words.characters = 'Price 35'`],
    [
      'a hidden layer is changed',
      `const hidden = shape(RED, 0, 0, 9, 9, work); hidden.visible = false`,
    ],
    [
      'it goes into a section',
      `const section = figma.createSection(); section.x = 90; section.appendChild(work)`,
    ],
  ])('no, when %s', async (_, change) => {
    const [work] = await training.make(WORK)
    const before = (await training.inspect(work!)).content
    await training.make(
      `const [work] = figma.currentPage.children; const [words, figure] = work.children;
       await figma.loadFontAsync(words.fontName); ${change}; return work`,
    )
    expect((await training.inspect(work!)).content).toBe(before)
  })

  it('a group that is moved stays the same, and another cut or a word that stays in does not', async () => {
    const group = await training.one(
      `return figma.group([shape(RED, 0, 0, 50, 80), shape(GREEN, 50, 0, 9, 9)], figma.currentPage)`,
    )
    const before = (await training.inspect(group)).content
    training.host.person.move([group], 300, 40)
    expect((await training.inspect(group)).content).toBe(before)
    expect((await training.inspect(group, { fit: 'square' })).content).not.toBe(before)
    const [work, , words] = await training.make(WORK)
    const { content } = await training.inspect(work!)
    expect((await training.inspect(work!, { keep: [words!] })).content).not.toBe(content)
  })
})

describe('how much of a picture was generated', () => {
  const draft = async () => {
    const job = jobId()
    await training.canvas.reserve({ job, count: 1, width: 200, height: 200, brief: 'a cook' })
    await training.canvas.fill({
      recipe: makeRecipe({ job }),
      bytes: await makePicture({ background: '#0000ff' }),
    })
  }
  /** From 0 to 1, of the square. */
  const shareOf = async (node: string): Promise<number | null> => {
    const { probes } = await training.inspect(node)
    if (probes === null) return null
    const means = await Promise.all(
      [probes.light, probes.dark].map(async (bytes) => {
        const { channels } = await sharp(bytes).removeAlpha().stats()
        return channels[0]!.mean
      }),
    )
    return (means[0]! - means[1]!) / 255
  }
  /** Her frame, with the draft's image as a plain fill of a rectangle in it. */
  const tracing = (more: string) =>
    training.one(`
      const [draft] = figma.currentPage.children
      const work = frame(PINK, 500, 0, 200, 200)
      shape(draft.fills, 0, 0, 100, 200, work)
      ${more}
      return work`)

  it.each([
    ['half of it', ``, 0.5],
    ['what her own work leaves uncovered', `shape(RED, 0, 0, 100, 150, work)`, 0.125],
    ['as far as it lets through', `work.children[0].opacity = 0.5`, 0.25],
    ['what is not cut off', `work.children[0].x = -50`, 0.25],
    ['nothing under her own', `shape(RED, 0, 0, 200, 200, work)`, 0],
  ])('%s', async (_, more, share) => {
    await draft()
    expect(await shareOf(await tracing(more))).toBeCloseTo(share, 2)
  })

  it('is not asked where nothing is, and leaves the document as it is', async () => {
    await draft()
    const work = await tracing('')
    const before = training.surroundings()
    expect(await shareOf(work)).toBeCloseTo(0.5, 2)
    expect(training.surroundings()).toEqual(before)
    expect(await shareOf(await training.one(`return frame(PINK, 0, 900, 9, 9)`))).toBeNull()
  })

  it('is known when the draft is long gone, and in another run', async () => {
    await draft()
    const work = await tracing('')
    training.host.person.remove([training.host.scene().nodes[0]!.id])
    training = await openTraining(await openPlugin({ host: training.host }))
    expect(await shareOf(work)).toBeCloseTo(0.5, 2)
  })

  it('all of a draft as it came', async () => {
    await draft()
    expect(await shareOf(training.host.scene().nodes[0]!.id)).toBe(1)
  })
})

describe('what is said of a layer', () => {
  it('names, properties and words that may make a caption', async () => {
    const instance = await training.one(`
      const [curly, straight] = ['Hair=Curly, Glasses=Yes', 'Hair=Straight, Glasses=No'].map((name, at) => {
        const made = place(figma.createComponent(), at * 300, 0, 200, 200)
        made.name = name
        shape(RED, 0, 0, 9, 9, made).name = 'red cape'
        shape(RED, 0, 0, 9, 9, made).name = 'Rectangle 12'
        return made
      })
      const set = figma.combineAsVariants([curly, straight], figma.currentPage)
      set.name = 'Firefighter'
      await write('Anna, 34', 0, 0, curly)
      const made = curly.createInstance()
      made.name = 'Anna_final 2'
      return made`)
    expect((await training.inspect(instance)).hints).toEqual({
      name: 'Anna final',
      component: 'Firefighter',
      layers: ['red cape'],
      properties: [
        { name: 'Hair', value: 'Curly' },
        { name: 'Glasses', value: 'Yes' },
      ],
      texts: ['Anna, 34'],
    })
  })

  it('the draft that it grew from, and its brief', async () => {
    const job = jobId()
    await training.canvas.reserve({ job, count: 1, width: 64, height: 64, brief: 'a cook' })
    await training.canvas.fill({
      recipe: makeRecipe({ job, brief: 'a cook' }),
      bytes: await makePicture(),
    })
    const work = await training.one(WORK)
    await training.canvas.linkFinished({ node: work, of: { job, index: 0 } })
    expect(await training.inspect(work)).toMatchObject({
      finishedOf: { job, index: 0 },
      brief: 'a cook',
      padding: expect.closeTo(1 / 3, 5) as number,
    })
  })

  it.each([
    [
      'is hidden',
      `const made = frame(PINK, 0, 0, 9, 9); made.visible = false; return made`,
      /hidden/,
    ],
    ['holds words alone', `return await write('Only words', 0, 0)`, null],
    [
      'holds labels alone',
      `const made = frame([], 0, 0, 99, 99); await write('Note', 0, 0, made); return made`,
      /nothing to draw/,
    ],
    ['is a slice', `return figma.createSlice()`, /nothing to draw/],
    ['has no size', `return place(figma.createRectangle(), 0, 0, 0.01, 0.01)`, /nothing to draw/],
  ])('why there is no picture of one that %s', async (_, snippet, problem) => {
    const node = await training.one(snippet)
    const facts = await training.inspect(node)
    if (problem === null) return expect(facts.problem).toBeNull()
    expect(facts.problem).toMatch(problem)
    await expect(training.render(node)).rejects.toMatchObject({ code: 'canvas_failed' })
  })

  it('that a placeholder waits, and that a removed layer is gone', async () => {
    const { placeholders } = await training.canvas.reserve({
      job: jobId(),
      count: 1,
      width: 64,
      height: 64,
      brief: 'a cook',
    })
    const { node } = placeholders[0]!
    expect((await training.inspect(node)).problem).toMatch(/waits for its draft/)
    training.host.person.remove([node])
    await expect(training.inspect(node)).rejects.toMatchObject({ code: 'canvas_failed' })
  })

  it('that it is tiny', async () => {
    const facts = await training.inspect(await training.one(`return frame(PINK, 0, 0, 16, 12)`))
    expect(facts.notes).toEqual(['It is only 16 × 12 pixels; the piece has 1024.'])
  })
})
