import { expect, onTestFinished } from 'vitest'
import * as v from 'valibot'
import type { Host, HostOptions } from '../../../server/studio/host/host.ts'
import { Manifest } from '../../../server/studio/host/manifest.ts'
import type { SceneItem } from '../../../server/studio/host/scene.ts'
import { notices, procedures } from '../../../shared/canvas.ts'
import { connect } from '../../../shared/rpc.ts'
import { createTestHost, runBuiltPlugin, runSnippet } from '../../studio/create-test-host.ts'
import { builtPlugin } from '../built-plugin.ts'

const built = await builtPlugin()
const manifest = v.parse(v.pipe(v.string(), v.parseJson(), Manifest), built.manifest)
const Notice = v.object({ notice: v.picklist(Object.keys(notices)), value: v.unknown() })
const isNotice = (message: unknown): message is v.InferOutput<typeof Notice> =>
  v.is(Notice, message)

type Options = {
  /** A document that is there already; another run of the plugin on it ends, as in Figma. */
  readonly host?: Host
  readonly clientStorage?: ReadonlyMap<string, unknown>
  /** A document that was made elsewhere. */
  readonly snapshot?: HostOptions['snapshot']
  /** How a new document is drawn. */
  readonly rasterize?: HostOptions['rasterize']
  readonly command?: string
  readonly parameters?: Readonly<Record<string, string>>
  /** Changes the built source before it runs. */
  readonly patch?: (main: string) => string
}

const makeHost = ({ clientStorage, snapshot, rasterize }: Options) =>
  createTestHost({
    manifest,
    ...(clientStorage && { clientStorage }),
    ...(snapshot && { snapshot }),
    ...(rasterize && { rasterize }),
  })

/**
 * Runs the built main thread on the studio's host with this test as its panel, and opens it. The test fails on any
 * error that the plugin does not handle. Timers run at once.
 */
export const openPlugin = async (options: Options = {}) => {
  const { host = makeHost(options), command = 'open', parameters, patch } = options
  const toasts: { message: string; error: boolean }[] = []
  const run = await runBuiltPlugin(host, {
    main: patch === undefined ? built.main : patch(built.main),
    ui: built.ui,
    command,
    ...(parameters && { parameters }),
    timers: {
      setTimeout: (callback) => setTimeout(callback, 0),
      clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
    },
    onNotify: (message, { error }) => {
      toasts.push({ message, error })
      return () => undefined
    },
  })
  onTestFinished(() => {
    run.close()
    expect(run.errors).toEqual([])
  })
  await expect.poll(() => run.panels, { interval: 1 }).toHaveLength(1)
  const canvas = connect(run.port, procedures)
  const opened = await canvas.open()
  const [panel] = run.panels
  const { width, height } = panel!.options

  /** Runs a snippet of another plugin on the document; answers with what it returns. */
  const script = async (snippet: string): Promise<unknown> => {
    const { errors, logs } = await runSnippet(
      host,
      `const work = async () => {${snippet}}
       console.log(JSON.stringify(await work() ?? null))
       figma.closePlugin()`,
    )
    expect(errors).toEqual([])
    return JSON.parse(String(logs.at(-1)?.[0]))
  }

  return {
    host,
    canvas,
    /** The panel's end of the message channel. */
    port: run.port,
    opened,
    toasts,
    html: () => panel!.html,
    /** The panel's window as it is now. */
    window: () => {
      const [last = [width, height]] = run.sizes.slice(-1)
      return { width: last[0], height: last[1] }
    },
    isClosed: () => run.closed,
    close: () => run.close(),
    /** Every value of a notice so far. */
    heard: (name: keyof typeof notices): unknown[] =>
      run.messages
        .filter(isNotice)
        .filter(({ notice }) => notice === name)
        .map(({ value }) => value),
    item: (id: string): SceneItem => host.person.node(id)!,
    script,
    parentOf: (id: string): Promise<unknown> =>
      script(`return (await figma.getNodeByIdAsync(${JSON.stringify(id)})).parent.id`),
  }
}
export type OpenPlugin = Awaited<ReturnType<typeof openPlugin>>
