import { setImmediate as turnOfLoop } from 'node:timers/promises'
import variant from '@jitl/quickjs-wasmfile-release-sync'
import { newQuickJSWASMModuleFromVariant } from 'quickjs-emscripten-core'
import sharp from 'sharp'
import { createHost } from '../../server/studio/host/create-host.ts'
import type { Host, HostOptions, Rasterize } from '../../server/studio/host/host.ts'
import { Manifest } from '../../server/studio/host/manifest.ts'
import type {
  PluginRun,
  RunPluginOptions,
  ShowUiOptions,
  Timers,
} from '../../server/studio/host/plugin-run.ts'
import { runPlugin } from '../../server/studio/host/run-plugin.ts'
import type { Port } from '../../shared/rpc.ts'
import { lowerAsync } from './lower-async.ts'
import * as v from 'valibot'

/** Enough of the event loop for a snippet that waits for nothing but the host. */
const TURNS = 20

const quickjs = await newQuickJSWASMModuleFromVariant(variant)

/** Draws as the studio's browser does, more or less. */
export const rasterize: Rasterize = async (svg, size, format) => {
  const picture = sharp(Buffer.from(svg)).resize({ ...size, fit: 'fill' })
  return new Uint8Array(
    await (
      format === 'png' ? picture.png() : picture.flatten({ background: 'white' }).jpeg()
    ).toBuffer(),
  )
}

const manifest = v.parse(Manifest, {
  id: 'test',
  name: 'Test',
  api: '1.0.0',
  editorType: ['figma'],
  documentAccess: 'dynamic-page',
  relaunchButtons: [{ command: 'again', name: 'Again' }],
})

/** A host as the tests use it: an empty document, pictures made by sharp. */
export const createTestHost = (options: Partial<HostOptions> = {}): Host =>
  createHost({ manifest, rasterize, ...options })

/** What a run of a plugin did to its surroundings. */
export type TestRun = PluginRun & {
  /** The panel's end of the message channel. */
  readonly port: Port
  readonly messages: unknown[]
  readonly errors: Error[]
  readonly logs: unknown[][]
  readonly notices: string[]
  readonly panels: { html: string; options: ShowUiOptions }[]
  readonly sizes: [number, number][]
}

/**
 * Runs a plugin's source on a host. `async` is lowered, so that no rejection escapes the host (`lowerAsync`).
 * Nothing is thrown for an error: look at `errors`.
 */
export const runBuiltPlugin = async (
  host: Host,
  options: { main: string } & Partial<RunPluginOptions>,
): Promise<TestRun> => {
  const listeners = new Set<(message: unknown) => void>()
  const seen = {
    messages: [] as unknown[],
    errors: [] as Error[],
    logs: [] as unknown[][],
    notices: [] as string[],
    panels: [] as { html: string; options: ShowUiOptions }[],
    sizes: [] as [number, number][],
  }
  const run = await runPlugin({
    host,
    quickjs,
    ui: '',
    command: '',
    timers: {
      setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds),
      clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
    },
    onShowUi: (html, shown) => seen.panels.push({ html, options: shown }),
    onMessage: (message) => {
      seen.messages.push(message)
      for (const listener of [...listeners]) listener(message)
    },
    onResize: (width, height) => seen.sizes.push([width, height]),
    onVisibility: () => undefined,
    onNotify: (message) => {
      seen.notices.push(message)
      return () => undefined
    },
    onConsole: (_, values) => seen.logs.push([...values]),
    onClose: () => undefined,
    onError: (error) => seen.errors.push(error),
    ...options,
    main: await lowerAsync(options.main),
  })
  const port: Port = {
    send: (message) => run.postMessage(message),
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return Object.assign(run, seen, { port })
}

const timersAtOnce: Timers = {
  setTimeout: (callback) => setImmediate(callback),
  clearTimeout: (timer) => clearImmediate(timer as NodeJS.Immediate),
}

/** Runs a snippet to its end: until it called `figma.closePlugin()`, or nothing more happens. Its timers run at once. */
export const runSnippet = async (
  host: Host,
  snippet: string,
  options: Partial<RunPluginOptions> = {},
): Promise<TestRun> => {
  const run = await runBuiltPlugin(host, {
    timers: timersAtOnce,
    ...options,
    main: `(async () => {${snippet}\n})()`,
  })
  for (let turn = 0; turn < TURNS && !run.closed; turn += 1) await turnOfLoop()
  await turnOfLoop()
  return run
}
