import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generateMembers, memberNamesFile } from '../../../server/studio/generate-members.ts'
import { createTables } from '../../../server/studio/host/api/create-access.ts'
import type { Session } from '../../../server/studio/host/api/session.ts'
import { memberNames } from '../../../server/studio/host/members/member-names.ts'
import { membersOf, type ObjectKind } from '../../../server/studio/host/members/members.ts'
import { createTestHost, runSnippet } from '../create-test-host.ts'

const errorOf = async (code: string): Promise<string | undefined> =>
  (await runSnippet(createTestHost(), code)).errors[0]?.message

test('the names are those of the installed typings', async () => {
  expect(readFileSync(memberNamesFile, 'utf8')).toBe(await generateMembers())
})

test('the host offers nothing that Figma lacks', () => {
  const tableOf = createTables({ host: createTestHost().state } as Session)
  const kinds = Object.keys(memberNames) as ObjectKind[]
  const known = new Set(kinds.flatMap((kind) => [...membersOf(kind).keys()]))
  const offered = kinds.flatMap((kind) => Object.keys(tableOf(kind)))
  expect(offered.filter((name) => !known.has(name))).toEqual([])
})

test.each([
  ['reading of figma', `figma.createSticker`],
  ['calling of figma', `figma.createSticker()`],
  ['reading of a node', `figma.createFrame().characters`],
  ['writing of a node', `figma.createRectangle().clipsContent = true`],
  ['writing of a page', `figma.currentPage.title = 'x'`],
  ['reading of the panel', `figma.ui.send`],
  ['reading of clientStorage', `figma.clientStorage.getItem`],
])('%s refuses a name that Figma lacks', async (_, code) => {
  expect(await errorOf(code)).toMatch(/^Figma has no such member: "/)
})

test.each([
  ['figma', `figma.createStar()`],
  ['a node', `figma.createFrame().lockAspectRatio()`],
  ['a node, written', `figma.createFrame().isMask = true`],
  ['the globals', `fetch('https://example.com')`],
])('what Figma has and the host lacks is told apart: %s', async (_, code) => {
  expect(await errorOf(code)).toMatch(/is not in our host yet$/)
})

test('"in" answers by the type of the node', async () => {
  const run = await runSnippet(
    createTestHost(),
    `const names = ['children', 'cornerRadius', 'absoluteRenderBounds', 'nothing']
     const nodes = [figma.createFrame(), figma.createRectangle(), figma.createSection(), figma.currentPage]
     console.log(nodes.map((node) => names.filter((name) => name in node)))`,
  )
  expect(run.logs[0]?.[0]).toEqual([
    ['children', 'cornerRadius', 'absoluteRenderBounds'],
    ['cornerRadius', 'absoluteRenderBounds'],
    ['children', 'cornerRadius'],
    ['children'],
  ])
})
