import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Host } from '../../../server/studio/host/host.ts'
import { rules, type RuleId } from '../../../server/studio/host/rules/rules.ts'
import { createTestHost, runSnippet, type TestRun } from '../create-test-host.ts'

/** A plugin that the rule forbids. Without `works`, it works when nothing is thrown. */
type Snippet = { code: string; works?: (run: TestRun, host: Host) => boolean }

const snippets: Record<RuleId, Snippet> = {
  'dynamic-page-get-node': { code: `figma.getNodeById('0:1')` },
  'dynamic-page-set-current-page': { code: `figma.currentPage = figma.root.children[0]` },
  'dynamic-page-main-component': {
    code: `figma.createComponent().createInstance().mainComponent`,
  },
  'page-loaded': { code: `figma.root.children[1].children` },
  'all-pages-loaded': { code: `figma.root.findAll()` },
  'after-close': { code: `figma.closePlugin(); figma.currentPage` },
  'timers-after-close': {
    code: `setTimeout(() => console.log('late'), 0); figma.closePlugin()`,
    works: (run) => run.logs.length === 1,
  },
  'current-user-permission': { code: `figma.currentUser` },
  'file-key-private': { code: `figma.fileKey.length` },
  'notify-length': {
    code: `figma.notify('x'.repeat(101))`,
    works: (run) => run.notices[0]?.length === 101,
  },
  'version-title': { code: `await figma.saveVersionHistoryAsync('')` },
  'ui-shown': { code: `figma.ui.postMessage('hello')` },
  'ui-size': { code: `figma.showUI('', { width: 69 })` },
  'image-type': { code: `figma.createImage(new Uint8Array([82, 73, 70, 70]))` },
  'image-too-small': { code: `figma.createImage(new Uint8Array())` },
  'image-too-large': {
    code: `const png = new Uint8Array(33)
      png.set([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 16, 1, 0, 0, 0, 9])
      figma.createImage(png)`,
  },
  'font-loaded': { code: `figma.createText().characters = 'Hello'` },
  'font-known': { code: `await figma.loadFontAsync({ family: 'Nowhere', style: 'Regular' })` },
  'frozen-values': { code: `figma.createFrame().fills.push({})` },
  'read-only': { code: `figma.createFrame().width = 10` },
  'clone-parent': {
    code: `const frame = figma.createFrame()
      const child = figma.createRectangle()
      frame.appendChild(child)
      if (child.clone().parent !== frame) throw new Error('The copy is elsewhere')`,
  },
  'removed-node': { code: `const frame = figma.createFrame(); frame.remove(); frame.name` },
  'selection-on-page': {
    code: `const page = figma.root.children[1]
      await page.loadAsync()
      page.selection = [figma.createFrame()]`,
  },
  'selection-direct': {
    code: `const frame = figma.createFrame()
      const child = figma.createRectangle()
      frame.appendChild(child)
      figma.currentPage.selection = [frame, child]
      if (figma.currentPage.selection.length < 2) throw new Error('Only one is selected')`,
  },
  'resize-minimum': { code: `figma.createFrame().resize(0.001, 10)` },
  'rescale-minimum': { code: `figma.createFrame().rescale(0.009)` },
  'unit-axes': { code: `figma.createFrame().relativeTransform = [[2, 0, 0], [0, 2, 0]]` },
  'insert-index': { code: `figma.currentPage.insertChild(2, figma.createFrame())` },
  'group-not-empty': { code: `figma.group([], figma.currentPage)` },
  'page-parent': { code: `figma.createFrame().appendChild(figma.createPage())` },
  'own-descendant': {
    code: `const frame = figma.createFrame()
      const child = figma.createFrame()
      frame.appendChild(child)
      child.appendChild(frame)`,
  },
  'instance-children': {
    code: `figma.createComponent().createInstance().appendChild(figma.createFrame())`,
  },
  'auto-layout-position': {
    code: `const frame = figma.createFrame()
      frame.layoutMode = 'HORIZONTAL'
      const child = figma.createRectangle()
      frame.appendChild(child)
      child.x = 55
      if (child.x !== 55) throw new Error('It did not move')`,
  },
  'plugin-data-size': { code: `figma.root.setPluginData('key', 'x'.repeat(100_000))` },
  'shared-namespace': { code: `figma.root.setSharedPluginData('ab', 'key', 'value')` },
  'relaunch-command': {
    code: `figma.createFrame().setRelaunchData({ unknown: 'Not in the manifest' })`,
    works: (_, host) => host.scene().nodes[0]?.relaunch.unknown !== undefined,
  },
  'relaunch-description': {
    code: `figma.createFrame().setRelaunchData({ again: 'x'.repeat(1001) })`,
  },
  'client-storage-quota': {
    code: `await figma.clientStorage.setAsync('key', 'x'.repeat(5_000_000))`,
  },
  'opacity-range': { code: `figma.createFrame().opacity = 1.5` },
  'radius-range': { code: `figma.createFrame().cornerRadius = -1` },
}

const attempt = async (
  { code, works }: Snippet,
  rulesOff: RuleId[],
): Promise<{ works: boolean; run: TestRun }> => {
  const host = createTestHost({ rulesOff })
  host.person.addPage('Another')
  const run = await runSnippet(host, code)
  return { run, works: run.errors.length === 0 && (works?.(run, host) ?? true) }
}

describe.each(Object.keys(rules) as RuleId[])('the rule %s', (rule) => {
  test('bites, and is what bites', async () => {
    const off = await attempt(snippets[rule], [rule])
    expect(off.run.errors).toEqual([])
    expect(off.works).toBe(true)

    const on = await attempt(snippets[rule], [])
    expect(on.works).toBe(false)
    expect(on.run.errors.map(({ message }) => message).join()).not.toMatch(
      /host yet|no such member/,
    )
  })
})

test('every rule stands where it says that it is written down', () => {
  const typings = readFileSync(
    new URL(import.meta.resolve('@figma/plugin-typings/plugin-api.d.ts')),
    'utf8',
  ).split('\n')
  for (const [rule, source] of Object.entries(rules))
    if ('line' in source) expect(typings[source.line - 1], rule).toContain(source.says)
})
