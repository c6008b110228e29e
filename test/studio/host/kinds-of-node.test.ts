import { expect, test } from 'vitest'
import { createTestHost, runSnippet } from '../create-test-host.ts'

const logsOf = async (code: string, host = createTestHost()): Promise<unknown[]> => {
  const run = await runSnippet(host, code)
  expect(run.errors).toEqual([])
  return run.logs.map(([first]) => first)
}

test('components are combined as variants, where they are, and their instances say which they are', async () => {
  const host = createTestHost()
  const logs = await logsOf(
    `const [curly, straight] = [figma.createComponent(), figma.createComponent()]
     curly.name = 'Hair=Curly, Glasses=Yes'
     straight.name = 'Hair=Straight, Glasses=No'
     curly.x = 40
     straight.x = 200
     const set = figma.combineAsVariants([curly, straight], figma.currentPage)
     console.log([set.type, set.x, set.width, curly.x, straight.absoluteBoundingBox.x])
     const instance = curly.createInstance()
     console.log(instance.componentProperties)
     console.log([straight.variantProperties, instance.variantProperties.Hair])
     const lone = figma.createComponent()
     console.log([lone.variantProperties, lone.createInstance().componentProperties])`,
    host,
  )
  expect(logs).toEqual([
    ['COMPONENT_SET', 40, 260, 0, 200],
    { Hair: { type: 'VARIANT', value: 'Curly' }, Glasses: { type: 'VARIANT', value: 'Yes' } },
    [{ Hair: 'Straight', Glasses: 'No' }, 'Curly'],
    [null, {}],
  ])
})

test('a slice is where it is and draws nothing', async () => {
  const logs = await logsOf(`
    const frame = figma.createFrame()
    const slice = figma.createSlice()
    frame.clipsContent = false
    frame.appendChild(slice)
    slice.x = 500
    console.log(slice.absoluteBoundingBox)
    console.log(frame.absoluteRenderBounds)
    console.log('fills' in slice)`)
  expect(logs).toEqual([
    { x: 500, y: 0, width: 100, height: 100 },
    { x: 0, y: 0, width: 100, height: 100 },
    false,
  ])
})

test('a text says when its font is missing', async () => {
  const host = createTestHost()
  await logsOf(`figma.createText()`, host)
  const snapshot = host.snapshot()
  const nodes = snapshot.nodes.map((node) =>
    node.type === 'TEXT'
      ? {
          ...node,
          properties: { ...node.properties, fontName: { family: 'Hers', style: 'Regular' } },
        }
      : node,
  )
  const code = `console.log([figma.currentPage.children[0].hasMissingFont, figma.hasMissingFont])`
  expect(await logsOf(code, host)).toEqual([[false, false]])
  const missing = createTestHost({ snapshot: { ...snapshot, nodes } })
  expect(await logsOf(code, missing)).toEqual([[true, true]])
})
