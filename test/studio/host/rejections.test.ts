import { expect, test } from 'vitest'
import { createTestHost, runBuiltPlugin, runSnippet } from '../create-test-host.ts'

const messagesOf = async (code: string): Promise<string[]> =>
  (await runSnippet(createTestHost(), code)).errors.map(({ message }) => message)

test.each([
  ['a throw at the top', `throw new Error('lost')`],
  ['a promise that nobody waits for', `Promise.reject(new Error('lost'))`],
  ['an async function that nobody waits for', `void (async () => { throw new Error('lost') })()`],
  ['one that fails later', `void (async () => { await 1; throw new Error('lost') })()`],
  ['the host saying no', `void figma.loadFontAsync({ family: 'lost' })`],
  [
    'a chain without an end',
    `figma.getNodeByIdAsync('1:1').then(() => { throw new Error('lost') })`,
  ],
  ['one of several', `void Promise.all([1, Promise.reject(new Error('lost'))])`],
  [
    'a timer',
    `setTimeout(() => { throw new Error('lost') }, 0); await new Promise((done) => setTimeout(done, 1))`,
  ],
  [
    'an event handler',
    `figma.on('selectionchange', () => { throw new Error('lost') }); figma.currentPage.selection = [figma.createFrame()]`,
  ],
  [
    'an async event handler',
    `figma.on('selectionchange', async () => { throw new Error('lost') }); figma.currentPage.selection = [figma.createFrame()]`,
  ],
])('%s is seen', async (_, code) => {
  const messages = await messagesOf(code)
  expect(messages).toHaveLength(1)
  expect(messages[0]).toContain('lost')
})

test.each([
  ['caught', `await Promise.reject(new Error('found')).catch(() => 1)`],
  ['caught with try', `try { await figma.loadFontAsync({ family: 'lost' }) } catch { }`],
  [
    'caught a little later',
    `const promise = Promise.reject(new Error('found')); await null; await promise.catch(() => 1)`,
  ],
  [
    'passed on and caught',
    `const f = async () => { await Promise.reject(1) }; await f().then(null, () => 2)`,
  ],
  ['settled', `await Promise.allSettled([Promise.reject(1)])`],
])('what is %s is no error', async (_, code) => {
  expect(await messagesOf(code)).toEqual([])
})

test('one failing listener does not keep the message from the others', async () => {
  const run = await runBuiltPlugin(createTestHost(), {
    main: `figma.showUI('')
      figma.ui.on('message', () => { throw new Error('first') })
      figma.ui.on('message', (message) => figma.ui.postMessage(message + 1))
      figma.ui.onmessage = async () => { throw new Error('second') }`,
  })
  run.postMessage(1)
  expect(run.messages).toEqual([2])
  expect(run.errors.map(({ message }) => message).sort()).toEqual(['first', 'second'])
})

test('an error inside a callback reaches the plugin that passed it', async () => {
  const run = await runSnippet(
    createTestHost(),
    `figma.createFrame()
     try {
       figma.currentPage.findAll(() => { throw new RangeError('mine') })
     } catch (error) {
       console.log(error.name, error.message)
     }`,
  )
  expect(run.logs).toEqual([['RangeError', 'mine']])
  expect(run.errors).toEqual([])
})
