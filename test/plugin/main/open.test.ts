import { beforeEach, describe, expect, it } from 'vitest'
import type { DraftForm } from '../../../shared/draft-form.ts'
import { DocumentId } from '../../../shared/ids.ts'
import * as v from 'valibot'
import { jobId, makeRecipe } from './make-recipe.ts'
import { makePicture } from './make-picture.ts'
import type { OpenPlugin } from './open-plugin.ts'
import { openPlugin } from './open-plugin.ts'

const form: DraftForm = {
  brief: 'half-ty',
  style: null,
  version: null,
  engine: null,
  count: 4,
  aspectRatio: 'frame',
  format: 'png',
  steps: 28,
  guidance: 3,
  loraScale: 1,
  seed: { locked: false, value: 0 },
  reference: null,
}
const job = jobId()

let plugin: OpenPlugin
beforeEach(async () => {
  plugin = await openPlugin()
})

describe('open', () => {
  it('starts with nothing remembered in a new file', () =>
    expect(plugin.opened).toEqual({
      document: plugin.opened.document,
      launch: { command: 'open' },
      selection: { count: 0, first: null, recipe: null, placeholder: null, layers: [] },
      placeholders: [],
      form: null,
      token: null,
      consent: null,
      board: null,
      rejects: 0,
      sweeps: [],
    }))

  it('remembers the form and the token, and forgets the token', async () => {
    await plugin.canvas.saveForm(form)
    await plugin.canvas.saveToken('secret')
    plugin = await openPlugin({ host: plugin.host })
    expect(plugin.opened).toMatchObject({ form, token: 'secret' })
    await plugin.canvas.saveToken(null)
    expect((await openPlugin({ host: plugin.host })).opened).toMatchObject({ form, token: null })
    expect(JSON.stringify(plugin.host.snapshot())).not.toContain('secret')
  })

  it.each([null, 7, '', 'not json', '{"schema":99,"value":1}', { brief: 1 }])(
    'starts from the defaults when what was stored is %j',
    async (value) => {
      const clientStorage = new Map(['form', 'token', 'window'].map((key) => [key, value]))
      const { opened, window } = await openPlugin({ clientStorage })
      expect(opened).toMatchObject({ form: null, token: null })
      expect(window()).toEqual({ width: 340, height: 640 })
    },
  )

  it('changes nothing in a file that is only looked at', () => {
    expect(plugin.host.person.undo()).toBe(false)
  })

  it('knows the document by an id of its own, kept from the first press on', async () => {
    const { document } = plugin.opened
    await plugin.canvas.reserve({ job, count: 1, width: 64, height: 64, brief: 'a knight' })
    expect(v.is(DocumentId, document)).toBe(true)
    expect((await openPlugin({ host: plugin.host })).opened.document).toBe(document)
    expect((await openPlugin()).opened.document).not.toBe(document)
  })

  it('carries on with a document whose data are broken', async () => {
    await plugin.canvas.reserve({ job, count: 1, width: 64, height: 64, brief: 'a knight' })
    await plugin.script(`
      figma.root.setPluginData('document', 'doc_!')
      figma.root.setPluginData('pages', '{"schema":1,"value":[7]}')
    `)
    const { document, placeholders } = (await openPlugin({ host: plugin.host })).opened
    expect(v.is(DocumentId, document)).toBe(true)
    expect(placeholders).toHaveLength(1)
  })

  it('keeps the id when she undoes everything and drafts again', async () => {
    while (plugin.host.person.undo());
    await plugin.canvas.reserve({ job, count: 1, width: 64, height: 64, brief: 'a knight' })
    const { document } = (await openPlugin({ host: plugin.host })).opened
    expect(document).toBe(plugin.opened.document)
  })

  it('hands nothing to the panel but its own script', () => {
    expect(plugin.html()).toContain(`<div id="create-figma-plugin"></div><script>`)
    expect(plugin.html()).toContain(`const __SHOW_UI_DATA__={};`)
  })
})

describe('the window', () => {
  it('keeps its size within limits, for the next time, too', async () => {
    await plugin.canvas.resize({ width: 500.4, height: 700 })
    expect(plugin.window()).toEqual({ width: 500, height: 700 })
    await plugin.canvas.resize({ width: 10, height: 100_000 })
    expect(plugin.window()).toEqual({ width: 300, height: 1600 })
    const again = await openPlugin({ host: plugin.host })
    expect(again.window()).toEqual({ width: 300, height: 1600 })
  })

  it('closes', async () => {
    await plugin.canvas.close()
    await expect.poll(() => plugin.isClosed()).toBe(true)
  })

  it('passes a message on as a toast', async () => {
    await plugin.canvas.notify({ message: 'Gone.', error: true })
    expect(plugin.toasts).toEqual([{ message: 'Gone.', error: true }])
  })
})

describe('launch', () => {
  const launch = async (command: string, parameters?: Record<string, string>) =>
    (await openPlugin({ host: plugin.host, command, ...(parameters && { parameters }) })).opened
      .launch

  it.each(['open', 'unplaced', 'settings'] as const)('by the menu: %s', async (command) =>
    expect(await launch(command)).toEqual({ command }),
  )

  it.each(['', 'constructor', 'from-a-newer-maquette'])(
    'by a strange command (%j) opens',
    async (command) => expect(await launch(command)).toEqual({ command: 'open' }),
  )

  it('by the quick action, with and without a brief', async () => {
    const brief = '</script> עם'
    expect(await launch('draft', { brief })).toEqual({ command: 'draft', brief })
    expect(await launch('draft')).toEqual({ command: 'draft', brief: null })
  })

  it('by the buttons on a draft', async () => {
    const recipe = makeRecipe({ job })
    await plugin.canvas.reserve({ job, count: 1, width: 64, height: 64, brief: 'a knight' })
    await plugin.canvas.fill({ recipe, bytes: await makePicture() })
    expect(await launch('use-settings')).toEqual({
      command: 'use-settings',
      recipe,
      withSeed: false,
    })
    expect(await launch('use-seed')).toEqual({ command: 'use-settings', recipe, withSeed: true })
    expect(await launch('more-strong')).toEqual({ command: 'steer', action: 'more-strong', recipe })
    plugin.host.person.select([])
    expect(await launch('use-seed')).toMatchObject({ recipe: null })
  })

  it('by the button on a failed placeholder', async () => {
    await plugin.canvas.reserve({ job, count: 1, width: 64, height: 64, brief: 'a knight' })
    expect(await launch('retry')).toEqual({ command: 'retry', picture: null })
    await plugin.canvas.fail({ pictures: [{ job, index: 0 }], message: 'Busy.' })
    expect(await launch('retry')).toEqual({ command: 'retry', picture: { job, index: 0 } })
  })
})
