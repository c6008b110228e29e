import { createHash } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { systemClock } from '../../plugin/ui/clock.ts'
import { createDrafting } from '../../plugin/ui/draft/drafting.ts'
import { createPanel } from '../../plugin/ui/panel.ts'
import type { Host } from '../../server/studio/host/host.ts'
import { storedToken, TOKEN_KEY } from '../../shared/stored-token.ts'
import { openPlugin } from '../plugin/main/open-plugin.ts'
import { startProxy } from '../server/start-proxy.ts'
import { createTestHost } from '../studio/create-test-host.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The pictures that the frames of the page are filled with, by hash. */
const imagesOf = (host: Host): ReadonlyMap<string, Uint8Array> =>
  new Map(
    host.scene().nodes.flatMap(({ fills: [paint] }) => {
      const bytes = paint?.type === 'image' ? host.image(paint.hash) : null
      return paint?.type === 'image' && bytes !== null ? [[paint.hash, bytes]] : []
    }),
  )

/** The file as it is opened again: what was saved of it, and nothing else. */
const reopen = (host: Host): Host =>
  createTestHost({
    manifest: host.state.manifest,
    snapshot: host.snapshot(),
    images: imagesOf(host),
    clientStorage: host.clientStorage(),
  })

/**
 * The whole way without a browser: the built main thread in QuickJS, the panel's own code without its looks, and the
 * real proxy over HTTP.
 */
const openMaquette = async (
  { proxy, port }: Awaited<ReturnType<typeof startProxy>>,
  host?: Host,
) => {
  const clientStorage = new Map([[TOKEN_KEY, storedToken.write(proxy.token)]])
  const plugin = await openPlugin(host ? { host } : { clientStorage })
  const panel = createPanel(
    {
      port: plugin.port,
      canvas: plugin.canvas,
      origin: `http://127.0.0.1:${port}`,
      fetch,
      clock: systemClock,
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    },
    plugin.opened,
  )
  const drafting = createDrafting(panel, plugin.opened)
  const stops = [panel.start(), drafting.start()]
  onTestFinished(() => stops.forEach((stop) => stop()))
  await expect.poll(() => panel.proxy.isConnected.value).toBe(true)

  const pictures = () => [...imagesOf(plugin.host).values()].map(sha256)
  return {
    ...plugin,
    panel,
    /** SHA-256 of the pictures on the canvas, as the document holds them. */
    pictures,
    draft: async (brief: string) => {
      drafting.form.change({ brief })
      await drafting.press()
    },
    files: () =>
      panel.jobs.list.value.flatMap((job) => job.outputs.map((output) => output.file)).sort(),
  }
}

describe('without a browser', () => {
  it.each([
    'woman with glasses and curly hair wearing a superhero cape',
    'man with glasses and beard wearing a backpack and casual outfit',
  ])(
    '%s: four drafts beside a selected frame, kept by the file, undone one by one',
    async (brief) => {
      const started = await startProxy()
      const maquette = await openMaquette(started)
      const { person } = maquette.host
      const frame = { name: 'Customer', x: 100, y: 200, width: 600, height: 800 }
      person.select([person.addFrame(frame)])
      await expect.poll(() => maquette.panel.selection.value.count).toBe(1)

      await maquette.draft(brief)
      await expect.poll(() => maquette.pictures().length, { timeout: 20_000 }).toBe(4)
      const [customer, ...drafts] = maquette.host.scene().nodes
      expect(customer).toMatchObject(frame)
      let edge = frame.x + frame.width
      for (const draft of drafts) {
        expect(draft).toMatchObject({ y: frame.y, width: 896, height: 1152 })
        expect(draft.x).toBeGreaterThan(edge)
        expect(draft.name).toContain(brief.slice(0, 20))
        edge = draft.x + draft.width
      }
      await expect.poll(maquette.files).toEqual(maquette.pictures().sort())

      maquette.close()
      const { host } = maquette
      const reloaded = await openMaquette(started, reopen(host))
      expect(reloaded.pictures()).toEqual(maquette.pictures())

      for (const left of [3, 2, 1, 0]) {
        host.person.undo()
        expect(maquette.pictures()).toHaveLength(left)
      }
      host.person.undo()
      expect(host.scene().nodes).toMatchObject([{ name: 'Customer' }])
    },
  )
})
