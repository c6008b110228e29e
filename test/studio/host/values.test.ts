import { expect, test } from 'vitest'
import { createTestHost, runBuiltPlugin, runSnippet } from '../create-test-host.ts'

const PLUGIN = `figma.showUI('')
  figma.ui.onmessage = (message) => figma.ui.postMessage(message)`

test.each([
  ['nothing', undefined],
  ['numbers that JSON lacks', [NaN, Infinity, -Infinity, 0.1]],
  ['text', 'a </script> \u{1f9f8} \u05e9 "quoted" \u0000'],
  ['a date', new Date(86_400_000)],
  ['bytes', { deep: [new Uint8Array([0, 255]), new Uint8Array()] }],
  ['keys like ours', { $: 'undefined', v: 1, list: [{ $: 'bytes', v: 0 }] }],
  ['undefined in lists and objects', { list: [undefined, 1], gap: undefined }],
])('%s crosses the border and comes back', async (_, value) => {
  const run = await runBuiltPlugin(createTestHost(), { main: PLUGIN })
  run.postMessage(value)
  expect(run.errors).toEqual([])
  expect(run.messages).toStrictEqual([value])
})

test('bytes arrive whole, as a Uint8Array of the plugin', async () => {
  const bytes = new Uint8Array(4 * 1024 * 1024).map((_, at) => at % 251)
  const run = await runBuiltPlugin(createTestHost(), {
    main: `figma.showUI('')
      figma.ui.onmessage = ({ bytes }) =>
        figma.ui.postMessage([bytes instanceof Uint8Array, bytes.length, bytes[250], bytes])`,
  })
  run.postMessage({ bytes })
  expect(run.messages).toEqual([[true, bytes.length, 250, bytes]])
})

test('a function cannot be sent', async () => {
  const run = await runBuiltPlugin(createTestHost(), { main: PLUGIN })
  run.postMessage({ callback: () => 1 })
  expect(run.errors.map(({ message }) => message)).toEqual([
    'Only plain values and Uint8Array can be sent',
  ])
})

test('the same node is the same object, and a promise may resolve with it', async () => {
  const run = await runSnippet(
    createTestHost(),
    `const frame = figma.createFrame()
     const found = await figma.getNodeByIdAsync(frame.id)
     const child = figma.createRectangle()
     frame.appendChild(child)
     console.log(found === frame, child.parent === frame, figma.currentPage.parent === figma.root)
     console.log(String(frame), \`\${frame}\`, frame.then, frame[Symbol.iterator], JSON.stringify(frame))`,
  )
  expect(run.errors).toEqual([])
  expect(run.logs).toEqual([
    [true, true, true],
    ['[Node 1:2]', '[Node 1:2]', undefined, undefined, '{}'],
  ])
})

test('figma.mixed is one symbol on both sides', async () => {
  const run = await runSnippet(
    createTestHost(),
    `const frame = figma.createFrame()
     frame.cornerRadius = 4
     console.log(frame.cornerRadius, typeof figma.mixed)
     frame.topLeftRadius = 8
     console.log(frame.cornerRadius === figma.mixed)`,
  )
  expect(run.logs).toEqual([[4, 'symbol'], [true]])
})

test('values that are read are copies that cannot change', async () => {
  const run = await runSnippet(
    createTestHost(),
    `'use strict'
     const frame = figma.createFrame()
     const fills = frame.fills
     const attempts = [
       () => fills.push(1),
       () => { fills[0].color.r = 0 },
       () => figma.currentPage.selection.push(frame),
       () => frame.children.pop(),
     ]
     for (const attempt of attempts) {
       try { attempt() } catch (error) { console.log(error.name) }
     }
     const mine = [{ type: 'SOLID', color: { r: 0, g: 0, b: 0 } }]
     frame.fills = mine
     mine[0].color.r = 1
     console.log(frame.fills[0].color.r, frame.fills === frame.fills)`,
  )
  expect(run.logs).toEqual([...Array.from({ length: 4 }, () => ['TypeError']), [0, false]])
})

test('paints are checked as Figma checks them', async () => {
  const errorOf = async (fill: string): Promise<string | undefined> =>
    (await runSnippet(createTestHost(), `figma.createFrame().fills = [${fill}]`)).errors[0]?.message
  expect(await errorOf(`{ type: 'SOLID', color: { r: 255, g: 0, b: 0 } }`)).toMatch(/^in set_fills/)
  expect(await errorOf(`{ type: 'SOLID', colour: { r: 1, g: 0, b: 0 } }`)).toMatch(/^in set_fills/)
  expect(await errorOf(`{ type: 'IMAGE', imageHash: null, scaleMode: 'COVER' }`)).toMatch(/COVER/)
})
