import { expect, test } from 'vitest'
import { createTestHost, runSnippet } from '../create-test-host.ts'

const logsOf = async (code: string, host = createTestHost()): Promise<unknown[]> => {
  const run = await runSnippet(host, code)
  expect(run.errors).toEqual([])
  return run.logs.map(([first]) => first)
}

test('a group is where its children are, moves them, and goes with the last of them', async () => {
  const host = createTestHost()
  const logs = await logsOf(
    `const frame = figma.createFrame()
     frame.x = 1000
     const [a, b] = [figma.createRectangle(), figma.createRectangle()]
     b.x = 200; b.y = 50
     const group = figma.group([a, b], frame)
     console.log([group.x, group.y, group.width, group.height])
     console.log(a.absoluteBoundingBox.x)
     group.x += 5
     console.log([a.x, b.x])
     group.resize(150, 300)
     console.log([a.width, b.x - a.x, b.height])
     a.remove()
     b.remove()
     console.log([group.removed, frame.children.length])`,
    host,
  )
  expect(logs).toEqual([[-1000, 0, 300, 150], 0, [-995, -795], [50, 100, 200], [true, 0]])
})

test('ungrouped layers stay where they are, in the place of their group, selected as it was', async () => {
  const host = createTestHost()
  const logs = await logsOf(
    `const frame = figma.createFrame()
     frame.x = 1000
     const [below, a, b, above] = [0, 10, 200, 0].map((x) => {
       const layer = figma.createRectangle()
       frame.appendChild(layer)
       layer.x = x
       return layer
     })
     const group = figma.group([a, b], frame, 1)
     figma.currentPage.selection = [above, group]
     const layers = figma.ungroup(group)
     console.log([group.removed, layers.map(({ id }) => id).join() === [a.id, b.id].join()])
     console.log(frame.children.map(({ id }) => [below, a, b, above].findIndex((one) => one.id === id)))
     console.log(layers.map(({ x }) => x))
     console.log(figma.currentPage.selection.map(({ id }) => [a, b, above].findIndex((one) => one.id === id)).sort())`,
    host,
  )
  expect(logs).toEqual([
    [true, true],
    [0, 1, 2, 3],
    [10, 200],
    [0, 1, 2],
  ])
})

test('a section that hides its contents still has them, and shows none', async () => {
  const host = createTestHost()
  await logsOf(
    `const section = figma.createSection()
     section.appendChild(figma.createFrame())
     section.sectionContentsHidden = true`,
    host,
  )
  expect(host.scene().nodes[0]!.children.map(({ visible }) => visible)).toEqual([false])
})
