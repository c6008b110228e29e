import { expect, test } from 'vitest'
import { createTestHost, runSnippet } from '../create-test-host.ts'

const names = (host: ReturnType<typeof createTestHost>): string[] =>
  host.scene().nodes.map((node) => node.name)

test('one undo takes back what the plugin did since its last commit', async () => {
  const host = createTestHost()
  await runSnippet(
    host,
    `for (const name of ['a', 'b']) figma.createFrame().name = name
     figma.commitUndo()
     for (const name of ['c', 'd']) figma.createFrame().name = name`,
  )
  expect(host.undoDepth()).toBe(2)
  expect(host.person.undo()).toBe(true)
  expect(names(host)).toEqual(['a', 'b'])
  expect(host.person.undo()).toBe(true)
  expect(names(host)).toEqual([])
  expect(host.person.undo()).toBe(false)
  expect(host.person.redo()).toBe(true)
  expect(host.person.redo()).toBe(true)
  expect(names(host)).toEqual(['a', 'b', 'c', 'd'])
  expect(host.person.redo()).toBe(false)
})

test('a commit of nothing is no step', async () => {
  const host = createTestHost()
  await runSnippet(
    host,
    `figma.commitUndo()
     const frame = figma.createFrame()
     frame.remove()
     figma.commitUndo()
     figma.commitUndo()`,
  )
  expect(host.undoDepth()).toBe(0)
})

test("the person's edit is a step of its own, between the plugin's", async () => {
  const host = createTestHost()
  await runSnippet(host, `figma.createFrame().name = 'made'`)
  const [id] = host.scene().nodes.map((node) => node.id)
  host.person.move([id!], 10, 20)
  host.person.rename(id!, 'renamed')
  expect(host.undoDepth()).toBe(3)
  host.person.undo()
  expect(host.scene().nodes).toMatchObject([{ name: 'made', x: 10, y: 20 }])
  host.person.undo()
  expect(host.scene().nodes).toMatchObject([{ name: 'made', x: 0, y: 0 }])
  host.person.undo()
  expect(host.scene().nodes).toEqual([])
})

test('an edit after an undo ends what could be redone', () => {
  const host = createTestHost()
  const frame = { x: 0, y: 0, width: 10, height: 10 }
  host.person.addFrame({ name: 'one', ...frame })
  host.person.undo()
  host.person.addFrame({ name: 'two', ...frame })
  expect(host.person.redo()).toBe(false)
  expect(names(host)).toEqual(['two'])
})

test('triggerUndo goes back to the last commit', async () => {
  const host = createTestHost()
  await runSnippet(
    host,
    `figma.createFrame().name = 'kept'
     figma.commitUndo()
     figma.createFrame().name = 'taken back'
     figma.triggerUndo()`,
  )
  expect(names(host)).toEqual(['kept'])
})

test('plugin data is undone, clientStorage is not', async () => {
  const host = createTestHost()
  const run = await runSnippet(
    host,
    `figma.root.setPluginData('key', 'before')
     figma.commitUndo()
     figma.root.setPluginData('key', 'after')
     await figma.clientStorage.setAsync('key', 'stored')
     figma.triggerUndo()
     console.log(figma.root.getPluginData('key'), await figma.clientStorage.getAsync('key'))`,
  )
  expect(run.logs).toEqual([['before', 'stored']])
})

test('undo of a removal brings back the whole tree, in its place', async () => {
  const host = createTestHost()
  await runSnippet(
    host,
    `const [back, frame, front] = ['back', 'frame', 'front'].map((name) => {
       const node = figma.createFrame()
       node.name = name
       return node
     })
     const child = figma.createRectangle()
     frame.appendChild(child)
     child.setPluginData('key', 'value')
     figma.currentPage.selection = [frame]
     figma.commitUndo()
     frame.remove()
     console.log(frame.removed, child.removed, figma.currentPage.selection.length)`,
  ).then((run) => expect(run.logs).toEqual([[true, true, 0]]))
  const drawn: string[][] = []
  host.subscribe(() => drawn.push(names(host)))
  host.person.undo()
  expect(names(host)).toEqual(['back', 'frame', 'front'])
  expect(host.scene().nodes[1]?.children).toMatchObject([{ type: 'RECTANGLE' }])
  expect(new Set(drawn.map((each) => each.join()))).toEqual(new Set(['back,frame,front']))
})
