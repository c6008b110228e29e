import { expect, test } from 'vitest'
import { createTestHost, runSnippet } from '../create-test-host.ts'

/** What a snippet logs, numbers rounded to a hundredth. */
const logsOf = async (code: string): Promise<unknown[]> => {
  const run = await runSnippet(
    createTestHost(),
    `const round = (value) => typeof value === 'number' ? Math.round(value * 100) / 100 + 0
       : Array.isArray(value) ? value.map(round)
       : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, round(one)]))
       : value
     const log = (value) => console.log(round(value))
     ${code}`,
  )
  expect(run.errors).toEqual([])
  return run.logs.map(([first]) => first)
}

test('a node turns around its top left corner, which stays', async () => {
  const [place, transform, rotation, box] = await logsOf(`
    const frame = figma.createFrame()
    frame.resize(200, 100)
    frame.x = 500; frame.y = 300
    frame.rotation = 90
    log([frame.x, frame.y, frame.width, frame.height])
    log(frame.relativeTransform)
    log(frame.rotation)
    log(frame.absoluteBoundingBox)`)
  expect(place).toEqual([500, 300, 200, 100])
  expect(transform).toEqual([
    [0, 1, 500],
    [-1, 0, 300],
  ])
  expect(rotation).toBe(90)
  expect(box).toEqual({ x: 500, y: 100, width: 100, height: 200 })
})

test('what is inside turns with it, in the page and not in its own numbers', async () => {
  const [own, absolute, box, rotation] = await logsOf(`
    const frame = figma.createFrame()
    frame.x = 1000
    frame.rotation = -90
    const child = figma.createRectangle()
    frame.appendChild(child)
    child.resize(40, 10)
    child.x = 20
    child.rotation = -90
    log([child.x, child.y])
    log(child.absoluteTransform)
    log(child.absoluteBoundingBox)
    log(child.rotation)`)
  expect(own).toEqual([20, 0])
  expect(absolute).toEqual([
    [-1, 0, 1000],
    [0, -1, 20],
  ])
  expect(box).toEqual({ x: 960, y: 10, width: 40, height: 10 })
  expect(rotation).toBe(-90)
})

test('a group turns its children, and is measured along its own axes', async () => {
  const [box, own, sizes, back] = await logsOf(`
    const nodes = [figma.createRectangle(), figma.createRectangle()]
    nodes[1].x = 200
    const group = figma.group(nodes, figma.currentPage)
    group.rotation = 90
    log(group.absoluteBoundingBox)
    log([group.x, group.y, group.width, group.height, group.rotation])
    log(nodes.map((node) => [node.x, node.y, node.rotation]))
    group.rotation = 0
    log(nodes.map((node) => [node.x, node.y, node.rotation]))`)
  expect(box).toEqual({ x: 0, y: -300, width: 100, height: 300 })
  expect(own).toEqual([0, 0, 300, 100, 90])
  expect(sizes).toEqual([
    [0, 0, 90],
    [0, -200, 90],
  ])
  expect(back).toEqual([
    [0, 0, 0],
    [200, 0, 0],
  ])
})

test('grouping and ungrouping leave what is turned where it is', async () => {
  const logs = await logsOf(`
    const node = figma.createRectangle()
    node.x = 70
    node.rotation = 30
    const frame = figma.createFrame()
    frame.rotation = 45
    const before = node.absoluteTransform
    const group = figma.group([node], frame)
    log(node.absoluteTransform)
    figma.ungroup(group)
    log(node.absoluteTransform)
    log(before)`)
  expect(logs[0]).toEqual(logs[2])
  expect(logs[1]).toEqual(logs[2])
})

test('auto-layout places what is turned by the box around it, and keeps it turned', async () => {
  const [places, box, kept] = await logsOf(`
    const frame = figma.createFrame()
    frame.layoutMode = 'HORIZONTAL'
    const [a, b] = [figma.createRectangle(), figma.createRectangle()]
    for (const node of [a, b]) { frame.appendChild(node); node.resize(60, 20) }
    a.rotation = 90
    log([a.x, a.y, b.x, b.y])
    log(a.absoluteBoundingBox)
    a.relativeTransform = [[-1, 0, 700], [0, -1, 700]]
    log([Math.abs(a.rotation), a.absoluteBoundingBox.x, b.x])`)
  expect(places).toEqual([0, 60, 20, 0])
  expect(box).toEqual({ x: 0, y: 0, width: 20, height: 60 })
  expect(kept).toEqual([180, 0, 60])
})

test('rescale makes everything larger from the top left corner, in and on the node', async () => {
  const [own, child, text, grouped] = await logsOf(`
    await figma.loadFontAsync({ family: 'Inter', style: 'Regular' })
    const frame = figma.createFrame()
    frame.x = 10
    frame.cornerRadius = 4
    frame.strokeWeight = 2
    const words = figma.createText()
    frame.appendChild(words)
    words.characters = 'Hello'
    const inner = figma.createRectangle()
    frame.appendChild(inner)
    inner.x = 30; inner.y = 20
    frame.rescale(2.5)
    log([frame.x, frame.y, frame.width, frame.height, frame.cornerRadius, frame.strokeWeight])
    log([inner.x, inner.y, inner.width, inner.height])
    log([words.fontSize, words.characters])
    const nodes = [figma.createRectangle(), figma.createRectangle()]
    nodes[0].x = 100
    nodes[1].x = 300
    const group = figma.group(nodes, figma.currentPage)
    group.rescale(0.5)
    log([group.x, group.width, nodes[1].x, nodes[1].width])`)
  expect(own).toEqual([10, 0, 250, 250, 10, 5])
  expect(child).toEqual([75, 50, 250, 250])
  expect(text).toEqual([30, 'Hello'])
  expect(grouped).toEqual([100, 150, 200, 50])
})

test('text whose font is not loaded is not rescaled', async () => {
  const host = createTestHost()
  await runSnippet(
    host,
    `await figma.loadFontAsync({ family: 'Inter', style: 'Regular' })
     figma.createText().characters = 'Hello'`,
  )
  const run = await runSnippet(host, `figma.currentPage.children[0].rescale(2)`)
  expect(run.errors[0]?.message).toContain('unloaded font "Inter Regular"')
})

test('what is drawn of the page lies where the document says', async () => {
  const host = createTestHost()
  await runSnippet(
    host,
    `const inner = figma.createRectangle()
     const group = figma.group([inner], figma.currentPage)
     group.x = 50
     group.rotation = 90`,
  )
  const [group] = host.scene().nodes
  expect(group).toMatchObject({ type: 'GROUP', x: 50, y: 0, axes: [0, 1, -1, 0] })
  expect(group!.children[0]).toMatchObject({ x: 0, y: 0, axes: [1, 0, 0, 1] })
})

test('a hand moves what is inside something turned the way the hand goes', async () => {
  const host = createTestHost()
  await runSnippet(
    host,
    `const frame = figma.createFrame()
     frame.rotation = 90
     frame.appendChild(figma.createRectangle())`,
  )
  const child = host.scene().nodes[0]!.children[0]!.id
  host.person.move([child], 10, 0)
  expect(host.person.node(child)).toMatchObject({ x: 0, y: 10 })
})
