import { expect, test } from 'vitest'
import { createTestHost, runSnippet } from '../create-test-host.ts'

test('a plugin draws a frame that the studio sees', async () => {
  const host = createTestHost()
  const run = await runSnippet(
    host,
    `const frame = figma.createFrame()
     frame.name = 'Draft'
     frame.resize(200, 300)
     frame.x = 40
     console.log(frame.id, frame === figma.currentPage.children[0])`,
  )
  expect(run.errors).toEqual([])
  expect(run.logs).toEqual([['1:2', true]])
  expect(host.scene().nodes).toMatchObject([{ name: 'Draft', x: 40, width: 200, height: 300 }])
})
