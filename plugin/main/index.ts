import { notices, procedures } from '../../shared/canvas.ts'
import { notifier } from '../../shared/notices.ts'
import { serve } from '../../shared/rpc.ts'
import { createFigmaPort } from './create-figma-port.ts'
import { createHandlers } from './create-handlers.ts'
import { readLaunch } from './read-launch.ts'
import { showPanel } from './show-panel.ts'
import { loadWindowSize } from './window-size.ts'

/** Calls that stand for a press of hers: she hears on the canvas, too, when one fails. */
const PRESSED: readonly string[] = ['reserve', 'place', 'reassign', 'reveal']

const log = (error: unknown): void => console.error(error)

const start = async ({ command, parameters }: RunEvent): Promise<void> => {
  const launch = readLaunch(command, parameters)
  const size = await loadWindowSize()
  showPanel(size)
  const port = createFigmaPort()
  const handlers = createHandlers({ launch, notify: notifier(port, notices), onError: log })
  serve(port, procedures, handlers, (error, name) => {
    log(error)
    if (PRESSED.includes(name)) figma.notify(error.message, { error: true })
  })
}

export default (): void => {
  // A brief is free text: what she typed is all there is to suggest.
  figma.parameters.on('input', ({ query, result }) =>
    result.setSuggestions(query === '' ? [] : [query]),
  )
  figma.on('run', (event) => {
    start(event).catch((error: unknown) => {
      log(error)
      figma.notify('Maquette could not start. Nothing was charged. Open it again.', { error: true })
    })
  })
}
