import { onTestFinished } from 'vitest'
import type { Clock } from '../../../plugin/ui/clock.ts'
import { systemClock } from '../../../plugin/ui/clock.ts'
import { createComparing } from '../../../plugin/ui/compare/create-comparing.ts'
import { applyLaunch } from '../../../plugin/ui/draft/apply-launch.ts'
import { createDrafting } from '../../../plugin/ui/draft/drafting.ts'
import { createPanel } from '../../../plugin/ui/panel.ts'
import { procedures } from '../../../shared/canvas.ts'
import type { DocumentId } from '../../../shared/ids.ts'
import { connect } from '../../../shared/rpc.ts'
import { createPortPair } from '../../fakes/port-pair.ts'
import type { Script } from '../../fakes/scripted-canvas.ts'
import { createScriptedCanvas } from '../../fakes/scripted-canvas.ts'
import { eventually } from './eventually.ts'

export const DOCUMENT = `doc_${'0'.repeat(20)}` as DocumentId

export type DeskOptions = Partial<Script> & {
  readonly port: number
  /** As the panel was built for; the proxy's own when absent. */
  readonly origin?: string
  readonly fetch?: typeof fetch
  readonly clock?: Clock
}

/** A panel without its looks, on a scripted canvas and a proxy's port; closed when the test ends. */
export const openDesk = async ({
  port,
  origin = `http://127.0.0.1:${port}`,
  fetch = globalThis.fetch,
  clock = systemClock,
  ...script
}: DeskOptions) => {
  const [uiEnd, mainEnd] = createPortPair()
  const canvas = createScriptedCanvas(mainEnd, { document: DOCUMENT, token: null, ...script })
  const options = {
    port: uiEnd,
    canvas: connect(uiEnd, procedures),
    origin,
    fetch,
    clock,
    randomBytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
  }
  const opened = await options.canvas.open(undefined)
  const panel = createPanel(options, opened)
  const drafting = createDrafting(panel, opened)
  const comparing = createComparing(panel, drafting)
  const stops = [panel.start(), drafting.start(), comparing.start()]
  const close = () => stops.splice(0).forEach((stop) => stop())
  onTestFinished(close)
  applyLaunch(opened.launch, panel, drafting)

  return {
    panel,
    drafting,
    comparing,
    canvas,
    close,
    /** The recipes on the canvas. */
    drafts: () => canvas.state.frames.flatMap(({ recipe }) => (recipe === null ? [] : [recipe])),
    isConnected: () => eventually(() => expectTrue(panel.proxy.isConnected.value)),
    /** Types a brief and presses the button. */
    press: async (brief: string) => {
      await eventually(() => expectTrue(panel.proxy.isConnected.value))
      drafting.form.change({ brief })
      await drafting.press()
    },
  }
}

/** The address of a request, however it was put. */
export const addressOf = (input: Parameters<typeof fetch>[0]): string =>
  input instanceof Request ? input.url : input.toString()

const expectTrue = (isTrue: boolean): void => {
  if (!isTrue) throw new Error('Not yet.')
}
