import { expect, test } from 'vitest'
import { createTestHost, runSnippet, type TestRun } from '../create-test-host.ts'

const logsOf = async (code: string): Promise<TestRun['logs']> => {
  const run = await runSnippet(createTestHost(), code)
  expect(run.errors).toEqual([])
  return run.logs
}

test('events come later, and once for several changes', async () => {
  const logs = await logsOf(`
    figma.on('selectionchange', () => console.log('changed', figma.currentPage.selection.length))
    console.log('before')
    figma.currentPage.selection = [figma.createRectangle()]
    figma.currentPage.selection = [figma.createFrame(), figma.createFrame()]
    console.log('after')`)
  expect(logs).toEqual([['before'], ['after'], ['changed', 2]])
})

test('off and once', async () => {
  const logs = await logsOf(`
    const gone = () => console.log('gone')
    figma.on('selectionchange', gone)
    figma.off('selectionchange', gone)
    figma.once('selectionchange', () => console.log('once'))
    figma.currentPage.selection = [figma.createFrame()]
    await new Promise((done) => setTimeout(done, 1))
    figma.currentPage.selection = []`)
  expect(logs).toEqual([['once']])
})

test('a node that is deleted leaves the selection, and the plugin hears of it', async () => {
  const host = createTestHost()
  const id = host.person.addFrame({ name: 'mine', x: 0, y: 0, width: 10, height: 10 })
  host.person.select([id])
  const run = await runSnippet(
    host,
    `figma.on('selectionchange', () => console.log(figma.currentPage.selection.length))
     figma.currentPage.selection[0].remove()`,
  )
  expect(run.logs).toEqual([[0]])
})

test('a page tells of its nodes: made, changed, gone; the outermost ones only', async () => {
  const logs = await logsOf(`
    const old = figma.createFrame()
    const kept = figma.createFrame()
    await new Promise((done) => setTimeout(done, 1))
    figma.currentPage.on('nodechange', ({ nodeChanges }) => {
      for (const { type, id, node, properties } of nodeChanges)
        if (id !== figma.currentPage.id) console.log(type, id, node.removed, properties)
    })
    const made = figma.createFrame()
    made.appendChild(figma.createRectangle())
    kept.name = 'new name'
    kept.setPluginData('key', 'value')
    old.remove()`)
  expect(logs).toEqual([
    ['CREATE', '1:4', false, undefined],
    ['PROPERTY_CHANGE', '1:3', false, ['name', 'pluginData']],
    ['DELETE', '1:2', true, undefined],
  ])
})

test('documentchange hears of every page, the undo of the person included', async () => {
  const host = createTestHost()
  const run = await runSnippet(
    host,
    `await figma.loadAllPagesAsync()
     figma.createFrame()
     figma.commitUndo()
     await new Promise((done) => setTimeout(done, 1))
     figma.on('documentchange', ({ documentChanges }) => {
       for (const { type, id } of documentChanges) console.log(type, id)
     })`,
  )
  host.person.undo()
  await Promise.resolve()
  expect(run.logs).toContainEqual(['DELETE', '1:2'])
})

test('the page changes, and with it the selection', async () => {
  const host = createTestHost()
  const page = host.person.addPage('Two')
  const run = await runSnippet(
    host,
    `figma.on('currentpagechange', () => console.log('page', figma.currentPage.name))
     figma.on('selectionchange', () => console.log('selection'))`,
  )
  host.person.setCurrentPage(page)
  await Promise.resolve()
  expect(run.logs).toEqual([['page', 'Two'], ['selection']])
})

test('run carries the command and the parameters; input is answered', async () => {
  const host = createTestHost()
  const run = await runSnippet(
    host,
    `figma.on('run', ({ command, parameters }) => console.log(command, parameters.brief))
     figma.parameters.on('input', ({ key, query, result }) => result.setSuggestions([key + query]))`,
    { command: 'draft', parameters: { brief: 'a cat' } },
  )
  expect(run.logs).toEqual([['draft', 'a cat']])
  expect(run.input('brief', '?').items).toEqual(['brief?'])
})

test('when the person closes the panel the plugin hears of it, and then nothing of it runs', async () => {
  const host = createTestHost()
  const closes: (string | undefined)[] = []
  const run = await runSnippet(
    host,
    `figma.showUI('')
     figma.on('close', () => console.log('closing', figma.currentPage.name))
     figma.on('selectionchange', () => console.log('changed'))
     figma.ui.onmessage = () => console.log('message')
     setInterval(() => console.log('tick'), 1)`,
    { onClose: (message) => closes.push(message) },
  )
  run.close()
  run.close()
  const ticks = run.logs.length
  run.postMessage('late')
  host.person.select([])
  await new Promise((done) => setTimeout(done, 10))
  expect(run.logs).toHaveLength(ticks)
  expect(run.logs.at(-1)).toEqual(['closing', 'Page 1'])
  expect(run.errors).toEqual([])
  expect(run.closed).toBe(true)
  expect(closes).toEqual([undefined])
})
