import * as v from 'valibot'
import { expect, test } from 'vitest'
import { DocumentSnapshot } from '../../../server/studio/host/document-snapshot.ts'
import { createTestHost, runSnippet } from '../create-test-host.ts'

const box = { x: 0, y: 0, width: 100, height: 50 }

test('her frame holds the picture that she dropped', () => {
  const host = createTestHost()
  const image = new Uint8Array([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 2, 0, 3, 0, 0])
  const id = host.person.addFrame({ name: 'Photo', ...box, image })
  const [fill] = host.person.node(id)?.fills ?? []
  expect(fill).toMatchObject({ type: 'image', scaleMode: 'FILL' })
  expect(host.image((fill as { hash: string }).hash)).toEqual(image)
  expect(host.undoDepth()).toBe(1)
})

test('a picture that Figma refuses makes no frame and no step', () => {
  const host = createTestHost()
  expect(() =>
    host.person.addFrame({ name: 'Photo', ...box, image: new Uint8Array([1, 2, 3]) }),
  ).toThrow('Image type is unsupported')
  expect([host.scene().nodes, host.undoDepth()]).toEqual([[], 0])
})

test('a duplicate carries plugin data and relaunch buttons with it', async () => {
  const host = createTestHost()
  await runSnippet(
    host,
    `const frame = figma.createFrame()
     frame.setPluginData('own id', frame.id)
     frame.setRelaunchData({ again: 'Once more' })`,
  )
  const [id] = host.person.duplicate(['1:2'])
  expect(host.person.pluginData(id!, 'own id')).toBe('1:2')
  expect(host.person.node(id!)?.relaunch).toEqual({ again: 'Once more' })
  expect(host.scene().nodes).toHaveLength(2)
})

test('what she selects is the outermost only, and gone nodes leave it', () => {
  const host = createTestHost()
  const parent = host.person.addFrame({ name: 'parent', ...box })
  const child = host.person.addFrame({ name: 'child', ...box, parent })
  host.person.select([child, parent])
  expect(host.scene().selection).toEqual([parent])
  host.person.remove([parent, child])
  expect(host.scene().selection).toEqual([])
  expect(host.person.node(child)).toBeNull()
})

test('moves, sizes, names and locks', () => {
  const host = createTestHost()
  const parent = host.person.addFrame({ name: 'a', ...box })
  const child = host.person.addFrame({ name: 'b', ...box, parent })
  host.person.move([parent, child], 5, -5)
  host.person.resize(parent, 300, 200)
  host.person.rename(parent, 'renamed')
  host.person.setLocked(parent, true)
  expect(host.scene().nodes).toMatchObject([
    { name: 'renamed', x: 5, y: -5, width: 300, height: 200, locked: true, children: [{ x: 0 }] },
  ])
  expect(host.undoDepth()).toBe(6)
})

test('children of a group are drawn from the group', async () => {
  const host = createTestHost()
  await runSnippet(
    host,
    `const [a, b] = [figma.createRectangle(), figma.createRectangle()]
     a.x = 40; b.x = 200
     figma.group([a, b], figma.currentPage)`,
  )
  expect(host.scene().nodes).toMatchObject([
    { type: 'GROUP', x: 40, width: 260, children: [{ x: 0 }, { x: 160 }] },
  ])
})

test('a document resumes from its snapshot, images and storage', async () => {
  const before = createTestHost()
  const image = new Uint8Array([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 2, 0, 3, 0, 0])
  const id = before.person.addFrame({ name: 'Photo', ...box, image })
  const page = before.person.addPage('Two')
  before.person.setCurrentPage(page)
  await runSnippet(before, `await figma.clientStorage.setAsync('key', 'value')`)

  const { hash } = before.person.node(id)?.fills[0] as { hash: string }
  const after = createTestHost({
    snapshot: v.parse(DocumentSnapshot, JSON.parse(JSON.stringify(before.snapshot()))),
    images: new Map([[hash, image]]),
    clientStorage: before.clientStorage(),
  })
  expect(after.scene()).toEqual(before.scene())
  expect(after.person.node(id)).toEqual(before.person.node(id))
  expect(after.image(hash)).toEqual(image)
  expect(after.undoDepth()).toBe(0)
  const run = await runSnippet(
    after,
    `console.log(figma.createFrame().id, await figma.clientStorage.getAsync('key'))`,
  )
  expect(run.logs).toEqual([['1:4', 'value']])
})

test('those who draw hear of every kind of change', async () => {
  const host = createTestHost()
  const changes = new Set<string>()
  const stop = host.subscribe((change) => changes.add(change))
  const id = host.person.addFrame({ name: 'a', ...box })
  expect(host.scene()).toBe(host.scene())
  host.person.select([id])
  host.viewport.set({ ...host.viewport.get(), zoom: 2 })
  await runSnippet(host, `await figma.clientStorage.setAsync('key', 1)`)
  expect([...changes].sort()).toEqual(['clientStorage', 'document', 'selection', 'viewport'])
  stop()
  changes.clear()
  host.person.remove([id])
  expect(changes.size).toBe(0)
})
