import { beforeEach, describe, expect, it } from 'vitest'
import type { OpenPlugin } from './open-plugin.ts'
import { openPlugin } from './open-plugin.ts'

let plugin: OpenPlugin
beforeEach(async () => {
  plugin = await openPlugin()
})

const reopened = async () => (await openPlugin({ host: plugin.host })).opened.consent

describe('her answer about references', () => {
  it.each(['allowed', 'refused'] as const)('is remembered with the file: %s', async (answer) => {
    await plugin.canvas.saveConsent(answer)
    expect(await reopened()).toBe(answer)
  })

  it('is asked again once it was forgotten', async () => {
    await plugin.canvas.saveConsent('allowed')
    await plugin.canvas.saveConsent(null)
    expect(await reopened()).toBeNull()
  })

  it('is one undo step', async () => {
    const { host, canvas } = plugin
    const frame = host.person.addFrame({ name: 'Photo', x: 0, y: 0, width: 10, height: 10 })
    const depth = host.undoDepth()
    await canvas.saveConsent('allowed')
    expect(host.undoDepth()).toBe(depth + 1)
    host.person.undo()
    expect(await reopened()).toBeNull()
    expect(host.person.node(frame)).not.toBeNull()
    host.person.redo()
    expect(await reopened()).toBe('allowed')
  })

  it('stays with the file alone', async () => {
    await plugin.canvas.saveConsent('allowed')
    expect((await openPlugin()).opened.consent).toBeNull()
    const kept = JSON.stringify([...plugin.host.clientStorage()])
    expect(kept).not.toContain('allowed')
  })

  it.each([
    ['{"schema":1,"value":"allowed"}', 'allowed'],
    ['{"schema":1,"value":"always"}', null],
    ['{"schema":99,"value":"allowed"}', null],
    ['allowed', null],
    ['{', null],
  ])('that the file holds as %j is read as %j', async (text, answer) => {
    await plugin.script(`figma.root.setPluginData('consent', ${JSON.stringify(text)})`)
    expect(await reopened()).toBe(answer)
  })
})
