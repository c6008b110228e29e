import { expect, test } from 'vitest'
import type { Notification } from '../../../server/studio/host/plugin-run.ts'
import { createTestHost, runSnippet, type TestRun } from '../create-test-host.ts'

test('the panel opens as the typings say, and changes', async () => {
  const shown: boolean[] = []
  const run = await runSnippet(
    createTestHost(),
    `figma.showUI(__html__)
     figma.showUI('<b>again</b>', { width: 400, title: 'Mine', visible: false, themeColors: true })
     figma.ui.show()
     figma.ui.hide()
     figma.ui.resize(500, 600)
     figma.ui.close()`,
    { ui: '<b>panel</b>', onVisibility: (visible) => shown.push(visible) },
  )
  expect(run.errors).toEqual([])
  expect(run.panels).toEqual([
    {
      html: '<b>panel</b>',
      options: {
        width: 300,
        height: 200,
        visible: true,
        title: 'Test',
        position: null,
        themeColors: false,
      },
    },
    {
      html: '<b>again</b>',
      options: expect.objectContaining({ width: 400, title: 'Mine', visible: false }) as unknown,
    },
  ])
  expect([shown, run.sizes]).toEqual([[true, false, false], [[500, 600]]])
})

test('a message to a panel that is not there is lost', async () => {
  const run = await runSnippet(createTestHost(), `figma.ui.onmessage = () => console.log('heard')`)
  run.postMessage('hello')
  expect(run.logs).toEqual([])
})

test.each([
  ['a node', `figma.ui.postMessage({ node: figma.currentPage })`],
  ['a function', `figma.ui.postMessage([() => 1])`],
  ['figma.mixed', `figma.ui.postMessage(figma.mixed)`],
  ['a node, to be stored', `await figma.clientStorage.setAsync('key', figma.currentPage)`],
])('%s cannot leave the plugin', async (_, code) => {
  const run = await runSnippet(createTestHost(), `figma.showUI(''); ${code}`)
  expect(run.errors.map(({ message }) => message)).toEqual([
    expect.stringContaining('Only plain values and Uint8Array') as unknown,
  ])
  expect(run.messages).toEqual([])
})

test('a notification: its button, and its end', async () => {
  const seen: { message: string; notification: Notification }[] = []
  let canceled = 0
  const run = await runSnippet(
    createTestHost(),
    `figma.notify('Stay', { timeout: Infinity, button: { text: 'Undo', action: () => { console.log('pressed'); return false } } })
     figma.notify('Go', { error: true }).cancel()`,
    {
      onNotify: (message, notification) => {
        seen.push({ message, notification })
        return () => {
          canceled += 1
        }
      },
    },
  )
  const [stay, go] = seen
  expect(stay).toMatchObject({ message: 'Stay', notification: { timeout: Infinity, error: false } })
  expect(stay!.notification.button?.press()).toBe(true)
  expect(run.logs).toEqual([['pressed']])
  expect(go).toMatchObject({ message: 'Go', notification: { timeout: 3000, error: true } })
  expect(canceled).toBe(1)
})

test('the last message of the plugin is handed over', async () => {
  const closes: (string | undefined)[] = []
  const run = await runSnippet(createTestHost(), `figma.closePlugin('Done')`, {
    onClose: (message) => closes.push(message),
  })
  expect([run.closed, closes]).toEqual([true, ['Done']])
})

test('an answer that the panel sends at once arrives when the plugin has done what it was doing', async () => {
  const host = createTestHost()
  const run: TestRun = await runSnippet(
    host,
    `figma.showUI('')
     figma.ui.onmessage = () => console.log('answer')
     figma.on('selectionchange', () => {
       console.log('before')
       figma.ui.postMessage('question')
       console.log('after')
     })`,
    { onMessage: () => run.postMessage('answer') },
  )
  host.person.select([])
  await new Promise((done) => setImmediate(done))
  expect(run.logs).toEqual([['before'], ['after'], ['answer']])
})
